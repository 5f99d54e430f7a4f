import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { StartupError } from '../startup-error.ts';
import { readyBinaries } from './binaries.ts';
import { readyCluster, superuser } from './cluster.ts';
import { type Placement, place } from './placement.ts';
import { type Postmaster, socketPort, startPostmaster } from './postmaster.ts';
import { userForPostgres } from './system-user.ts';

export interface PostgresConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface EmbeddedPostgres {
  readonly connection: PostgresConnection;
  /** Resolves when the server has ended by itself or by stop(). */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const databaseName = 'lyhord';
const startLimitMs = 60_000;

/** Starts PostgreSQL on the data directory's cluster, which is made when there is none. */
export async function startEmbeddedPostgres(dataDir: string, durable: boolean): Promise<EmbeddedPostgres> {
  const user = userForPostgres();
  const at = await place(dataDir, user);
  const binaries = await readyBinaries(user, copiesBeside(at));
  const password = await readyCluster(binaries, at, user, durable);
  const postmaster = await startPostmaster(binaries, at, user, durable);
  const connection = {
    host: at.sockets,
    port: socketPort,
    user: superuser,
    password,
    database: databaseName,
  };
  try {
    await waitUntilReady(connection, postmaster, at);
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
  return { connection, ended: postmaster.ended, stop: () => postmaster.stop() };
}

/** A copy outside the data directory is shared by all ledgers there; one inside lies beside its cluster. */
function copiesBeside(at: Placement): string {
  return at.home.startsWith('/var/lib/lyhord/') ? '/var/lib/lyhord' : at.home;
}

async function waitUntilReady(
  connection: PostgresConnection,
  postmaster: Postmaster,
  at: Placement,
): Promise<void> {
  const state = { over: false };
  void postmaster.ended.then(() => {
    state.over = true;
  });
  const end = Date.now() + startLimitMs;
  for (;;) {
    if (await tried(connection)) return;
    if (state.over || Date.now() > end) throw await startingError(at);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Connects once and makes the database when it is missing; false while the server is still starting. */
async function tried(connection: PostgresConnection): Promise<boolean> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = await client.query('select 1 from pg_database where datname = $1', [connection.database]);
    if (found.rowCount === 0) await client.query(`create database ${connection.database}`);
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03'].includes(code)) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function startingError(at: Placement): Promise<StartupError> {
  const log = await readFile(join(at.home, 'log'), 'utf8').catch(() => '');
  if (/No space left/i.test(log.slice(-2000))) {
    return new StartupError(
      'disk-full',
      `The disk that holds ${at.home} is full; free some space and start again.`,
    );
  }
  return new StartupError(
    'ledger-failed',
    `The embedded PostgreSQL does not start; it said: ${log.trim().slice(-500)}`,
  );
}
