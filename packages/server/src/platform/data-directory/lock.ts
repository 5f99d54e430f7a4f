// Promise: one server per data directory. The lock names its holder by pid and start time, so a lock left by a
// killed process, or by one whose pid was used again, is recognised as stale.
import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identityOf, lives, type ProcessIdentity } from '../processes/process-identity.ts';
import { StartupError } from '../startup-error.ts';

/** What a running server tells about itself to commands on the same machine. */
export interface RunningServer extends ProcessIdentity {
  /** null until it listens. */
  readonly url: string | null;
  /** Lets its bearer act as the operator of this server. */
  readonly token: string;
}

export const lockName = 'lock';

/** The running server of a data directory, or null. */
export async function findRunningServer(dir: string): Promise<RunningServer | null> {
  const held = await read(join(dir, lockName));
  return held && lives(held) ? held : null;
}

export interface Lock {
  readonly server: RunningServer;
  /** Tells commands where the server listens. */
  tell(url: string): Promise<void>;
  release(): Promise<void>;
}

export async function takeLock(dir: string): Promise<Lock> {
  const path = join(dir, lockName);
  const own = identityOf(process.pid);
  if (!own) throw new Error('This process cannot find itself in the process table.');
  let server: RunningServer = { ...own, url: null, token: randomBytes(24).toString('base64url') };
  for (let attempt = 0; ; attempt++) {
    if (await linked(path, server)) break;
    const holder = await read(path);
    if (holder && lives(holder)) throw inUse(dir, holder);
    if (attempt > 20)
      throw new StartupError('data-in-use', `The lock in ${dir} cannot be taken; delete the file ${path}.`);
    await putAside(path, holder);
  }
  return {
    get server() {
      return server;
    },
    async tell(url) {
      server = { ...server, url };
      await written(path, server);
    },
    async release() {
      const holder = await read(path);
      if (holder && holder.pid === own.pid && holder.startedAt === own.startedAt)
        await rm(path, { force: true });
    },
  };
}

/** Creates the lock with its content in one step; false when there is one already. */
async function linked(path: string, server: RunningServer): Promise<boolean> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, JSON.stringify(server), { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function written(path: string, server: RunningServer): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, JSON.stringify(server), { mode: 0o600 });
  await rename(draft, path);
}

/** Moves a stale lock away; should another starter have taken the lock in the meantime, its lock is put back. */
async function putAside(path: string, stale: RunningServer | null): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await read(aside);
  if (moved && moved.token !== stale?.token && lives(moved)) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

async function read(path: string): Promise<RunningServer | null> {
  try {
    const parsed = JSON.parse(await readFile(path, 'utf8')) as RunningServer;
    return typeof parsed.pid === 'number' && typeof parsed.startedAt === 'string' ? parsed : null;
  } catch {
    return null;
  }
}

function inUse(dir: string, holder: RunningServer): StartupError {
  const where = holder.url ? ` and answers at ${holder.url}` : '';
  return new StartupError(
    'data-in-use',
    `The data folder ${dir} is in use: process ${holder.pid} runs on it${where}; stop that one first, or choose another folder with --data.`,
  );
}
