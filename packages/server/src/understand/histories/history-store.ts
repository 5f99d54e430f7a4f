// All ledger SQL of the histories: which slices count, and up to which commit and which links they go.
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

export interface HistoryState {
  readonly commitNo: string;
  /** Of the map from identifiers to customers. */
  readonly version: string;
  /** Which making of the tallies the states come from. */
  readonly made: string;
  /** Oldest first. */
  readonly slices: readonly { readonly id: string; readonly rows: number }[];
  /** How the slices are laid out by day; not there for the first layout. */
  readonly layout?: number;
  /** The events of one customer in so many lie beside the slices; not there for slices from before. */
  readonly sampled?: number;
  /** Slices that count no more, and since when. */
  readonly replaced: readonly { readonly id: string; readonly at: number }[];
}

export async function readHistories(ledger: Ledger, workspaceId: string): Promise<HistoryState | null> {
  const row = await ledger.one<{ histories: HistoryState | null }>(
    sql`select histories from operation_checkpoints where workspace_id = ${workspaceId}`,
  );
  return row?.histories ?? null;
}

export const writeHistories = (tx: Ledger, workspaceId: string, state: HistoryState): Promise<unknown> =>
  tx.query(sql`update operation_checkpoints set histories = ${JSON.stringify(state)}::jsonb
    where workspace_id = ${workspaceId}`);
