// Promise: a restored data directory holds exactly what the backup holds, or nothing is said to be restored.

import { existsSync } from 'node:fs';
import { chmod, copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Config } from '../../config.ts';
import { openDataDirectory } from '../data-directory/data-directory.ts';
import { jobTables, makeQueues } from '../jobs/waiting-jobs.ts';
import { StartupError } from '../startup-error.ts';
import { migrate } from '../stores/migrating.ts';
import type { Migrations } from '../stores/migrations.ts';
import { openStores, type Stores } from '../stores/open-stores.ts';
import { type BackupReport, keptFiles, restoreAhead } from './backup.ts';
import { ledgerChecksum, loadLedgerTable, setSequences } from './ledger-copy.ts';
import { type Manifest, readManifest, type TableCopy } from './manifest.ts';
import { loadWarehouseTable, warehouseChecksum } from './warehouse-copy.ts';

/** Fills the empty data directory (and stores) of `config` from a backup, and compares every table by checksum. */
export async function restore(folder: string, config: Config, migrations: Migrations): Promise<BackupReport> {
  const manifest = await readManifest(folder);
  const known = knownThen(manifest, migrations);
  await mustBeEmpty(config.dataDir);
  const dataDirectory = await openDataDirectory(config.dataDir);
  try {
    await restoreFiles(folder, config.dataDir);
    const stores = await openStores(config, dataDirectory);
    try {
      await migrate(stores.ledger, stores.warehouse, known);
      await fill(folder, manifest, stores);
    } finally {
      await stores.close();
    }
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

async function restoreFiles(folder: string, dataDir: string): Promise<void> {
  for (const name of keptFiles) {
    if (!existsSync(join(folder, name))) continue;
    await copyFile(join(folder, name), join(dataDir, name));
    await chmod(join(dataDir, name), 0o600);
  }
  await restoreAhead(folder, dataDir);
}

async function fill(folder: string, manifest: Manifest, { ledger, warehouse }: Stores): Promise<void> {
  const inLedger = manifest.tables.filter((table) => table.store === 'ledger');
  if (manifest.queues.length > 0) await makeQueues(ledger, manifest.queues);
  const client = await ledger.pool.connect();
  try {
    await client.query('begin');
    await withoutTriggers(client);
    for (const table of inLedger) await replaceRows(client, table, folder);
    await setSequences(client, manifest.sequences);
    await client.query('commit');
    const kept = new Map((await jobTables(client)).map((table) => [table.name, table]));
    for (const table of inLedger)
      same(table, await ledgerChecksum(client, kept.get(table.name) ?? table, table.columns));
  } finally {
    client.release();
  }
  for (const table of manifest.tables.filter(({ store }) => store === 'warehouse')) {
    await loadWarehouseTable(warehouse, table, folder);
    same(table, await warehouseChecksum(warehouse, table.name));
  }
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
