// Promise: a backup is of one moment of each store, the warehouse's never before the ledger's. What the ledger says
// was done stands in the warehouse; what the warehouse has beyond that, start-up catches up with, as after a kill.

import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { makeFolder } from '../data-directory/make-folder.ts';
import { jobQueues, jobTables } from '../jobs/waiting-jobs.ts';
import type { Platform } from '../platform.ts';
import { StartupError, startupErrorFrom } from '../startup-error.ts';
import { sql } from '../stores/sql.ts';
import type { Warehouse } from '../stores/warehouse.ts';
import { keepFiles, keptFiles } from './kept-files.ts';
import { copyLedgerTable, ledgerTables, sequenceValues } from './ledger-copy.ts';
import { type Manifest, type TableCopy, writeManifest } from './manifest.ts';
import { snapshotWarehouse } from './warehouse-copy.ts';

export interface BackupReport {
  readonly folder: string;
  readonly takenAt: string;
  readonly rows: number;
  readonly tables: readonly TableCopy[];
}

const otherFolder = 'name another folder for the backup';
const stores = ['ledger', 'warehouse'] as const;

/** Rows that were answered before the warehouse had them. */
const aheadFolder = 'ahead';

/**
 * Copies both stores into the new folder `folder` while everything goes on. `landed` resolves when the warehouse has all
 * that was answered so far; without it, as where no server runs, the log of what it lacks is copied, too.
 */
export async function backup(
  { ledger, warehouse, clock }: Pick<Platform, 'ledger' | 'warehouse' | 'clock'>,
  dataDir: string,
  folder: string,
  landed?: () => Promise<void>,
): Promise<BackupReport> {
  await newFolder(folder);
  const takenAt = clock.now().toISOString();
  const client = await ledger.pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const migrations = { ledger: await idsInLedger(client), warehouse: await idsInWarehouse(warehouse) };
    await landed?.();
    const snapshot = await snapshotWarehouse(warehouse);
    try {
      const inLedger = await copyLedger(client, folder);
      const tables = [...inLedger.tables, ...(await snapshot.copyTo(folder))];
      const files = await keepFiles(dataDir, folder);
      if (landed === undefined) await copyFolder(dataDir, folder, aheadFolder);
      await writeManifest(folder, { format: 1, takenAt, migrations, ...inLedger, tables, files });
      return { folder, takenAt, tables, rows: tables.reduce((sum, table) => sum + table.rows, 0) };
    } finally {
      await snapshot.drop();
    }
  } catch (error) {
    // What is half written would stand in the way of the next attempt.
    for (const store of [...stores, aheadFolder])
      await rm(join(folder, store), { recursive: true, force: true });
    for (const name of keptFiles) await rm(join(folder, name), { force: true });
    throw startupErrorFrom(error, folder, otherFolder);
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

async function copyLedger(
  client: pg.ClientBase,
  folder: string,
): Promise<Pick<Manifest, 'tables' | 'sequences' | 'queues'>> {
  const jobs = await jobTables(client);
  const tables: TableCopy[] = [];
  for (const table of [...(await ledgerTables(client)), ...jobs])
    tables.push(await copyLedgerTable(client, table, folder));
  return {
    tables,
    sequences: await sequenceValues(client),
    queues: jobs.length > 0 ? await jobQueues(client) : [],
  };
}

async function newFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder, 0o700);
    if ((await readdir(folder)).length > 0) {
      throw new StartupError('config-wrong', `${folder} is not empty; name a new folder for the backup.`);
    }
    for (const store of stores) await mkdir(join(folder, store), { mode: 0o700 });
  } catch (error) {
    throw startupErrorFrom(error, folder, otherFolder);
  }
}

async function copyFolder(from: string, to: string, name: string): Promise<void> {
  if (existsSync(join(from, name))) await cp(join(from, name), join(to, name), { recursive: true });
}

/** Puts back what `backup` copied of the log. */
export const restoreAhead = (folder: string, dataDir: string): Promise<void> =>
  copyFolder(folder, dataDir, aheadFolder);

/** The first question of the transaction; it fixes the moment that all its other answers are of. */
async function idsInLedger(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select id from schema_migrations order by id');
  return rows.map((row) => row.id);
}

async function idsInWarehouse(warehouse: Warehouse): Promise<string[]> {
  const rows = await warehouse.query<{ id: string }>(
    sql`select distinct id from schema_migrations order by id`,
  );
  return rows.map((row) => row.id);
}
