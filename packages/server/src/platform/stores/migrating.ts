// Promise: every migration is applied once, in order, by one process at a time, whichever process comes first.
import type pg from 'pg';
import { StartupError } from '../startup-error.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerMigration, Migrations, WarehouseMigration } from './migrations.ts';
import { type Sql, sql } from './sql.ts';
import { renderForLedger } from './sql-for-ledger.ts';
import type { Warehouse } from './warehouse.ts';

/** Any number that nothing else in the product takes a lock by. */
const lockKey = 4_600_000_001;

/**
 * Brings both stores to the newest schema; waits while another process does. Returns the ids that were applied;
 * `applied` hears each as soon as it is.
 */
export async function migrate(
  ledger: Ledger,
  warehouse: Warehouse,
  migrations: Migrations,
  applied: (id: string) => void = () => {},
): Promise<string[]> {
  refuseRepeatedIds(migrations);
  const holder = await ledger.pool.connect();
  try {
    await holder.query('select pg_advisory_lock($1)', [lockKey]);
    const inLedger = await migrateLedger(holder, migrations.ledger, applied);
    const inWarehouse = await migrateWarehouse(warehouse, migrations.warehouse, applied);
    return [...inLedger, ...inWarehouse];
  } finally {
    await holder.query('select pg_advisory_unlock($1)', [lockKey]).catch(() => undefined);
    holder.release();
  }
}

/** The ledger alone; who calls sees to it that nobody else migrates it. */
export async function migrateLedger(
  client: Pick<pg.PoolClient, 'query'>,
  migrations: readonly LedgerMigration[],
  applied: (id: string) => void = () => {},
): Promise<string[]> {
  await client.query(
    'create table if not exists schema_migrations (id text primary key, applied_at timestamptz not null default now())',
  );
  const { rows } = await client.query<{ id: string }>('select id from schema_migrations');
  const missing = notYetApplied(
    'ledger',
    migrations,
    rows.map((row) => row.id),
  );
  for (const migration of missing) {
    await applyToLedger(client, migration);
    applied(migration.id);
  }
  return missing.map((migration) => migration.id);
}

async function applyToLedger(
  client: Pick<pg.PoolClient, 'query'>,
  { id, statements }: LedgerMigration,
): Promise<void> {
  try {
    await client.query('begin');
    for (const statement of statements) await client.query(renderForLedger(statement));
    await client.query('insert into schema_migrations (id) values ($1)', [id]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new StartupError(
      'ledger-failed',
      `The ledger's migration ${id} failed: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

/** The warehouse alone; who calls sees to it that nobody else migrates it. */
export async function migrateWarehouse(
  warehouse: Warehouse,
  migrations: readonly WarehouseMigration[],
  applied: (id: string) => void = () => {},
): Promise<string[]> {
  for (const statement of recordTable(warehouse)) await warehouse.command(statement);
  const rows = await warehouse.query<{ id: string }>(sql`select distinct id from schema_migrations`);
  const missing = notYetApplied(
    'warehouse',
    migrations,
    rows.map((row) => row.id),
  );
  for (const { id, statements } of missing) {
    try {
      for (const statement of statements(warehouse.engine)) await warehouse.command(statement);
      await warehouse.insert('schema_migrations', [{ id }]);
      applied(id);
    } catch (error) {
      throw new StartupError(
        'warehouse-failed',
        `The warehouse's migration ${id} failed: ${(error as Error).message}`,
        { cause: error },
      );
    }
  }
  return missing.map((migration) => migration.id);
}

/** The warehouse's own record of what was applied, so that it stays true when either store is replaced. */
export function recordTable({ engine }: Pick<Warehouse, 'engine'>): Sql[] {
  return [
    sql`create table if not exists ${sql.name(engine.shard('schema_migrations'))} ${sql.raw(engine.onCluster)}
        (id String, applied_at DateTime64(3, 'UTC') default now64(3))
        engine = ${sql.raw(engine.mergeTree())} order by id settings ${sql.raw(engine.settings)}`,
    ...engine.distributed('schema_migrations', 'cityHash64(id)'),
  ];
}

function notYetApplied<M extends { readonly id: string }>(
  store: string,
  known: readonly M[],
  applied: readonly string[],
): M[] {
  const ids = new Set(known.map((migration) => migration.id));
  const unknown = applied.find((id) => !ids.has(id));
  if (unknown !== undefined) {
    throw new StartupError(
      'data-newer',
      `The ${store} was written by a newer version of Lyhörd (it holds "${unknown}"); start that version, or restore a backup made by this one.`,
    );
  }
  const done = new Set(applied);
  return known.filter((migration) => !done.has(migration.id));
}

function refuseRepeatedIds({ ledger, warehouse }: Migrations): void {
  for (const list of [ledger, warehouse]) {
    const seen = new Set<string>();
    for (const { id } of list) {
      if (seen.has(id)) throw new Error(`Two migrations are called "${id}".`);
      seen.add(id);
    }
  }
}
