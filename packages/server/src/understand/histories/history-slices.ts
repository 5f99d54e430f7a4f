// Slices of histories: which rows of them count, and how several become one.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { tallyColumns } from '../computed-traits/tally-columns.ts';

export const id = (slice: bigint): Sql => sql.typed('UInt64', slice);
export const mine = (workspaceId: string): Sql => sql`workspace_id = ${workspaceId}`;
/** One of many statements of long work. */
export const inTurn = { timeoutMs: 3_600_000, background: true };

const columns = sql.raw(
  'part, kind, place_id, currency, profile_key, days, at, before, before_days, after, amounts, margin_days, margins, followed, followed_later',
);
/** Stands for a day that never comes. */
export const afterAllDays = sql`toDate('2149-06-06')`;
export const stateColumns = sql.raw(
  ['profile_key', ...tallyColumns.map(({ name }) => name), 'at_place'].join(', '),
);

/** The newest version of the map from identifiers to customers. */
export async function newestVersion(warehouse: Warehouse, workspaceId: string): Promise<bigint> {
  const [row] = await warehouse.query<{ version: string }>(
    sql`select toString(max(version)) as version from profile_keys where ${mine(workspaceId)}`,
  );
  return BigInt(row?.version ?? 0);
}

/** Rows of slices, oldest first, that count: of each customer what the newest slice says that covers them. */
export const counting = (workspaceId: string, slices: readonly bigint[]): Sql =>
  sql.or(
    slices.map((slice, index) => {
      const newer = slices.slice(index + 1);
      return sql.and([
        sql`slice = ${id(slice)}`,
        sql.if(
          newer.length > 0,
          () => sql`profile_key not in (select profile_key from customer_histories
            where ${mine(workspaceId)} and part = 'covered' and slice in ${sql.list(newer, 'UInt64')})`,
        ),
      ]);
    }),
  );

/** Writes one slice that says what several say together; with the oldest of all, nobody has to be covered any more. */
export async function joinHistories(
  warehouse: Warehouse,
  workspaceId: string,
  from: readonly bigint[],
  into: bigint,
  withOldest: boolean,
): Promise<void> {
  await warehouse.command(
    sql`insert into customer_states (workspace_id, slice, ${stateColumns})
      select ${workspaceId}, ${id(into)}, ${stateColumns} from customer_states
      where ${mine(workspaceId)} and ${counting(workspaceId, from)}`,
    inTurn,
  );
  await warehouse.command(
    sql`insert into customer_histories (workspace_id, slice, ${columns})
      select ${workspaceId}, ${id(into)}, ${columns} from customer_histories
      where ${mine(workspaceId)} and part != 'covered' and ${counting(workspaceId, from)}
      ${sql.if(
        !withOldest,
        () => sql`union all select distinct ${workspaceId}, ${id(into)}, ${columns} from customer_histories
          where ${mine(workspaceId)} and part = 'covered' and slice in ${sql.list(from, 'UInt64')}`,
      )}`,
    inTurn,
  );
}

export async function rowsOfSlice(warehouse: Warehouse, workspaceId: string, slice: bigint): Promise<number> {
  const [row] = await warehouse.query<{ n: string }>(sql`select sum(rows) as n from (
      select count() as rows from customer_histories where ${mine(workspaceId)} and slice = ${id(slice)}
      union all select count() as rows from customer_states where ${mine(workspaceId)} and slice = ${id(slice)})`);
  return Number(row?.n ?? 0);
}

const tables = ['customer_histories', 'customer_states', 'customer_moments', 'customer_samples'] as const;

export async function dropHistories(
  warehouse: Warehouse,
  slice: bigint,
  some: readonly (typeof tables)[number][] = tables,
): Promise<void> {
  const { engine } = warehouse;
  for (const table of some) {
    await warehouse.command(sql`alter table ${sql.name(engine.shard(table))}
      ${sql.raw(engine.onCluster)} drop partition ${sql.raw(slice.toString())}`);
  }
}

/** Every slice of a workspace that stands in the tables, counted or not. */
export async function historySlices(warehouse: Warehouse, workspaceId: string): Promise<bigint[]> {
  const slicesIn = (table: string) => sql`select slice from ${sql.name(table)} where ${mine(workspaceId)}`;
  const rows = await warehouse.query<{ slice: string }>(
    sql`select distinct toString(slice) as slice from (${sql.join(tables.map(slicesIn), sql` union all `)})`,
  );
  return rows.map(({ slice }) => BigInt(slice));
}
