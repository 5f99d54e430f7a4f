// From counts to a score that says how sure it is.
import type { Score } from '@lyhord/contract';
import { meanDifference, meanInterval, npsDifference, npsInterval, wilsonInterval } from '@lyhord/stats';
import type { MetricDefinition } from './definitions.ts';

/** What a group of rows says of a metric; for shares, `promoters` counts the favourable among `n`. */
export interface Counts {
  readonly n: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly total: number;
  readonly totalSquares: number;
}

export const noCounts: Counts = { n: 0, promoters: 0, passives: 0, detractors: 0, total: 0, totalSquares: 0 };

export function addCounts(all: Iterable<Counts>): Counts {
  const sum = { ...noCounts };
  for (const one of all) for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += one[key];
  return sum;
}

/** Value and interval of the counts; withheld below the metric's minimum. */
export function scoreOf(definition: MetricDefinition, counts: Counts): Score {
  const tooFew = counts.n < definition.minimumN;
  if (tooFew || (counts.n === 0 && definition.interval !== 'none')) {
    return { value: null, low: null, high: null, n: counts.n, tooFew: true };
  }
  return { ...measured(definition, counts), n: counts.n, tooFew: false };
}

/** Value and interval whatever n is; for shrinkage, detection and other uses that know how to weigh few answers. */
export function measured(
  definition: MetricDefinition,
  counts: Counts,
): { value: number; low: number | null; high: number | null } {
  const { scale } = definition;
  switch (definition.interval) {
    case 'adjusted_wald': {
      const interval = npsInterval(counts)!;
      return { value: interval.nps, low: interval.low, high: interval.high };
    }
    case 'student_t': {
      const interval = meanInterval(summary(counts), definition.range)!;
      return { value: scale * interval.mean, low: scale * interval.low, high: scale * interval.high };
    }
    case 'wilson': {
      const hits = Math.min(counts.promoters, counts.n);
      const [low, high] = wilsonInterval(hits, counts.n);
      return { value: (scale * hits) / counts.n, low: scale * low, high: scale * high };
    }
    case 'none':
      return { value: counts.n, low: null, high: null };
  }
}

export interface ScoreDifference {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The interval leaves 0 out. */
  readonly clear: boolean;
}

/** Second minus first with its interval; null where either has too few answers. */
export function scoreDifference(
  definition: MetricDefinition,
  before: Counts,
  after: Counts,
): ScoreDifference | null {
  if (Math.min(before.n, after.n) < Math.max(definition.minimumN, 2)) return null;
  const found =
    definition.numerator === 'net'
      ? npsDifference(before, after)
      : meanDifference(summary(before), summary(after));
  if (!found) return null;
  const { difference, low, high } = found;
  return { value: difference, low, high, clear: low > 0 || high < 0 };
}

const summary = (counts: Counts) => ({ n: counts.n, sum: counts.total, sumOfSquares: counts.totalSquares });
