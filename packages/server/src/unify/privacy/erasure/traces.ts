// What a customer is found by: keys of all identifiers, and the values and names behind them.
import type { PersonTraces } from '../../../access/index.ts';
import { type Sql, sql } from '../../../platform/stores/sql.ts';
import type { Warehouse } from '../../../platform/stores/warehouse.ts';
import { familyNameTraits, givenNameTraits, nameTraits } from '../../customers/customer-store.ts';

const shortestValue = 6;
const mostOfOnePart = 20;

/** Reads what is still known; a value too short to be told from other words is found by its key only. */
export async function tracesOf(
  warehouse: Warehouse,
  workspaceId: string,
  keys: readonly string[],
): Promise<PersonTraces> {
  const among = sql.list(keys, 'UInt64');
  const rows = await warehouse.query<{ value: string }>(sql`select value from identifiers
      where workspace_id = ${workspaceId} and identifier_key in ${among} and type != 'anonymous_id'
    union distinct select value from traits where workspace_id = ${workspaceId} and identifier_key in ${among}
      and (name in ${sql.list([...nameTraits, 'email', 'phone'])})`);
  const composed = await composedNames(warehouse, workspaceId, among);
  const values = [...rows.map(({ value }) => value), ...composed].filter(
    (value) => value.length >= shortestValue,
  );
  return { workspaceId, keys, values: [...new Set(values)] };
}

/** What somebody is called in letters whose names came in parts. */
async function composedNames(warehouse: Warehouse, workspaceId: string, among: Sql): Promise<string[]> {
  const parts = [givenNameTraits, familyNameTraits].map((names) =>
    warehouse.query<{ value: string }>(sql`select distinct trim(value) as value from traits
      where workspace_id = ${workspaceId} and identifier_key in ${among} and name in ${sql.list(names)}
        and value != '' limit ${mostOfOnePart}`),
  );
  const [given, family] = await Promise.all(parts);
  return given!.flatMap((first) => family!.map((last) => `${first.value} ${last.value}`));
}

export interface Messages {
  readonly messageKeys: readonly string[];
  /** Days of signals and events, whose counts must be made again. */
  readonly days: readonly string[];
}

export async function messagesOf(
  warehouse: Warehouse,
  workspaceId: string,
  keys: readonly string[],
): Promise<Messages> {
  const own = sql`workspace_id = ${workspaceId} and identifier_key in ${sql.list(keys, 'UInt64')}`;
  const rows = await warehouse.query<{ key: string; day: string }>(sql`
    select message_key as key, toString(local_day) as day from signals where ${own}
    union all select message_key as key, toString(local_day) as day from events where ${own}`);
  const days = new Set(rows.map(({ day }) => day).filter((day) => day !== ''));
  return { messageKeys: rows.map(({ key }) => key), days: [...days].sort() };
}
