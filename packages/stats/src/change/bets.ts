// Log-wealth of a bet that the mean has moved. Under "the mean is as it was" the wealth is a non-negative martingale
// (classes) or supermartingale (moments), whatever the distribution of the answers: Waudby-Smith & Ramdas (2024),
// "Estimating means of bounded random variables by betting", JRSS B 86; Delyon (2009), "Exponential inequalities for
// sums of weakly dependent variables", EJP 14, for unbounded ones.
import type { Baseline } from './baseline.ts';
import type { StreamKind } from './stream-state.ts';

/** Sums over the days from a candidate day on; `b` is each day's offset. */
export interface AfterSums {
  n: number;
  tally: Float64Array;
  /** Σ tally·b and Σ tally·b², class by class */
  offset: Float64Array;
  offsetSquares: Float64Array;
}

/** No days yet. */
export function noDays(size: number): AfterSums {
  const zeros = () => new Float64Array(size);
  return { n: 0, tally: zeros(), offset: zeros(), offsetSquares: zeros() };
}

/** Adds one window row [day, offset, …tally]. */
export function addAfter(kind: StreamKind, sums: AfterSums, row: readonly number[]): void {
  const b = row[1]!;
  for (let k = 0; k < sums.tally.length; k++) {
    const value = row[k + 2]!;
    sums.tally[k]! += value;
    sums.offset[k]! += value * b;
    sums.offsetSquares[k]! += value * b * b;
    if (kind.kind === 'classes' || k === 0) sums.n += value;
  }
}

/** Mean of the answers from the candidate day on, freed of the days' offsets. */
export function meanAfter(kind: StreamKind, sums: AfterSums): number {
  if (kind.kind === 'moments') return (sums.tally[1]! - sums.offset[0]!) / sums.n;
  let total = 0;
  for (let k = 0; k < sums.tally.length; k++) total += sums.tally[k]! * kind.values[k]! - sums.offset[k]!;
  return total / sums.n;
}

/**
 * Log of the wealth of a bet for a shift of `shift` standard deviations (below 0: a fall).
 *
 * The offsets b enter log(1 + λ(v − μ − b)) by its expansion to the second order, so that sums per class suffice.
 */
export function logWealth(kind: StreamKind, after: AfterSums, baseline: Baseline, shift: number): number {
  const lambda = shift / Math.sqrt(baseline.variance);
  if (kind.kind === 'moments') return momentsWealth(after, baseline, lambda);
  let low = Infinity;
  let high = -Infinity;
  for (const value of kind.values) {
    low = Math.min(low, value - baseline.mean);
    high = Math.max(high, value - baseline.mean);
  }
  const furthest = lambda < 0 ? high : -low;
  const stake = furthest > 0 ? Math.sign(lambda) * Math.min(Math.abs(lambda), 0.9 / furthest) : lambda;
  let log = 0;
  for (let k = 0; k < kind.values.length; k++) {
    if (after.tally[k] === 0) continue;
    const factor = 1 + stake * (kind.values[k]! - baseline.mean);
    const slope = stake / factor;
    log += after.tally[k]! * Math.log(factor) - slope * after.offset[k]!;
    log -= 0.5 * slope * slope * after.offsetSquares[k]!;
  }
  return log;
}

function momentsWealth(after: AfterSums, baseline: Baseline, lambda: number): number {
  const [n = 0, sum = 0, squares = 0] = after.tally;
  const centred = sum - n * baseline.mean - after.offset[0]!;
  const usualSum = 2 * baseline.mean * sum + 2 * after.offset[1]!;
  const usualSquares =
    n * baseline.mean ** 2 + 2 * baseline.mean * after.offset[0]! + after.offsetSquares[0]!;
  const spread = squares - usualSum + usualSquares;
  return lambda * centred - ((lambda * lambda) / 6) * (spread + 2 * n * baseline.variance);
}
