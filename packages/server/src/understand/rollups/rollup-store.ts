// All SQL of the rollups' checkpoint, and of finding out what a checkpoint is behind of.
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { QueryLimits, Warehouse } from '../../platform/stores/warehouse.ts';
import {
  freshOperationSums,
  freshOperations,
  operationCounts,
  rollOperationSums,
  rollOperations,
} from './operation-statements.ts';
import {
  freshScores,
  freshTopics,
  rollScores,
  rollTopics,
  type Slice,
  type TopicSlice,
} from './rollup-statements.ts';
import {
  freshPlaceTopics,
  freshScoreSums,
  freshTopicSums,
  rollPlaceTopics,
  rollScoreSums,
  rollTopicSums,
} from './sum-statements.ts';

export interface Seal {
  readonly commitNo: bigint;
  readonly sealedAt: Date;
}

/** The last commit that counts; null before the first. */
export async function lastSeal(warehouse: Warehouse): Promise<Seal | null> {
  const [row] = await warehouse.query<{ commit_no: string; sealed_at: string }>(
    sql`select commit_no, sealed_at from commits order by commit_no desc limit 1`,
  );
  return row ? { commitNo: BigInt(row.commit_no), sealedAt: utc(row.sealed_at) } : null;
}
const utc = (text: string): Date => new Date(`${text.replace(' ', 'T')}Z`);

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

/** Days on which the rollup and the rows of requests say different things; after rows have gone. */
export async function changedRequestDays(warehouse: Warehouse, slice: Slice): Promise<string[]> {
  const rows = await warehouse.query<{ local_day: string }>(
    difference(
      'local_day',
      'answered',
      sql`select local_day, answered from (${freshOperations({ ...slice, days: null }, ['survey_sent'])})`,
      sql`daily_operations final where workspace_id = ${slice.workspaceId} and kind = 'survey_sent'`,
      100_000,
    ),
  );
  return rows.map((row) => row.local_day);
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
export async function allOperationDays(warehouse: Warehouse, workspaceId: string): Promise<string[]> {
  const rows = await warehouse.query<{ day: string }>(sql`select distinct toString(local_day) as day from (
      select local_day from events where workspace_id = ${workspaceId}
      union all select local_day from daily_operations where workspace_id = ${workspaceId})
    order by day`);
  return rows.map((row) => row.day);
}

/** Every day that base table or rollup knows. */
export async function allDays(warehouse: Warehouse, workspaceId: string): Promise<string[]> {
  const rows = await warehouse.query<{ day: string }>(sql`select distinct toString(local_day) as day from (
      select local_day from signals where workspace_id = ${workspaceId}
      union all select local_day from daily_scores where workspace_id = ${workspaceId}
      union all select local_day from daily_topics where workspace_id = ${workspaceId})
    order by day`);
  return rows.map((row) => row.day);
}

/** The commits up to which days, and the map from identifiers to profiles, are made. */
export interface Checkpoint {
  readonly days: bigint;
  readonly profiles: bigint;
}

/** The checkpoint, locked until the transaction ends; null when another process holds it. */
export async function lockCheckpoint(tx: Ledger, workspaceId: string): Promise<Checkpoint | null> {
  await tx.query(sql`insert into rollup_checkpoints (workspace_id, commit_no, sealed_at)
    values (${workspaceId}, 0, to_timestamp(0)) on conflict do nothing`);
  const row = await tx.one<{
    commit_no: string;
    profile_commit_no: string;
  }>(sql`select commit_no, profile_commit_no from rollup_checkpoints
    where workspace_id = ${workspaceId} for update skip locked`);
  return row && { days: BigInt(row.commit_no), profiles: BigInt(row.profile_commit_no) };
}

export const moveCheckpoint = (tx: Ledger, workspaceId: string, seal: Seal): Promise<unknown> =>
  tx.query(sql`update rollup_checkpoints set commit_no = ${seal.commitNo},
      profile_commit_no = ${seal.commitNo}, sealed_at = ${seal.sealedAt}
    where workspace_id = ${workspaceId}`);

/** How far the counts of operations have come, locked until the transaction ends; null when another one holds it. */
export async function lockOperations(tx: Ledger, workspaceId: string): Promise<bigint | null> {
  await tx.query(sql`insert into operation_checkpoints (workspace_id, commit_no)
    values (${workspaceId}, 0) on conflict do nothing`);
  const row = await tx.one<{ commit_no: string }>(sql`select commit_no from operation_checkpoints
    where workspace_id = ${workspaceId} for update skip locked`);
  return row && BigInt(row.commit_no);
}

export const moveOperations = (tx: Ledger, workspaceId: string, commitNo: bigint): Promise<unknown> =>
  tx.query(sql`update operation_checkpoints set commit_no = ${commitNo} where workspace_id = ${workspaceId}`);

/** How far the counts of operations have come. */
export async function readOperations(ledger: Ledger, workspaceId: string): Promise<bigint> {
  const row = await ledger.one<{ commit_no: string }>(
    sql`select commit_no from operation_checkpoints where workspace_id = ${workspaceId}`,
  );
  return BigInt(row?.commit_no ?? 0);
}

export async function readCheckpoint(ledger: Ledger, workspaceId: string): Promise<Seal | null> {
  const row = await ledger.one<{ commit_no: string; sealed_at: Date }>(
    sql`select commit_no, sealed_at from rollup_checkpoints where workspace_id = ${workspaceId}`,
  );
  return row ? { commitNo: BigInt(row.commit_no), sealedAt: row.sealed_at } : null;
}

/** Higher than any given before. */
export async function nextVersion(ledger: Ledger): Promise<bigint> {
  const next = await ledger.one<{ version: string }>(sql`select nextval('rollup_versions') as version`);
  return BigInt(next!.version);
}

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
  await warehouse.command(rollTopics(slice, version), limits);
  await warehouse.command(rollPlaceTopics(slice, version), limits);
  await warehouse.command(rollTopicSums(slice, version), limits);
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

/** Writes whole days of the topics of one reading. */
export async function rollTopicDays(
  warehouse: Warehouse,
  ledger: Ledger,
  slice: TopicSlice,
  limits: QueryLimits = {},
): Promise<void> {
  const version = await nextVersion(ledger);
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
];

/** Many days made at once leave parts whose rows are merged with each question; afterwards there is nothing to merge. */
export async function joinParts(warehouse: Warehouse): Promise<void> {
  const { engine } = warehouse;
  for (const table of readOften) {
    await warehouse.command(sql`optimize table ${sql.name(engine.shard(table))} ${sql.raw(engine.onCluster)} final
      settings optimize_skip_merged_partitions = 1`);
  }
}

export interface RollupComparison {
  readonly equal: boolean;
  /** Up to ten keys of which rollup and base table say different things. */
  readonly differences: readonly Record<string, unknown>[];
}

/** The rollups beside a fresh computation from the base tables. */
export async function compareRollups(warehouse: Warehouse, slice: TopicSlice): Promise<RollupComparison> {
  const { workspaceId, reading } = slice;
  const scores = await warehouse.query<Record<string, unknown>>(
    difference(
      'local_day question place_id touchpoint channel kind',
      'n promoters passives detractors total total_squares',
      freshScores(slice),
      sql`daily_scores final where workspace_id = ${workspaceId}`,
    ),
  );
  const topics = await warehouse.query<Record<string, unknown>>(
    difference(
      'local_day aspect question place_id touchpoint channel kind',
      'n positive neutral negative promoters passives detractors total total_squares',
      freshTopics(slice),
      sql`daily_topics final where workspace_id = ${workspaceId} and reading = ${reading}`,
    ),
  );
  const scoreSums = await warehouse.query<Record<string, unknown>>(
    difference(
      'local_day question touchpoint channel',
      'n promoters passives detractors total total_squares',
      freshScoreSums(sql`workspace_id = ${workspaceId}`),
      sql`daily_score_sums final where workspace_id = ${workspaceId}`,
    ),
  );
  const ofReading = sql`workspace_id = ${workspaceId} and reading = ${reading}`;
  const placeTopics = await warehouse.query<Record<string, unknown>>(
    difference(
      'local_day aspect question place_id',
      'n positive neutral negative promoters passives detractors total total_squares',
      freshPlaceTopics(ofReading),
      sql`daily_place_topics final where ${ofReading}`,
    ),
  );
  const topicSums = await warehouse.query<Record<string, unknown>>(
    difference(
      'local_day aspect question',
      'n positive neutral negative promoters passives detractors total total_squares',
      freshTopicSums(ofReading),
      sql`daily_topic_sums final where ${ofReading}`,
    ),
  );
  const differences = [...scores, ...topics, ...scoreSums, ...placeTopics, ...topicSums];
  return { equal: differences.length === 0, differences };
}

/** Counts of operations that say something else than the events do; up to ten. */
export async function differingOperations(
  warehouse: Warehouse,
  slice: Slice,
): Promise<Record<string, unknown>[]> {
  const counted = await warehouse.query<Record<string, unknown>>(
    difference(
      'local_day kind place_id touchpoint channel currency',
      operationCounts,
      freshOperations(slice),
      sql`daily_operations final where workspace_id = ${slice.workspaceId}`,
    ),
  );
  const mine = sql`workspace_id = ${slice.workspaceId}`;
  const sums = await warehouse.query<Record<string, unknown>>(
    difference(
      'local_day kind currency',
      operationCounts,
      freshOperationSums(mine),
      sql`daily_operation_sums final where ${mine}`,
    ),
  );
  return [...counted, ...sums];
}

function difference(keys: string, counts: string, fresh: Sql, rolled: Sql, most = 10): Sql {
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
