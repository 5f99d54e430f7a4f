import type { LedgerMigration, WarehouseMigration } from '../../platform/stores/migrations.ts';
import { sql } from '../../platform/stores/sql.ts';
import { tallyColumns } from './tally-columns.ts';

const word = 'LowCardinality(String)';
const columns = tallyColumns.map(({ name, type }) => `${name} ${type}`).join(', ');

export const computedTraitWarehouseMigrations: WarehouseMigration[] = [
  {
    // A partition for each slice, so that a slice that was joined with another goes as one.
    id: 'understand-0080-customer-tallies',
    statements: (engine) => [
      sql`create table if not exists ${sql.name(engine.shard('customer_tallies'))} ${sql.raw(engine.onCluster)}
        (workspace_id ${sql.raw(word)}, slice UInt64, identifier_key UInt64, place_id ${sql.raw(word)},
          ${sql.raw(columns)})
        engine = ${sql.raw(engine.mergeTree())} partition by slice
        order by (workspace_id, identifier_key, place_id) settings ${sql.raw(engine.settings)}`,
      ...engine.distributed('customer_tallies', 'cityHash64(workspace_id, identifier_key)'),
    ],
  },
];

export const computedTraitLedgerMigrations: LedgerMigration[] = [
  {
    id: 'understand-0080-customer-tallies',
    statements: [sql`alter table rollup_checkpoints add column tallies jsonb`],
  },
];
