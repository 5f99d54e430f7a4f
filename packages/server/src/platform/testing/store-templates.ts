// Stores to which the migrations were applied once in a run, for every test file to begin with a copy of its own.
// A template is known by what its migrations say; whoever asks for it first makes it.
import { createHash } from 'node:crypto';
import { cpSync, existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { PostgresConnection } from '../postgres/embedded-postgres.ts';
import { openEmbeddedWarehouse } from '../stores/embedded-warehouse.ts';
import { engineClauses } from '../stores/engine-clauses.ts';
import { migrateLedger, migrateWarehouse } from '../stores/migrating.ts';
import type { LedgerMigration, WarehouseMigration } from '../stores/migrations.ts';

/** Any number that the tests take no other lock by. */
const lockKey = 4_600_000_002;
const mebibyte = 1024 ** 2;

/** Makes the database `name` with the migrations applied. */
export async function ledgerFromTemplate(
  server: PostgresConnection,
  name: string,
  migrations: readonly LedgerMigration[],
): Promise<void> {
  const template = `template_${keyOf(migrations.map(({ id, statements }) => [id, statements]))}`;
  await connected({ ...server, database: 'postgres' }, async (administrator) => {
    await administrator.query('select pg_advisory_lock($1)', [lockKey]);
    const found = await administrator.query('select 1 from pg_database where datname = $1', [template]);
    if (found.rowCount === 0) {
      const unfinished = `${template}_unfinished`;
      await administrator.query(`drop database if exists ${unfinished}`);
      await administrator.query(`create database ${unfinished}`);
      await connected({ ...server, database: unfinished }, (client) => migrateLedger(client, migrations));
      await administrator.query(`alter database ${unfinished} rename to ${template}`);
    }
    await administrator.query(`create database ${name} template ${template}`);
  });
}

async function connected(server: pg.ClientConfig, work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client(server);
  await client.connect();
  await work(client).finally(() => client.end());
}

/** Makes the folder `path` of an embedded warehouse with the migrations applied; `folder` keeps the templates. */
export async function warehouseFromTemplate(
  folder: string,
  path: string,
  migrations: readonly WarehouseMigration[],
): Promise<void> {
  const clauses = engineClauses('embedded');
  const template = join(
    folder,
    `template-${keyOf(migrations.map(({ id, statements }) => [id, statements(clauses)]))}`,
  );
  if (!existsSync(template)) await makeWarehouse(folder, template, migrations);
  cpSync(template, path, { recursive: true });
}

async function makeWarehouse(folder: string, template: string, migrations: readonly WarehouseMigration[]) {
  const unfinished = await mkdtemp(join(folder, 'unfinished-'));
  const limits = { maxMemoryBytes: 512 * mebibyte, queryMemoryBytes: 256 * mebibyte };
  const warehouse = await openEmbeddedWarehouse({ path: unfinished, ...limits });
  await migrateWarehouse(warehouse, migrations).finally(() => warehouse.close());
  // another worker may have been quicker
  await rename(unfinished, template).catch(() => rm(unfinished, { recursive: true }));
}

const keyOf = (statements: unknown): string =>
  createHash('sha256').update(JSON.stringify(statements)).digest('hex').slice(0, 16);
