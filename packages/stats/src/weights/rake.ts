import { requireNonNegative, requirePositive, requireWhole } from '../ranges.ts';
import { kishDesignEffect } from './kish-design-effect.ts';

/** Weights that make a sample look like the population. */
export interface Raked {
  /** one per row; they sum to the population */
  weights: Float64Array;
  designEffect: number;
  /** rows divided by the design effect: how many unweighted answers the sample is worth */
  effectiveN: number;
  converged: boolean;
  /** rows whose weight was cut */
  trimmed: number;
  /** [margin, category] with a target but no row: it cannot be represented, and its target was left out */
  empty: [margin: number, category: number][];
}

/**
 * Weights rows so that each known total is met (raking, iterative proportional fitting), without letting a few rows
 * count for too much.
 *
 * Weighting mends who was asked and who answered only as far as the margins explain it.
 *
 * @param rows    category of each row in each margin: rows × margins, whole numbers from 0
 * @param targets known totals: per margin one number ≥ 0 per category; margins should have the same sum
 * @param limit   largest weight as a multiple of the median weight (default 5; Infinity for none)
 * @param start   starting weights, one per row (default all 1)
 * @returns weights with their design effect
 * @throws RangeError when a row names a category without a target, or a total does not fit
 *
 * Source: Deming & Stephan (1940), Annals of Mathematical Statistics 11, 427–444.
 * @example rake([[0], [0], [1]], [[50, 50]]).designEffect // 1.125
 */
export function rake(
  rows: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
  limit = 5,
  start?: ArrayLike<number>,
): Raked {
  if (!(limit > 1)) throw new RangeError(`limit ${limit} is not above 1`);
  const empty = checkMargins(rows, targets);
  const weights = Float64Array.from({ length: rows.length }, (_, i) => start?.[i] ?? 1);
  for (const weight of weights) requirePositive('start', weight);
  let converged = fit(weights, rows, targets);
  const cut = new Set<number>();
  for (let round = 0; round < 20 && limit < Infinity; round++) {
    const most = limit * median(weights);
    const over = [...weights.keys()].filter((i) => weights[i]! > most * (1 + 1e-9));
    if (over.length === 0) break;
    for (const i of over) {
      weights[i] = most;
      cut.add(i);
    }
    if (round < 19) converged = fit(weights, rows, targets, 50);
  }
  const designEffect = rows.length > 0 ? kishDesignEffect(weights) : 1;
  return {
    weights,
    designEffect,
    effectiveN: rows.length / designEffect,
    converged,
    trimmed: cut.size,
    empty,
  };
}

function checkMargins(rows: readonly (readonly number[])[], targets: readonly (readonly number[])[]) {
  const counts = targets.map((margin) => margin.map(() => 0));
  for (const row of rows) {
    targets.forEach((margin, m) => {
      requireWhole(`category in margin ${m}`, row[m]!, 0, margin.length - 1);
      counts[m]![row[m]!]!++;
    });
  }
  const empty: [number, number][] = [];
  targets.forEach((margin, m) => {
    margin.forEach((target, category) => {
      requireNonNegative(`target of category ${category} in margin ${m}`, target);
      if (target > 0 && counts[m]![category] === 0) empty.push([m, category]);
    });
  });
  return empty;
}

function fit(
  weights: Float64Array,
  rows: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
  most = 1000,
): boolean {
  for (let iteration = 0; iteration < most; iteration++) {
    let furthest = 0;
    for (let m = 0; m < targets.length; m++) {
      const sums = targets[m]!.map(() => 0);
      rows.forEach((row, i) => {
        sums[row[m]!]! += weights[i]!;
      });
      const factors = sums.map((sum, category) => (sum > 0 ? targets[m]![category]! / sum : 1));
      for (const factor of factors) furthest = Math.max(furthest, Math.abs(factor - 1));
      rows.forEach((row, i) => {
        weights[i]! *= factors[row[m]!]!;
      });
    }
    if (furthest < 1e-12) return true;
  }
  return false;
}

function median(weights: Float64Array): number {
  const sorted = weights.slice().sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
