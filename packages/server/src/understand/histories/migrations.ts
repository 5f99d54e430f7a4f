import type { LedgerMigration, WarehouseMigration } from '../../platform/stores/migrations.ts';
import { sql } from '../../platform/stores/sql.ts';
import { tallyColumns } from '../computed-traits/tally-columns.ts';
import { sampleColumns } from './lay-samples.ts';
import { momentColumns, unhappyColumns } from './moment-columns.ts';

const columns = tallyColumns.map(({ name, type }) => `${name} ${type}`).join(', ');
const moments = Object.entries(momentColumns)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');
const samples = Object.entries(sampleColumns)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');
const word = 'LowCardinality(String)';

export const historyWarehouseMigrations: WarehouseMigration[] = [
  {
    // A partition for each slice, as with tallies. Under the name of an identifier the one access policy reads the
    // customer: a customer's identifiers are withheld together, and the customer's key is one of theirs.
    id: 'understand-0310-customer-histories',
    statements: (engine) => [
      sql`create table if not exists ${sql.name(engine.shard('customer_histories'))} ${sql.raw(engine.onCluster)}
        (workspace_id ${sql.raw(word)}, slice UInt64, part ${sql.raw(word)}, kind ${sql.raw(word)},
          place_id ${sql.raw(word)}, currency ${sql.raw(word)}, profile_key UInt64,
          days Array(Date), at Array(Int64), before Array(Int64), before_days Array(Date), after Array(Int64),
          amounts Array(Int64), margin_days Array(Date), margins Array(Int64),
          identifier_key UInt64 alias profile_key)
        engine = ${sql.raw(engine.mergeTree())} partition by slice
        order by (workspace_id, part, kind, place_id, currency, profile_key) settings ${sql.raw(engine.settings)}`,
      ...engine.distributed('customer_histories', 'cityHash64(workspace_id, profile_key)'),
    ],
  },
  {
    // The tallies of whole customers, in slices of the same names.
    id: 'understand-0311-customer-states',
    statements: (engine) => [
      sql`create table if not exists ${sql.name(engine.shard('customer_states'))} ${sql.raw(engine.onCluster)}
        (workspace_id ${sql.raw(word)}, slice UInt64, profile_key UInt64, ${sql.raw(columns)},
          at_place String, identifier_key UInt64 alias profile_key)
        engine = ${sql.raw(engine.mergeTree())} partition by slice order by (workspace_id, profile_key)
        settings ${sql.raw(engine.settings)}`,
      ...engine.distributed('customer_states', 'cityHash64(workspace_id, profile_key)'),
    ],
  },
  {
    // Of the first view of each day: the first day of an order after it, and of one that is not of an earlier day.
    id: 'understand-0314-what-followed-a-view',
    statements: (engine) =>
      [...new Set([engine.shard('customer_histories'), 'customer_histories'])].map(
        (table) => sql`alter table ${sql.name(table)} ${sql.raw(engine.onCluster)}
          add column if not exists followed Array(Date), add column if not exists followed_later Array(Date)`,
      ),
  },
  {
    // The same in the order of days, in slices of the same names.
    id: 'understand-0315-moments-of-customers',
    statements: (engine) => [
      sql`create table if not exists ${sql.name(engine.shard('customer_moments'))} ${sql.raw(engine.onCluster)}
        (workspace_id ${sql.raw(word)}, slice UInt64, part ${sql.raw(word)}, kind ${sql.raw(word)},
          place_id ${sql.raw(word)}, currency ${sql.raw(word)}, profile_key UInt64, ${sql.raw(moments)},
          identifier_key UInt64 alias profile_key)
        engine = ${sql.raw(engine.mergeTree())} partition by slice
        order by (workspace_id, part, kind, local_day, place_id) settings ${sql.raw(engine.settings)}`,
      ...engine.distributed('customer_moments', 'cityHash64(workspace_id, profile_key)'),
    ],
  },
  {
    // Of an amount the days of its customer's unfavourable answers around it; slices without them are laid out again.
    id: 'understand-0316-unhappy-days-around-amounts',
    statements: (engine) =>
      [...new Set([engine.shard('customer_moments'), 'customer_moments'])].map(
        (table) => sql`alter table ${sql.name(table)} ${sql.raw(engine.onCluster)}
          ${sql.join(unhappyColumns.map((name) => sql`add column if not exists ${sql.name(name)} Date`))}`,
      ),
  },
  {
    // Events of one customer in so many, in slices of the same names; of older slices they are laid out at the next turn.
    id: 'understand-0340-events-of-some-customers',
    statements: (engine) => [
      sql`create table if not exists ${sql.name(engine.shard('customer_samples'))} ${sql.raw(engine.onCluster)}
        (workspace_id ${sql.raw(word)}, slice UInt64, profile_key UInt64, ${sql.raw(samples)})
        engine = ${sql.raw(engine.mergeTree())} partition by slice
        order by (workspace_id, kind, place_id, happened_at) settings ${sql.raw(engine.settings)}`,
      ...engine.distributed('customer_samples', 'cityHash64(workspace_id, profile_key)'),
    ],
  },
];

export const historyLedgerMigrations: LedgerMigration[] = [
  {
    id: 'understand-0310-customer-histories',
    statements: [sql`alter table operation_checkpoints add column histories jsonb`],
  },
  {
    // Made again with states beside them.
    id: 'understand-0311-customer-states',
    statements: [sql`update operation_checkpoints set histories = null`],
  },
  {
    // Made again with what followed a view.
    id: 'understand-0314-what-followed-a-view',
    statements: [sql`update operation_checkpoints set histories = null`],
  },
  {
    // Made again with unfavourable answers, and laid out by day.
    id: 'understand-0315-moments-of-customers',
    statements: [sql`update operation_checkpoints set histories = null`],
  },
];
