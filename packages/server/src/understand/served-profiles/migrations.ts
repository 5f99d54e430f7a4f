import type { LedgerMigration } from '../../platform/stores/migrations.ts';
import { sql } from '../../platform/stores/sql.ts';

export const servedProfileLedgerMigrations: LedgerMigration[] = [
  {
    // One row per identifier, so that merging and splitting customers changes no row. `key` is the identifier's key less
    // 2^63, which a bigint can hold; the three texts are JSON as the warehouse wrote it.
    id: 'understand-0130-served-identifiers',
    statements: [
      sql`create table served_identifiers (
        workspace_id text not null,
        key bigint not null,
        identity text,
        traits text,
        tallies text,
        primary key (workspace_id, key)) with (fillfactor = 80)`,
      // A workspace stands here once somebody has asked for a profile of it. `built` is true when all were made;
      // until then next_key is where the making goes on.
      sql`create table served_checkpoints (
        workspace_id text primary key,
        commit_no bigint not null,
        fresh_at timestamptz not null,
        made bigint not null,
        built boolean not null,
        next_key bigint not null)`,
    ],
  },
];
