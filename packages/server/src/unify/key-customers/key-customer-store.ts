// All SQL of key customers. A mark stands on an identifier, so that it stays with the right one after a split.
import type { AboutKeys, Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

export interface Mark {
  readonly identifierKey: string;
  readonly reason: string;
  readonly markedBy: string;
  readonly markedAt: Date;
}

const marksOf: AboutKeys = (workspaceId, keys) => sql`select identifier_key, reason, marked_by,
    (extract(epoch from marked_at) * 1000)::text from key_customers
  where workspace_id = ${workspaceId} and identifier_key = any(${keys})`;

export function keyCustomerStore(ledger: Ledger) {
  return {
    /** Marks on any of the keys, the oldest first. */
    async among(workspaceId: string, keys: readonly string[]): Promise<Mark[]> {
      if (keys.length === 0) return [];
      const rows = await ledger.query<{
        identifier_key: string;
        reason: string;
        marked_by: string;
        marked_at: Date;
      }>(sql`select identifier_key, reason, marked_by, marked_at from key_customers
        where workspace_id = ${workspaceId} and identifier_key = any(${keys}) order by marked_at, identifier_key`);
      return rows.map((row) => ({
        identifierKey: row.identifier_key,
        reason: row.reason,
        markedBy: row.marked_by,
        markedAt: row.marked_at,
      }));
    },
    /** The same for a flood of questions, in no order. */
    async amongTogether(workspaceId: string, keys: readonly string[]): Promise<Mark[]> {
      const rows = await ledger.together(marksOf, workspaceId, keys);
      return rows.map(([identifierKey, reason, markedBy, at]) => ({
        ...{ identifierKey: identifierKey!, reason: reason!, markedBy: markedBy! },
        markedAt: new Date(Number(at)),
      }));
    },
    mark: (tx: Ledger, workspaceId: string, { identifierKey, reason, markedBy, markedAt }: Mark) =>
      tx.query(sql`insert into key_customers (workspace_id, identifier_key, reason, marked_by, marked_at)
        values (${workspaceId}, ${identifierKey}, ${reason}, ${markedBy}, ${markedAt})
        on conflict (workspace_id, identifier_key) do update set reason = excluded.reason`),
    unmark: (tx: Ledger, workspaceId: string, keys: readonly string[]) =>
      tx.query(
        sql`delete from key_customers where workspace_id = ${workspaceId} and identifier_key = any(${keys})`,
      ),
  };
}
