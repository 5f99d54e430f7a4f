import pg from 'pg';
import { StartupError } from '../startup-error.ts';
import type { Ledger } from './ledger.ts';
import { listenOn } from './ledger-listening.ts';
import { ledgerTrips, mostTrips } from './ledger-trips.ts';
import type { Sql } from './sql.ts';
import { renderForLedger } from './sql-for-ledger.ts';

export type LedgerAddress = string | pg.ClientConfig;

/** Opens the ledger at a URL or at the embedded server's address, and checks that it answers. */
export async function openLedger(address: LedgerAddress, connections = 10): Promise<Ledger> {
  const settings = typeof address === 'string' ? { connectionString: address } : address;
  const client = { ...settings, application_name: 'lyhord', keepAlive: true };
  const pool = connectionPool({ ...client, max: connections });
  try {
    await checkVersion(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return new PostgresLedger(pool, client);
}

function connectionPool(settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    ...settings,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 60_000,
  });
  pool.on('error', () => undefined);
  // a connection that breaks while it is in use says so to nobody else, and would end the process
  pool.on('connect', (connected) => connected.on('error', () => undefined));
  return pool;
}

/**
 * Connections for shared questions alone. Each is a look by key through an index, planned once: for lists of keys the
 * server would plan each anew, which takes longer than the look. What is planned while a table is small stays right
 * when it has grown, since no plan reads a whole table.
 */
const tripPool = (client: pg.ClientConfig): pg.Pool =>
  connectionPool({
    ...client,
    max: mostTrips,
    onConnect: (connected) =>
      connected.query('set plan_cache_mode = force_generic_plan; set enable_seqscan = off'),
  });

async function checkVersion(pool: pg.Pool): Promise<void> {
  try {
    const { rows } = await pool.query<{ server_version_num: string }>('show server_version_num');
    const version = Number(rows[0]?.server_version_num ?? 0);
    if (version >= 150_000) return;
    throw new StartupError(
      'ledger-unreachable',
      `DATABASE_URL points to PostgreSQL ${Math.floor(version / 10_000)}; version 15 or newer is needed.`,
    );
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(
      'ledger-unreachable',
      `The PostgreSQL of DATABASE_URL cannot be used: ${(error as Error).message}; check address, user and password.`,
      { cause: error },
    );
  }
}

class PostgresLedger implements Ledger {
  readonly pool: pg.Pool;
  readonly #client: pg.ClientConfig;
  readonly #trips: pg.Pool;
  readonly #stopListening = new Set<() => Promise<void>>();
  readonly together: Ledger['together'];

  constructor(pool: pg.Pool, client: pg.ClientConfig) {
    this.pool = pool;
    this.#client = client;
    this.#trips = tripPool(client);
    this.together = ledgerTrips((statement) => this.#trips.query(statement));
  }

  async query<Row>(statement: Sql): Promise<Row[]> {
    return (await this.pool.query(renderForLedger(statement))).rows as Row[];
  }

  async one<Row>(statement: Sql): Promise<Row | null> {
    return (await this.query<Row>(statement))[0] ?? null;
  }

  async transaction<T>(work: (tx: Ledger) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await work(new LedgerTransaction(client, this, 0));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => {
        broken = lost;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async listen(...given: Parameters<Ledger['listen']>): Promise<() => Promise<void>> {
    const stop = await listenOn(this.#client, ...given);
    this.#stopListening.add(stop);
    return async () => {
      this.#stopListening.delete(stop);
      await stop();
    };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#stopListening].map((stop) => stop()));
    this.#stopListening.clear();
    await Promise.all([this.pool, this.#trips].map((pool) => (pool.ended ? undefined : pool.end())));
  }
}

class LedgerTransaction implements Ledger {
  readonly #client: pg.PoolClient;
  readonly #ledger: Ledger;
  readonly #depth: number;

  constructor(client: pg.PoolClient, ledger: Ledger, depth: number) {
    this.#client = client;
    this.#ledger = ledger;
    this.#depth = depth;
  }

  get together(): Ledger['together'] {
    return ledgerTrips((statement) => this.#client.query(statement));
  }

  get pool(): pg.Pool {
    return this.#ledger.pool;
  }

  async query<Row>(statement: Sql): Promise<Row[]> {
    return (await this.#client.query(renderForLedger(statement))).rows as Row[];
  }

  async one<Row>(statement: Sql): Promise<Row | null> {
    return (await this.query<Row>(statement))[0] ?? null;
  }

  async transaction<T>(work: (tx: Ledger) => Promise<T>): Promise<T> {
    const savepoint = `nested_${this.#depth + 1}`;
    await this.#client.query(`savepoint ${savepoint}`);
    try {
      const result = await work(new LedgerTransaction(this.#client, this.#ledger, this.#depth + 1));
      await this.#client.query(`release savepoint ${savepoint}`);
      return result;
    } catch (error) {
      await this.#client.query(`rollback to savepoint ${savepoint}`);
      throw error;
    }
  }

  listen(...given: Parameters<Ledger['listen']>): Promise<() => Promise<void>> {
    return this.#ledger.listen(...given);
  }

  /** A transaction ends when its work does. */
  async close(): Promise<void> {}
}
