import type { WarehouseMigration } from '../../platform/stores/migrations.ts';
import { sql } from '../../platform/stores/sql.ts';

const word = 'LowCardinality(String)';

/** Rates and facts by key. A newer row of the same key counts instead of an older one, which an undo brings back. */
export const referenceTables: WarehouseMigration = {
  id: 'collect-0030-rates-and-enrichment',
  statements: (engine) =>
    [
      {
        name: 'exchange_rates',
        columns: `workspace_id ${word}, currency ${word}, quote ${word}, day Date, rate Float64,
          import_id String, written_at DateTime64(6, 'UTC')`,
        orderBy: '(workspace_id, currency, quote, day)',
      },
      {
        name: 'enrichments',
        columns: `workspace_id ${word}, table_name ${word}, key String, day Date, facts Map(${word}, String),
          import_id String, written_at DateTime64(6, 'UTC')`,
        orderBy: '(workspace_id, table_name, key, day)',
      },
    ].flatMap(({ name, columns, orderBy }) => [
      sql`create table if not exists ${sql.name(engine.shard(name))} ${sql.raw(engine.onCluster)}
        (${sql.raw(columns)}) engine = ${sql.raw(engine.mergeTree())} order by ${sql.raw(orderBy)}
        settings ${sql.raw(engine.settings)}`,
      ...engine.distributed(name, 'cityHash64(workspace_id)'),
    ]),
};
