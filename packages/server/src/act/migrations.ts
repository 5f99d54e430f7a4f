import type { LedgerMigration } from '../platform/stores/migrations.ts';
import { sql } from '../platform/stores/sql.ts';

const cases: LedgerMigration = {
  id: 'act-0001-cases',
  statements: [
    // A case keeps the identifier that the signal came with; the customer behind it is looked up when it is shown.
    sql`create table cases (
      id text primary key,
      workspace_id text not null,
      number integer not null,
      title text not null,
      state text not null check (state in ('open', 'taken', 'waiting', 'closed')),
      severity text not null check (severity in ('low', 'normal', 'high', 'critical')),
      reason text not null,
      place_id text,
      owner_id text,
      team text,
      signal_id text,
      identifier_key text not null default '0',
      score double precision,
      question text,
      topics text[] not null default '{}',
      opened_at timestamptz not null,
      due_at timestamptz not null,
      closed_at timestamptz,
      cause text,
      outcome text,
      value_minor bigint,
      value_currency text,
      version integer not null default 1,
      unique (workspace_id, number))`,
    sql`create index cases_queue on cases (workspace_id, due_at, id) where state <> 'closed'`,
    sql`create index cases_closed on cases (workspace_id, closed_at desc) where state = 'closed'`,
    sql`create index cases_customer on cases (workspace_id, identifier_key) where identifier_key <> '0'`,
    sql`create table case_numbers (workspace_id text primary key, last integer not null)`,
    // Every signal that opened a case or came into one; a signal belongs to one case at most.
    sql`create table case_signals (
      workspace_id text not null,
      signal_id text not null,
      case_id text not null references cases (id) on delete cascade,
      primary key (workspace_id, signal_id))`,
    sql`create index case_signals_case on case_signals (case_id)`,
    sql`create table case_entries (
      id text primary key,
      workspace_id text not null,
      case_id text not null references cases (id) on delete cascade,
      kind text not null,
      at timestamptz not null,
      person_id text,
      by_name text,
      text text not null,
      detail text,
      mail_key text)`,
    sql`create index case_entries_case on case_entries (case_id, at, id)`,
    // How far the consumer of committed signals has come.
    sql`create table case_checkpoint (name text primary key, commit_no bigint not null)`,
    // What was done, waiting to be collected as events.
    sql`create table act_events (
      id text primary key,
      workspace_id text not null,
      event jsonb not null,
      made_at timestamptz not null)`,
  ],
};

const mails: LedgerMigration = {
  id: 'act-0002-mails',
  statements: [
    // One row per message key, for ever; what the mail said and to whom is cleared once it has gone out.
    sql`create table mails (
      id text primary key,
      workspace_id text not null,
      message_key text not null,
      kind text not null,
      person_id text,
      case_id text,
      to_address text,
      reply_to text,
      subject text,
      text text,
      html text,
      headers jsonb not null default '{}',
      message_id text not null,
      state text not null check (state in ('queued', 'sending', 'sent', 'kept', 'failed')),
      attempts integer not null default 0,
      problem text,
      created_at timestamptz not null,
      due_at timestamptz not null,
      claimed_at timestamptz,
      sent_at timestamptz,
      unique (workspace_id, message_key))`,
    sql`create index mails_due on mails (due_at) where state in ('queued', 'sending')`,
    // How many mails a person was given on a local day; alarms and the digest together.
    sql`create table mail_limits (
      workspace_id text not null,
      person_id text not null,
      day date not null,
      mails integer not null,
      primary key (workspace_id, person_id, day))`,
    // What waits for a person's next digest.
    sql`create table digest_items (
      workspace_id text not null,
      person_id text not null,
      item_key text not null,
      kind text not null check (kind in ('case', 'change')),
      subject_id text not null,
      line text not null,
      severity text not null,
      at timestamptz not null,
      mail_key text,
      primary key (workspace_id, person_id, item_key))`,
    sql`create index digest_items_waiting on digest_items (workspace_id, person_id) where mail_key is null`,
  ],
};

export const actLedgerMigrations: readonly LedgerMigration[] = [cases, mails];
