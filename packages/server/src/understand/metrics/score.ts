// From counts to a score that says how sure it is.
import type { Score } from '@lyhord/contract';
import {
  gammaQuantile,
  meanDifference,
  meanInterval,
  npsDifference,
  npsInterval,
  shareDifference,
  studentTQuantile,
  wilsonInterval,
} from '@lyhord/stats';
import type { MetricDefinition } from './metric-definition.ts';

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
export function scoreOf(definition: MetricDefinition, counts: Counts, designEffect = 1): Score {
  const tooFew = counts.n < definition.minimumN;
  if (tooFew || (counts.n === 0 && definition.interval !== 'none')) {
    return { value: null, low: null, high: null, n: counts.n, tooFew: true };
  }
  return { ...measured(definition, counts, designEffect), n: counts.n, tooFew: false };
}

/** What is said of a group whose score is withheld though there are enough behind it. */
export const withheldScore = (n: number): Score => ({ value: null, low: null, high: null, n, tooFew: true });

/** Value and interval whatever n is; for shrinkage, detection and other uses that know how to weigh few answers. */
export function measured(
  definition: MetricDefinition,
  counts: Counts,
  designEffect = 1,
): { value: number; low: number | null; high: number | null } {
  const { scale } = definition;
  switch (definition.interval) {
    case 'adjusted_wald': {
      const interval = npsInterval(counts, 0.95, designEffect)!;
      return { value: interval.nps, low: interval.low, high: interval.high };
    }
    case 'student_t': {
      if (!Number.isFinite(definition.range[1])) return openMean(definition, counts);
      const { n, sum, sumOfSquares } = summary(counts);
      const worth = {
        n: n / designEffect,
        sum: sum / designEffect,
        sumOfSquares: sumOfSquares / designEffect,
      };
      const interval = meanInterval(worth, definition.range)!;
      return { value: scale * interval.mean, low: scale * interval.low, high: scale * interval.high };
    }
    case 'wilson': {
      const hits = Math.min(counts.promoters, counts.n);
      const [low, high] = wilsonInterval(hits / designEffect, counts.n / designEffect);
      return { value: (scale * hits) / counts.n, low: scale * low, high: scale * high };
    }
    case 'poisson':
      return rateOf(definition, counts);
    case 'none':
      return { value: definition.numerator === 'sum' ? counts.total : counts.n, low: null, high: null };
  }
}

/** Mean of a quantity without upper end; when all are equal nothing is known of how they vary. */
function openMean({ range, scale }: MetricDefinition, { n, total, totalSquares }: Counts) {
  const mean = total / n;
  const variance = n > 1 ? Math.max(0, (totalSquares - total * mean) / (n - 1)) : 0;
  if (!(variance > 1e-12 * mean * mean)) return { value: scale * mean, low: null, high: null };
  const half = studentTQuantile(0.975, n - 1) * Math.sqrt(variance / n);
  return { value: scale * mean, low: scale * Math.max(range[0], mean - half), high: scale * (mean + half) };
}

/** Garwood (1936): the rates under which as many, or as few, would still be seen in 1 of 40 cases. */
function rateOf({ scale }: MetricDefinition, { n, total }: Counts) {
  const per = scale / n;
  return {
    value: total * per,
    low: total > 0 ? gammaQuantile(0.025, total) * per : 0,
    high: gammaQuantile(0.975, total + 1) * per,
  };
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
  const found = differenceOf(definition, before, after);
  if (!found) return null;
  const { difference, low, high } = found;
  return { value: difference, low, high, clear: low > 0 || high < 0 };
}

function differenceOf({ numerator, scale }: MetricDefinition, before: Counts, after: Counts) {
  switch (numerator) {
    case 'net':
      return npsDifference(before, after);
    case 'mean':
      return meanDifference(summary(before), summary(after));
    case 'top': {
      const hits = ({ promoters, n }: Counts) => Math.min(promoters, n);
      return shareDifference(hits(before), before.n, hits(after), after.n);
    }
    case 'rate': {
      // Counts of events are as variable as they are many.
      const rate = ({ total, n }: Counts) => (scale * total) / n;
      const variance = ({ total, n }: Counts) => (scale / n) ** 2 * total;
      const half = 1.959963984540054 * Math.sqrt(variance(before) + variance(after));
      const difference = rate(after) - rate(before);
      return { difference, low: difference - half, high: difference + half };
    }
    default:
      return null;
  }
}

const summary = (counts: Counts) => ({ n: counts.n, sum: counts.total, sumOfSquares: counts.totalSquares });
