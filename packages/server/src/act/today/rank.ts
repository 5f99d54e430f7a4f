// Promise: what comes first in the morning: severity × value × freshness, one scale for cases and changes.
import type { CaseRow, Change } from '@lyhord/contract';

const weights = { low: 1, normal: 2, high: 4, critical: 8 } as const;
/** A detected change concerns many customers at once: it stands between a high and a critical case. */
const changeWeight = 6;
const caseHalfLifeDays = 4;
const changeHalfLifeDays = 14;
const dayMs = 86_400_000;

/** Higher comes first. A case past its deadline does not grow old: it stays as pressing as a new one. */
export function caseRank(row: CaseRow, now: Date): number {
  const freshness = row.overdue ? 1 : decay(row.openedAt, now, caseHalfLifeDays);
  return weights[row.severity] * valueFactor(row.valueMinor) * freshness;
}

/** Higher comes first; a change for the better is worth knowing, but is not a thing to do. */
export function changeRank(change: Change, now: Date): number {
  const direction = isForTheWorse(change) ? 1 : 0.25;
  const freshness = decay(change.detectedAt, now, changeHalfLifeDays);
  return changeWeight * valueFactor(change.costPerWeekMinor) * direction * freshness;
}

/** More signals than usual is bad news; of everything else, less is. */
export const isForTheWorse = ({ metric, direction }: Pick<Change, 'metric' | 'direction'>): boolean =>
  metric === 'signals' ? direction === 'up' : direction === 'down';

/** 1 where nothing is known, 2 at a million in minor units and above; slow in between. */
function valueFactor(minor: number | null): number {
  return 1 + Math.min(1, Math.log10(1 + Math.max(0, minor ?? 0)) / 6);
}

function decay(since: string, now: Date, halfLifeDays: number): number {
  const days = Math.max(0, now.getTime() - Date.parse(since)) / dayMs;
  return 0.5 ** (days / halfLifeDays);
}
