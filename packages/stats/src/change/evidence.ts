import { addRow, type Baseline, baselineOf, startingSums } from './baseline.ts';
import { addAfter, evidenceFor, meanAfter, noDays, type Restlessness } from './bets.ts';
import { answersIn, type StreamKind, type StreamState } from './stream-state.ts';

/** How the evidence of one stream is weighed. */
export interface EvidenceSettings extends Restlessness {
  /** share of the evidence spent on falls, the rest on rises */
  fallShare: number;
  /** log of the threshold; sets which shifts are bet on */
  logThreshold: number;
  /** a change that can just be seen should be seen within so many days */
  patienceDays: number;
  /** tally worth of the siblings' mix */
  prior?: readonly number[];
}

/** One possible first day of a change. */
export interface Candidate {
  day: number;
  /** evidence for a fall and for a rise that began on this day, weighted */
  fall: number;
  rise: number;
  before: Baseline;
  after: { n: number; mean: number };
}

const SHIFT_FACTORS = [0.8, 1.3];

/**
 * Shifts to bet on, in standard deviations: around the smallest that this volume can show within the patience, given
 * how many answers the baseline rests on.
 */
export function shiftsFor(
  answersPerDay: number,
  baselineAnswers: number,
  settings: EvidenceSettings,
): number[] {
  const unsure = 1 / Math.max(1, answersPerDay * settings.patienceDays) + 1 / Math.max(1, baselineAnswers);
  const visible = Math.sqrt(2 * settings.dispersion * settings.logThreshold * unsure);
  return SHIFT_FACTORS.map((factor) => Math.min(1.2, Math.max(0.03, visible * factor)));
}

/** Answers per day over the folded past and the window. */
export function answersPerDay(kind: StreamKind, state: StreamState, today: number): number {
  const { past, window } = state;
  let n = answersIn(kind, past.tally);
  for (const row of window) n += answersIn(kind, row.slice(2));
  const first = past.days > 0 ? past.day : (window[0]?.[0] ?? today) - 1;
  return n / Math.max(1, past.days + today - first);
}

/**
 * Evidence for each possible first day of a change, newest first. Their sum is the Shiryaev–Roberts statistic: without
 * any change it grows by at most 1 per day on average, however often it is looked at. The side to which the mean has
 * not moved, whose evidence would be below 1, is left out.
 */
export function candidatesOf(
  kind: StreamKind,
  state: StreamState,
  today: number,
  settings: EvidenceSettings,
): Candidate[] {
  const days = state.window.filter(([day]) => day! <= today);
  const baselines: Baseline[] = [];
  const sums = startingSums(kind, state, settings.prior);
  for (const row of days) {
    baselines.push(baselineOf(kind, sums));
    addRow(kind, sums, row);
  }
  const perDay = answersPerDay(kind, state, today);
  const after = noDays(state.past.tally.length);
  const found: Candidate[] = [];
  for (let i = days.length - 1; i >= 0; i--) {
    const row = days[i]!;
    addAfter(kind, after, row);
    const before = baselines[i]!;
    if (row[0]! < state.since || before.n <= 0) continue;
    const shifts = shiftsFor(perDay, before.n, settings);
    const mean = meanAfter(kind, after);
    const fell = mean < before.mean;
    const signed = fell ? shifts.map((shift) => -shift) : shifts;
    const share = fell ? settings.fallShare : 1 - settings.fallShare;
    const evidence = share > 0 ? share * evidenceFor(kind, after, before, signed, settings) : 0;
    found.push({
      day: row[0]!,
      fall: fell ? evidence : 0,
      rise: fell ? 0 : evidence,
      before,
      after: { n: after.n, mean },
    });
  }
  return found;
}
