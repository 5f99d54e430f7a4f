// PostgreSQL refuses to run as root; then a system user runs it.
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartupError } from '../startup-error.ts';

export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** null when this process is not root and runs PostgreSQL itself. */
export function userForPostgres(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const found = users.find((fields) => fields[0] === name);
    const uid = Number(found?.[2]);
    if (found && uid > 0) return { name, uid, gid: Number(found[3]) };
  }
  throw new StartupError(
    'ledger-failed',
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody"; start as an ordinary user.',
  );
}

/** Whether the user may enter `path` and every folder above it. */
export function reachable(path: string, user: SystemUser | null): boolean {
  if (user === null) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    if (!mayEnter(folder, user)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function mayEnter(folder: string, user: SystemUser): boolean {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat) return true;
  if (stat.uid === user.uid) return (stat.mode & 0o100) !== 0;
  if (stat.gid === user.gid) return (stat.mode & 0o010) !== 0;
  return (stat.mode & 0o001) !== 0;
}
