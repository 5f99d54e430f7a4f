// All SQL of what the watch remembers: a state per stream, and how far it has looked.
import type { StreamState } from '@lyhord/stats';
import type { Ledger } from '../../../platform/stores/ledger.ts';
import { sql } from '../../../platform/stores/sql.ts';
import { type Calibration, type FamilyKey, familyKeys } from './families.ts';

/** What is watched and how, until it is planned anew. */
export interface WatchPlan {
  readonly plannedOn: string;
  readonly reading: number;
  readonly topics: readonly string[];
  readonly calibrations: Readonly<Record<FamilyKey, Calibration>>;
}
export interface LookMark {
  readonly commitNo: bigint;
  readonly plan: WatchPlan | null;
}

/** The last look, locked until the transaction ends; null when another process looks right now. */
export async function lockLook(tx: Ledger, workspaceId: string, now: Date): Promise<LookMark | null> {
  await tx.query(sql`insert into detector_looks (workspace_id, looked_at, looked_to_commit, watched)
    values (${workspaceId}, ${now}, 0, 0) on conflict do nothing`);
  const row = await tx.one<{ looked_to_commit: string; plan: WatchPlan | null }>(
    sql`select looked_to_commit, plan from detector_looks where workspace_id = ${workspaceId} for update skip locked`,
  );
  return row && { commitNo: BigInt(row.looked_to_commit), plan: whole(row.plan) };
}

/** A plan that was made before a family was watched is made anew. */
const whole = (plan: WatchPlan | null): WatchPlan | null =>
  plan && familyKeys.every((family) => plan.calibrations[family]) ? plan : null;

export const markLook = (
  tx: Ledger,
  workspaceId: string,
  look: { at: Date; commitNo: bigint; watched: number; plan: WatchPlan },
): Promise<unknown> =>
  tx.query(sql`update detector_looks set looked_at = ${look.at}, looked_to_commit = ${look.commitNo},
    watched = ${look.watched}, plan = ${JSON.stringify(look.plan)}::jsonb where workspace_id = ${workspaceId}`);

export async function readStates(tx: Ledger, workspaceId: string): Promise<Map<string, StreamState>> {
  const rows = await tx.query<{ stream: string; state: StreamState }>(
    sql`select stream, state from detector_states where workspace_id = ${workspaceId}`,
  );
  return new Map(rows.map((row) => [row.stream, row.state]));
}

const statesAtOnce = 200;
export async function writeStates(
  tx: Ledger,
  workspaceId: string,
  states: ReadonlyMap<string, StreamState>,
  watchedTo: string,
): Promise<void> {
  const all = [...states];
  for (let at = 0; at < all.length; at += statesAtOnce) {
    const some = all.slice(at, at + statesAtOnce);
    await tx.query(sql`insert into detector_states (workspace_id, stream, watched_to, state)
      select ${workspaceId}, stream, ${watchedTo}::date, state::jsonb
      from unnest(${some.map(([stream]) => stream)}::text[], ${some.map(([, state]) => JSON.stringify(state))}::text[])
        as made (stream, state)
      on conflict (workspace_id, stream) do update set watched_to = excluded.watched_to, state = excluded.state`);
  }
}

/** Streams that are no longer watched. */
export const forgetStates = (tx: Ledger, workspaceId: string, streams: readonly string[]): Promise<unknown> =>
  tx.query(sql`delete from detector_states where workspace_id = ${workspaceId} and stream = any(${streams})`);
