import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SegmentMessage, SignalInput } from '@lyhord/contract';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sendLive } from './send-live.ts';
import { twinCommand } from './twin-command.ts';

let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'twin-'));
  said = [];
  vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text));
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const small = ['--customers', '300', '--months', '1', '--until', '2026-11-20'];
const lines = (name: string): unknown[] =>
  readFileSync(join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

test('the files can be sent to the server as they are, and are the same when written again', async () => {
  expect(await twinCommand(['--out', folder, ...small])).toBe(0);
  expect(lines('events.jsonl').length).toBeGreaterThan(500);
  for (const message of lines('events.jsonl')) SegmentMessage.parse(message);
  for (const signal of lines('signals.jsonl')) SignalInput.parse(signal);
  expect(json('places.json')).toHaveLength(84);
  expect(json('truth.json')).toMatchObject({ company: 'Solvik', until: '2026-11-20' });
  const first = readFileSync(join(folder, 'events.jsonl'), 'utf8');
  expect(await twinCommand(['--out', folder, ...small])).toBe(0);
  expect(readFileSync(join(folder, 'events.jsonl'), 'utf8')).toBe(first);
});

test('a command line that cannot be followed is answered in one sentence', async () => {
  const answerTo = async (...argv: string[]): Promise<string> => {
    said = [];
    expect(await twinCommand(argv)).toBeGreaterThan(0);
    return said.join('\n');
  };
  expect(await answerTo()).toContain('--out DIR says where to write');
  expect(await answerTo('--customer', '5')).toContain('Did you mean --customers?');
  expect(await answerTo('--out', folder, '--customers', 'many')).toContain('--customers is many');
  expect(await answerTo('--out', folder, '--until', '2026-02-30')).toContain('"2026-02-30" is not a day');
  expect(await answerTo('--live', '--url', 'nowhere', '--key', 'k')).toContain(
    '--url nowhere is not an address',
  );
  expect(await answerTo('--live', '--url', 'http://127.0.0.1:1')).toContain('--live needs --key');
  expect(await answerTo('--live', '--url', 'http://127.0.0.1:1', '--key', 'k', '--pace', 'fast')).toContain(
    '--pace fast',
  );
  expect(await answerTo('--out', folder, '--scenario', join(folder, 'none.json'))).toContain(
    'cannot be read',
  );
  writeFileSync(join(folder, 'bad.json'), '{"truths": [');
  expect(await answerTo('--out', folder, '--scenario', join(folder, 'bad.json'))).toContain('is not JSON');
});

test('the living twin sends both kinds with the write key, and stops at a key that is refused', async () => {
  const got: { url: string; key: string; count: number }[] = [];
  const server = createServer((request, reply) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const sent = JSON.parse(body) as { batch?: unknown[]; signals?: unknown[] };
      const key = Buffer.from(request.headers.authorization!.slice(6), 'base64').toString();
      got.push({ url: request.url!, key, count: (sent.batch ?? sent.signals)!.length });
      const seen = new Set(got.map((one) => one.url));
      reply.writeHead(seen.size === 2 ? 401 : 200).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const options = { customers: 2_000, months: 1, seed: 1 };
  await expect(sendLive({ kind: 'live', url, key: 'secret', pacePerSecond: 500, options })).rejects.toThrow(
    'does not accept this key',
  );
  server.close();
  expect(new Set(got.map((one) => one.url))).toEqual(new Set(['/v1/batch', '/v1/signals']));
  expect(got.every((one) => one.key === 'secret:' && one.count > 0)).toBe(true);
});
