import { solveLinear } from '../linear/solve.ts';
import { requireNonNegative, requireWhole } from '../ranges.ts';

/** A fitted proportional-odds model. */
export interface OrdinalLogit {
  /** one per driver; above 0: higher classes with more of the driver */
  coefficients: Float64Array;
  standardErrors: Float64Array;
  /** borders between the classes, rising */
  thresholds: Float64Array;
  logLikelihood: number;
  converged: boolean;
}

/**
 * Ordinal logistic regression (proportional odds) of score classes on drivers: detractor, passive, promoter, or the
 * steps of a scale. P(class ≤ k) = 1/(1 + e^−(threshold_k − x·β)).
 *
 * @param rows    n rows of p finite numbers
 * @param classes n whole numbers 0 … K − 1, every class used
 * @param count   number of classes K ≥ 2
 * @param weights n numbers ≥ 0 (default all 1); how often each row counts
 * @returns null when a class is never used or drivers are combinations of each other
 * @throws RangeError when lengths differ or a class is out of range
 *
 * Source: McCullagh (1980), "Regression models for ordinal data", JRSS B 42, 109–142 (Fisher scoring).
 */
export function ordinalLogit(
  rows: readonly ArrayLike<number>[],
  classes: ArrayLike<number>,
  count: number,
  weights?: ArrayLike<number>,
): OrdinalLogit | null {
  requireWhole('count', count, 2);
  if (rows.length !== classes.length)
    throw new RangeError(`there are ${rows.length} rows but ${classes.length} classes`);
  const weight = Float64Array.from(rows, (_, i) => weights?.[i] ?? 1);
  const sizes = new Float64Array(count);
  weight.forEach((each, i) => {
    requireNonNegative('weight', each);
    requireWhole('class', classes[i]!, 0, count - 1);
    sizes[classes[i]!]! += each;
  });
  if (sizes.some((size) => size === 0)) return null;
  const p = rows[0]?.length ?? 0;
  let theta = startingValues(sizes, p);
  let state = stateAt(rows, classes, weight, theta, count);
  let converged = false;
  for (let step = 0; step < 100 && !converged; step++) {
    const move = solveLinear(state.information, state.score);
    if (!move) return null;
    const gain = move.reduce((sum, value, k) => sum + value * state.score[k]!, 0);
    let next = state;
    let candidate = theta;
    for (let scale = 1; scale > 1e-5; scale /= 2) {
      candidate = theta.map((value, k) => value + scale * move[k]!);
      next = stateAt(rows, classes, weight, candidate, count);
      if (next.logLikelihood >= state.logLikelihood - 1e-12 * Math.abs(state.logLikelihood)) break;
    }
    theta = candidate;
    state = next;
    converged = Math.abs(gain) < 1e-14;
  }
  const unit = (k: number) => Float64Array.from(theta, (_, j) => Number(j === k));
  const errors = theta.map((_, k) =>
    Math.sqrt(Math.max(0, solveLinear(state.information, unit(k))?.[k] ?? 0)),
  );
  return {
    coefficients: theta.slice(count - 1),
    standardErrors: errors.slice(count - 1),
    thresholds: theta.slice(0, count - 1),
    logLikelihood: state.logLikelihood,
    converged,
  };
}

function startingValues(sizes: Float64Array, p: number): Float64Array {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const theta = new Float64Array(sizes.length - 1 + p);
  let below = 0;
  for (let k = 0; k < sizes.length - 1; k++) {
    below += sizes[k]!;
    theta[k] = Math.log(below / (total - below));
  }
  return theta;
}

const logistic = (eta: number) => (eta >= 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta)));

/** Log-likelihood, score and observed information, thresholds first. */
function stateAt(
  rows: readonly ArrayLike<number>[],
  classes: ArrayLike<number>,
  weight: Float64Array,
  theta: Float64Array,
  count: number,
) {
  const q = theta.length;
  const borders = count - 1;
  const information = Array.from({ length: q }, () => new Float64Array(q));
  const score = new Float64Array(q);
  let logLikelihood = 0;
  for (let k = 1; k < borders; k++) {
    if (!(theta[k]! > theta[k - 1]!)) return { information, score, logLikelihood: -Infinity };
  }
  const upper = new Float64Array(q);
  const lower = new Float64Array(q);
  rows.forEach((row, i) => {
    const own = classes[i]!;
    let eta = 0;
    for (let j = borders; j < q; j++) eta += row[j - borders]! * theta[j]!;
    const high = own < borders ? logistic(theta[own]! - eta) : 1;
    const low = own > 0 ? logistic(theta[own - 1]! - eta) : 0;
    const chance = Math.max(high - low, 1e-300);
    logLikelihood += weight[i]! * Math.log(chance);
    const highDensity = high * (1 - high);
    const lowDensity = low * (1 - low);
    upper.fill(0);
    lower.fill(0);
    if (own < borders) upper[own] = 1;
    if (own > 0) lower[own - 1] = 1;
    for (let j = borders; j < q; j++) {
      if (own < borders) upper[j] = -row[j - borders]!;
      if (own > 0) lower[j] = -row[j - borders]!;
    }
    const highBend = highDensity * (1 - 2 * high);
    const lowBend = lowDensity * (1 - 2 * low);
    for (let a = 0; a < q; a++) {
      const slopeA = (highDensity * upper[a]! - lowDensity * lower[a]!) / chance;
      score[a]! += weight[i]! * slopeA;
      for (let b = 0; b <= a; b++) {
        const slopeB = (highDensity * upper[b]! - lowDensity * lower[b]!) / chance;
        const bend = (highBend * upper[a]! * upper[b]! - lowBend * lower[a]! * lower[b]!) / chance;
        information[a]![b]! += weight[i]! * (slopeA * slopeB - bend);
      }
    }
  });
  for (let a = 0; a < q; a++) for (let b = 0; b < a; b++) information[b]![a] = information[a]![b]!;
  return { information, score, logLikelihood };
}
