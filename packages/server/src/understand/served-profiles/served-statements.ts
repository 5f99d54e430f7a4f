// All warehouse SQL of served profiles: whose identifiers some commits have touched, and what there is of identifiers.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { joinedColumns, tallyColumns } from '../computed-traits/tally-columns.ts';

export interface ServedRow {
  readonly key: string;
  readonly identity: string;
  readonly traits: string;
  readonly tallies: string;
}
/** What rows are made from: slices of tallies, and the commit up to which they go. */
export interface ServedState {
  readonly workspaceId: string;
  readonly slices: readonly bigint[];
  readonly to: bigint;
}

const limits = { timeoutMs: 600_000 };
const touchedTables = ['events', 'signals', 'traits', 'identifiers'];

/** Identifiers of which the commits after `after` up to `to` say something, in order. */
export async function touchedKeys(
  warehouse: Warehouse,
  workspaceId: string,
  after: bigint,
  to: bigint,
): Promise<string[]> {
  const touched = touchedTables.map(
    (table) => sql`select identifier_key from ${sql.name(table)} where workspace_id = ${workspaceId}
      and commit_no > ${sql.typed('UInt64', after)} and commit_no <= ${sql.typed('UInt64', to)}`,
  );
  const rows = await warehouse.query<{ key: string }>(
    sql`select toString(identifier_key) as key from (${sql.join(touched, sql` union all `)})
      where identifier_key != 0 group by identifier_key order by identifier_key`,
    limits,
  );
  return rows.map(({ key }) => key);
}

export async function identifierCount(warehouse: Warehouse, workspaceId: string): Promise<number> {
  const [row] = await warehouse.query<{ n: string }>(
    sql`select count() as n from identifiers where workspace_id = ${workspaceId}`,
  );
  return Number(row?.n ?? 0);
}

export const amongKeys = (keys: readonly string[]): Sql =>
  sql`identifier_key in ${sql.list(keys.map(BigInt), 'UInt64')}`;
export const betweenKeys = (from: bigint, to: bigint): Sql =>
  sql`identifier_key between ${sql.typed('UInt64', from)} and ${sql.typed('UInt64', to)}`;

/** Numbers instead of moments and days, texts instead of numbers that JavaScript cannot hold. */
const wireOf = ({ name, type }: (typeof tallyColumns)[number]): string => {
  if (type.startsWith('DateTime64')) return `toUnixTimestamp64Milli(${name})`;
  if (type === 'Array(Date)') return `arrayMap(x -> toUInt16(x), ${name})`;
  if (!type.startsWith('Array(Tuple')) return name;
  const length = type.split(',').length;
  const rest = Array.from({ length: length - 1 }, (_, at) => `x.${at + 2}`);
  return `arrayMap(x -> tuple(toString(x.1), ${rest.join(', ')}), ${name})`;
};
const tallyWire = tallyColumns.map(wireOf).join(', ');

/** All there is of some identifiers. */
export function servedRows(warehouse: Warehouse, state: ServedState, which: Sql): Promise<ServedRow[]> {
  const { workspaceId, slices, to } = state;
  const own = sql`workspace_id = ${workspaceId} and ${which}`;
  const committed = sql`${own} and commit_no <= ${sql.typed('UInt64', to)}`;
  return warehouse.query<ServedRow>(
    sql`select toString(identifier_key) as key, anyIf(part, of = 1) as identity, anyIf(part, of = 2) as traits,
        anyIf(part, of = 3) as tallies
      from (
        select identifier_key, 1 as of, toJSONString(any(tuple(toString(type), value, toString(namespace)))) as part
          from identifiers where ${committed} group by identifier_key
        union all
        select identifier_key, 2 as of, toJSONString(arraySort(groupArray(
            tuple(name, newest.1, newest.2, newest.3)))) as part
          from (select identifier_key, toString(name) as name, argMax(
              (value, toString(source_id), toUnixTimestamp64Milli(happened_at)), (happened_at, commit_no)) as newest
            from traits where ${committed} group by identifier_key, name)
          group by identifier_key
        union all
        select identifier_key, 3 as of, toJSONString(arraySort(groupArray(
            tuple(place, ${sql.raw(tallyWire)})))) as part
          from (select identifier_key, toString(place_id) as place, ${sql.raw(joinedColumns)}
            from customer_tallies as t where ${own} and slice in ${sql.list(slices, 'UInt64')}
            group by identifier_key, place_id)
          group by identifier_key)
      where identifier_key != 0 group by identifier_key`,
    limits,
  );
}
