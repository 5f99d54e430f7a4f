import type { LedgerMigration } from '../platform/stores/migrations.ts';
import { sql } from '../platform/stores/sql.ts';

/** Tables of what nobody has defined, and of what people teach the topics. */
export const topicLedgerMigrations: LedgerMigration[] = [
  {
    id: 'understand-0030-themes',
    statements: [
      sql`create table themes (
        id text primary key,
        workspace_id text not null,
        language text not null,
        phrases jsonb not null,
        terms jsonb not null,
        members jsonb not null,
        stability double precision not null,
        origin jsonb not null,
        state text not null check (state in ('found', 'accepted', 'dismissed')),
        gone boolean not null default false,
        topic text,
        first_seen_at timestamptz not null,
        seen_at timestamptz not null,
        judged_by text,
        judged_at timestamptz)`,
      sql`create index themes_workspace on themes (workspace_id) where not gone`,
      sql`create table theme_looks (
        workspace_id text primary key,
        looked_at timestamptz not null,
        found jsonb not null)`,
    ],
  },
  {
    id: 'understand-0160-text-models',
    statements: [
      sql`create table text_models (
        id text primary key,
        workspace_id text not null,
        source text not null check (source in ('learned', 'uploaded')),
        state text not null check (state in ('learning', 'ready', 'failed')),
        texts integer not null default 0,
        topics jsonb not null default '[]',
        gain jsonb,
        trouble text,
        content bytea,
        made_by text,
        made_at timestamptz not null)`,
      sql`create index text_models_workspace on text_models (workspace_id, made_at desc)`,
      sql`alter table topic_readings add column model_id text`,
    ],
  },
];
