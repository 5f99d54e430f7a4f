import { inverseOfPositive } from '../linear/cholesky.ts';
import { requireNonNegative } from '../ranges.ts';

/** A fitted logistic regression. */
export interface BinaryLogit {
  /** intercept first */
  coefficients: Float64Array;
  standardErrors: Float64Array;
  logLikelihood: number;
  /** false when the classes can be told apart perfectly, so that coefficients run away and errors mean nothing */
  converged: boolean;
}

/**
 * Logistic regression of yes (1) and no (0) on drivers, by maximum likelihood.
 *
 * @param rows    n rows of p finite numbers, without the intercept
 * @param outcome n numbers, 0 or 1
 * @param weights n numbers ≥ 0 (default all 1); how often each row counts
 * @returns null when drivers are combinations of each other or the outcome is always the same
 * @throws RangeError when lengths differ or an outcome is not 0 or 1
 *
 * Source: McCullagh & Nelder (1989), "Generalized Linear Models", ch. 4 (iteratively reweighted least squares).
 */
export function binaryLogit(
  rows: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
  weights?: ArrayLike<number>,
): BinaryLogit | null {
  if (rows.length !== outcome.length)
    throw new RangeError(`there are ${rows.length} rows but ${outcome.length} outcomes`);
  const p = (rows[0]?.length ?? 0) + 1;
  const x = rows.map((row) => Float64Array.from({ length: p }, (_, j) => (j === 0 ? 1 : row[j - 1]!)));
  const weight = Float64Array.from(outcome, (value, i) => {
    if (value !== 0 && value !== 1) throw new RangeError(`outcome ${value} is not 0 or 1`);
    const each = weights?.[i] ?? 1;
    requireNonNegative('weight', each);
    return each;
  });
  const total = weight.reduce((sum, each) => sum + each, 0);
  const yes = weight.reduce((sum, each, i) => sum + each * outcome[i]!, 0);
  if (!(yes > 0 && yes < total)) return null;
  let coefficients: Float64Array = new Float64Array(p);
  coefficients[0] = Math.log(yes / (total - yes));
  let state = stateAt(x, outcome, weight, coefficients);
  let converged = false;
  for (let step = 0; step < 60 && !converged; step++) {
    const inverse = inverseOfPositive(state.information);
    if (!inverse && step === 0) return null;
    if (!inverse) break;
    const move = Float64Array.from(inverse, (row) =>
      row.reduce((sum, value, k) => sum + value * state.score[k]!, 0),
    );
    const gain = move.reduce((sum, value, k) => sum + value * state.score[k]!, 0);
    let scale = 1;
    let next = state;
    let candidate = coefficients;
    for (; scale > 1e-4; scale /= 2) {
      candidate = coefficients.map((value, k) => value + scale * move[k]!);
      next = stateAt(x, outcome, weight, candidate);
      if (next.logLikelihood >= state.logLikelihood - 1e-12 * Math.abs(state.logLikelihood)) break;
    }
    coefficients = candidate;
    state = next;
    converged = gain < 1e-18 * Math.max(1, total);
  }
  const covariance = inverseOfPositive(state.information);
  const runaway = coefficients.some((value, j) => j > 0 && Math.abs(value) * spreadOf(x, j) > 30);
  return {
    coefficients,
    standardErrors: coefficients.map((_, j) => Math.sqrt(covariance?.[j]?.[j] ?? Infinity)),
    logLikelihood: state.logLikelihood,
    converged: converged && !runaway,
  };
}

function spreadOf(x: readonly Float64Array[], j: number): number {
  let low = Infinity;
  let high = -Infinity;
  for (const row of x) {
    low = Math.min(low, row[j]!);
    high = Math.max(high, row[j]!);
  }
  return high - low;
}

function stateAt(
  x: readonly Float64Array[],
  outcome: ArrayLike<number>,
  weight: Float64Array,
  beta: Float64Array,
) {
  const p = beta.length;
  const information = Array.from({ length: p }, () => new Float64Array(p));
  const score = new Float64Array(p);
  let logLikelihood = 0;
  x.forEach((row, i) => {
    let eta = 0;
    for (let j = 0; j < p; j++) eta += row[j]! * beta[j]!;
    const chance = 1 / (1 + Math.exp(-eta));
    const signed = outcome[i] === 1 ? eta : -eta;
    logLikelihood -=
      weight[i]! * (signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed);
    const pull = weight[i]! * (outcome[i]! - chance);
    const spread = weight[i]! * chance * (1 - chance);
    for (let j = 0; j < p; j++) {
      score[j]! += pull * row[j]!;
      for (let k = 0; k <= j; k++) information[j]![k]! += spread * row[j]! * row[k]!;
    }
  });
  for (let j = 0; j < p; j++) for (let k = 0; k < j; k++) information[k]![j] = information[j]![k]!;
  return { information, score, logLikelihood };
}
