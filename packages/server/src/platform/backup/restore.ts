// Promise: a restored data directory holds exactly what the backup holds, or nothing is said to be restored.

import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Config } from '../../config.ts';
import { openDataDirectory } from '../data-directory/data-directory.ts';
import { jobTables, makeQueues } from '../jobs/waiting-jobs.ts';
import { isFullDisk, StartupError } from '../startup-error.ts';
import { migrate } from '../stores/migrating.ts';
import type { Migrations } from '../stores/migrations.ts';
import { openStores, type Stores } from '../stores/open-stores.ts';
import { sql } from '../stores/sql.ts';
import { type BackupReport, restoreAhead } from './backup.ts';
import { checkFiles, restoreFiles } from './kept-files.ts';
import { ledgerChecksum, ledgerTables, loadLedgerTable, setSequences } from './ledger-copy.ts';
import { type Manifest, readManifest, type TableCopy, tableFile } from './manifest.ts';
import { loadWarehouseTable, warehouseChecksum, warehouseTables } from './warehouse-copy.ts';

/**
 * Fills the empty data directory (and stores) of `config` from a backup, and compares every table by checksum. Until
 * that and `atLast` are done, nothing starts on the directory.
 */
export async function restore(
  folder: string,
  config: Config,
  migrations: Migrations,
  atLast: () => Promise<unknown> = async () => {},
): Promise<BackupReport> {
  const manifest = await readManifest(folder);
  const known = knownThen(manifest, migrations);
  await refuseLinks(folder);
  await checkFiles(folder, manifest);
  await mustBeEmpty(config.dataDir);
  const dataDirectory = await openDataDirectory(config.dataDir);
  try {
    await dataDirectory.filling();
    await restoreFiles(folder, config.dataDir);
    await restoreAhead(folder, config.dataDir);
    const stores = await openStores(config, dataDirectory);
    try {
      await storesMustBeEmpty(stores);
      await migrate(stores.ledger, stores.warehouse, known);
      await fill(folder, manifest, stores);
    } finally {
      await stores.close();
    }
    await atLast();
    await dataDirectory.whole();
  } finally {
    await dataDirectory.close();
  }
  const { takenAt, tables } = manifest;
  return { folder, takenAt, tables, rows: tables.reduce((sum, table) => sum + table.rows, 0) };
}

/** The schema as it was when the backup was made; the next start brings it up to date. */
function knownThen({ migrations: applied }: Manifest, { ledger, warehouse }: Migrations): Migrations {
  const unknown = [
    ...applied.ledger.filter((id) => !ledger.some((migration) => migration.id === id)),
    ...applied.warehouse.filter((id) => !warehouse.some((migration) => migration.id === id)),
  ];
  if (unknown.length > 0) {
    throw new StartupError(
      'data-newer',
      `The backup was made by a newer version of Lyhörd (it holds "${unknown[0]}"); restore it with that version.`,
    );
  }
  return {
    ledger: ledger.filter(({ id }) => applied.ledger.includes(id)),
    warehouse: warehouse.filter(({ id }) => applied.warehouse.includes(id)),
  };
}

async function mustBeEmpty(dataDir: string): Promise<void> {
  const found = existsSync(dataDir) ? await readdir(dataDir) : [];
  if (found.length === 0) return;
  throw new StartupError(
    'config-wrong',
    `${dataDir} is not empty; name a new folder with --data, so that nothing is overwritten.`,
  );
}

/** Servers of one's own may hold data beside a new data folder; rows of theirs would be taken for those of a migration. */
async function storesMustBeEmpty({ ledger, warehouse }: Stores): Promise<void> {
  const found = await ledger.one<{ found: string | null }>(
    sql`select to_regclass('schema_migrations')::text as found`,
  );
  const tables = await warehouse.query(
    sql`select name from system.tables where database = currentDatabase() and name = 'schema_migrations'`,
  );
  if (!found?.found && tables.length === 0) return;
  const which = found?.found ? 'PostgreSQL of DATABASE_URL' : 'ClickHouse of CLICKHOUSE_URL';
  throw new StartupError(
    'config-wrong',
    `The ${which} holds data of Lyhörd already; name an empty database, so that nothing is overwritten.`,
  );
}

/** A link would bring a file from outside into the data folder, or let the product write outside later. */
async function refuseLinks(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() || entry.isDirectory()) continue;
    throw new StartupError(
      'config-wrong',
      `${join(entry.parentPath, entry.name)} is not an ordinary file, so the folder is not as a backup left it; restore another one.`,
    );
  }
}

async function fill(folder: string, manifest: Manifest, { ledger, warehouse }: Stores): Promise<void> {
  const inLedger = manifest.tables.filter((table) => table.store === 'ledger');
  const inWarehouse = manifest.tables.filter((table) => table.store === 'warehouse');
  const withJobs = inLedger.some(({ name }) => name.startsWith('pgboss.')) || manifest.queues.length > 0;
  if (withJobs) await makeQueues(ledger, manifest.queues);
  const client = await ledger.pool.connect();
  try {
    const jobs = await jobTables(client);
    mustHold(folder, inLedger, [...(await ledgerTables(client)), ...jobs]);
    mustHold(folder, inWarehouse, await warehouseTables(warehouse));
    await client.query('begin');
    await withoutTriggers(client);
    for (const table of inLedger) await whole(folder, table, replaceRows(client, table, folder));
    await setSequences(client, manifest.sequences);
    await client.query('commit');
    const kept = new Map(jobs.map((table) => [table.name, table]));
    for (const table of inLedger)
      same(table, await ledgerChecksum(client, kept.get(table.name) ?? table, table.columns));
  } finally {
    client.release();
  }
  for (const table of inWarehouse) {
    await whole(folder, table, loadWarehouseTable(warehouse, table, folder));
    same(table, await warehouseChecksum(warehouse, table.name));
  }
}

/** A manifest with a table less, or one more, than its schema has was not written by a backup. */
function mustHold(folder: string, copies: readonly TableCopy[], tables: readonly { name: string }[]): void {
  const lacking = tables.find(({ name }) => !copies.some((copy) => copy.name === name));
  const unknown = copies.find((copy) => !tables.some(({ name }) => name === copy.name));
  if (!lacking && !unknown) return;
  const wrong = lacking
    ? `lacks the table ${lacking.name}`
    : `names a table ${unknown!.name} that there is not`;
  throw new StartupError(
    'config-wrong',
    `The manifest of the backup in ${folder} ${wrong}; restore another backup.`,
  );
}

/** Names the file that a table could not be filled from. */
function whole<T>(folder: string, table: TableCopy, filled: Promise<T>): Promise<T> {
  return filled.catch((error: Error) => {
    const file = tableFile(folder, table);
    const isFull = isFullDisk(error);
    throw new StartupError(
      isFull ? 'disk-full' : 'config-wrong',
      isFull
        ? `The disk is full before the table ${table.name} is restored; free some space, delete the data folder and restore again.`
        : `${file} is damaged (${error.message}); restore another backup.`,
      { cause: error },
    );
  });
}

/** Rows come in as they were; triggers and foreign keys had their say then. Not every server allows it. */
async function withoutTriggers(client: pg.ClientBase): Promise<void> {
  await client.query('savepoint before_role');
  await client
    .query("set local session_replication_role = 'replica'")
    .catch(() => client.query('rollback to savepoint before_role'));
}

/** Rows that a migration put there are in the backup, too. */
async function replaceRows(client: pg.ClientBase, table: TableCopy, folder: string): Promise<void> {
  const { rowCount } = await client.query(`select from ${table.name} limit 1`);
  if (rowCount) await client.query(`delete from ${table.name}`);
  await loadLedgerTable(client, table, folder);
}

function same(table: TableCopy, found: { rows: number; checksum: string }): void {
  if (table.rows === found.rows && table.checksum === found.checksum) return;
  throw new StartupError(
    table.store === 'ledger' ? 'ledger-failed' : 'warehouse-failed',
    `The table ${table.name} is not what it was: ${found.rows} rows instead of ${table.rows}, or other values; delete the data folder and restore again.`,
  );
}
