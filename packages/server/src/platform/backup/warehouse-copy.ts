// The warehouse's part of a backup. All tables are cloned (hard links, milliseconds) while no write is under way, so
// the copy is what a kill at that moment would have left; the rows are then read from the clones while writes go on.
import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { StartupError } from '../startup-error.ts';
import { type Sql, sql } from '../stores/sql.ts';
import type { Warehouse } from '../stores/warehouse.ts';
import { type TableCopy, tableFile } from './manifest.ts';

interface Column {
  readonly name: string;
  readonly type: string;
}

const limits = { timeoutMs: 3_600_000 };
const clonePrefix = 'lyhord_backup_';

export interface WarehouseSnapshot {
  /** Writes every table's rows to the folder. */
  copyTo(folder: string): Promise<TableCopy[]>;
  drop(): Promise<void>;
}

/** Clones all tables at one moment of this process's writes. */
export async function snapshotWarehouse(warehouse: Warehouse): Promise<WarehouseSnapshot> {
  if (warehouse.mode === 'cluster') {
    throw new StartupError(
      'config-wrong',
      'A cluster is backed up by its own servers (BACKUP DATABASE … ON CLUSTER …), after a backup of the PostgreSQL; docs/guide/operate.md says how.',
    );
  }
  await dropLeftClones(warehouse);
  const clones = `${clonePrefix}${randomBytes(4).toString('hex')}`;
  const tables = (await warehouseTables(warehouse)).map(({ name }) => name);
  const drop = () => warehouse.command(sql`drop database if exists ${sql.name(clones)} sync`);
  try {
    await warehouse.command(sql`create database ${sql.name(clones)}`);
    await warehouse.writesPaused(async (command) => {
      for (const table of tables)
        await command(sql`create table ${sql.name(`${clones}.${table}`)} clone as ${sql.name(table)}`);
    });
  } catch (error) {
    await drop();
    throw error;
  }
  const copyTo = async (folder: string) => {
    const copies: TableCopy[] = [];
    for (const table of tables) copies.push(await copyTable(warehouse, `${clones}.${table}`, table, folder));
    return copies;
  };
  return { copyTo, drop };
}

/** Fills a table from its file; true equality is checked afterwards with `warehouseChecksum`. */
export function loadWarehouseTable(warehouse: Warehouse, copy: TableCopy, folder: string): Promise<void> {
  if (copy.rows === 0) return Promise.resolve();
  const packed = createReadStream(tableFile(folder, copy));
  const plain = createGunzip();
  packed.on('error', (error) => plain.destroy(error));
  return warehouse.load(copy.name, copy.columns, 'Native', packed.pipe(plain));
}

export async function warehouseChecksum(
  warehouse: Warehouse,
  table: string,
): Promise<{ rows: number; checksum: string }> {
  const columns = (await columnsOf(warehouse, table)).map(hashable);
  // The hash gets a name inside and the counts outside, since a column may be called "rows".
  const hashes = sql`select cityHash64(toJSONString(tuple(${sql.join(columns)}))) as hash_of_row from ${await mergedRows(warehouse, table)}`;
  const [row] = await warehouse.query<{ rows: string; checksum: string }>(
    sql`select count() as rows, toString(sum(hash_of_row)) as checksum from (${hashes})`,
    limits,
  );
  return { rows: Number(row?.rows ?? 0), checksum: row?.checksum ?? '0' };
}

async function copyTable(
  warehouse: Warehouse,
  clone: string,
  table: string,
  folder: string,
): Promise<TableCopy> {
  const columns = (await columnsOf(warehouse, clone)).map((column) => column.name);
  const file = tableFile(folder, { store: 'warehouse', name: table });
  const rows = sql`select ${sql.join(columns.map(sql.name))} from ${await mergedRows(warehouse, clone)}`;
  const bytes = await warehouse.stream(rows, 'Native', limits);
  await pipeline(Readable.from(bytes), createGzip({ level: 1 }), createWriteStream(file, { mode: 0o600 }));
  return { store: 'warehouse', name: table, columns, ...(await warehouseChecksum(warehouse, clone)) };
}

/** Every table of the product. */
export function warehouseTables(warehouse: Warehouse): Promise<{ name: string }[]> {
  return warehouse.query<{ name: string }>(
    sql`select name from system.tables where database = currentDatabase() and engine like '%MergeTree'
        and name != 'schema_migrations' order by name`,
  );
}

/**
 * The table's rows as its merges will have them in the end: when they merge is chance, and a copy that is filled in one go
 * is merged at once.
 */
async function mergedRows(warehouse: Warehouse, table: string): Promise<Sql> {
  const [first = '', second] = table.split('.');
  const database = second === undefined ? sql`currentDatabase()` : sql`${first}`;
  const [found] = await warehouse.query<{ engine: string }>(
    sql`select engine from system.tables where database = ${database} and name = ${second ?? first}`,
  );
  const merges = /(Replacing|Aggregating|Summing|Collapsing)/.test(found?.engine ?? '');
  return merges ? sql`${sql.name(table)} final` : sql.name(table);
}

async function columnsOf(warehouse: Warehouse, table: string): Promise<Column[]> {
  const [first = '', second] = table.split('.');
  const database = second === undefined ? sql`currentDatabase()` : sql`${first}`;
  return warehouse.query<Column>(
    sql`select name, type from system.columns where database = ${database} and table = ${second ?? first}
        and default_kind not in ('MATERIALIZED', 'ALIAS', 'EPHEMERAL') order by position`,
  );
}

/** A state of an aggregate may be written in several ways; its result only in one. */
function hashable({ name, type }: Column): Sql {
  return type.startsWith('AggregateFunction') ? sql`finalizeAggregation(${sql.name(name)})` : sql.name(name);
}

/** Clones of a backup that was killed would keep the space of rows that are merged away since. */
async function dropLeftClones(warehouse: Warehouse): Promise<void> {
  const left = await warehouse.query<{ name: string }>(
    sql`select name from system.databases where startsWith(name, ${clonePrefix})`,
  );
  for (const { name } of left) await warehouse.command(sql`drop database if exists ${sql.name(name)} sync`);
}
