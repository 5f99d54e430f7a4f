// All SQL of the outbox: one row per message key for ever, cleared of its content once the mail has gone out.
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

export type MailKind = 'alarm' | 'change' | 'digest' | 'reply';

export interface NewMail {
  readonly id: string;
  readonly messageKey: string;
  readonly kind: MailKind;
  readonly personId: string | null;
  readonly caseId: string | null;
  readonly to: string;
  readonly replyTo?: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers?: Record<string, string>;
  readonly messageId: string;
  readonly createdAt: Date;
  readonly dueAt: Date;
}

export interface ClaimedMail {
  readonly id: string;
  readonly workspaceId: string;
  readonly kind: MailKind;
  /** Null where it goes to a customer. */
  readonly personId: string | null;
  readonly caseId: string | null;
  readonly to: string;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Record<string, string>;
  readonly messageId: string;
  readonly attempts: number;
}

/** A mail that was taken this long ago and not finished belongs to a process that has ended. */
const claimMinutes = 10;

export type MailStore = ReturnType<typeof mailStore>;

export function mailStore(ledger: Ledger) {
  return {
    /** Adds those whose key is not known yet; the keys that were added. */
    async add(workspaceId: string, mails: readonly NewMail[]): Promise<Set<string>> {
      if (mails.length === 0) return new Set();
      const rows = JSON.stringify(mails.map(insertable));
      const added = await ledger.query<{ message_key: string }>(sql`insert into mails (id, workspace_id,
          message_key, kind, person_id, case_id, to_address, reply_to, subject, text, html, headers, message_id,
          state, created_at, due_at)
        select id, ${workspaceId}, message_key, kind, person_id, case_id, to_address, reply_to, subject, text,
          html, headers, message_id, 'queued', created_at, due_at
        from jsonb_to_recordset(${rows}::jsonb) as each (id text, message_key text, kind text, person_id text,
          case_id text, to_address text, reply_to text, subject text, text text, html text, headers jsonb,
          message_id text, created_at timestamptz, due_at timestamptz)
        on conflict (workspace_id, message_key) do nothing returning message_key`);
      return new Set(added.map((row) => row.message_key));
    },
    /** Those of the keys that are known. */
    async known(workspaceId: string, keys: readonly string[]): Promise<Set<string>> {
      const rows = await ledger.query<{ message_key: string }>(sql`select message_key from mails
        where workspace_id = ${workspaceId} and message_key = any(${keys})`);
      return new Set(rows.map((row) => row.message_key));
    },
    /** Takes the next mail that is due; no other process gets it while this one sends it. */
    async claim(now: Date): Promise<ClaimedMail | null> {
      const left = new Date(now.getTime() - claimMinutes * 60_000);
      const row = await ledger.one<{
        id: string;
        workspace_id: string;
        kind: MailKind;
        person_id: string | null;
        case_id: string | null;
        to_address: string;
        reply_to: string | null;
        subject: string;
        text: string;
        html: string;
        headers: Record<string, string>;
        message_id: string;
        attempts: number;
      }>(sql`update mails set state = 'sending', claimed_at = ${now}, attempts = attempts + 1
        where id = (
          select id from mails
          where due_at <= ${now} and (state = 'queued' or (state = 'sending' and claimed_at < ${left}))
          order by due_at, id limit 1 for update skip locked)
        returning id, workspace_id, kind, person_id, case_id, to_address, reply_to, subject, text, html, headers,
          message_id, attempts`);
      if (row === null) return null;
      const {
        workspace_id: workspaceId,
        person_id: personId,
        case_id: caseId,
        to_address: to,
        ...rest
      } = row;
      return { ...rest, workspaceId, personId, caseId, to, replyTo: row.reply_to, messageId: row.message_id };
    },
    /** `kept`: written to the outbox folder, because mail is not set up. */
    done: (id: string, state: 'sent' | 'kept' | 'failed', problem: string | null, at: Date) =>
      ledger.query(sql`update mails set state = ${state}, sent_at = ${at}, problem = ${problem}, to_address = null,
          reply_to = null, subject = null, text = null, html = null, headers = '{}' where id = ${id}`),
    tryAgain: (id: string, problem: string, at: Date) =>
      ledger.query(
        sql`update mails set state = 'queued', problem = ${problem}, due_at = ${at} where id = ${id}`,
      ),
    /** Message ids of the mails of a case that went out or will, oldest first; for threading. */
    async messageIdsOf(workspaceId: string, caseId: string): Promise<string[]> {
      const rows = await ledger.query<{ message_id: string }>(sql`select message_id from mails
        where workspace_id = ${workspaceId} and case_id = ${caseId} and kind = 'reply' and state <> 'failed'
        order by created_at, id`);
      return rows.map((row) => row.message_id);
    },
  };
}

const insertable = (mail: NewMail) => ({
  id: mail.id,
  message_key: mail.messageKey,
  kind: mail.kind,
  person_id: mail.personId,
  case_id: mail.caseId,
  to_address: mail.to,
  reply_to: mail.replyTo ?? null,
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  headers: mail.headers ?? {},
  message_id: mail.messageId,
  created_at: mail.createdAt.toISOString(),
  due_at: mail.dueAt.toISOString(),
});
