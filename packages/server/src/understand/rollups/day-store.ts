// Writes whole days of rollups.
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { QueryLimits, Warehouse } from '../../platform/stores/warehouse.ts';
import { nextVersion } from './checkpoint-store.ts';
import { rollOperationSums, rollOperations } from './operation-statements.ts';
import { rollScores, rollTopics, type Slice, type TopicSlice } from './rollup-statements.ts';
import { rollPlaceTopics, rollScoreSums, rollTopicSums } from './sum-statements.ts';
import { type ReadSlice, rollTickets, rollTicketTopics } from './ticket-statements.ts';

/** Writes whole days of scores and topics, and their sums, under a version higher than any before. */
export async function rollDays(
  warehouse: Warehouse,
  ledger: Ledger,
  slice: TopicSlice,
  limits: QueryLimits = {},
): Promise<void> {
  const version = await nextVersion(ledger);
  await warehouse.command(rollScores(slice, version), limits);
  await warehouse.command(rollScoreSums(slice, version), limits);
  await writeTopics(warehouse, slice, version, limits);
}

/** Writes whole days of operations under a version higher than any before. */
export async function rollOperationDays(
  warehouse: Warehouse,
  ledger: Ledger,
  slice: Slice,
  limits: QueryLimits = {},
): Promise<void> {
  const version = await nextVersion(ledger);
  await warehouse.command(rollOperations(slice, version), limits);
  await warehouse.command(rollOperationSums(slice, version), limits);
}

/** Writes whole days of tickets, and of what they are about, under a version higher than any before. */
export async function rollTicketDays(
  warehouse: Warehouse,
  ledger: Ledger,
  slice: ReadSlice,
  limits: QueryLimits = {},
): Promise<void> {
  await warehouse.command(rollTickets(slice, await nextVersion(ledger)), limits);
  await rollTicketTopicDays(warehouse, ledger, slice, limits);
}

/** Writes whole days of what tickets are about in one reading. */
export async function rollTicketTopicDays(
  warehouse: Warehouse,
  ledger: Ledger,
  slice: ReadSlice,
  limits: QueryLimits = {},
): Promise<void> {
  await warehouse.command(rollTicketTopics(slice, await nextVersion(ledger)), limits);
}

/** Writes whole days of the topics of one reading. */
export async function rollTopicDays(
  warehouse: Warehouse,
  ledger: Ledger,
  slice: TopicSlice,
  limits: QueryLimits = {},
): Promise<void> {
  await writeTopics(warehouse, slice, await nextVersion(ledger), limits);
}

async function writeTopics(
  warehouse: Warehouse,
  slice: TopicSlice,
  version: bigint,
  limits: QueryLimits,
): Promise<void> {
  await warehouse.command(rollTopics(slice, version), limits);
  await warehouse.command(rollPlaceTopics(slice, version), limits);
  await warehouse.command(rollTopicSums(slice, version), limits);
}

/** What screens read; topics by place, touchpoint and channel are read of one topic alone. */
const readOften = [
  'daily_scores',
  'daily_score_sums',
  'daily_place_topics',
  'daily_topic_sums',
  'daily_operations',
  'daily_operation_sums',
  'daily_tickets',
  'daily_ticket_topics',
];

/** Many days made at once leave parts whose rows are merged with each question; afterwards there is nothing to merge. */
export async function joinParts(warehouse: Warehouse): Promise<void> {
  const { engine } = warehouse;
  for (const table of readOften) {
    await warehouse.command(sql`optimize table ${sql.name(engine.shard(table))} ${sql.raw(engine.onCluster)} final
      settings optimize_skip_merged_partitions = 1`);
  }
}
