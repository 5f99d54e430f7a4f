// A server killed at random moments while batches arrive, some of them several times and at once.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KillableProgram, killableProgram } from '../testing/killable-program.ts';

interface Running {
  readonly child: ChildProcess;
  readonly address: string;
  readonly writeKey: string;
}

const kills = 2;
const batchSize = 50;
let folder: string;
let program: KillableProgram;
let writeKey = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lyhord-kill-'));
  program = await killableProgram('killable-server');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await program.remove();
});

async function start(): Promise<Running> {
  const child = spawn(process.execPath, [program.path, join(folder, 'data')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  const said = JSON.parse(line.toString()) as { address: string; writeKey: string };
  // one source for all, so that a batch that is sent again is the same batch
  writeKey ||= said.writeKey;
  return { child, address: said.address, writeKey };
}

async function kill({ child }: Running): Promise<void> {
  const ended = once(child, 'exit');
  process.kill(-child.pid!, 'SIGKILL');
  await ended;
}

/** A start that dies while it takes out what was not sealed, or before. */
async function killedStart(): Promise<void> {
  const child = spawn(process.execPath, [program.path, join(folder, 'data')], {
    stdio: 'ignore',
    detached: true,
  });
  const ended = once(child, 'exit');
  await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 1_500));
  process.kill(-child.pid!, 'SIGKILL');
  await ended;
}

const batch = (number: number) => ({
  batch: Array.from({ length: batchSize }, (_, index) => ({
    type: 'track',
    event: 'order_placed',
    messageId: `e-${number}-${index}`,
    userId: `u-${number}-${index}`,
    anonymousId: `a-${number}-${index}`,
    timestamp: '2026-03-31T08:15:00Z',
    properties: { total: 10, currency: 'SEK' },
  })),
});
const signals = (number: number) => ({
  signals: Array.from({ length: batchSize }, (_, index) => ({
    messageId: `s-${number}-${index}`,
    kind: 'survey',
    happenedAt: '2026-03-31T08:15:00Z',
    identifiers: [{ type: 'user_id', value: `u-${number}-${index}` }],
    answers: [{ question: 'nps', value: index % 11 }],
  })),
});

async function post({ address }: Running, path: string, body: unknown): Promise<boolean> {
  const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
  const reply = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!reply?.ok) return false;
  const receipt = (await reply.json().catch(() => null)) as { accepted: number; duplicates: number } | null;
  return receipt !== null && receipt.accepted + receipt.duplicates === batchSize;
}

async function sendBoth(server: Running, number: number): Promise<boolean> {
  const sent = await Promise.all(
    [1, 2, 3].flatMap(() => [
      post(server, '/v1/batch', batch(number)),
      post(server, '/v1/signals', signals(number)),
    ]),
  );
  return sent.every(Boolean);
}

it('after kills under load every acknowledged item is there once, and nothing else', async () => {
  let next = 0;
  let server = await start();
  for (let round = 0; round < kills; round += 1) {
    const sent = new Map<number, boolean>();
    const load = Promise.all(
      [0, 1, 2, 3].map(async () => {
        for (;;) {
          const number = next;
          next += 1;
          sent.set(number, await sendBoth(server, number));
          if (!sent.get(number)) return;
        }
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 500));
    await kill(server);
    await load;
    if (round === 0) await killedStart();
    server = await start();
    for (const [number, acknowledged] of sent) {
      if (!acknowledged) expect(await sendBoth(server, number)).toBe(true);
    }
  }
  const [counts] = (await (await fetch(`${server.address}/counts`)).json()) as Record<string, string>[];
  await kill(server);
  const expected = String(next * batchSize);
  expect(counts).toEqual({
    events: expected,
    distinct_events: expected,
    signals: expected,
    answers: expected,
    identifiers: String(next * batchSize * 2),
    links: expected,
    unsealed: '0',
  });
});
