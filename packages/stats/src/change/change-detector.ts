import { normalQuantile } from '../distributions/normal.ts';
import { requireNonNegative, requirePositive, requireShare, requireWhole } from '../ranges.ts';
import { type Candidate, candidatesOf, type EvidenceSettings } from './evidence.ts';
import {
  checkDay,
  emptyState,
  folded,
  type StreamDay,
  type StreamKind,
  type StreamState,
  withDay,
} from './stream-state.ts';
import { type TimeToSee, timeToSee } from './time-to-see.ts';

/** What a detector watches and how many false cards it may cost. */
export interface ChangeDetectorSettings {
  kind: StreamKind;
  /** streams of this family in the workspace, such as places × metrics; whole number ≥ 1 */
  streams: number;
  /** expected false cards in 30 days for the whole workspace (default 1) */
  falseCardsPerMonth?: number;
  /** share of that budget for this family, above 0 to 1 (default 1) */
  budgetShare?: number;
  /** share of the family's budget for falls, the rest for rises, 0–1 (default 0.75) */
  fallShare?: number;
  /** smaller changes make no card, in the mean's unit (default 0) */
  smallestChange?: number;
  /** see `estimateDispersion` (default 1: answers are independent) */
  dispersion?: number;
  /** see `estimateDispersion`, in the mean's unit (default 0) */
  wander?: number;
  /** pseudo-answers by class that siblings are worth: α of `fitDirichletMultinomial` (default none) */
  prior?: readonly number[];
  /** days within which an onset is looked for (default 120) */
  windowDays?: number;
  /** how fast the baseline forgets (default 365) */
  halfLifeDays?: number;
  /** a change that is only just visible should be seen within this many days (default 28) */
  patienceDays?: number;
}

/** What a look at one stream says. */
export interface ChangeFinding {
  /** true when the evidence has met the threshold: make a card */
  changed: boolean;
  direction: 'fall' | 'rise';
  /** first day of the new level, with the days that hold it with 90 % probability */
  since: number;
  sinceEarliest: number;
  sinceLatest: number;
  /** mean after minus mean before, drawn a little towards 0 when answers are few, with 95 % interval */
  size: number;
  low: number;
  high: number;
  before: { mean: number; n: number };
  after: { mean: number; n: number };
  /** Shiryaev–Roberts statistic, and what it must reach */
  evidence: number;
  threshold: number;
  /** expected number of cards this strong in 30 days from pure chance, in the whole family */
  chancePerMonth: number;
  /** evidence spread evenly over the window's days as possible onsets: a bet against "no change", readable at any time */
  eValue: number;
  /** 1/eValue, at most 1: valid at any moment of looking */
  p: number;
}

/** Watches streams for lasting changes; pure functions over serialisable states. */
export interface ChangeDetector {
  readonly threshold: number;
  /** a fresh state that looks for changes from `day` on; record older days first to give it a baseline */
  start(day: number): StreamState;
  /** the state with this day's totals set; recording a day again replaces it */
  record(state: StreamState, entry: StreamDay): StreamState;
  /** what the state says at the end of `today` or at any moment within it; null when there is nothing to compare */
  look(state: StreamState, today: number): ChangeFinding | null;
  /** the state after a card was made on `today`: the level since its onset is the new usual */
  restart(state: StreamState, finding: ChangeFinding, today: number): StreamState;
  /** how long a change of `size` would need at this stream's number of answers */
  timeToSee(state: StreamState, size: number, today: number): TimeToSee;
}

const DAYS_PER_MONTH = 30;

/**
 * Standard deviation of true changes that is expected beforehand, in standard deviations of one answer (some 45 points
 * of NPS). A change that was only just found owes part of its size to luck; this draws it back a little.
 */
const LIKELY_SIZE = 0.6;

/**
 * Detects lasting changes in a family of streams under a budget of false cards that holds however often it looks.
 *
 * For each stream and each possible first day of a change it bets against "the mean is as before"; the bets' wealth is
 * summed over the days (Shiryaev–Roberts e-detector). Without changes that sum grows by 1 per day on average whatever
 * the answers' distribution and however often it is read, so with threshold c the workspace expects at most
 * 30·streams/c false cards in 30 days. Looking hourly costs nothing. An uncertain baseline, dispersion and slow
 * wandering temper the bets.
 *
 * Not for single bad days (use a test of that day), nor for changes slower than the window.
 *
 * @param settings kind of numbers, size of the family, budget
 * @returns functions over states; a state is plain JSON of about 20 bytes per day with answers
 * @throws RangeError naming the setting that is outside its range
 *
 * Source: Shin, Ramdas & Rinaldo (2024), "E-detectors", NEJSDS 2; Waudby-Smith & Ramdas (2024), JRSS B 86.
 * @example changeDetector({ kind: { kind: 'classes', values: [-100, 0, 100] }, streams: 60 }).threshold // 1800
 */
export function changeDetector(settings: ChangeDetectorSettings): ChangeDetector {
  checkSettings(settings);
  const { kind, windowDays = 120, halfLifeDays = 365, smallestChange = 0 } = settings;
  const budget = (settings.falseCardsPerMonth ?? 1) * (settings.budgetShare ?? 1);
  const threshold = (DAYS_PER_MONTH * settings.streams) / budget;
  const weighing: EvidenceSettings = {
    dispersion: settings.dispersion ?? 1,
    wander: settings.wander ?? 0,
    fallShare: settings.fallShare ?? 0.75,
    logThreshold: Math.log(Math.max(threshold, Math.E)),
    patienceDays: settings.patienceDays ?? 28,
    ...(settings.prior ? { prior: settings.prior } : {}),
  };
  return {
    threshold,
    start: (day) => emptyState(kind, day),
    record(state, entry) {
      checkDay(kind, entry);
      return folded(kind, withDay(kind, state, entry), entry.day - windowDays, halfLifeDays);
    },
    look(state, today) {
      const candidates = candidatesOf(kind, state, today, weighing);
      if (candidates.length === 0) return null;
      const seen = readEvidence(candidates, weighing);
      const changed = seen.evidence >= threshold && Math.abs(seen.size) >= smallestChange;
      const chancePerMonth = (budget * threshold) / Math.max(seen.evidence, 1);
      const eValue = seen.evidence / windowDays;
      return { changed, threshold, chancePerMonth, eValue, p: eValue > 1 ? 1 / eValue : 1, ...seen };
    },
    restart: (state, finding, today) => restarted(kind, state, finding, today),
    timeToSee: (state, size, today) => timeToSee(kind, state, size, today, threshold, weighing),
  };
}

function checkSettings(settings: ChangeDetectorSettings): void {
  requireWhole('streams', settings.streams, 1);
  requirePositive('falseCardsPerMonth', settings.falseCardsPerMonth ?? 1);
  requirePositive('budgetShare', settings.budgetShare ?? 1);
  requireShare('budgetShare', settings.budgetShare ?? 1);
  requireShare('fallShare', settings.fallShare ?? 0.75);
  requireNonNegative('smallestChange', settings.smallestChange ?? 0);
  requireNonNegative('wander', settings.wander ?? 0);
  requireWhole('windowDays', settings.windowDays ?? 120, 7);
  requirePositive('halfLifeDays', settings.halfLifeDays ?? 365);
  requirePositive('patienceDays', settings.patienceDays ?? 28);
  const dispersion = settings.dispersion ?? 1;
  if (!(dispersion >= 1 && dispersion < Infinity))
    throw new RangeError(`dispersion ${dispersion} is below 1`);
  const { kind, prior } = settings;
  const size = kind.kind === 'moments' ? 3 : kind.values.length;
  if (size < 2) throw new RangeError(`values has ${size} classes; at least 2 are needed`);
  if (prior && prior.length !== size) throw new RangeError(`prior has ${prior.length} numbers, not ${size}`);
}

/** Onset, size and direction, averaged over the possible onsets by their evidence. */
function readEvidence(candidates: Candidate[], { dispersion, wander }: EvidenceSettings) {
  const total = { fall: 0, rise: 0 };
  for (const { fall, rise } of candidates) {
    total.fall += fall;
    total.rise += rise;
  }
  const direction: 'fall' | 'rise' = total.fall >= total.rise ? 'fall' : 'rise';
  const sum = total[direction];
  const weightOf = (candidate: Candidate) => (sum > 0 ? candidate[direction] / sum : 1 / candidates.length);
  let best = candidates[0]!;
  let size = 0;
  let square = 0;
  for (const candidate of candidates) {
    const weight = weightOf(candidate);
    const { before, after } = candidate;
    const apparent = after.mean - before.mean;
    const variance = dispersion * before.variance * (1 / before.n + 1 / after.n) + wander * wander;
    const kept = (before.variance * LIKELY_SIZE ** 2) / (before.variance * LIKELY_SIZE ** 2 + variance);
    const gap = kept * apparent;
    size += weight * gap;
    square += weight * (variance + (apparent - gap) ** 2 + gap * gap);
    if (candidate[direction] > best[direction]) best = candidate;
  }
  const half = normalQuantile(0.975) * Math.sqrt(Math.max(0, square - size * size));
  return {
    direction,
    evidence: total.fall + total.rise,
    since: best.day,
    ...onsetRange(candidates, weightOf),
    size,
    low: size - half,
    high: size + half,
    before: { mean: best.before.mean, n: best.before.n },
    after: best.after,
  };
}

/** Candidates come newest first. */
function onsetRange(candidates: Candidate[], weightOf: (candidate: Candidate) => number) {
  let passed = 0;
  let sinceLatest = candidates[0]!.day;
  let sinceEarliest = candidates.at(-1)!.day;
  for (const candidate of candidates) {
    const before = passed;
    passed += weightOf(candidate);
    if (before < 0.05 && passed >= 0.05) sinceLatest = candidate.day;
    if (before < 0.95 && passed >= 0.95) sinceEarliest = candidate.day;
  }
  return { sinceEarliest, sinceLatest };
}

function restarted(kind: StreamKind, state: StreamState, finding: ChangeFinding, today: number): StreamState {
  const fresh = emptyState(kind, today + 1);
  const window = state.window.filter(([day]) => day! >= finding.since);
  return { ...fresh, from: finding.since, likeSiblings: false, window };
}
