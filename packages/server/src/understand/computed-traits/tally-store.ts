// All ledger SQL of the tallies: which slices count, and up to which commit they go.
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

interface Slice {
  readonly id: string;
  readonly rows: number;
  /** Holds amounts in other currencies than the workspace's. */
  readonly foreign: boolean;
}
export interface TallyState {
  readonly commitNo: string;
  /** Currency of the amounts, and what the rates were that converted others. */
  readonly home: string;
  readonly rates: string;
  readonly slices: readonly Slice[];
  /** How often everything was made again. */
  readonly made?: number | undefined;
  /** Slices that count no more, and since when. */
  readonly replaced: readonly { readonly id: string; readonly at: number }[];
}

export async function readTallies(ledger: Ledger, workspaceId: string): Promise<TallyState | null> {
  const row = await ledger.one<{ tallies: TallyState | null }>(
    sql`select tallies from rollup_checkpoints where workspace_id = ${workspaceId}`,
  );
  return row?.tallies ?? null;
}

export const writeTallies = (tx: Ledger, workspaceId: string, state: TallyState): Promise<unknown> =>
  tx.query(sql`update rollup_checkpoints set tallies = ${JSON.stringify(state)}::jsonb
    where workspace_id = ${workspaceId}`);
