// Which days there are, and which of them later commits have changed.
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';

/** Days on which signals of the commits after `from` up to `to` happened. */
export async function dirtyDays(
  warehouse: Warehouse,
  workspaceId: string,
  from: bigint,
  to: bigint,
): Promise<string[]> {
  const rows = await warehouse.query<{
    day: string;
  }>(sql`select distinct toString(local_day) as day from signals
    where workspace_id = ${workspaceId} and commit_no > ${sql.typed('UInt64', from)}
      and commit_no <= ${sql.typed('UInt64', to)} order by day`);
  return rows.map((row) => row.day);
}

/**
 * Days whose operations the commits after `from` up to `to` have changed: those of their events, and those of the
 * requests that their signals answer.
 */
export async function dirtyOperationDays(
  warehouse: Warehouse,
  workspaceId: string,
  from: bigint,
  to: bigint,
): Promise<string[]> {
  const arrived = sql`workspace_id = ${workspaceId} and commit_no > ${sql.typed('UInt64', from)}
    and commit_no <= ${sql.typed('UInt64', to)}`;
  const rows = await warehouse.query<{ day: string }>(sql`select distinct toString(local_day) as day from (
      select distinct local_day from events where ${arrived}
      union all
      select distinct local_day from events where workspace_id = ${workspaceId} and kind = 'survey_sent'
        and reference != '' and reference in (
          select conversation from signals where ${arrived} and kind = 'survey' and conversation != ''))
    order by day`);
  return rows.map((row) => row.day);
}

/** How many rows each day has. */
export async function rowsOfDays(
  warehouse: Warehouse,
  table: 'signals' | 'events',
  workspaceId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await warehouse.query<{
    day: string;
    n: string;
  }>(sql`select toString(local_day) as day, count() as n
    from ${sql.name(table)} where workspace_id = ${workspaceId} group by local_day`);
  return new Map(rows.map(({ day, n }) => [day, Number(n)]));
}

/** Every day of which there are events, or counts of them. */
export const allOperationDays = (warehouse: Warehouse, workspaceId: string): Promise<string[]> =>
  daysIn(warehouse, workspaceId, ['events', 'daily_operations', 'daily_operation_sums']);

/** Every day that base table or rollup knows. */
export const allDays = (warehouse: Warehouse, workspaceId: string): Promise<string[]> =>
  daysIn(warehouse, workspaceId, [
    ...['signals', 'daily_scores', 'daily_score_sums'],
    ...['daily_topics', 'daily_place_topics', 'daily_topic_sums'],
  ]);

async function daysIn(
  warehouse: Warehouse,
  workspaceId: string,
  tables: readonly string[],
): Promise<string[]> {
  const each = tables.map(
    (table) => sql`select distinct local_day from ${sql.name(table)} where workspace_id = ${workspaceId}`,
  );
  const rows = await warehouse.query<{ day: string }>(
    sql`select distinct toString(local_day) as day from (${sql.join(each, sql` union all `)}) order by day`,
  );
  return rows.map((row) => row.day);
}
