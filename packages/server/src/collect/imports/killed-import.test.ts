// A load that is killed at random moments goes on where it was: nothing twice, nothing lost, the counts right.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KillableProgram, killableProgram } from '../testing/killable-program.ts';

const rows = 20_000;
const kills = 2;
let folder: string;
let program: KillableProgram;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lyhord-killed-import-'));
  program = await killableProgram('killable-import');
  // every second row stands twice: identical rows are all kept
  const lines = Array.from({ length: rows }, (_, at) => `2026-03-${10 + (at % 20)},u${at >> 1},order_placed`);
  await writeFile(join(folder, 'file.csv'), `at,user,event\n${lines.join('\n')}\n`);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await program.remove();
});

const start = (): ChildProcess =>
  spawn(process.execPath, [program.path, join(folder, 'data'), join(folder, 'file.csv')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });

it('killed twice and started again, a load ends with every row once', async () => {
  for (let kill = 0; kill < kills; kill += 1) {
    const child = start();
    await once(child.stdout!, 'data');
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 700));
    const ended = once(child, 'exit');
    process.kill(-child.pid!, 'SIGKILL');
    await ended;
  }
  const child = start();
  const ended = once(child, 'exit');
  let last = '';
  for await (const line of createInterface(child.stdout!)) last = line;
  await ended;
  const { state, counts } = JSON.parse(last);
  expect(counts).toEqual({ events: String(rows), keys: String(rows), identifiers: String(rows / 2) });
  expect(state).toMatchObject({ state: 'done', rows, accepted: rows, duplicates: 0, refused: 0 });
});
