// The ledger's part of a backup: every table by COPY, all of one snapshot.
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { sql } from '../stores/sql.ts';
import { renderForLedger } from '../stores/sql-for-ledger.ts';
import { type TableCopy, tableFile } from './manifest.ts';

/** A table and which of its rows are kept. */
export interface LedgerTable {
  readonly name: string;
  readonly where?: string;
}

/** Every table of the product, referenced ones before those that refer to them. */
export async function ledgerTables(client: pg.ClientBase): Promise<LedgerTable[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(`
    select c.relname as name,
      coalesce(array_agg(distinct f.relname::text) filter (where f.relname is not null and f.oid <> c.oid), '{}') as needs
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
    left join pg_class f on f.oid = k.confrelid
    where n.nspname = current_schema() and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'schema_migrations'
    group by c.relname order by c.relname`);
  const ordered: string[] = [];
  const visit = (name: string, path: readonly string[]) => {
    if (ordered.includes(name) || path.includes(name)) return;
    for (const needed of rows.find((row) => row.name === name)?.needs ?? []) visit(needed, [...path, name]);
    ordered.push(name);
  };
  for (const { name } of rows) visit(name, []);
  return ordered.map((name) => ({ name }));
}

/** Writes a table's rows to the folder; the client's transaction decides of which moment they are. */
export async function copyLedgerTable(
  client: pg.ClientBase,
  table: LedgerTable,
  folder: string,
): Promise<TableCopy> {
  const columns = await columnsOf(client, table.name);
  const select = `select ${columns.map(quoted).join(', ')} from ${quoted(table.name)} ${condition(table)}`;
  const file = tableFile(folder, { store: 'ledger', name: table.name });
  const source = client.query(copyTo(`copy (${select}) to stdout`));
  await pipeline(source, createGzip({ level: 1 }), createWriteStream(file, { mode: 0o600 }));
  return { store: 'ledger', name: table.name, columns, ...(await ledgerChecksum(client, table, columns)) };
}

/** Fills an empty table from its file. */
export async function loadLedgerTable(client: pg.ClientBase, copy: TableCopy, folder: string): Promise<void> {
  const target = client.query(
    copyFrom(`copy ${quoted(copy.name)} (${copy.columns.map(quoted).join(', ')}) from stdin`),
  );
  await pipeline(createReadStream(tableFile(folder, copy)), createGunzip(), target);
}

export async function ledgerChecksum(
  client: pg.ClientBase,
  table: LedgerTable,
  columns: readonly string[],
): Promise<{ rows: number; checksum: string }> {
  const row = `row(${columns.map(quoted).join(', ')})::text`;
  const { rows } = await client.query<{ rows: string; checksum: string }>(
    `select count(*) as rows, coalesce(sum(('x' || left(md5(${row}), 15))::bit(60)::bigint), 0)::text as checksum
     from ${quoted(table.name)} ${condition(table)}`,
  );
  return { rows: Number(rows[0]?.rows ?? 0), checksum: rows[0]?.checksum ?? '0' };
}

/** The last number of every sequence. Read after all else: numbers may be left out, but never used again. */
export async function sequenceValues(client: pg.ClientBase): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    'select sequencename as name, last_value as last from pg_sequences where schemaname = current_schema()',
  );
  return Object.fromEntries(rows.flatMap(({ name, last }) => (last === null ? [] : [[name, last]])));
}

export async function setSequences(
  client: pg.ClientBase,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, last] of Object.entries(values)) {
    await client.query(renderForLedger(sql`select setval(${quoted(name)}::regclass, ${last}::bigint)`));
  }
}

async function columnsOf(client: pg.ClientBase, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    renderForLedger(sql`select attname as name from pg_attribute where attrelid = ${quoted(table)}::regclass
      and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`),
  );
  return rows.map((row) => row.name);
}

const condition = ({ where }: LedgerTable) => (where ? `where ${where}` : '');
const quoted = (name: string) =>
  name
    .split('.')
    .map((word) => `"${word}"`)
    .join('.');
