// Log of the evidence that a stream's mean moved on a candidate day, by a given number of standard deviations.
import { logGamma } from '../special/log-gamma.ts';
import type { Baseline } from './baseline.ts';
import type { StreamKind } from './stream-state.ts';

/** How much more than independent answers at a constant level a stream moves by itself. */
export interface Restlessness {
  /** variance relative to independent answers, ≥ 1 */
  dispersion: number;
  /** standard deviation of slow wandering, in the mean's unit */
  wander: number;
}

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
 * Evidence for a change, averaged over shifts (in standard deviations, below 0: falls). Its expectation is at most 1
 * while nothing changes, averaged over what the baseline leaves open.
 *
 * Classes: the ratio of two Dirichlet–multinomial predictions of the answers after the candidate day, one by the
 * baseline and one by the baseline tilted to the shifted mean; exact for any mix, however skewed. Moments: a bet whose
 * wealth is a supermartingale for any distribution with a variance (Delyon 2009, "Exponential inequalities for sums of
 * weakly dependent variables", EJP 14), tempered by how uncertain the baseline is, which is exact for normal means.
 * Dispersion divides the logarithm; wandering makes the baseline worth fewer answers.
 */
export function evidenceFor(
  kind: StreamKind,
  after: AfterSums,
  baseline: Baseline,
  shifts: readonly number[],
  { dispersion, wander }: Restlessness,
): number {
  const known = 1 / (1 / baseline.n + (wander * wander) / (dispersion * baseline.variance));
  const usual = kind.kind === 'classes' ? predictionOfUsual(after, baseline, known) : 0;
  let total = 0;
  for (const shift of shifts) {
    const lambda = shift / Math.sqrt(baseline.variance);
    const log =
      kind.kind === 'moments'
        ? momentsEvidence(after, baseline, lambda, known)
        : predictionOfShifted(kind.values, after, baseline, lambda, known) - usual;
    total += Math.exp(Math.min(600, log / dispersion));
  }
  return total / shifts.length;
}

function predictionOfUsual(after: AfterSums, { shares }: Baseline, known: number): number {
  let log = 0;
  for (let k = 0; k < shares.length; k++) log += logRising(known * shares[k]!, after.tally[k]!);
  return log;
}

/** The offsets b enter log(1 + λ(v − μ − b)) by its expansion to the second order, so that sums per class suffice. */
function predictionOfShifted(
  values: readonly number[],
  after: AfterSums,
  baseline: Baseline,
  lambda: number,
  known: number,
): number {
  const stake = boundedStake(values, baseline, lambda);
  const centre = baseline.mean + baseline.offset;
  const certainty = known / (known + after.n);
  let log = 0;
  for (let k = 0; k < values.length; k++) {
    const count = after.tally[k]!;
    if (count === 0) continue;
    const factor = 1 + stake * (values[k]! - centre);
    log += logRising(known * baseline.shares[k]! * factor, count);
    const moved = after.offset[k]! - baseline.offset * count;
    if (moved === 0 && after.offsetSquares[k] === 0) continue;
    const square =
      after.offsetSquares[k]! - 2 * baseline.offset * after.offset[k]! + baseline.offset ** 2 * count;
    const slope = stake / factor;
    log -= certainty * (slope * moved + 0.5 * slope * slope * square);
  }
  return log;
}

/** λ, cut so that 1 + λ(v − μ) stays above 0 for every class. */
function boundedStake(values: readonly number[], baseline: Baseline, lambda: number): number {
  const centre = baseline.mean + baseline.offset;
  let furthest = 0;
  for (const value of values) furthest = Math.max(furthest, -Math.sign(lambda) * (value - centre));
  return Math.sign(lambda) * Math.min(Math.abs(lambda), 0.9 / furthest);
}

/** log of Γ(a + count)/Γ(a): a product for few answers, else the difference of two Stirling series. */
function logRising(a: number, count: number): number {
  if (count <= 4 && count === Math.floor(count)) {
    let product = 1;
    for (let i = 0; i < count; i++) product *= a + i;
    return Math.log(product);
  }
  if (a < 10) return logGamma(a + count) - logGamma(a);
  const end = a + count;
  const series =
    (1 / end - 1 / a) / 12 - (1 / end ** 3 - 1 / a ** 3) / 360 + (1 / end ** 5 - 1 / a ** 5) / 1260;
  return (a - 0.5) * Math.log(end / a) + count * (Math.log(end) - 1) + series;
}

function momentsEvidence(after: AfterSums, baseline: Baseline, lambda: number, known: number): number {
  const [n = 0, sum = 0, squares = 0] = after.tally;
  const centred = sum - n * baseline.mean - after.offset[0]!;
  const usualSum = 2 * baseline.mean * sum + 2 * after.offset[1]!;
  const usualSquares =
    n * baseline.mean ** 2 + 2 * baseline.mean * after.offset[0]! + after.offsetSquares[0]!;
  const spread = squares - usualSum + usualSquares;
  const wealth = lambda * centred - ((lambda * lambda) / 6) * (spread + 2 * n * baseline.variance);
  return (wealth * known) / (known + n);
}
