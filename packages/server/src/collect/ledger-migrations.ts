import type { LedgerMigration } from '../platform/stores/migrations.ts';
import { sql } from '../platform/stores/sql.ts';
import { frontDoorMigrations } from './front-door-migrations.ts';

export const collectLedgerMigrations: LedgerMigration[] = [
  {
    id: 'collect-0001-surveys-and-imports',
    statements: [
      sql`create table surveys (
        id text primary key,
        workspace_id text not null,
        name text not null,
        question text not null check (question in ('nps', 'csat')),
        touchpoint text not null,
        place_id text,
        active boolean not null default true,
        brand_colour text not null,
        thanks text,
        token text not null unique,
        created_by text,
        created_at timestamptz not null default now())`,
      sql`create index surveys_by_workspace on surveys (workspace_id, created_at)`,
      // The address stays only until the mail is sent; after that the keyed identifier is enough.
      sql`create table survey_invitations (
        id uuid primary key,
        workspace_id text not null,
        survey_id text not null references surveys (id),
        identifier_key text not null,
        email text,
        name text,
        locale text not null,
        place_code text,
        reference text,
        state text not null check (state in ('queued', 'sent', 'failed', 'cancelled')),
        attempts integer not null default 0,
        created_at timestamptz not null default now(),
        tried_at timestamptz,
        sent_at timestamptz,
        answered_at timestamptz)`,
      sql`create index survey_invitations_by_customer
        on survey_invitations (workspace_id, identifier_key, created_at)`,
      sql`create index survey_invitations_by_survey on survey_invitations (survey_id, state)`,
      // A rating waits here for its reason; it becomes one signal when the reason comes or the wait is over.
      sql`create table survey_responses (
        id uuid primary key,
        workspace_id text not null,
        survey_id text not null references surveys (id),
        invitation_id uuid unique references survey_invitations (id),
        score integer not null,
        comment text,
        locale text not null,
        place_code text,
        channel text not null,
        state text not null check (state in ('rated', 'recorded')),
        rated_at timestamptz not null,
        recorded_at timestamptz)`,
      sql`create index survey_responses_waiting on survey_responses (rated_at) where state = 'rated'`,
      sql`create index survey_responses_by_survey on survey_responses (survey_id)`,
      sql`create table suppressions (
        workspace_id text not null,
        identifier_key text not null,
        channel text not null default 'email',
        reason text not null,
        at timestamptz not null default now(),
        primary key (workspace_id, identifier_key, channel))`,
      sql`create table imports (
        id text primary key,
        workspace_id text not null,
        file_name text not null,
        target text not null,
        state text not null check (state in ('running', 'done', 'failed')),
        rows bigint not null default 0,
        accepted bigint not null default 0,
        duplicates bigint not null default 0,
        refused bigint not null default 0,
        started_at timestamptz not null default now(),
        finished_at timestamptz,
        problem text,
        started_by text)`,
      sql`create index imports_by_workspace on imports (workspace_id, started_at desc)`,
      // What the tables of arrivals cannot tell: copies that were sent again, and when a source was last heard.
      sql`create table arrival_counts (
        workspace_id text not null,
        source_id text not null,
        day date not null,
        accepted bigint not null default 0,
        duplicates bigint not null default 0,
        refused bigint not null default 0,
        last_at timestamptz not null,
        primary key (workspace_id, source_id, day))`,
    ],
  },
  {
    id: 'collect-0030-imports-resume-and-undo',
    statements: [
      sql`alter table imports drop constraint imports_state_check`,
      sql`alter table imports add constraint imports_state_check
        check (state in ('waiting', 'running', 'done', 'failed', 'undoing', 'undone'))`,
      // done_rows is where a stopped import goes on; digest tells that a file is the one that was stopped
      sql`alter table imports add column mapping jsonb, add column digest text, add column done_rows bigint not null default 0,
        add column share real, add column undone_at timestamptz, add column undone_by text`,
      // The rows of an import are those of the source of files in its ranges of commits: one import runs at a time.
      sql`create table import_runs (
        import_id text not null references imports (id) on delete cascade,
        workspace_id text not null,
        from_commit bigint not null,
        to_commit bigint,
        primary key (import_id, from_commit))`,
    ],
  },
  ...frontDoorMigrations,
  {
    id: 'collect-0050-erased-keys',
    statements: [
      // Keyed hashes of identifiers and messages of customers who were erased, so that a re-send does not bring them back.
      sql`create table erased_keys (
        workspace_id text not null,
        key text not null,
        erased_at timestamptz not null,
        primary key (workspace_id, key))`,
    ],
  },
  {
    id: 'collect-0051-consents',
    statements: [
      // What customers allowed and refused, append-only; identifiers as keys.
      sql`create table consents (
        workspace_id text not null,
        identifier_key text not null,
        purpose text not null check (purpose in ('service', 'analytics', 'marketing', 'profiling')),
        channel text not null default '',
        allowed boolean not null,
        source text not null,
        wording text not null default '',
        said_at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        primary key (workspace_id, identifier_key, purpose, channel, said_at, source))`,
    ],
  },
  {
    id: 'collect-0120-consent-by-survey',
    statements: [
      sql`alter table surveys
        add column asks_purpose text check (asks_purpose in ('analytics', 'marketing', 'profiling')),
        add column asks_words text`,
    ],
  },
  {
    // Which reason a score was recorded with, so that one that is sent twice counts once; a keyed hash, not the words.
    id: 'collect-0200-reasons-once',
    statements: [sql`alter table survey_responses add column reason_hash text`],
  },
  {
    // The first rows of places, facts and rates that were not taken, so that screens can say why in the reader's language.
    id: 'collect-0210-refused-rows-of-files',
    statements: [sql`alter table imports add column refused_rows jsonb not null default '[]'`],
  },
];
