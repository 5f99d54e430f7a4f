// All SQL of an import's rows in the warehouse: how many there are, and taking them out again.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { CommitRange } from './import-store.ts';

/** The rows of the source of files in the commits of one import. */
export interface ImportedRows {
  readonly workspaceId: string;
  readonly sourceId: string;
  readonly ranges: readonly CommitRange[];
}

const patient = { timeoutMs: 600_000 };

const inRanges = (ranges: readonly CommitRange[]): Sql =>
  sql.or(
    ranges.map(
      ({ from, to }) =>
        sql`commit_no > ${sql.typed('UInt64', from)} and commit_no <= ${sql.typed('UInt64', to)}`,
    ),
  );

const own = ({ workspaceId, sourceId, ranges }: ImportedRows): Sql =>
  sql`workspace_id = ${workspaceId} and source_id = ${sourceId} and ${inRanges(ranges)}`;

/** Rows of identifiers that came with an import, or with others in its commits. */
export const identifiersOf = ({ workspaceId, ranges }: ImportedRows): Sql =>
  sql`(workspace_id = ${workspaceId} and ${inRanges(ranges)})`;

/** The last commit that counts. */
export async function lastSealedCommit(warehouse: Warehouse): Promise<bigint> {
  const [row] = await warehouse.query<{ last: string }>(sql`select max(commit_no) as last from commits`);
  return BigInt(row?.last ?? 0);
}

export async function countImportedRows(warehouse: Warehouse, rows: ImportedRows): Promise<number> {
  if (rows.ranges.length === 0) return 0;
  const [counted] = await warehouse.query<{ n: string }>(sql`select
    (select count() from events where ${own(rows)}) + (select count() from signals where ${own(rows)}) as n`);
  return Number(counted!.n);
}

/** The message keys of an import's rows, as two halves each. */
export async function eachImportedKey(
  warehouse: Warehouse,
  rows: ImportedRows,
  heard: (high: number, low: number) => void,
): Promise<void> {
  if (rows.ranges.length === 0) return;
  const keys = sql`select message_key from events where ${own(rows)}
    union all select message_key from signals where ${own(rows)}`;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of await warehouse.stream(keys, 'RowBinary', patient)) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = bytes.length - (bytes.length % 8);
    for (let at = 0; at < whole; at += 8) heard(bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at));
    rest = bytes.subarray(whole);
  }
}

/**
 * Takes an import's rows out of every base table. What is made from a row goes before the row itself, so that a stop
 * half way can be gone on with. Identifiers stay where anything else still names them.
 */
export async function removeImportedRows(warehouse: Warehouse, rows: ImportedRows): Promise<void> {
  if (rows.ranges.length === 0) return;
  const { workspaceId } = rows;
  const events = sql`(select event_id from events where ${own(rows)})`;
  const signals = sql`(select signal_id from signals where ${own(rows)})`;
  const remove = (table: string, which: Sql) => removeRows(warehouse, table, which);
  await remove('order_lines', sql`workspace_id = ${workspaceId} and event_id in ${events}`);
  for (const table of ['answers', 'mentions', 'signal_texts']) {
    await remove(table, sql`workspace_id = ${workspaceId} and signal_id in ${signals}`);
  }
  await remove('account_facts', own(rows));
  await remove('traits', own(rows));
  await remove('identity_links', sql`${own(rows)} and rule in ('same_message', 'alias')`);
  await remove('events', own(rows));
  await remove('signals', own(rows));
  const named = sql.join(
    [
      ...['events', 'signals', 'traits'].map(
        (table) => sql`select identifier_key from ${sql.name(table)} where workspace_id = ${workspaceId}`,
      ),
      sql`select key_a from identity_links where workspace_id = ${workspaceId}`,
      sql`select key_b from identity_links where workspace_id = ${workspaceId}`,
    ],
    sql` union distinct `,
  );
  await remove(
    'identifiers',
    sql`${identifiersOf(rows)} and (identifier_key not in (${named}) or ${standsElsewhere(rows)})`,
  );
}

/** Identifiers that were written again by what arrived during an undo stand once afterwards. */
export async function removeDoubledIdentifiers(warehouse: Warehouse, rows: ImportedRows): Promise<void> {
  if (rows.ranges.length === 0) return;
  const doubled = sql`${identifiersOf(rows)} and ${standsElsewhere(rows)}`;
  const [found] = await warehouse.query<{ n: string }>(
    sql`select count() as n from identifiers where ${doubled}`,
  );
  if (Number(found!.n) > 0) await removeRows(warehouse, 'identifiers', doubled);
}

const standsElsewhere = ({ workspaceId, ranges }: ImportedRows): Sql =>
  sql`identifier_key in (select identifier_key from identifiers
    where workspace_id = ${workspaceId} and not (${inRanges(ranges)}))`;

async function removeRows(warehouse: Warehouse, table: string, which: Sql): Promise<void> {
  const { engine } = warehouse;
  await warehouse.command(
    sql`alter table ${sql.name(engine.shard(table))} ${sql.raw(engine.onCluster)} delete where ${which}
      settings mutations_sync = 2, allow_nondeterministic_mutations = 1`,
    patient,
  );
}

export interface RefusedRow {
  readonly line: number;
  readonly field: string;
  readonly reason: string;
  readonly detail: string;
  readonly cells: readonly string[];
}

/** What was refused of an import, each line once, in the file's order. */
export async function refusedRowsOf(
  warehouse: Warehouse,
  workspaceId: string,
  endpoint: string,
  after: number,
  limit: number,
): Promise<RefusedRow[]> {
  const rows = await warehouse.query<{
    line: string;
    field: string;
    reason: string;
    detail: string;
    item: string;
  }>(sql`select at_line as line, any(its_field) as field, any(its_reason) as reason, any(its_detail) as detail, any(its_item) as item
    from (select toUInt64(JSONExtractUInt(refusals.item, 'line')) as at_line, refusals.field as its_field,
        refusals.reason as its_reason, refusals.detail as its_detail, refusals.item as its_item
      from refusals where workspace_id = ${workspaceId} and endpoint = ${endpoint})
    where at_line > ${after} group by at_line order by at_line limit ${limit}`);
  return rows.map(({ line, item, ...row }) => ({ ...row, line: Number(line), cells: cellsOf(item) }));
}

function cellsOf(item: string): string[] {
  try {
    const { cells } = JSON.parse(item) as { cells?: unknown[] };
    return (cells ?? []).map(String);
  } catch {
    return [];
  }
}
