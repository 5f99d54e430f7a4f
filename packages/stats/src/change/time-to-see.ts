import { addRow, baselineOf, startingSums } from './baseline.ts';
import { answersPerDay, type EvidenceSettings, shiftsFor } from './evidence.ts';
import type { StreamKind, StreamState } from './stream-state.ts';

/** How long a change must last before it can be seen. */
export interface TimeToSee {
  /** answers that half of such changes need, or null when the baseline is too short ever to tell */
  answers: number | null;
  /** weeks that takes at the stream's usual number of answers; null beyond two years */
  weeks: number | null;
}

const LONGEST_WEEKS = 104;

/**
 * Answers and weeks after which a lasting change of `size` would be found in half of the cases.
 *
 * Solves for the day on which the expected log evidence meets the threshold, with the evidence of neighbouring onsets
 * counted as Shiryaev–Roberts does. Agrees with simulation to about a fifth.
 */
export function timeToSee(
  kind: StreamKind,
  state: StreamState,
  size: number,
  today: number,
  threshold: number,
  settings: EvidenceSettings,
): TimeToSee {
  const sums = startingSums(kind, state, settings.prior);
  for (const row of state.window) if (row[0]! <= today) addRow(kind, sums, row);
  const before = baselineOf(kind, sums);
  const perDay = answersPerDay(kind, state, today);
  if (before.n <= 0 || perDay <= 0 || size === 0) return { answers: null, weeks: null };
  const shift = Math.abs(size) / Math.sqrt(before.variance);
  const growth = Math.max(
    ...shiftsFor(perDay, before.n, settings).map((bet) => bet * shift - (bet * bet) / 2),
  );
  const share = size < 0 ? settings.fallShare : 1 - settings.fallShare;
  if (growth <= 0 || share <= 0) return { answers: null, weeks: null };
  const unsure = 1 / before.n + settings.wander ** 2 / (settings.dispersion * before.variance);
  for (let days = 1; days <= LONGEST_WEEKS * 7; days++) {
    const n = days * perDay;
    const perAnswer = growth / settings.dispersion / (1 + n * unsure);
    const onsets = Math.min(days, 1 / (perAnswer * perDay));
    if (n * perAnswer + Math.log(Math.max(1, onsets)) >= Math.log((2 * threshold) / share)) {
      return { answers: Math.ceil(n), weeks: days / 7 };
    }
  }
  return { answers: null, weeks: null };
}
