// All SQL of the audit; rows are only ever added (the table refuses everything else).
import type { AuditAction } from '@lyhord/contract';
import type { Clock } from '../../platform/clock.ts';
import type { Ids } from '../../platform/ids.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Viewer } from '../viewer.ts';

export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly byName: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: string | null;
}

export type AuditStore = ReturnType<typeof auditStore>;

export function auditStore(ledger: Ledger, clock: Clock, ids: Ids) {
  return {
    async add(
      viewer: Pick<Viewer, 'workspaceId' | 'personId' | 'name'>,
      action: AuditAction,
      subject: string,
      detail: string | null = null,
      within: Ledger = ledger,
    ): Promise<void> {
      await within.query(sql`insert into audit_entries
          (id, workspace_id, at, person_id, by_name, action, subject, detail)
        values (${ids.next()}, ${viewer.workspaceId}, ${clock.now()}, ${viewer.personId},
          ${viewer.name || null}, ${action}, ${subject}, ${detail?.slice(0, 2_000) ?? null})`);
    },
    /** Newest first; `before` is the id of the last entry already read. */
    async list(workspaceId: string, before: string | undefined, limit: number): Promise<AuditEntry[]> {
      const rows = await ledger.query<{
        id: string;
        at: Date;
        by_name: string | null;
        action: string;
        subject: string;
        detail: string | null;
      }>(sql`select id, at, by_name, action, subject, detail from audit_entries
        where workspace_id = ${workspaceId} ${sql.if(before, () => sql`and id < ${before as string}`)}
        order by id desc limit ${limit}`);
      return rows.map(({ by_name: byName, at, ...row }) => ({ ...row, byName, at: at.toISOString() }));
    },
  };
}
