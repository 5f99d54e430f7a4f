// All SQL of the tools that may show customer cards.
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

export interface CardToolRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly origins: string[];
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

const columns = sql`id, workspace_id as "workspaceId", name, origins, created_at as "createdAt",
  last_used_at as "lastUsedAt"`;

export function cardToolStore(ledger: Ledger) {
  return {
    list: (workspaceId: string): Promise<CardToolRow[]> =>
      ledger.query(
        sql`select ${columns} from card_tools where workspace_id = ${workspaceId} order by name, id`,
      ),
    byId: (id: string): Promise<CardToolRow | null> =>
      ledger.one(sql`select ${columns} from card_tools where id = ${id}`),
    add: ({ id, workspaceId, name, origins, createdAt }: Omit<CardToolRow, 'lastUsedAt'>) =>
      ledger.query(sql`insert into card_tools (id, workspace_id, name, origins, created_at)
        values (${id}, ${workspaceId}, ${name}, ${origins}::text[], ${createdAt})`),
    async change(
      workspaceId: string,
      id: string,
      name: string,
      origins: readonly string[],
    ): Promise<boolean> {
      const row = await ledger.one(sql`update card_tools set name = ${name}, origins = ${origins}::text[]
        where workspace_id = ${workspaceId} and id = ${id} returning id`);
      return row !== null;
    },
    async remove(workspaceId: string, id: string): Promise<boolean> {
      const row = await ledger.one(
        sql`delete from card_tools where workspace_id = ${workspaceId} and id = ${id} returning id`,
      );
      return row !== null;
    },
    used: (id: string, at: Date) =>
      ledger.query(sql`update card_tools set last_used_at = ${at} where id = ${id}
        and coalesce(last_used_at < ${at}::timestamptz - interval '5 minutes', true)`),
  };
}
