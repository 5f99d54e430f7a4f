import type { LedgerMigration } from '../platform/stores/migrations.ts';
import { sql } from '../platform/stores/sql.ts';

/** Sign-in's own tables, in the shape that the sign-in library expects (checked by sign-in/schema.test.ts). */
const signIn: LedgerMigration = {
  id: 'access-0001-sign-in',
  statements: [
    sql`create table people (
      id text primary key,
      name text not null,
      email text not null unique,
      email_verified boolean not null,
      image text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`,
    sql`create table sessions (
      id text primary key,
      person_id text not null references people (id) on delete cascade,
      token text not null unique,
      expires_at timestamptz not null,
      ip_address text,
      user_agent text,
      workspace_id text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null)`,
    sql`create index sessions_person on sessions (person_id)`,
    sql`create table credentials (
      id text primary key,
      person_id text not null references people (id) on delete cascade,
      account_id text not null,
      provider_id text not null,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      password text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null)`,
    sql`create index credentials_person on credentials (person_id)`,
    sql`create table verifications (
      id text primary key,
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`,
    sql`create index verifications_identifier on verifications (identifier)`,
    sql`create table rate_limits (
      id text primary key,
      key text not null unique,
      count integer not null,
      last_request bigint not null)`,
    sql`create table sign_in_failures (
      email_hash text primary key,
      failures integer not null,
      since timestamptz not null)`,
  ],
};

const workspaces: LedgerMigration = {
  id: 'access-0002-workspaces',
  statements: [
    sql`create table workspaces (
      id text primary key,
      name text not null,
      demo boolean not null default false,
      identifier_secret text not null,
      created_at timestamptz not null)`,
    sql`create table workspace_settings (
      workspace_id text primary key references workspaces (id) on delete cascade,
      settings jsonb not null,
      smtp_url_sealed text,
      updated_at timestamptz not null)`,
    sql`create table members (
      workspace_id text not null references workspaces (id) on delete cascade,
      person_id text not null references people (id) on delete cascade,
      role text not null check (role in ('admin', 'lead', 'manager', 'agent', 'analyst')),
      place_ids text[] not null default '{}',
      team text,
      locale text not null default 'en',
      active boolean not null default true,
      joined_at timestamptz not null,
      last_seen_at timestamptz,
      primary key (workspace_id, person_id))`,
    sql`create index members_person on members (person_id)`,
    sql`create table invitations (
      id text primary key,
      workspace_id text not null references workspaces (id) on delete cascade,
      email text not null,
      role text not null,
      place_ids text[] not null default '{}',
      team text,
      locale text not null default 'en',
      token_hash text not null unique,
      invited_by text references people (id) on delete set null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      accepted_at timestamptz,
      revoked_at timestamptz)`,
    sql`create index invitations_workspace on invitations (workspace_id)`,
    sql`create table sources (
      id text primary key,
      workspace_id text not null references workspaces (id) on delete cascade,
      name text not null,
      kind text not null check (kind in ('key', 'import', 'survey', 'system')),
      key_hash text unique,
      key_ending text,
      created_at timestamptz not null,
      revoked_at timestamptz)`,
    sql`create index sources_workspace on sources (workspace_id)`,
    sql`create unique index sources_own on sources (workspace_id, kind) where kind <> 'key'`,
    sql`create table tokens (
      id text primary key,
      workspace_id text not null,
      person_id text not null,
      name text not null,
      token_hash text not null unique,
      ending text not null,
      created_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz,
      foreign key (workspace_id, person_id) references members (workspace_id, person_id) on delete cascade)`,
  ],
};

const audit: LedgerMigration = {
  id: 'access-0003-audit',
  statements: [
    sql`create table audit_entries (
      id text primary key,
      workspace_id text not null,
      at timestamptz not null,
      person_id text,
      by_name text,
      action text not null,
      subject text not null,
      detail text)`,
    sql`create index audit_entries_workspace on audit_entries (workspace_id, id desc)`,
    sql`create function refuse_audit_change() returns trigger language plpgsql as
      $$ begin raise exception 'audit entries are never changed or removed'; end $$`,
    sql`create trigger audit_entries_append_only before update or delete or truncate on audit_entries
      for each statement execute function refuse_audit_change()`,
  ],
};

/** Webhooks and connectors are sources, too; a workspace may have many of each. */
const madeSources: LedgerMigration = {
  id: 'access-0040-sources-of-webhooks-and-connectors',
  statements: [
    sql`alter table sources drop constraint sources_kind_check`,
    sql`alter table sources add constraint sources_kind_check
      check (kind in ('key', 'import', 'survey', 'system', 'webhook', 'connector'))`,
    sql`drop index sources_own`,
    sql`create unique index sources_own on sources (workspace_id, kind)
      where kind in ('import', 'survey', 'system')`,
  ],
};
const auditErasure: LedgerMigration = {
  id: 'access-0050-audit-erasure',
  statements: [
    // One change is allowed: words about a customer who was erased are taken out; who did what and when stays.
    sql`create or replace function refuse_audit_change() returns trigger language plpgsql as
      $$ begin
        if tg_op = 'UPDATE' then
          if new.detail = '[erased]' and (to_jsonb(new) - 'detail') = (to_jsonb(old) - 'detail') then
            return new;
          end if;
        end if;
        raise exception 'audit entries are never changed or removed';
      end $$`,
    sql`drop trigger audit_entries_append_only on audit_entries`,
    sql`create trigger audit_entries_append_only before update or delete on audit_entries
      for each row execute function refuse_audit_change()`,
    sql`create trigger audit_entries_never_emptied before truncate on audit_entries
      for each statement execute function refuse_audit_change()`,
  ],
};

const auditRetention: LedgerMigration = {
  id: 'access-0080-audit-retention',
  statements: [
    // What is older than the workspace keeps it may go, within a transaction that says from when on the audit is kept.
    sql`create or replace function refuse_audit_change() returns trigger language plpgsql as
      $$ begin
        if tg_op = 'UPDATE' then
          if new.detail = '[erased]' and (to_jsonb(new) - 'detail') = (to_jsonb(old) - 'detail') then
            return new;
          end if;
        end if;
        if tg_op = 'DELETE' and old.at < nullif(current_setting('lyhord.audit_kept_since', true), '')::timestamptz then
          return old;
        end if;
        raise exception 'audit entries are never changed or removed';
      end $$`,
  ],
};

const demandingSources: LedgerMigration = {
  id: 'access-0120-sources-that-demand-a-purpose',
  statements: [
    sql`alter table sources add column demands text check (demands in ('analytics', 'marketing', 'profiling'))`,
  ],
};

export const accessLedgerMigrations: readonly LedgerMigration[] = [
  signIn,
  workspaces,
  audit,
  madeSources,
  auditErasure,
  auditRetention,
  demandingSources,
];
