// What other steps ask of cases, always within the policy.
import { ledgerPlaceScope, type Viewer } from '../../access/index.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

/** The case that a signal is in, for those signals that are in one the viewer may see. */
export async function casesOfSignals(
  ledger: Ledger,
  viewer: Viewer,
  signalIds: readonly string[],
): Promise<Map<string, { caseId: string; state: string }>> {
  if (signalIds.length === 0) return new Map();
  const rows = await ledger.query<{ signal_id: string; id: string; state: string }>(sql`
    select case_signals.signal_id, cases.id, cases.state from case_signals
    join cases on cases.id = case_signals.case_id
    where case_signals.workspace_id = ${viewer.workspaceId} and case_signals.signal_id = any(${signalIds})
      and ${ledgerPlaceScope(viewer, 'cases.place_id')}`);
  return new Map(rows.map((row) => [row.signal_id, { caseId: row.id, state: row.state }]));
}

/** Open cases per place. */
export async function openCasesByPlace(ledger: Ledger, viewer: Viewer): Promise<Map<string, number>> {
  const rows = await ledger.query<{ place_id: string; n: number }>(sql`select place_id, count(*)::int as n
    from cases where ${ledgerPlaceScope(viewer, 'place_id')} and state <> 'closed' and place_id is not null
    group by place_id`);
  return new Map(rows.map((row) => [row.place_id, row.n]));
}
