// Promise: one server per data directory. The lock names its holder by pid and start time, so a lock left by a
// killed process, or by one whose pid was used again, is recognised as stale.
import { createHash, randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
  for (let attempt = 0; !(await linked(path, server)); attempt++) {
    const left = await contentOf(path);
    if (left === null) continue;
    const holder = parsed(left);
    if (holder && lives(holder)) throw inUse(dir, holder);
    if (await succeeded(path, left, server)) break;
    if (attempt > 100)
      throw new StartupError('data-in-use', `The lock in ${dir} cannot be taken; delete the file ${path}.`);
    await sleep(20);
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
      if (holder?.token === server.token) await rm(path, { force: true });
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

/**
 * Puts our lock in the place of a stale one; false when another starter was quicker. Of those that found the same
 * stale lock only the holder of the claim on it may replace it, so it is still there when it is replaced. The claim
 * of a starter that died is passed by with the next number.
 */
async function succeeded(path: string, stale: string, server: RunningServer): Promise<boolean> {
  const claims = `${path}.after-${createHash('sha256').update(stale).digest('hex').slice(0, 16)}`;
  for (let number = 0; ; number++) {
    const claim = `${claims}.${number}`;
    if (!(await linked(claim, server))) {
      const other = await read(claim);
      if (other && !lives(other)) continue;
      return false;
    }
    const ours = (await contentOf(path)) === stale;
    if (ours) await written(path, server);
    for (let n = number; n >= 0; n--) await rm(`${claims}.${n}`, { force: true });
    return ours;
  }
}

async function read(path: string): Promise<RunningServer | null> {
  return parsed((await contentOf(path)) ?? '');
}

/** null when there is no such file. */
async function contentOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function parsed(content: string): RunningServer | null {
  try {
    const held = JSON.parse(content) as RunningServer;
    return typeof held.pid === 'number' && typeof held.startedAt === 'string' ? held : null;
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
