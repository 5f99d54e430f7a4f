import type { LedgerMigration } from '../../platform/stores/migrations.ts';
import { sql } from '../../platform/stores/sql.ts';

export const segmentLedgerMigrations: LedgerMigration[] = [
  {
    id: 'understand-0085-segments',
    statements: [
      sql`create table segments (
        id text primary key,
        workspace_id text not null,
        name text not null,
        rule jsonb not null,
        version integer not null,
        removed boolean not null default false,
        created_by text,
        created_at timestamptz not null,
        changed_at timestamptz not null)`,
      sql`create index segments_workspace on segments (workspace_id) where not removed`,
      sql`create table segment_versions (
        workspace_id text not null,
        segment_id text not null,
        version integer not null,
        rule jsonb not null,
        changed_by text,
        changed_at timestamptz not null,
        primary key (workspace_id, segment_id, version))`,
    ],
  },
];
