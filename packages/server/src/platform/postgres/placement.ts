// Promise: the cluster lies in the data directory whenever the user that runs PostgreSQL can get there, otherwise
// below /var/lib/lyhord, with a pointer in the data directory. No owner of an existing folder is changed.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startupErrorFrom } from '../startup-error.ts';
import { reachable, type SystemUser } from './system-user.ts';

export interface Placement {
  /** Folder of the ledger: `cluster`, `log`, the binaries' copy when one is needed. */
  readonly home: string;
  readonly cluster: string;
  /** Folder of the Unix socket, closed to others. */
  readonly sockets: string;
}

const outside = '/var/lib/lyhord';
/** A socket's whole path may have 103 bytes on macOS, 107 on Linux. */
const longestSocketPath = 103;

/** Decides where the ledger of a data directory lies and makes its folders. */
export async function place(dataDir: string, user: SystemUser | null): Promise<Placement> {
  const home = await chosenHome(dataDir, user);
  try {
    await owned(home, user);
    const sockets = await socketFolder(home, user);
    return { home, cluster: join(home, 'cluster'), sockets };
  } catch (error) {
    throw startupErrorFrom(error, home);
  }
}

async function chosenHome(dataDir: string, user: SystemUser | null): Promise<string> {
  const pointer = join(dataDir, 'ledger-location');
  const pointed = existsSync(pointer) ? (await readFile(pointer, 'utf8')).trim() : '';
  if (pointed) return pointed;
  const inside = join(dataDir, 'ledger');
  if (existsSync(inside) || reachable(dataDir, user)) return inside;
  const home = join(
    outside,
    createHash('sha256')
      .update(await realpath(dataDir))
      .digest('hex')
      .slice(0, 16),
  );
  await mkdir(outside, { recursive: true, mode: 0o755 }).catch((error) => {
    throw startupErrorFrom(error, outside);
  });
  await writeFile(pointer, `${home}\n`, { mode: 0o600 });
  return home;
}

/** Makes a folder of the server's user, closed to others. */
async function owned(folder: string, user: SystemUser | null): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  if (user) await chown(folder, user.uid, user.gid);
}

async function socketFolder(home: string, user: SystemUser | null): Promise<string> {
  const near = join(home, 's');
  const short = Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= longestSocketPath;
  const name = createHash('sha256').update(home).digest('hex').slice(0, 16);
  const folder = short ? near : join(tmpdir(), `lyhord-${name}`);
  await owned(folder, user);
  return folder;
}
