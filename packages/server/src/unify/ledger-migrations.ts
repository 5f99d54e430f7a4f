import type { LedgerMigration } from '../platform/stores/migrations.ts';
import { sql } from '../platform/stores/sql.ts';
import { privacyLedgerMigrations } from './privacy/migrations.ts';

export const unifyLedgerMigrations: LedgerMigration[] = [
  {
    id: 'unify-0001-places',
    statements: [
      sql`create table places (
        id text primary key,
        workspace_id text not null,
        code text not null,
        name text not null,
        kind text not null,
        parent_id text references places (id),
        time_zone text not null,
        currency text,
        country text,
        latitude double precision,
        longitude double precision,
        hours jsonb,
        owner_id text,
        target double precision,
        archived boolean not null default false,
        created_at timestamptz not null default now(),
        unique (workspace_id, code))`,
      sql`create index places_by_parent on places (workspace_id, parent_id)`,
      // Under which parent a place stood when; valid_to is null for the present.
      sql`create table place_history (
        workspace_id text not null,
        place_id text not null references places (id),
        parent_id text,
        valid_from timestamptz not null,
        valid_to timestamptz,
        primary key (place_id, valid_from))`,
      sql`create unique index place_history_present on place_history (place_id) where valid_to is null`,
    ],
  },
  ...privacyLedgerMigrations,
  {
    id: 'unify-0020-identity',
    statements: [
      sql`create table identity_rules (workspace_id text primary key, rules jsonb not null)`,
      // Two customers who are probably one. Holds no personal value: what was compared is read again when it is shown.
      sql`create table customer_matches (
        workspace_id text not null,
        id text not null,
        key_a text not null,
        key_b text not null,
        probability double precision not null,
        evidence jsonb not null,
        state text not null check (state in ('proposed', 'linked', 'different')),
        found_at timestamptz not null,
        decided_by text,
        decided_at timestamptz,
        primary key (workspace_id, id),
        unique (workspace_id, key_a, key_b))`,
      sql`create index customer_matches_waiting on customer_matches (workspace_id, state, probability desc)`,
    ],
  },
  {
    id: 'unify-0080-key-customers',
    statements: [
      sql`create table key_customers (
        workspace_id text not null,
        identifier_key text not null,
        reason text not null,
        marked_by text not null,
        marked_at timestamptz not null,
        primary key (workspace_id, identifier_key))`,
    ],
  },
  {
    // Tools whose pages may frame customer cards. Their signing secrets are made of their ids and kept nowhere.
    id: 'unify-0131-card-tools',
    statements: [
      sql`create table card_tools (
        id text primary key,
        workspace_id text not null,
        name text not null,
        origins text[] not null,
        created_at timestamptz not null,
        last_used_at timestamptz)`,
      sql`create index card_tools_workspace on card_tools (workspace_id)`,
    ],
  },
  {
    // Two customers of one household, by what they share or by what a person said; no personal value.
    id: 'unify-0181-households',
    statements: [
      sql`create table household_pairs (
        workspace_id text not null,
        key_a text not null,
        key_b text not null,
        shares text[] not null,
        state text not null check (state in ('proposed', 'together', 'apart')),
        found_at timestamptz not null,
        decided_by text,
        decided_at timestamptz,
        reason text not null default '',
        primary key (workspace_id, key_a, key_b))`,
      sql`create index household_pairs_by_second on household_pairs (workspace_id, key_b)`,
    ],
  },
];
