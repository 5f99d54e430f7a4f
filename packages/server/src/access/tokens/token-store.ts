// All SQL of reading tokens.
import type { Clock } from '../../platform/clock.ts';
import type { Ids } from '../../platform/ids.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import { hashKey, newKey } from '../secrets/keys.ts';

const usedNoteMinutes = 5;

export type TokenStore = ReturnType<typeof tokenStore>;

export function tokenStore(ledger: Ledger, clock: Clock, ids: Ids) {
  return {
    async list(workspaceId: string, personId: string) {
      const rows = await ledger.query<{
        id: string;
        name: string;
        ending: string;
        created_at: Date;
        last_used_at: Date | null;
      }>(sql`select id, name, ending, created_at, last_used_at from tokens
        where workspace_id = ${workspaceId} and person_id = ${personId} and revoked_at is null order by id`);
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        ending: row.ending,
        createdAt: row.created_at.toISOString(),
        lastUsedAt: row.last_used_at?.toISOString() ?? null,
      }));
    },
    async add(workspaceId: string, personId: string, name: string): Promise<{ id: string; token: string }> {
      const id = ids.next();
      const { key, hash, ending } = newKey(ids, 'read');
      await ledger.query(sql`insert into tokens (id, workspace_id, person_id, name, token_hash, ending, created_at)
        values (${id}, ${workspaceId}, ${personId}, ${name}, ${hash}, ${ending}, ${clock.now()})`);
      return { id, token: key };
    },
    /** False where the person has no such token. */
    async revoke(workspaceId: string, personId: string, id: string): Promise<boolean> {
      const row = await ledger.one(sql`update tokens set revoked_at = coalesce(revoked_at, ${clock.now()})
        where workspace_id = ${workspaceId} and person_id = ${personId} and id = ${id} returning id`);
      return row !== null;
    },
    /** Whose token this is; notes the use every few minutes. */
    async use(token: string): Promise<{ workspaceId: string; personId: string } | null> {
      const now = clock.now();
      const row = await ledger.one<{ id: string; workspace_id: string; person_id: string; stale: boolean }>(
        sql`select id, workspace_id, person_id,
            coalesce(last_used_at < ${new Date(now.getTime() - usedNoteMinutes * 60_000)}, true) as stale
          from tokens where token_hash = ${hashKey(token)} and revoked_at is null`,
      );
      if (row === null) return null;
      if (row.stale) await ledger.query(sql`update tokens set last_used_at = ${now} where id = ${row.id}`);
      return { workspaceId: row.workspace_id, personId: row.person_id };
    },
  };
}
