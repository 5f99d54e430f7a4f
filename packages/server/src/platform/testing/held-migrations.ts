import type { Migrations } from '../stores/migrations.ts';
import { sql } from '../stores/sql.ts';

/** The schema of the program that tests kill: one table of numbers in each store. */
export const heldMigrations: Migrations = {
  ledger: [{ id: 'hold-0001', statements: [sql`create table kept (n bigint primary key)`] }],
  warehouse: [
    {
      id: 'hold-0001',
      statements: (engine) => [
        sql`create table if not exists kept (n UInt64) engine = ${sql.raw(engine.mergeTree())} order by n
            settings ${sql.raw(engine.settings)}`,
      ],
    },
  ],
};
