// All SQL of pairs of customers who are probably one.
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { FieldEvidence } from './match-records.ts';

export type MatchState = 'proposed' | 'linked' | 'different';
/** What was compared, without the values. */
export type KeptEvidence = Pick<FieldEvidence, 'field' | 'level' | 'weight'>;

export interface StoredMatch {
  readonly id: string;
  /** Profile keys when it was found; they stay members of whatever these profiles become. */
  readonly keyA: string;
  readonly keyB: string;
  readonly probability: number;
  readonly evidence: readonly KeptEvidence[];
  readonly state: MatchState;
  readonly foundAt: Date;
}

export interface KnownPair {
  readonly keys: readonly [string, string];
  readonly state: MatchState;
}

interface Row {
  id: string;
  key_a: string;
  key_b: string;
  probability: number;
  evidence: readonly KeptEvidence[];
  state: MatchState;
  found_at: Date;
}

const columns = sql`id, key_a, key_b, probability, evidence, state, found_at`;
const matchOf = ({ key_a: keyA, key_b: keyB, found_at: foundAt, ...rest }: Row): StoredMatch => ({
  ...rest,
  keyA,
  keyB,
  foundAt,
});

export const matchStore = {
  async list(ledger: Ledger, workspaceId: string, state: MatchState, limit: number): Promise<StoredMatch[]> {
    const rows = await ledger.query<Row>(sql`select ${columns} from customer_matches
      where workspace_id = ${workspaceId} and state = ${state}
      order by probability desc, id limit ${limit}`);
    return rows.map(matchOf);
  },

  async find(ledger: Ledger, workspaceId: string, id: string): Promise<StoredMatch | null> {
    const row = await ledger.one<Row>(
      sql`select ${columns} from customer_matches where workspace_id = ${workspaceId} and id = ${id}`,
    );
    return row && matchOf(row);
  },

  async waiting(ledger: Ledger, workspaceId: string): Promise<number> {
    const row = await ledger.one<{ n: string }>(sql`select count(*) as n from customer_matches
      where workspace_id = ${workspaceId} and state = 'proposed'`);
    return Number(row?.n ?? 0);
  },

  /** Every pair that was ever found, with what was decided of it. */
  async known(ledger: Ledger, workspaceId: string): Promise<KnownPair[]> {
    const rows = await ledger.query<{ key_a: string; key_b: string; state: MatchState }>(
      sql`select key_a, key_b, state from customer_matches where workspace_id = ${workspaceId} order by found_at, id`,
    );
    return rows.map(({ key_a, key_b, state }) => ({ keys: [key_a, key_b], state }));
  },

  /** A proposal that was found again is brought up to date; a decision stays. */
  async put(ledger: Ledger, workspaceId: string, match: StoredMatch): Promise<void> {
    await ledger.query(sql`insert into customer_matches (workspace_id, ${columns}) values (${workspaceId},
        ${match.id}, ${match.keyA}, ${match.keyB}, ${match.probability},
        ${JSON.stringify(match.evidence)}::jsonb, ${match.state}, ${match.foundAt})
      on conflict (workspace_id, key_a, key_b) do update
        set probability = excluded.probability, evidence = excluded.evidence, state = excluded.state
        where customer_matches.state = 'proposed'`);
  },

  async decide(
    ledger: Ledger,
    workspaceId: string,
    id: string,
    state: MatchState,
    by: string | null,
    at: Date,
  ): Promise<void> {
    await ledger.query(sql`update customer_matches set state = ${state}, decided_by = ${by}, decided_at = ${at}
      where workspace_id = ${workspaceId} and id = ${id}`);
  },
};
