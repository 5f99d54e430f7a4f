// Promise: the server lives exactly as long as this process. A small shell starts it, holds a pipe from here, and
// stops it when the pipe closes, whether by stop() or because this process was killed; then the shell ends, too.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { commandOf, gone, identityOf, lives, signal } from '../processes/process-identity.ts';
import { StartupError } from '../startup-error.ts';
import type { Placement } from './placement.ts';
import type { SystemUser } from './system-user.ts';

export interface Postmaster {
  /** Resolves when the server has ended, whoever ended it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** The port only names the socket's file; nothing listens on the network. */
export const socketPort = 5432;

/** fd 3 is the pipe: reading it ends when its other end is closed. SIGINT is PostgreSQL's fast shutdown. */
const guard = `
"$@" 3<&- &
server=$!
( read -r line <&3; kill -INT $server ) 2>/dev/null &
reader=$!
wait $server
kill $reader 2>/dev/null
`;

const settings = (at: Placement, durable: boolean): Record<string, string> => ({
  listen_addresses: '',
  unix_socket_directories: at.sockets,
  unix_socket_permissions: '0700',
  port: String(socketPort),
  max_connections: '40',
  shared_buffers: '48MB',
  work_mem: '8MB',
  maintenance_work_mem: '48MB',
  max_worker_processes: '2',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  autovacuum_max_workers: '1',
  autovacuum_worker_slots: '1',
  io_method: 'sync',
  wal_level: 'minimal',
  max_wal_senders: '0',
  min_wal_size: '64MB',
  max_wal_size: '512MB',
  // a recycled segment would keep what was deleted until it is written over
  wal_recycle: 'off',
  max_locks_per_transaction: '256',
  fsync: durable ? 'on' : 'off',
  synchronous_commit: durable ? 'on' : 'off',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_destination: 'stderr',
  logging_collector: 'off',
  log_line_prefix: '%m [%p] ',
  log_min_messages: 'warning',
});

/** Ends what an earlier process left, then starts the server. It may not take connections yet. */
export async function startPostmaster(
  binaries: string,
  at: Placement,
  user: SystemUser | null,
  durable: boolean,
): Promise<Postmaster> {
  await endLeftover(at.cluster);
  const log = await openLog(join(at.home, 'log'));
  const options = Object.entries(settings(at, durable)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const command = [join(binaries, 'bin', 'postgres'), '-D', at.cluster, ...options];
  const child = spawn('/bin/sh', ['-c', guard, 'lyhord-ledger', ...command], {
    cwd: '/',
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin', TZ: 'UTC' },
    detached: true,
    stdio: ['ignore', log.fd, log.fd, 'pipe'],
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  });
  await log.close();
  child.unref();
  const pipe = child.stdio[3] as import('node:net').Socket;
  pipe.unref();
  pipe.on('error', () => undefined);
  const ended = new Promise<void>((resolve, reject) => {
    child.on('exit', () => resolve());
    child.on('error', reject);
  });
  ended.catch(() => undefined);
  return { ended, stop: () => stop(child, pipe, ended, at) };
}

async function stop(
  child: ChildProcess,
  pipe: import('node:net').Socket,
  ended: Promise<void>,
  at: Placement,
): Promise<void> {
  child.ref();
  const identity = identityOf(await postmasterPid(at.cluster));
  const harder = setTimeout(() => {
    if (identity && lives(identity)) signal(identity.pid, 'SIGQUIT');
  }, 20_000);
  pipe.destroy();
  await ended;
  clearTimeout(harder);
}

async function postmasterPid(cluster: string): Promise<number> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  return Number(text.split('\n')[0]?.trim() || 0);
}

/** A server that a killed process left behind is stopped; a pid file whose pid is someone else's is put aside. */
async function endLeftover(cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = await postmasterPid(cluster);
  const identity = pid > 0 ? identityOf(pid) : null;
  if (!identity || !commandOf(pid).includes(cluster)) {
    await rm(pidFile, { force: true });
    return;
  }
  for (const [name, ms] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    signal(pid, name);
    if (await gone(identity, ms)) return;
  }
  throw new StartupError(
    'ledger-failed',
    `A PostgreSQL left by an earlier run (process ${pid}) does not stop; end it and start again.`,
  );
}

const logLimit = 5 * 1024 ** 2;

async function openLog(path: string) {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > logLimit) await rename(path, `${path}.old`);
  return open(path, 'a', 0o600);
}
