// All SQL of sources and their write keys.
import type { AskedPurpose } from '@lyhord/contract';
import type { Clock } from '../../platform/clock.ts';
import type { Ids } from '../../platform/ids.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { MadeSourceKind, OwnSourceKind, SourceKind, SourceRow } from '../access.ts';
import { type NewKey, newKey } from '../secrets/keys.ts';

interface Row {
  id: string;
  workspace_id: string;
  name: string;
  kind: SourceKind;
  demands: AskedPurpose | null;
}

export interface ListedSource extends SourceRow {
  readonly keyEnding: string | null;
  readonly createdAt: string;
  readonly lastArrivalAt: string | null;
  readonly accepted: number;
  readonly refused: number;
  readonly revoked: boolean;
}

const ownNames: Record<OwnSourceKind, string> = {
  import: 'Files',
  survey: 'Surveys',
  system: 'Lyhörd',
};

export type SourceStore = ReturnType<typeof sourceStore>;

export function sourceStore(ledger: Ledger, clock: Clock, ids: Ids) {
  const list = async (where: Sql) =>
    (
      await ledger.query<Row>(
        sql`select id, workspace_id, name, kind, demands from sources where ${where} order by id`,
      )
    ).map(source);
  const first = async (where: Sql) => (await list(where))[0] ?? null;

  return {
    list: (workspaceId: string) => list(sql`workspace_id = ${workspaceId}`),
    findByKeyHash: (hash: string) => first(sql`key_hash = ${hash} and revoked_at is null`),

    /** With what arrived from each, which collect counts by day. */
    async listWithArrivals(workspaceId: string): Promise<ListedSource[]> {
      const rows = await ledger.query<
        Row & {
          key_ending: string | null;
          created_at: Date;
          revoked_at: Date | null;
          accepted: string | null;
          refused: string | null;
          last_at: Date | null;
        }
      >(sql`select s.id, s.workspace_id, s.name, s.kind, s.demands, s.key_ending, s.created_at, s.revoked_at,
          a.accepted, a.refused, a.last_at
        from sources s left join (
          select source_id, sum(accepted) as accepted, sum(refused) as refused, max(last_at) as last_at
          from arrival_counts where workspace_id = ${workspaceId} group by source_id) a on a.source_id = s.id
        where s.workspace_id = ${workspaceId} order by s.created_at, s.id`);
      return rows.map((row) => ({
        ...source(row),
        keyEnding: row.key_ending,
        createdAt: row.created_at.toISOString(),
        lastArrivalAt: row.last_at?.toISOString() ?? null,
        accepted: Number(row.accepted ?? 0),
        refused: Number(row.refused ?? 0),
        revoked: row.revoked_at !== null,
      }));
    },

    async add(
      workspaceId: string,
      name: string,
      demands: AskedPurpose | null = null,
    ): Promise<{ id: string; key: NewKey }> {
      const id = ids.next();
      const key = newKey(ids, 'write');
      await ledger.query(sql`insert into sources
          (id, workspace_id, name, kind, demands, key_hash, key_ending, created_at)
        values (${id}, ${workspaceId}, ${name}, 'key', ${demands}, ${key.hash}, ${key.ending}, ${clock.now()})`);
      return { id, key };
    },

    async own(workspaceId: string, kind: OwnSourceKind): Promise<SourceRow> {
      const which = sql`workspace_id = ${workspaceId} and kind = ${kind}`;
      const standing = await first(which);
      if (standing) return standing;
      await ledger.query(sql`insert into sources (id, workspace_id, name, kind, created_at)
        values (${ids.next()}, ${workspaceId}, ${ownNames[kind]}, ${kind}, ${clock.now()})
        on conflict (workspace_id, kind) where kind in ('import', 'survey', 'system') do nothing`);
      return (await first(which)) as SourceRow;
    },

    async made(workspaceId: string, kind: MadeSourceKind, name: string, id = ids.next()): Promise<SourceRow> {
      await ledger.query(sql`insert into sources (id, workspace_id, name, kind, created_at)
        values (${id}, ${workspaceId}, ${name}, ${kind}, ${clock.now()})
        on conflict (id) do update set name = excluded.name where sources.workspace_id = ${workspaceId}`);
      return (await first(sql`workspace_id = ${workspaceId} and id = ${id}`)) as SourceRow;
    },

    /** Changes what customers must have allowed; false where the workspace has no such source. */
    async demand(workspaceId: string, id: string, demands: AskedPurpose | null): Promise<boolean> {
      const rows = await ledger.query(sql`update sources set demands = ${demands}
        where workspace_id = ${workspaceId} and id = ${id} and kind in ('key', 'webhook', 'connector') returning id`);
      return rows.length > 0;
    },

    /** Revokes a write key; its hash, or null when there is no such key. */
    async revoke(workspaceId: string, id: string): Promise<string | null> {
      const row = await ledger.one<{ key_hash: string }>(sql`update sources
        set revoked_at = coalesce(revoked_at, ${clock.now()})
        where workspace_id = ${workspaceId} and id = ${id} and kind = 'key' returning key_hash`);
      return row?.key_hash ?? null;
    },
  };
}

const source = (row: Row): SourceRow => ({
  id: row.id,
  workspaceId: row.workspace_id,
  name: row.name,
  kind: row.kind,
  demands: row.demands,
});
