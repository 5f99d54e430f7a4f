// What a customer is found by: keys of all identifiers, and the values and names behind them.
import type { PersonTraces } from '../../../access/index.ts';
import { sql } from '../../../platform/stores/sql.ts';
import type { Warehouse } from '../../../platform/stores/warehouse.ts';
import { nameTraits } from '../../customers/customer-store.ts';

const shortestValue = 6;

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
  const values = rows.map(({ value }) => value).filter((value) => value.length >= shortestValue);
  return { workspaceId, keys, values };
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
