// Promise: a copy for the customer holds every row of every declared table that is about them, with its source.
import { isPersonal, type PersonalStores, type TableDeclaration } from '../../../access/index.ts';
import { sql } from '../../../platform/stores/sql.ts';
import { tracesOf } from '../erasure/traces.ts';

export interface CopiedTable {
  readonly table: string;
  readonly holds: string;
  readonly rows: readonly Record<string, unknown>[];
}

const mostRows = 200_000;
/** Columns that say nothing to a customer: how we keep our books. */
const ours = new Set([
  'workspace_id',
  'commit_no',
  'message_key',
  'content_hash',
  'spans',
  'mail_key',
  'version',
]);

/** Everything that is held about a customer, by table. Ids of sources become their names. */
export async function copyOf(
  stores: PersonalStores,
  tables: readonly TableDeclaration[],
  workspaceId: string,
  keys: readonly string[],
  sourceNames: ReadonlyMap<string, string>,
): Promise<CopiedTable[]> {
  const person = await tracesOf(stores.warehouse, workspaceId, keys);
  const copied: CopiedTable[] = [];
  for (const table of tables.filter(isPersonal).reverse()) {
    if (table.exported === false || table.blank) continue;
    const rows = await (table.copied ?? table.rows)(person, stores);
    if (rows === null) continue;
    const statement = sql`select * from ${sql.name(table.table)} where ${rows} limit ${mostRows}`;
    const found =
      table.store === 'warehouse'
        ? await stores.warehouse.query<Record<string, unknown>>(statement, { timeoutMs: 120_000 })
        : await stores.ledger.query<Record<string, unknown>>(statement);
    if (found.length === 0) continue;
    copied.push({
      table: table.table,
      holds: table.holds,
      rows: found.map((row) => shown(row, sourceNames)),
    });
  }
  return copied;
}

function shown(row: Record<string, unknown>, sourceNames: ReadonlyMap<string, string>) {
  const kept = Object.entries(row).flatMap(([name, value]): [string, unknown][] => {
    if (ours.has(name) || name.endsWith('_hash') || isEmpty(name, value)) return [];
    if (name === 'source_id') return [['source', sourceNames.get(String(value)) ?? value]];
    return [[name, value]];
  });
  return Object.fromEntries(kept);
}

/** A key of nobody is nothing; a zero that somebody said is something. */
const isEmpty = (name: string, value: unknown): boolean =>
  value === null ||
  value === '' ||
  (value === '0' && name.endsWith('_key')) ||
  (Array.isArray(value) && value.length === 0);
