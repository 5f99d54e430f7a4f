import type { LedgerMigration } from '../platform/stores/migrations.ts';
import { sql } from '../platform/stores/sql.ts';

/** Tables of what stands behind the front doors: refused items read again, webhooks, connectors. */
export const frontDoorMigrations: LedgerMigration[] = [
  {
    id: 'collect-0040-refusal-replays',
    statements: [
      sql`create table refusal_replays (
        workspace_id text not null,
        refusal_id text not null,
        outcome text not null,
        reason text,
        field text,
        detail text,
        at timestamptz not null,
        by_person text,
        primary key (workspace_id, refusal_id))`,
      sql`create index refusal_replays_by_age on refusal_replays (at)`,
    ],
  },
  {
    id: 'collect-0041-webhooks',
    statements: [
      sql`create table webhooks (
        id text primary key,
        workspace_id text not null,
        source_id text not null,
        name text not null,
        token_hash text not null unique,
        preset text,
        signature text not null,
        secret_sealed text,
        mapping jsonb not null,
        active boolean not null default true,
        created_at timestamptz not null)`,
      sql`create index webhooks_by_workspace on webhooks (workspace_id, created_at)`,
    ],
  },
  {
    id: 'collect-0042-connectors',
    statements: [
      // The state says where reading goes on; it moves only after what was read is committed.
      sql`create table connectors (
        id text primary key,
        workspace_id text not null,
        source_id text not null,
        name text not null,
        settings jsonb not null,
        secret_sealed text,
        state jsonb not null default '{}',
        every_minutes integer not null,
        paused boolean not null default false,
        next_run_at timestamptz not null,
        running_until timestamptz,
        failures integer not null default 0,
        created_at timestamptz not null)`,
      sql`create index connectors_due on connectors (next_run_at) where not paused`,
      sql`create table connector_runs (
        id text primary key,
        workspace_id text not null,
        connector_id text not null references connectors (id) on delete cascade,
        started_at timestamptz not null,
        ended_at timestamptz,
        accepted integer not null default 0,
        duplicates integer not null default 0,
        refused integer not null default 0,
        problem text)`,
      sql`create index connector_runs_by_connector on connector_runs (connector_id, started_at desc)`,
    ],
  },
  {
    id: 'collect-0190-replays-in-keys',
    statements: [sql`alter table refusal_replays add column wrong jsonb`],
  },
];
