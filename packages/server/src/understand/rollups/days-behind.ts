// Which days there are, and which of them later commits have changed.
import { type Sql, sql } from '../../platform/stores/sql.ts';
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

/**
 * Days on which tickets were opened of which the commits after `from` up to `to` say something: the opening itself, an
 * answer, a solution or a text. At the first time these are all.
 */
export async function dirtyTicketDays(
  warehouse: Warehouse,
  workspaceId: string,
  from: bigint,
  to: bigint,
): Promise<string[]> {
  if (from === 0n) return openedDays(warehouse, workspaceId);
  const mine = sql`workspace_id = ${workspaceId}`;
  const arrived = sql`${mine} and commit_no > ${sql.typed('UInt64', from)} and commit_no <= ${sql.typed('UInt64', to)}`;
  const ticket = sql`cityHash64(reference)`;
  const rows = await warehouse.query<{ day: string }>(
    sql`select distinct toString(local_day) as day from (
      select distinct local_day from events where ${arrived} and kind = 'ticket_opened'
      union all
      select distinct local_day from events where ${mine} and kind = 'ticket_opened' and reference != ''
        and ${ticket} in (
          select ${ticket} from events where ${arrived} and kind in ('ticket_answered', 'ticket_solved')
          union all select ${ticket} from signals where ${arrived} and kind = 'ticket' and has_text))
    order by day`,
    { timeoutMs: 3_600_000, background: true },
  );
  return rows.map((row) => row.day);
}

/** Days on which the ticket that a signal tells of was opened. */
export async function ticketDaysOf(
  warehouse: Warehouse,
  workspaceId: string,
  signalId: string,
): Promise<string[]> {
  const mine = sql`workspace_id = ${workspaceId}`;
  const rows = await warehouse.query<{
    day: string;
  }>(sql`select distinct toString(local_day) as day from events
    where ${mine} and kind = 'ticket_opened' and reference != '' and reference in (
      select reference from signals where ${mine} and signal_id = ${signalId} and kind = 'ticket')`);
  return rows.map((row) => row.day);
}

const openedOn = (workspaceId: string): Sql =>
  sql`select distinct local_day from events where workspace_id = ${workspaceId} and kind = 'ticket_opened'`;

/** Days on which tickets were opened that are still known one by one: what is too old is counted, and gone. */
export async function openedDays(warehouse: Warehouse, workspaceId: string): Promise<string[]> {
  const rows = await warehouse.query<{ day: string }>(
    sql`select toString(local_day) as day from (${openedOn(workspaceId)}) order by day`,
  );
  return rows.map((row) => row.day);
}

/** Every day on which tickets were opened, or of which there are counts of them. */
export const allTicketDays = (warehouse: Warehouse, workspaceId: string): Promise<string[]> =>
  daysIn(warehouse, workspaceId, ['daily_tickets', 'daily_ticket_topics'], [openedOn(workspaceId)]);

/** Of which rows those of a day are counted. */
const counted = {
  signals: sql`signals where true`,
  events: sql`events where true`,
  tickets: sql`events where kind = 'ticket_opened'`,
} as const;
export type RowsOfDay = keyof typeof counted;

/** How many rows each day has. */
export async function rowsOfDays(
  warehouse: Warehouse,
  rows: RowsOfDay,
  workspaceId: string,
): Promise<ReadonlyMap<string, number>> {
  const found = await warehouse.query<{
    day: string;
    n: string;
  }>(sql`select toString(local_day) as day, count() as n
    from ${counted[rows]} and workspace_id = ${workspaceId} group by local_day`);
  return new Map(found.map(({ day, n }) => [day, Number(n)]));
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
  besides: readonly Sql[] = [],
): Promise<string[]> {
  const each = [
    ...besides,
    ...tables.map(
      (table) => sql`select distinct local_day from ${sql.name(table)} where workspace_id = ${workspaceId}`,
    ),
  ];
  const rows = await warehouse.query<{ day: string }>(
    sql`select distinct toString(local_day) as day from (${sql.join(each, sql` union all `)}) order by day`,
  );
  return rows.map((row) => row.day);
}
