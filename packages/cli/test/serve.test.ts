// What an operator may do to the process; on real stores, in processes of their own.
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  processTree,
  type ServerProcess,
  startServerProcess,
  stopServerProcess,
  temporaryFolder,
} from '../src/bench/server-process.ts';

const folder = temporaryFolder('serve-test');
const dataDir = join(folder.path, 'data');
let server: ServerProcess;

const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function untilGone(pids: readonly number[]): Promise<number[]> {
  for (let attempt = 0; attempt < 600 && pids.some(alive); attempt++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return pids.filter(alive);
}

const failure = (options: readonly string[], env: Record<string, string> = {}) =>
  startServerProcess(options, env).then(
    async (started) => {
      await stopServerProcess(started);
      return 'it started';
    },
    (problem: Error) => problem.message.split('was ready:\n')[1]!.trim(),
  );

describe('a server process', () => {
  beforeAll(async () => {
    server = await startServerProcess(['--data', dataDir]);
  });
  afterAll(async () => {
    await stopServerProcess(server);
    folder.remove();
  });

  test('prints one address that answers, and a sign-in', async () => {
    const page = await fetch(server.url);
    expect(page.status).toBe(200);
    expect(server.email).toContain('@');
    expect(server.password.length).toBeGreaterThanOrEqual(10);
  });

  test('refuses a data folder in use with one sentence', async () => {
    const said = await failure(['--data', dataDir]);
    expect(said).toMatch(/in use|already runs/i);
    expect(said.split('\n')).toHaveLength(1);
  });

  test('refuses an empty name of a data folder, and makes none of the folder it was called in', async () => {
    expect(await failure(['--data', ''])).toBe('--data is empty; give it a value or leave it out.');
  });

  test('refuses a busy port with one sentence that names it', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const said = await failure(['--data', join(folder.path, 'other'), '--port', String(port)]);
    taken.close();
    expect(said).toContain(String(port));
    expect(said.split('\n')).toHaveLength(1);
  });

  test('ends with one sentence when its port is taken while it starts', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const { port } = free.address() as { port: number };
    free.close();
    const started = failure(['--data', join(folder.path, 'race'), '--port', String(port)]);
    const taken = createServer();
    for (let attempt = 0; attempt < 6_000 && !existsSync(join(folder.path, 'race', 'lock')); attempt++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    taken.listen(port, '127.0.0.1');
    const said = await started;
    taken.close();
    expect(said).toContain(`Port ${port} is used by another program`);
    expect(said.split('\n')).toHaveLength(1);
  });

  test('refuses a data folder written by a newer version with one sentence', async () => {
    const newer = join(folder.path, 'newer');
    await stopServerProcess(await startServerProcess(['--data', newer]));
    writeFileSync(join(newer, 'format'), '9999\n');
    const said = await failure(['--data', newer]);
    expect(said).toMatch(/newer/i);
    expect(said.split('\n')).toHaveLength(1);
  });

  test('refuses a data folder that is a file with one sentence', async () => {
    const file = join(folder.path, 'file');
    mkdirSync(folder.path, { recursive: true });
    writeFileSync(file, '');
    const said = await failure(['--data', file]);
    expect(said.split('\n')).toHaveLength(1);
  });

  test('killed alone, it leaves no process behind and starts again', async () => {
    const below = processTree(server.child.pid!);
    expect(below.length).toBeGreaterThan(1);
    process.kill(server.child.pid!, 'SIGKILL');
    expect(await untilGone(below)).toEqual([]);
    server = await startServerProcess(['--data', dataDir]);
    expect((await fetch(server.url)).status).toBe(200);
  });

  test('killed with its whole group, it starts again', async () => {
    const below = processTree(server.child.pid!);
    process.kill(-server.child.pid!, 'SIGKILL');
    expect(await untilGone(below)).toEqual([]);
    server = await startServerProcess(['--data', dataDir]);
    expect((await fetch(server.url)).status).toBe(200);
  });

  test('asked to stop, it leaves no process behind', async () => {
    const below = processTree(server.child.pid!);
    await stopServerProcess(server);
    expect(await untilGone(below)).toEqual([]);
    server = await startServerProcess(['--data', dataDir]);
  });
});
