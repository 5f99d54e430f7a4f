// All SQL of a case's history. What a mail's entry says of its delivery comes from the outbox.
import type { CaseEntry } from '@lyhord/contract';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

export interface NewEntry {
  readonly id: string;
  readonly caseId: string;
  readonly kind: CaseEntry['kind'];
  readonly at: Date;
  readonly personId?: string | null;
  readonly byName?: string | null;
  readonly text?: string;
  readonly detail?: string | null;
  readonly mailKey?: string | null;
}

interface Row {
  id: string;
  kind: CaseEntry['kind'];
  at: Date;
  by_name: string | null;
  text: string;
  detail: string | null;
  mail_state: 'queued' | 'sending' | 'sent' | 'kept' | 'failed' | null;
  mail_problem: string | null;
}

export function entryStore(ledger: Ledger) {
  return {
    async add(workspaceId: string, entries: readonly NewEntry[]): Promise<void> {
      if (entries.length === 0) return;
      const rows = JSON.stringify(
        entries.map((entry) => ({
          id: entry.id,
          case_id: entry.caseId,
          kind: entry.kind,
          at: entry.at.toISOString(),
          person_id: entry.personId ?? null,
          by_name: entry.byName ?? null,
          text: entry.text ?? '',
          detail: entry.detail ?? null,
          mail_key: entry.mailKey ?? null,
        })),
      );
      await ledger.query(sql`insert into case_entries
          (id, workspace_id, case_id, kind, at, person_id, by_name, text, detail, mail_key)
        select id, ${workspaceId}, case_id, kind, at, person_id, by_name, text, detail, mail_key
        from jsonb_to_recordset(${rows}::jsonb) as each (id text, case_id text, kind text, at timestamptz,
          person_id text, by_name text, text text, detail text, mail_key text)`);
    },
    /** Oldest first. */
    async list(workspaceId: string, caseId: string): Promise<CaseEntry[]> {
      const rows = await ledger.query<Row>(sql`select e.id, e.kind, e.at, e.by_name, e.text, e.detail,
          m.state as mail_state, m.problem as mail_problem
        from case_entries e
        left join mails m on m.workspace_id = e.workspace_id and m.message_key = e.mail_key
        where e.workspace_id = ${workspaceId} and e.case_id = ${caseId} order by e.at, e.id`);
      return rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        at: row.at.toISOString(),
        byName: row.by_name,
        text: row.text,
        delivered: deliveryOf(row.mail_state),
        detail: row.mail_problem ?? row.detail,
      }));
    },
    /** Text of the reply that was written with this mail key; null where there is none. */
    async textOfMail(workspaceId: string, mailKey: string): Promise<string | null> {
      const row = await ledger.one<{ text: string }>(sql`select text from case_entries
        where workspace_id = ${workspaceId} and mail_key = ${mailKey}`);
      return row?.text ?? null;
    },
  };
}

/** A letter that was kept in the outbox folder, because mail is not set up, has not been delivered. */
function deliveryOf(state: Row['mail_state']): CaseEntry['delivered'] {
  if (state === null || state === 'kept') return 'none';
  return state === 'sending' ? 'queued' : state;
}
