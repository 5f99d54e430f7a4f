import { requireFinite, requireWhole } from '../ranges.ts';
import { loess, loessAt, type Weights } from './loess.ts';

/** A series as the sum of three; all of its length. */
export interface SeasonalTrend {
  seasonal: Float64Array;
  trend: Float64Array;
  remainder: Float64Array;
}

/**
 * STL: parts a series into season, trend and remainder by local lines.
 *
 * @param values   finite numbers, evenly spaced, at least two seasons
 * @param period   observations in a season, whole number ≥ 2
 * @param options  `seasonalWindow`: how many seasons shape the season (odd number ≥ 7), or 'periodic' for one that stays
 * the same (default); `robust`: outliers count less (default false)
 * @throws RangeError when a value is not finite or there are fewer than two seasons
 * Source: Cleveland, Cleveland, McRae & Terpenning (1990), Journal of Official Statistics 6, 3–73.
 */
export function seasonalTrend(
  values: ArrayLike<number>,
  period: number,
  options: { seasonalWindow?: number | 'periodic'; robust?: boolean } = {},
): SeasonalTrend {
  requireWhole('period', period, 2);
  requireWhole('values', values.length, 2 * period);
  const y = Float64Array.from(values);
  for (const value of y) requireFinite('value', value);
  const { seasonalWindow = 'periodic', robust = false } = options;
  const periodic = seasonalWindow === 'periodic';
  const forSeason = periodic ? 10 * y.length + 1 : odd(requireWindow(seasonalWindow));
  const forTrend = odd(Math.ceil((1.5 * period) / (1 - 1.5 / forSeason)));
  const widths = { period, forSeason, forTrend, forLow: odd(period), degree: periodic ? 0 : 1 } as const;
  let seasonal: Float64Array = new Float64Array(y.length);
  let trend: Float64Array = new Float64Array(y.length);
  let weights: Weights = null;
  for (let outer = 0; outer <= (robust ? 15 : 0); outer++) {
    for (let inner = 0; inner < (robust ? 1 : 2); inner++)
      ({ seasonal, trend } = turn(y, trend, weights, widths));
    if (robust) weights = bisquare(y.map((value, i) => Math.abs(value - seasonal[i]! - trend[i]!)));
  }
  if (periodic) seasonal = sameEverySeason(seasonal, period);
  return { seasonal, trend, remainder: y.map((value, i) => value - seasonal[i]! - trend[i]!) };
}

interface Widths {
  period: number;
  forSeason: number;
  forTrend: number;
  forLow: number;
  degree: 0 | 1;
}

const odd = (width: number) => width + Number(width % 2 === 0);
const jumpOf = (width: number) => Math.ceil(width / 10);

function requireWindow(width: number): number {
  requireWhole('seasonalWindow', width, 7);
  return width;
}

/** One round: season from what the trend leaves, then trend from what the season leaves. */
function turn(y: Float64Array, trend: Float64Array, weights: Weights, widths: Widths) {
  const { period, forLow, forTrend } = widths;
  const rough = smoothSeasons(
    y.map((value, i) => value - trend[i]!),
    weights,
    widths,
  );
  const low = loess(
    movingMean(movingMean(movingMean(rough, period), period), 3),
    forLow,
    1,
    jumpOf(forLow),
    null,
  );
  const seasonal = y.map((_, i) => rough[period + i]! - low[i]!);
  const rest = y.map((value, i) => value - seasonal[i]!);
  return { seasonal, trend: loess(rest, forTrend, 1, jumpOf(forTrend), weights) };
}

/** All Januaries by themselves, all Februaries …, each one season longer at both ends. */
function smoothSeasons(y: Float64Array, weights: Weights, { period, forSeason, degree }: Widths) {
  const out = new Float64Array(y.length + 2 * period);
  for (let phase = 0; phase < period; phase++) {
    const own = y.filter((_, i) => i % period === phase);
    const n = own.length;
    const ownWeights = weights && own.map((_, i) => weights[phase + i * period]!);
    const inside = loess(own, forSeason, degree, jumpOf(forSeason), ownWeights);
    const width = Math.min(forSeason, n);
    const before = loessAt(own, forSeason, degree, 0, 1, width, ownWeights) ?? inside[0]!;
    const after = loessAt(own, forSeason, degree, n + 1, n - width + 1, n, ownWeights) ?? inside[n - 1]!;
    [before, ...inside, after].forEach((value, i) => {
      out[phase + i * period] = value;
    });
  }
  return out;
}

function movingMean(x: Float64Array, width: number): Float64Array {
  const out = new Float64Array(x.length - width + 1);
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    sum += x[i]! - (i >= width ? x[i - width]! : 0);
    if (i >= width - 1) out[i - width + 1] = sum / width;
  }
  return out;
}

function bisquare(distances: Float64Array): Float64Array {
  const sorted = distances.slice().sort();
  const n = sorted.length;
  const limit = 3 * (sorted[Math.floor(n / 2)]! + sorted[n - Math.floor(n / 2) - 1]!);
  return distances.map((r) => {
    if (r <= 0.001 * limit) return 1;
    return r <= 0.999 * limit ? (1 - (r / limit) ** 2) ** 2 : 0;
  });
}

function sameEverySeason(seasonal: Float64Array, period: number): Float64Array {
  const means = Array.from({ length: period }, (_, phase) => {
    const own = seasonal.filter((_, i) => i % period === phase);
    return own.reduce((sum, value) => sum + value, 0) / own.length;
  });
  return seasonal.map((_, i) => means[i % period]!);
}
