import type { EngineClauses } from '../platform/stores/engine-clauses.ts';
import type { LedgerMigration, WarehouseMigration } from '../platform/stores/migrations.ts';
import { type Sql, sql } from '../platform/stores/sql.ts';
import {
  computedTraitLedgerMigrations,
  computedTraitWarehouseMigrations,
} from './computed-traits/migrations.ts';
import { historyLedgerMigrations, historyWarehouseMigrations } from './histories/migrations.ts';
import { sumsOfAllOperations } from './rollups/operation-statements.ts';
import { sumsOfAllScores, sumsOfAllTopics, topicsOfAllPlaces } from './rollups/sum-statements.ts';
import { segmentLedgerMigrations } from './segments/migrations.ts';
import { servedProfileLedgerMigrations } from './served-profiles/migrations.ts';
import { topicLedgerMigrations } from './topic-migrations.ts';

const word = 'LowCardinality(String)';
const classes = 'promoters UInt64, passives UInt64, detractors UInt64, total Float64, total_squares Float64';
const where = `place_id ${word}, touchpoint ${word}, channel ${word}, kind ${word}`;

interface Rollup {
  readonly name: string;
  readonly columns: string;
  readonly orderBy: string;
}
const rollups: readonly Rollup[] = [
  {
    name: 'daily_scores',
    columns: `workspace_id ${word}, local_day Date, question ${word}, ${where}, n UInt64, ${classes}, version UInt64`,
    orderBy: 'workspace_id, question, local_day, place_id, touchpoint, channel, kind',
  },
  {
    // aspect '' stands for all signals with text, question '' for all signals whatever they answered.
    name: 'daily_topics',
    columns: `workspace_id ${word}, reading UInt32, local_day Date, aspect ${word}, question ${word}, ${where},
      n UInt64, positive UInt64, neutral UInt64, negative UInt64, ${classes}, version UInt64`,
    orderBy: 'workspace_id, reading, local_day, question, aspect, place_id, touchpoint, channel, kind',
  },
];

/** Made of the others, or of events; small enough to be read for a year at a time. */
const laterRollups: readonly Rollup[] = [
  {
    name: 'daily_score_sums',
    columns: `workspace_id ${word}, local_day Date, question ${word}, touchpoint ${word}, channel ${word}, n UInt64,
      ${classes}, version UInt64, identifier_key UInt64 alias toUInt64(0)`,
    orderBy: 'workspace_id, question, local_day, touchpoint, channel',
  },
  {
    name: 'daily_topic_sums',
    columns: `workspace_id ${word}, reading UInt32, local_day Date, aspect ${word}, question ${word},
      n UInt64, positive UInt64, neutral UInt64, negative UInt64, ${classes}, version UInt64,
      identifier_key UInt64 alias toUInt64(0)`,
    orderBy: 'workspace_id, reading, question, local_day, aspect',
  },
  {
    // What is known of some events only (an amount, a cost, a due day, a wait) has its own number of events.
    name: 'daily_operations',
    columns: `workspace_id ${word}, local_day Date, kind ${word}, place_id ${word}, touchpoint ${word},
      channel ${word}, currency ${word}, n UInt64, answered UInt64, amounts UInt64, amount Float64,
      amount_squares Float64, margins UInt64, margin Float64, margin_squares Float64, referrals UInt64,
      referred Float64, referred_squares Float64, dues UInt64, late UInt64, waits UInt64, waited Float64,
      waited_squares Float64, version UInt64, identifier_key UInt64 alias toUInt64(0)`,
    orderBy: 'workspace_id, kind, local_day, place_id, touchpoint, channel, currency',
  },
];

const placeTopics: Rollup = {
  name: 'daily_place_topics',
  columns: `workspace_id ${word}, reading UInt32, local_day Date, aspect ${word}, question ${word}, place_id ${word},
    n UInt64, positive UInt64, neutral UInt64, negative UInt64, ${classes}, version UInt64,
    identifier_key UInt64 alias toUInt64(0)`,
  orderBy: 'workspace_id, reading, question, local_day, aspect, place_id',
};

const operationSums: Rollup = {
  name: 'daily_operation_sums',
  columns: `workspace_id ${word}, local_day Date, kind ${word}, currency ${word}, n UInt64, answered UInt64,
    amounts UInt64, amount Float64, amount_squares Float64, margins UInt64, margin Float64, margin_squares Float64,
    referrals UInt64, referred Float64, referred_squares Float64, dues UInt64, late UInt64, waits UInt64,
    waited Float64, waited_squares Float64, version UInt64, identifier_key UInt64 alias toUInt64(0)`,
  orderBy: 'workspace_id, kind, local_day, currency',
};

/** By the day on which a ticket was opened: how long it waited, and what it is about. */
const ticketRollups: readonly Rollup[] = [
  {
    name: 'daily_tickets',
    columns: `workspace_id ${word}, local_day Date, place_id ${word}, touchpoint ${word}, channel ${word}, n UInt64,
      answered UInt64, answer_hours Float64, answer_squares Float64, solved UInt64, solve_hours Float64,
      solve_squares Float64, version UInt64, identifier_key UInt64 alias toUInt64(0)`,
    orderBy: 'workspace_id, local_day, place_id, touchpoint, channel',
  },
  {
    name: 'daily_ticket_topics',
    columns: `workspace_id ${word}, reading UInt32, local_day Date, aspect ${word}, place_id ${word}, n UInt64,
      negative UInt64, solved UInt64, solve_hours Float64, version UInt64, identifier_key UInt64 alias toUInt64(0)`,
    orderBy: 'workspace_id, reading, local_day, aspect, place_id',
  },
];

/** Every table of counts by day; each is compared with a fresh computation and made again like the others. */
export const dailyRollups: readonly string[] = [
  ...rollups,
  ...laterRollups,
  operationSums,
  placeTopics,
  ...ticketRollups,
].map(({ name }) => name);

const createRollup =
  (engine: EngineClauses) =>
  (table: Rollup): Sql[] => [
    sql`create table if not exists ${sql.name(engine.shard(table.name))} ${sql.raw(engine.onCluster)}
          (${sql.raw(table.columns)}) engine = ${sql.raw(engine.replacingMergeTree('version'))}
          order by (${sql.raw(table.orderBy)}) settings ${sql.raw(engine.settings)}`,
    ...engine.distributed(table.name, 'cityHash64(workspace_id, local_day)'),
  ];

export const understandWarehouseMigrations: WarehouseMigration[] = [
  {
    // Which reading of the texts made a mention; 0 is the reading with the topic tree that ships ready.
    id: 'understand-0001-readings',
    statements: (engine) => {
      const tables = new Set([engine.shard('mentions'), 'mentions']);
      return [...tables].map(
        (name) => sql`alter table ${sql.name(name)} ${sql.raw(engine.onCluster)}
          add column if not exists reading UInt32 default 0`,
      );
    },
  },
  {
    id: 'understand-0002-rollups',
    statements: (engine) =>
      rollups.flatMap((table): Sql[] => [
        sql`create table if not exists ${sql.name(engine.shard(table.name))} ${sql.raw(engine.onCluster)}
          (${sql.raw(table.columns)}) engine = ${sql.raw(engine.replacingMergeTree('version'))}
          order by (${sql.raw(table.orderBy)}) settings ${sql.raw(engine.settings)}`,
        ...engine.distributed(table.name, 'cityHash64(workspace_id, place_id)'),
      ]),
  },
  {
    id: 'understand-0020-profile-keys',
    statements: (engine) => [
      sql`create table if not exists ${sql.name(engine.shard('profile_keys'))} ${sql.raw(engine.onCluster)}
        (workspace_id ${sql.raw(word)}, identifier_key UInt64, profile_key UInt64, holds UInt8, version UInt64)
        engine = ${sql.raw(engine.replacingMergeTree('version'))}
        order by (workspace_id, profile_key, identifier_key) settings ${sql.raw(engine.settings)}`,
      ...engine.distributed('profile_keys', 'cityHash64(workspace_id, identifier_key)'),
    ],
  },
  {
    // Counts belong to nobody; under this name the one access policy reads base tables and rollups alike.
    id: 'understand-0050-counts-of-nobody',
    statements: (engine) =>
      rollups.flatMap(({ name }) =>
        [...new Set([engine.shard(name), name])].map(
          (table) => sql`alter table ${sql.name(table)} ${sql.raw(engine.onCluster)}
            add column if not exists identifier_key UInt64 alias toUInt64(0)`,
        ),
      ),
  },
  ...computedTraitWarehouseMigrations,
  {
    id: 'understand-0070-sums-and-operations',
    statements: (engine) => [
      ...laterRollups.flatMap(createRollup(engine)),
      sumsOfAllScores(),
      sumsOfAllTopics(),
    ],
  },
  {
    id: 'understand-0071-sums-of-operations',
    statements: (engine) => [...createRollup(engine)(operationSums), sumsOfAllOperations()],
  },
  {
    id: 'understand-0190-topics-of-places',
    statements: (engine) => [...createRollup(engine)(placeTopics), topicsOfAllPlaces()],
  },
  ...historyWarehouseMigrations,
  {
    id: 'understand-0330-tickets-by-day',
    statements: (engine) => ticketRollups.flatMap(createRollup(engine)),
  },
];

export const understandLedgerMigrations: LedgerMigration[] = [
  {
    id: 'understand-0001-rollups-and-readings',
    statements: [
      sql`create sequence rollup_versions`,
      sql`create table rollup_checkpoints (
        workspace_id text primary key,
        commit_no bigint not null,
        sealed_at timestamptz not null)`,
      sql`create table topic_readings (
        workspace_id text not null,
        reading integer not null,
        tree jsonb not null,
        state text not null check (state in ('preparing', 'current', 'replaced', 'abandoned')),
        read_to_commit bigint not null default 0,
        read_to_signal text not null default '',
        read_goal bigint not null default 0,
        read_count bigint not null default 0,
        created_by text,
        created_at timestamptz not null,
        current_at timestamptz,
        primary key (workspace_id, reading))`,
      sql`create unique index topic_readings_current on topic_readings (workspace_id) where state = 'current'`,
      sql`create unique index topic_readings_preparing on topic_readings (workspace_id) where state = 'preparing'`,
      sql`create table mention_corrections (
        id text primary key,
        workspace_id text not null,
        signal_id text not null,
        aspect text not null,
        span_start integer not null,
        span_end integer not null,
        correct_aspect text,
        correct_label text,
        corrected_by text,
        corrected_at timestamptz not null)`,
      sql`create index mention_corrections_signal on mention_corrections (workspace_id, signal_id)`,
    ],
  },
  {
    id: 'understand-0002-changes',
    statements: [
      sql`create table changes (
        id text primary key,
        workspace_id text not null,
        place_id text not null,
        metric text not null,
        topic text,
        direction text not null check (direction in ('up', 'down')),
        since date not null,
        detected_on date not null,
        detected_at timestamptz not null,
        finding jsonb not null,
        state text not null default 'new' check (state in ('new', 'taken', 'explained', 'noise', 'not_right')),
        owner_id text,
        note text,
        judged_by text,
        judged_at timestamptz)`,
      sql`create unique index changes_once on changes (workspace_id, place_id, metric, coalesce(topic, ''), detected_on)`,
      sql`create index changes_workspace on changes (workspace_id, detected_at desc)`,
      sql`create table detector_states (
        workspace_id text not null,
        stream text not null,
        watched_to date not null,
        state jsonb not null,
        primary key (workspace_id, stream))`,
      sql`create table detector_looks (
        workspace_id text primary key,
        looked_at timestamptz not null,
        looked_to_commit bigint not null,
        watched integer not null,
        plan jsonb)`,
    ],
  },
  {
    id: 'understand-0020-profile-keys',
    statements: [sql`alter table rollup_checkpoints add column profile_commit_no bigint not null default 0`],
  },
  {
    id: 'understand-0070-operations',
    statements: [
      sql`create table operation_checkpoints (
        workspace_id text primary key,
        commit_no bigint not null)`,
    ],
  },
  {
    // Days of tickets are made of all commits once.
    id: 'understand-0330-tickets-by-day',
    statements: [
      sql`alter table operation_checkpoints add column ticket_commit_no bigint not null default 0`,
    ],
  },
  ...topicLedgerMigrations,
  ...computedTraitLedgerMigrations,
  ...segmentLedgerMigrations,
  ...servedProfileLedgerMigrations,
  ...historyLedgerMigrations,
  {
    id: 'understand-0021-saved-questions',
    statements: [
      sql`create table saved_questions (
        id text primary key,
        workspace_id text not null,
        name text not null,
        question jsonb not null,
        created_by text,
        created_at timestamptz not null)`,
      sql`create index saved_questions_workspace on saved_questions (workspace_id)`,
    ],
  },
];
