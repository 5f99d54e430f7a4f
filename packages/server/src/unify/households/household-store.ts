// All SQL of households: pairs of customers who live together, or probably do. Keys only, no personal value.
import type { HouseholdMember } from '@lyhord/contract';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

export type Shares = HouseholdMember['shares'][number];
export type HouseholdState = 'proposed' | 'together' | 'apart';

export interface HouseholdPair {
  /** Keys of two customers when it was found, the smaller first; they stay members of whatever these become. */
  readonly keyA: string;
  readonly keyB: string;
  readonly shares: readonly Shares[];
  readonly state: HouseholdState;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string;
}
interface Row {
  key_a: string;
  key_b: string;
  shares: Shares[];
  state: HouseholdState;
  decided_by: string | null;
  decided_at: Date | null;
  reason: string;
}

export const householdStore = {
  async of(ledger: Ledger, workspaceId: string, keys: readonly string[]): Promise<HouseholdPair[]> {
    const rows =
      await ledger.query<Row>(sql`select key_a, key_b, shares, state, decided_by, decided_at, reason
      from household_pairs where workspace_id = ${workspaceId} and (key_a = any(${keys}) or key_b = any(${keys}))
      order by decided_at desc nulls last, key_a, key_b limit 100`);
    return rows.map((row) => ({
      ...{ keyA: row.key_a, keyB: row.key_b, shares: row.shares, state: row.state, reason: row.reason },
      ...{ decidedBy: row.decided_by, decidedAt: row.decided_at },
    }));
  },

  /** Puts what a look found in the place of what earlier ones did; what people said stays. */
  async replaceProposals(
    ledger: Ledger,
    workspaceId: string,
    found: readonly Pick<HouseholdPair, 'keyA' | 'keyB' | 'shares'>[],
    at: Date,
  ): Promise<void> {
    const rows = found.map(({ keyA, keyB, shares }) => ({ key_a: keyA, key_b: keyB, shares }));
    await ledger.transaction(async (tx) => {
      await tx.query(
        sql`delete from household_pairs where workspace_id = ${workspaceId} and state = 'proposed'`,
      );
      await tx.query(sql`insert into household_pairs (workspace_id, key_a, key_b, shares, state, found_at)
        select ${workspaceId}, key_a, key_b, array(select jsonb_array_elements_text(shares)), 'proposed', ${at}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as each (key_a text, key_b text, shares jsonb)
        on conflict (workspace_id, key_a, key_b) do update set shares = excluded.shares`);
    });
  },

  async decide(
    tx: Ledger,
    workspaceId: string,
    pair: Pick<HouseholdPair, 'keyA' | 'keyB' | 'reason'> & { state: 'together' | 'apart' },
    by: string,
    at: Date,
  ): Promise<void> {
    await tx.query(sql`insert into household_pairs (workspace_id, key_a, key_b, shares, state, found_at, decided_by,
        decided_at, reason)
      values (${workspaceId}, ${pair.keyA}, ${pair.keyB}, '{}', ${pair.state}, ${at}, ${by}, ${at}, ${pair.reason})
      on conflict (workspace_id, key_a, key_b) do update set state = excluded.state, decided_by = excluded.decided_by,
        decided_at = excluded.decided_at, reason = excluded.reason`);
  },
};
