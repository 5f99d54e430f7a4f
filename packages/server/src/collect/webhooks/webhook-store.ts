// All SQL of webhooks.
import type { Mapping, webhookPresets } from '@lyhord/contract';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Scheme } from './signatures.ts';

export interface WebhookRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly sourceId: string;
  readonly name: string;
  readonly preset: (typeof webhookPresets)[number] | null;
  readonly signature: Scheme;
  readonly secretSealed: string | null;
  readonly mapping: Mapping;
  readonly active: boolean;
  readonly createdAt: Date;
}

export interface WebhookArrivals {
  readonly lastAt: Date | null;
  readonly accepted: number;
  readonly refused: number;
}

interface Row {
  id: string;
  workspace_id: string;
  source_id: string;
  name: string;
  preset: WebhookRow['preset'];
  signature: Scheme;
  secret_sealed: string | null;
  mapping: Mapping;
  active: boolean;
  created_at: Date;
}

const columns = sql`id, workspace_id, source_id, name, preset, signature, secret_sealed, mapping, active, created_at`;

const rowOf = (row: Row): WebhookRow => ({
  id: row.id,
  workspaceId: row.workspace_id,
  sourceId: row.source_id,
  name: row.name,
  preset: row.preset,
  signature: row.signature,
  secretSealed: row.secret_sealed,
  mapping: row.mapping,
  active: row.active,
  createdAt: row.created_at,
});

export type WebhookStore = ReturnType<typeof webhookStore>;

export function webhookStore(ledger: Ledger) {
  const first = async (where: Sql) => {
    const row = await ledger.one<Row>(sql`select ${columns} from webhooks where ${where}`);
    return row ? rowOf(row) : null;
  };
  return {
    findByToken: (tokenHash: string) => first(sql`token_hash = ${tokenHash}`),
    find: (workspaceId: string, id: string) => first(sql`workspace_id = ${workspaceId} and id = ${id}`),
    findBySource: (workspaceId: string, sourceId: string) =>
      first(sql`workspace_id = ${workspaceId} and source_id = ${sourceId}`),

    async list(workspaceId: string): Promise<WebhookRow[]> {
      const rows = await ledger.query<Row>(
        sql`select ${columns} from webhooks where workspace_id = ${workspaceId} order by created_at, id`,
      );
      return rows.map(rowOf);
    },

    async insert(webhook: WebhookRow, tokenHash: string): Promise<void> {
      await ledger.query(sql`insert into webhooks (id, workspace_id, source_id, name, token_hash, preset, signature,
          secret_sealed, mapping, active, created_at)
        values (${webhook.id}, ${webhook.workspaceId}, ${webhook.sourceId}, ${webhook.name}, ${tokenHash},
          ${webhook.preset}, ${webhook.signature}, ${webhook.secretSealed}, ${JSON.stringify(webhook.mapping)}::jsonb,
          ${webhook.active}, ${webhook.createdAt})`);
    },

    async update(webhook: WebhookRow): Promise<void> {
      await ledger.query(sql`update webhooks set name = ${webhook.name}, signature = ${webhook.signature},
          secret_sealed = ${webhook.secretSealed}, mapping = ${JSON.stringify(webhook.mapping)}::jsonb,
          active = ${webhook.active}
        where workspace_id = ${webhook.workspaceId} and id = ${webhook.id}`);
    },

    /** What arrived by source, as counted by day. */
    async arrivals(workspaceId: string): Promise<Map<string, WebhookArrivals>> {
      const rows = await ledger.query<{
        source_id: string;
        accepted: string;
        refused: string;
        last_at: Date;
      }>(
        sql`select source_id, sum(accepted) as accepted, sum(refused) as refused, max(last_at) as last_at
          from arrival_counts where workspace_id = ${workspaceId} group by source_id`,
      );
      return new Map(
        rows.map((row) => [
          row.source_id,
          { lastAt: row.last_at, accepted: Number(row.accepted), refused: Number(row.refused) },
        ]),
      );
    },
  };
}
