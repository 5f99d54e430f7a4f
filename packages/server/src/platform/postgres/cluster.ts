import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '../startup-error.ts';
import type { Placement } from './placement.ts';
import type { SystemUser } from './system-user.ts';

export const superuser = 'lyhord';

/** Makes the cluster once and gives its password. A kill in the middle leaves nothing that looks finished. */
export async function readyCluster(
  binaries: string,
  at: Placement,
  user: SystemUser | null,
  durable: boolean,
): Promise<string> {
  const passwordFile = join(at.home, 'password');
  if (existsSync(at.cluster)) {
    await sameMajorVersion(binaries, at.cluster);
    return (await readFile(passwordFile, 'utf8')).trim();
  }
  const password = randomBytes(24).toString('base64url');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) await chown(passwordFile, user.uid, user.gid);
  const half = join(at.home, 'cluster.unfinished');
  await rm(half, { recursive: true, force: true });
  await initialise(binaries, half, passwordFile, user, durable);
  await rename(half, at.cluster);
  return password;
}

async function sameMajorVersion(binaries: string, cluster: string): Promise<void> {
  const made = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  const control = await readFile(join(binaries, 'share', 'postgresql', 'postgres.bki'), 'utf8').catch(
    () => '',
  );
  const present = /^# PostgreSQL (\d+)/.exec(control)?.[1];
  if (present !== undefined && present !== made) {
    throw new StartupError(
      'ledger-failed',
      `The ledger in ${cluster} was made by PostgreSQL ${made}, but PostgreSQL ${present} is installed; ` +
        'make a backup with the version that wrote it and restore that backup here.',
    );
  }
}

function initialise(
  binaries: string,
  folder: string,
  passwordFile: string,
  user: SystemUser | null,
  durable: boolean,
): Promise<void> {
  const settings = [
    ...(durable ? [] : ['--no-sync']),
    `--pgdata=${folder}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    '--data-checksums',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(join(binaries, 'bin', 'initdb'), settings, {
      cwd: '/',
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin', TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    });
    let said = '';
    child.stderr.on('data', (text) => {
      said = (said + text).slice(-2000);
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(initialisingError(said))));
  });
}

function initialisingError(said: string): StartupError {
  if (/No space left/i.test(said)) {
    return new StartupError(
      'disk-full',
      'The disk is full: the ledger could not be made; free some space and start again.',
    );
  }
  return new StartupError(
    'ledger-failed',
    `The embedded PostgreSQL could not make its folder: ${said.trim().slice(-400)}`,
  );
}
