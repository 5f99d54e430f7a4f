// Tables of everything that arrives. Each row carries the number of the group commit that wrote it; a commit counts
// once its row stands in `commits`. No table is partitioned: a backfill over many months then stays one part.
import type { EngineClauses } from '../platform/stores/engine-clauses.ts';
import type { WarehouseMigration } from '../platform/stores/migrations.ts';
import { type Sql, sql } from '../platform/stores/sql.ts';
import { referenceTables } from './reference/reference-migrations.ts';

interface Table {
  readonly name: string;
  readonly columns: string;
  readonly orderBy: string;
  readonly shardBy?: string;
  readonly ttl?: string;
}

const word = 'LowCardinality(String)';
const moment = "DateTime64(3, 'UTC')";
const every = `workspace_id ${word}, commit_no UInt64`;
const commitIndex = 'index by_commit commit_no type minmax granularity 1';
const bloom = (column: string) => `index by_${column} ${column} type bloom_filter(0.01) granularity 4`;
const byCustomer = 'cityHash64(workspace_id, identifier_key)';

const tables: readonly Table[] = [
  {
    name: 'events',
    columns: `${every}, source_id ${word}, message_key UInt64, content_hash UInt64, event_id String,
      kind ${word}, name ${word}, identifier_key UInt64, place_id ${word}, place_code ${word}, channel ${word},
      touchpoint ${word}, happened_at ${moment}, known_at ${moment}, local_day Date, local_minute UInt16,
      reference String, amount_minor Nullable(Int64), cost_minor Nullable(Int64), currency ${word},
      due_at Nullable(${moment}), wait_seconds Nullable(Int32), properties String codec(ZSTD(1)),
      ${commitIndex}, ${bloom('identifier_key')}, ${bloom('reference')}`,
    orderBy: '(workspace_id, kind, place_id, happened_at)',
    shardBy: byCustomer,
  },
  {
    name: 'order_lines',
    columns: `${every}, event_id String, kind ${word}, identifier_key UInt64, place_id ${word}, happened_at ${moment},
      local_day Date, line_no UInt16, product_id String, product_name String, category ${word}, quantity Float64,
      price_minor Int64, cost_minor Nullable(Int64), currency ${word}, ${commitIndex}, ${bloom('event_id')}`,
    orderBy: '(workspace_id, place_id, happened_at)',
    shardBy: byCustomer,
  },
  {
    name: 'signals',
    columns: `${every}, source_id ${word}, message_key UInt64, content_hash UInt64, signal_id String, kind ${word},
      channel ${word}, touchpoint ${word}, stage ${word}, place_id ${word}, place_code ${word}, happened_at ${moment},
      known_at ${moment}, local_day Date, local_minute UInt16, identifier_key UInt64, author ${word},
      campaign ${word}, reference String, conversation String, question ${word}, score Nullable(Float64),
      has_text Bool, language ${word}, sentiment ${word}, sentiment_score Float32, flags Array(${word}),
      topics Array(${word}), title String, engine ${word}, properties String codec(ZSTD(1)),
      ${commitIndex}, ${bloom('signal_id')}, ${bloom('identifier_key')}, ${bloom('reference')}`,
    orderBy: '(workspace_id, place_id, happened_at)',
    shardBy: byCustomer,
  },
  {
    name: 'answers',
    columns: `${every}, signal_id String, question ${word}, value Float64, place_id ${word}, channel ${word},
      touchpoint ${word}, kind ${word}, campaign ${word}, happened_at ${moment}, local_day Date,
      local_minute UInt16, identifier_key UInt64, ${commitIndex}, ${bloom('signal_id')}`,
    orderBy: '(workspace_id, question, place_id, local_day)',
    shardBy: byCustomer,
  },
  {
    name: 'mentions',
    columns: `${every}, signal_id String, aspect ${word}, polarity Float32, label ${word}, confidence Float32,
      emotion ${word}, span_start UInt32, span_end UInt32, clause_start UInt32, clause_end UInt32,
      place_id ${word}, channel ${word}, touchpoint ${word}, kind ${word}, happened_at ${moment}, local_day Date,
      question ${word}, score Nullable(Float64), language ${word}, identifier_key UInt64,
      ${commitIndex}, ${bloom('signal_id')}`,
    orderBy: '(workspace_id, aspect, place_id, local_day)',
    shardBy: byCustomer,
  },
  {
    name: 'signal_texts',
    columns: `${every}, signal_id String, text String codec(ZSTD(3)), redactions String codec(ZSTD(1)),
      keyphrases Array(String), local_day Date, identifier_key UInt64, ${commitIndex}`,
    orderBy: '(workspace_id, signal_id)',
    shardBy: byCustomer,
  },
  {
    name: 'refusals',
    columns: `workspace_id ${word}, refusal_id String, source_id ${word}, at ${moment}, endpoint ${word},
      reason ${word}, field String, detail String, item String codec(ZSTD(3))`,
    orderBy: '(workspace_id, at)',
    ttl: 'toDateTime(at) + interval 90 day',
  },
  {
    name: 'commits',
    columns: `workspace_id ${word}, commit_no UInt64, sealed_at ${moment}, rows Map(${word}, UInt64)`,
    orderBy: 'commit_no',
  },
];

/** Nouns of unify, whose rows arrive within collect's commits. */
const identityTables: readonly Table[] = [
  {
    name: 'identifiers',
    columns: `${every}, identifier_key UInt64, type ${word}, value String, namespace ${word},
      first_seen_at ${moment}, ${commitIndex}`,
    orderBy: '(workspace_id, identifier_key)',
    shardBy: byCustomer,
  },
  {
    name: 'identity_links',
    columns: `${every}, link_id String, key_a UInt64, key_b UInt64, rule ${word}, source_id ${word},
      evidence String, linked_at ${moment}, by ${word}, ${commitIndex}`,
    orderBy: '(workspace_id, linked_at, link_id)',
    shardBy: 'cityHash64(workspace_id, key_a)',
  },
  {
    name: 'traits',
    columns: `${every}, identifier_key UInt64, name ${word}, value String, source_id ${word},
      happened_at ${moment}, ${commitIndex}`,
    orderBy: '(workspace_id, identifier_key, name, happened_at)',
    shardBy: byCustomer,
  },
];

/** Who acted for which company: a copy of what names one in events and signals, in the order in which it is asked for. */
const accountTable: Table = {
  name: 'account_facts',
  columns: `${every}, source_id ${word}, account_key UInt64, account_id String, fact_id String, kind ${word},
    identifier_key UInt64, place_id ${word}, happened_at ${moment}, reference String, amount_minor Nullable(Int64),
    currency ${word}, details String codec(ZSTD(1)), ${commitIndex}, ${bloom('identifier_key')}`,
  orderBy: '(workspace_id, account_key, happened_at)',
  shardBy: 'cityHash64(workspace_id, account_key)',
};

/** Every table whose rows belong to a group commit. */
export const committedTables = [...tables, ...identityTables, accountTable]
  .map((table) => table.name)
  .filter((name) => name !== 'refusals' && name !== 'commits');

function create(table: Table, engine: EngineClauses): Sql[] {
  return [
    sql`create table if not exists ${sql.name(engine.shard(table.name))} ${sql.raw(engine.onCluster)}
        (${sql.raw(table.columns)}) engine = ${sql.raw(engine.mergeTree())} order by ${sql.raw(table.orderBy)}
        ${sql.raw(table.ttl ? `ttl ${table.ttl}` : '')} settings ${sql.raw(engine.settings)}`,
    ...engine.distributed(table.name, table.shardBy ?? 'cityHash64(workspace_id)'),
  ];
}

export const collectWarehouseMigrations: WarehouseMigration[] = [
  {
    id: 'collect-0001-base-tables',
    statements: (engine) => tables.flatMap((table) => create(table, engine)),
  },
  {
    id: 'collect-0002-identity-tables',
    statements: (engine) => identityTables.flatMap((table) => create(table, engine)),
  },
  referenceTables,
  {
    // The item as it came, locked away, so that it can be read again after a mend; and which message it was.
    id: 'collect-0040-refusals-to-read-again',
    statements: (engine) =>
      [...new Set([engine.shard('refusals'), 'refusals'])].map(
        (table) => sql`alter table ${sql.name(table)} ${sql.raw(engine.onCluster)}
          add column if not exists sealed String codec(NONE)`,
      ),
  },
  {
    // Of whom a refused item told, by key, so that it is found when that customer is erased.
    id: 'collect-0050-refusals-by-customer',
    statements: (engine) =>
      [...new Set([engine.shard('refusals'), 'refusals'])].map(
        (name) => sql`alter table ${sql.name(name)} ${sql.raw(engine.onCluster)}
          add column if not exists identifier_keys Array(UInt64)`,
      ),
  },
  {
    // Whose rows are left out of which use; made from what customers said.
    id: 'collect-0051-withheld-keys',
    statements: (engine) => [
      sql`create table if not exists ${sql.name(engine.shard('withheld_keys'))} ${sql.raw(engine.onCluster)}
        (workspace_id ${sql.raw(word)}, purpose ${sql.raw(word)}, identifier_key UInt64, withheld UInt8,
          version UInt64)
        engine = ${sql.raw(engine.replacingMergeTree('version'))} order by (workspace_id, purpose, identifier_key)
        settings ${sql.raw(engine.settings)}`,
      ...engine.distributed('withheld_keys', byCustomer),
    ],
  },
  { id: 'collect-0180-accounts', statements: (engine) => create(accountTable, engine) },
  {
    // The value that was refused and what would have been right, as JSON, for screens in other languages.
    id: 'collect-0190-refusals-in-keys',
    statements: (engine) =>
      [...new Set([engine.shard('refusals'), 'refusals'])].map(
        (name) => sql`alter table ${sql.name(name)} ${sql.raw(engine.onCluster)}
          add column if not exists wrong String`,
      ),
  },
];
