import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identityOf } from '../processes/process-identity.ts';
import { startupErrorFrom } from '../startup-error.ts';
import { openDataDirectory } from './data-directory.ts';
import { findRunningServer } from './lock.ts';

let base: string;
let dir: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'lyhord-dir-'));
  dir = join(base, 'data');
});
afterEach(() => rm(base, { recursive: true, force: true }));

describe('a data directory', () => {
  it('is made when it is missing, closed to others', async () => {
    const opened = await openDataDirectory(dir);
    expect((await stat(dir)).mode & 0o066).toBe(0);
    expect((await stat(join(dir, 'lock'))).mode & 0o777).toBe(0o600);
    await opened.close();
  });

  it('tells commands where its server listens, until the server stops', async () => {
    const opened = await openDataDirectory(dir);
    await opened.listensAt('http://localhost:4600');
    expect(await findRunningServer(dir)).toMatchObject({ pid: process.pid, url: 'http://localhost:4600' });
    expect((await findRunningServer(dir))?.token.length).toBeGreaterThan(20);
    await opened.close();
    expect(await findRunningServer(dir)).toBeNull();
  });

  it('keeps one secret for ever', async () => {
    const first = await openDataDirectory(dir);
    const secret = await first.secret();
    await first.close();
    const second = await openDataDirectory(dir);
    expect(await second.secret()).toBe(secret);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    await second.close();
  });
});

describe('refuses, in one plain sentence,', () => {
  it('a folder in use, naming the process and its address', async () => {
    const opened = await openDataDirectory(dir);
    await opened.listensAt('http://localhost:4600');
    await expect(openDataDirectory(dir)).rejects.toMatchObject({
      fault: 'data-in-use',
      message: expect.stringContaining(
        `process ${process.pid} runs on it and answers at http://localhost:4600`,
      ),
    });
    await opened.close();
  });

  it('a folder written by a newer version', async () => {
    await mkdir(dir);
    await writeFile(join(dir, 'format'), '99\n');
    await expect(openDataDirectory(dir)).rejects.toMatchObject({ fault: 'data-newer' });
  });

  it('a file in the place of the folder', async () => {
    await writeFile(dir, 'not a folder');
    await expect(openDataDirectory(dir)).rejects.toMatchObject({ fault: 'data-unwritable' });
  });

  it.skipIf(!existsSync('/proc/self'))('a place where the system makes no folders', async () => {
    for (const place of ['/proc', '/proc/lyhord', '/proc/lyhord/data'])
      await expect(openDataDirectory(place)).rejects.toThrow(`No folder can be made at ${place}`);
  });

  it('names that no disk takes', async () => {
    const long = join(base, 'a'.repeat(300));
    await expect(openDataDirectory(long)).rejects.toThrow('is too long for this disk');
    await symlink(dir, dir);
    await symlink(join(base, 'nowhere', 'at', 'all'), join(base, 'dangling'));
    for (const place of [dir, join(dir, 'below'), join(base, 'dangling')])
      await expect(openDataDirectory(place)).rejects.toThrow('is not a folder');
  });

  it('a folder that this user may not write', async () => {
    await mkdir(dir);
    await chmod(dir, 0o500);
    const root = process.getuid?.() === 0;
    if (root) process.seteuid?.('nobody');
    try {
      await expect(openDataDirectory(dir)).rejects.toMatchObject({ fault: 'data-unwritable' });
    } finally {
      if (root) process.seteuid?.('root');
    }
  });

  it('what the file system says about full, read-only and forbidden disks', () => {
    const fault = (code: string) => startupErrorFrom(Object.assign(new Error(code), { code }), '/data');
    expect(fault('ENOSPC')).toMatchObject({
      fault: 'disk-full',
      message: expect.stringContaining('free some space'),
    });
    expect(fault('EROFS')).toMatchObject({ fault: 'disk-read-only' });
    expect(fault('EACCES')).toMatchObject({ fault: 'data-unwritable' });
    expect(fault('ECHILD')).toMatchObject({ code: 'ECHILD' });
  });
});

describe('a stale lock', () => {
  const stale = (holder: object) =>
    writeFile(join(dir, 'lock'), JSON.stringify({ url: null, token: 'old', ...holder }));
  beforeEach(() => mkdir(dir));

  it('of a process that is gone is taken over', async () => {
    await stale({ pid: 999_999_999, startedAt: 'x' });
    await (await openDataDirectory(dir)).close();
  });

  it('of a process whose pid is another one now is taken over', async () => {
    await stale({ pid: process.ppid, startedAt: 'before the last start of this machine' });
    await (await openDataDirectory(dir)).close();
  });

  it('that is not readable is taken over', async () => {
    await writeFile(join(dir, 'lock'), '{half');
    await (await openDataDirectory(dir)).close();
  });

  it('goes to exactly one of many that come at once', async () => {
    await stale({ pid: 999_999_999, startedAt: 'x' });
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => openDataDirectory(dir)));
    const won = results.filter((result) => result.status === 'fulfilled');
    expect(won).toHaveLength(1);
    expect(JSON.parse(await readFile(join(dir, 'lock'), 'utf8'))).toMatchObject(identityOf(process.pid)!);
    await (won[0] as PromiseFulfilledResult<Awaited<ReturnType<typeof openDataDirectory>>>).value.close();
  });
});
