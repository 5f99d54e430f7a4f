// Promise: whoever gets a DataDirectory may use it alone, it can be written, and its format is understood.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { leastFreeBytes, StartupError, startupErrorFrom } from '../startup-error.ts';
import { type Lock, type RunningServer, takeLock } from './lock.ts';
import { makeFolder } from './make-folder.ts';

/** Raised when the layout of the data directory changes; tables have migrations of their own. */
export const formatVersion = 1;

export interface DataDirectory {
  readonly path: string;
  /** How commands on this machine reach the server. */
  readonly server: RunningServer;
  /** Folder of mail that no mail server is set for. */
  readonly outbox: string;
  readonly warehouse: string;
  /** A key that was made once and stays, at least 32 characters. */
  secret(): Promise<string>;
  /** Writes down where the server listens. */
  listensAt(url: string): Promise<void>;
  /** Nobody else may open the folder until `whole` is called, also where this process is killed. */
  filling(): Promise<void>;
  whole(): Promise<void>;
  close(): Promise<void>;
}

const fillingMark = 'restore-unfinished';

/** Opens a data directory, making it when it is missing; throws StartupError with what to do otherwise. */
export async function openDataDirectory(dir: string): Promise<DataDirectory> {
  const path = resolve(dir);
  await made(path);
  const lock = await takeLock(path).catch((error) => {
    throw startupErrorFrom(error, path);
  });
  try {
    await checkFormat(path);
    checkWhole(path);
    await checkSpace(path);
  } catch (error) {
    await lock.release();
    throw startupErrorFrom(error, path);
  }
  return described(path, lock);
}

function described(path: string, lock: Lock): DataDirectory {
  return {
    path,
    get server() {
      return lock.server;
    },
    outbox: join(path, 'outbox'),
    warehouse: join(path, 'warehouse'),
    secret: () => keptSecret(join(path, 'secret')),
    listensAt: (url) => lock.tell(url),
    filling: () => writeFile(join(path, fillingMark), '', { mode: 0o600 }),
    whole: () => rm(join(path, fillingMark)),
    close: () => lock.release(),
  };
}

/** root's folder lets the user that runs PostgreSQL pass through, without seeing what is in it. */
async function made(path: string): Promise<void> {
  try {
    const fresh = await makeFolder(path);
    if (fresh) await chmod(path, process.getuid?.() === 0 ? 0o711 : 0o700);
    const probe = join(path, `.writable-${randomBytes(4).toString('hex')}`);
    await writeFile(probe, 'x');
    await rm(probe);
  } catch (error) {
    throw startupErrorFrom(error, path);
  }
}

async function checkFormat(path: string): Promise<void> {
  const file = join(path, 'format');
  if (!existsSync(file)) {
    await writeFile(file, `${formatVersion}\n`, { mode: 0o600 });
    return;
  }
  const written = Number((await readFile(file, 'utf8')).trim());
  if (written <= formatVersion) return;
  throw new StartupError(
    'data-newer',
    `The data folder ${path} was written by a newer version of Lyhörd (format ${written}, this one knows ${formatVersion}); start that version, or choose another folder with --data.`,
  );
}

function checkWhole(path: string): void {
  if (!existsSync(join(path, fillingMark))) return;
  throw new StartupError(
    'data-unfinished',
    `A restore into ${path} did not come to its end, so the folder holds only a part; delete it and restore again.`,
  );
}

async function checkSpace(path: string): Promise<void> {
  const { bavail, bsize } = await statfs(path);
  const free = bavail * bsize;
  if (free >= leastFreeBytes) return;
  const megabytes = (bytes: number) => `${Math.floor(bytes / 1024 ** 2)} MB`;
  throw new StartupError(
    'disk-full',
    `The disk that holds ${path} has only ${megabytes(free)} left; free at least ${megabytes(leastFreeBytes)} and start again.`,
  );
}

async function keptSecret(file: string): Promise<string> {
  const fresh = randomBytes(36).toString('base64url');
  try {
    await writeFile(file, fresh, { mode: 0o600, flag: 'wx' });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readFile(file, 'utf8')).trim();
  }
}
