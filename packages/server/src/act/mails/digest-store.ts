// All SQL of mail limits and of what waits for a person's digest.
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Severity } from '../alarms/bad-answer.ts';

export interface DigestItem {
  readonly personId: string;
  /** The same thing waits only once. */
  readonly itemKey: string;
  readonly kind: 'case' | 'change';
  readonly subjectId: string;
  readonly line: string;
  readonly severity: Severity;
  readonly at: Date;
}

export function digestStore(ledger: Ledger) {
  return {
    /** Keeps other processes from telling the person anything until the transaction ends; what they told is seen then. */
    holdPerson: (workspaceId: string, personId: string) =>
      ledger.query(
        sql`select pg_advisory_xact_lock(hashtextextended(${`mail to ${workspaceId}/${personId}`}, 0))`,
      ),
    /**
     * Takes up to `wanted` of the mails that a person may still get on a local day; how many were taken.
     * Holds the person's row until the transaction ends.
     */
    async takeMails(
      workspaceId: string,
      personId: string,
      day: string,
      wanted: number,
      most: number,
    ): Promise<number> {
      const key = sql`workspace_id = ${workspaceId} and person_id = ${personId} and day = ${day}::date`;
      await ledger.query(sql`insert into mail_limits (workspace_id, person_id, day, mails)
        values (${workspaceId}, ${personId}, ${day}::date, 0) on conflict do nothing`);
      const row = await ledger.one<{ mails: number }>(
        sql`select mails from mail_limits where ${key} for update`,
      );
      const taken = Math.max(0, Math.min(wanted, most - (row?.mails ?? 0)));
      if (taken > 0) await ledger.query(sql`update mail_limits set mails = mails + ${taken} where ${key}`);
      return taken;
    },
    async add(workspaceId: string, items: readonly DigestItem[]): Promise<void> {
      if (items.length === 0) return;
      const rows = JSON.stringify(
        items.map((item) => ({
          person_id: item.personId,
          item_key: item.itemKey,
          kind: item.kind,
          subject_id: item.subjectId,
          line: item.line,
          severity: item.severity,
          at: item.at.toISOString(),
        })),
      );
      await ledger.query(sql`insert into digest_items
          (workspace_id, person_id, item_key, kind, subject_id, line, severity, at)
        select ${workspaceId}, person_id, item_key, kind, subject_id, line, severity, at
        from jsonb_to_recordset(${rows}::jsonb) as each (person_id text, item_key text, kind text,
          subject_id text, line text, severity text, at timestamptz)
        on conflict do nothing`);
    },
    /** Those of the keys that wait, or waited, for this person. */
    async known(workspaceId: string, personId: string, keys: readonly string[]): Promise<Set<string>> {
      const rows = await ledger.query<{ item_key: string }>(sql`select item_key from digest_items
        where workspace_id = ${workspaceId} and person_id = ${personId} and item_key = any(${keys})`);
      return new Set(rows.map((row) => row.item_key));
    },
    async waiting(workspaceId: string, personId: string): Promise<DigestItem[]> {
      const rows = await ledger.query<{
        item_key: string;
        kind: 'case' | 'change';
        subject_id: string;
        line: string;
        severity: Severity;
        at: Date;
      }>(sql`select item_key, kind, subject_id, line, severity, at from digest_items
        where workspace_id = ${workspaceId} and person_id = ${personId} and mail_key is null
        order by array_position(array['critical', 'high', 'normal', 'low'], severity), at for update`);
      return rows.map((row) => ({
        personId,
        itemKey: row.item_key,
        kind: row.kind,
        subjectId: row.subject_id,
        line: row.line,
        severity: row.severity,
        at: row.at,
      }));
    },
    told: (workspaceId: string, personId: string, keys: readonly string[], mailKey: string) =>
      ledger.query(sql`update digest_items set mail_key = ${mailKey}
        where workspace_id = ${workspaceId} and person_id = ${personId} and item_key = any(${keys})`),
  };
}
