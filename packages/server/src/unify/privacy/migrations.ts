import type { LedgerMigration } from '../../platform/stores/migrations.ts';
import { sql } from '../../platform/stores/sql.ts';

export const privacyLedgerMigrations: LedgerMigration[] = [
  {
    id: 'unify-0050-privacy-requests',
    statements: [
      // Who asked stands here as keyed hashes only; `done` counts rows by table while an erasure is under way.
      sql`create table privacy_requests (
        id text primary key,
        workspace_id text not null,
        kind text not null check (kind in ('erasure', 'access')),
        state text not null check (state in ('waiting', 'running', 'done', 'failed')),
        subject text not null,
        identifier_keys text[] not null,
        asked_by text,
        received_at timestamptz not null,
        due_at timestamptz not null,
        started_at timestamptz,
        finished_at timestamptz,
        done jsonb not null default '{}',
        days text[] not null default '{}',
        progress double precision not null default 0,
        receipt jsonb,
        problem text)`,
      sql`create index privacy_requests_by_workspace on privacy_requests (workspace_id, received_at desc)`,
    ],
  },
  {
    id: 'unify-0090-retention-runs',
    statements: [
      // The last night on which old data went, by workspace.
      sql`create table retention_runs (
        workspace_id text primary key,
        at timestamptz not null,
        removed jsonb not null)`,
    ],
  },
];
