// The rollups beside a fresh computation from the base tables.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { freshOperationSums, freshOperations, operationCounts } from './operation-statements.ts';
import { freshScores, freshTopics, onDays, type Slice, type TopicSlice } from './rollup-statements.ts';
import { freshPlaceTopics, freshScoreSums, freshTopicSums } from './sum-statements.ts';
import {
  freshTickets,
  freshTicketTopics,
  type ReadSlice,
  ticketCounts,
  ticketKeys,
  ticketTopicCounts,
  ticketTopicKeys,
} from './ticket-statements.ts';

/** Nobody at a screen waits for these. */
const patient = { timeoutMs: 3_600_000, background: true };

/**
 * Days on which the rollup and the rows of requests say different things; after rows have gone. What is too old and has
 * gone stays counted: days without a request any more are not compared.
 */
export async function changedRequestDays(warehouse: Warehouse, slice: Slice): Promise<string[]> {
  const mine = sql`workspace_id = ${slice.workspaceId}`;
  const left = sql`local_day in (select local_day from events where ${mine} and kind = 'survey_sent')`;
  const rows = await warehouse.query<{ local_day: string }>(
    difference(
      {
        keys: 'local_day',
        counts: 'answered',
        fresh: sql`select local_day, answered from (${freshOperations({ ...slice, days: null }, ['survey_sent'])})`,
        rolled: sql`daily_operations final where ${mine} and kind = 'survey_sent' and ${left}`,
      },
      100_000,
    ),
    patient,
  );
  return rows.map((row) => row.local_day);
}

/** Of the slice's days those of which the counts of tickets and the rows say different things; after rows have gone. */
export async function changedTicketDays(warehouse: Warehouse, slice: ReadSlice): Promise<string[]> {
  const rows: { local_day: string }[] = [];
  for (const one of ticketComparisons(slice))
    rows.push(...(await warehouse.query<{ local_day: string }>(difference(one, 100_000), patient)));
  return [...new Set(rows.map((row) => row.local_day))];
}

export interface RollupComparison {
  readonly equal: boolean;
  /** Up to ten keys of which rollup and base table say different things. */
  readonly differences: readonly Record<string, unknown>[];
}

/** The rollups of the slice's days beside a fresh computation from the base tables. */
export async function compareRollups(warehouse: Warehouse, slice: TopicSlice): Promise<RollupComparison> {
  const ofDays = onDays(slice);
  const ofReading = sql`${ofDays} and reading = ${slice.reading}`;
  const differences = await differing(warehouse, [
    {
      keys: 'local_day question place_id touchpoint channel kind',
      counts: scoreCounts,
      fresh: freshScores(slice),
      rolled: sql`daily_scores final where ${ofDays}`,
    },
    {
      keys: 'local_day aspect question place_id touchpoint channel kind',
      counts: topicCounts,
      fresh: freshTopics(slice),
      rolled: sql`daily_topics final where ${ofReading}`,
    },
    {
      keys: 'local_day question touchpoint channel',
      counts: scoreCounts,
      fresh: freshScoreSums(ofDays),
      rolled: sql`daily_score_sums final where ${ofDays}`,
    },
    {
      keys: 'local_day aspect question place_id',
      counts: topicCounts,
      fresh: freshPlaceTopics(ofReading),
      rolled: sql`daily_place_topics final where ${ofReading}`,
    },
    {
      keys: 'local_day aspect question',
      counts: topicCounts,
      fresh: freshTopicSums(ofReading),
      rolled: sql`daily_topic_sums final where ${ofReading}`,
    },
  ]);
  return { equal: differences.length === 0, differences };
}

/** Counts of operations that say something else than the events do; up to ten of each table. */
export function differingOperations(warehouse: Warehouse, slice: Slice): Promise<Record<string, unknown>[]> {
  const ofDays = onDays(slice);
  return differing(warehouse, [
    {
      keys: 'local_day kind place_id touchpoint channel currency',
      counts: operationCounts,
      fresh: freshOperations(slice),
      rolled: sql`daily_operations final where ${ofDays}`,
    },
    {
      keys: 'local_day kind currency',
      counts: operationCounts,
      fresh: freshOperationSums(ofDays),
      rolled: sql`daily_operation_sums final where ${ofDays}`,
    },
  ]);
}

/** Counts of tickets that say something else than events and texts do; up to ten of each table. */
export const differingTickets = (warehouse: Warehouse, slice: ReadSlice) =>
  differing(warehouse, ticketComparisons(slice));

const ticketComparisons = (slice: ReadSlice): readonly Comparison[] => [
  {
    ...{ keys: ticketKeys, counts: ticketCounts, fresh: freshTickets(slice) },
    rolled: sql`daily_tickets final where ${onDays(slice)}`,
  },
  {
    ...{ keys: ticketTopicKeys, counts: ticketTopicCounts, fresh: freshTicketTopics(slice) },
    rolled: sql`daily_ticket_topics final where ${onDays(slice)} and reading = ${slice.reading}`,
  },
];

const scoreCounts = 'n promoters passives detractors total total_squares';
const topicCounts = 'n positive neutral negative promoters passives detractors total total_squares';

/** A table of counts by keys (names with spaces between) beside the same computed anew. */
interface Comparison {
  readonly keys: string;
  readonly counts: string;
  readonly fresh: Sql;
  readonly rolled: Sql;
}

async function differing(
  warehouse: Warehouse,
  comparisons: readonly Comparison[],
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for (const one of comparisons)
    found.push(...(await warehouse.query<Record<string, unknown>>(difference(one), patient)));
  return found;
}

function difference({ keys, counts, fresh, rolled }: Comparison, most = 10): Sql {
  const columns = counts.split(' ');
  const list = sql.raw(keys.split(' ').join(', '));
  const signed = (sign: string) =>
    sql.raw(columns.map((name) => `${sign}toFloat64(${name}) as ${name}`).join(', '));
  const off = sql.raw(columns.map((name) => `abs(sum(${name})) as off_${name}`).join(', '));
  const any = sql.raw(columns.map((name) => `off_${name} > 1e-6 + 1e-9 * max(abs(${name}))`).join(' or '));
  return sql`select ${list}, ${off} from (
      select ${list}, ${signed('')} from (${fresh})
      union all select ${list}, ${signed('-')} from ${rolled})
    group by ${list} having ${any} limit ${most}`;
}
