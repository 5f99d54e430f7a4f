import { normalQuantile } from '../distributions/normal.ts';
import { requireFinite, requireNonNegative, requireOpenShare } from '../ranges.ts';
import { kishDesignEffect } from './kish-design-effect.ts';

/** A weighted mean with its interval. */
export interface WeightedMean {
  mean: number;
  low: number;
  high: number;
  standardError: number;
  n: number;
  designEffect: number;
  effectiveN: number;
}

/**
 * Weighted mean with the linearised standard error: what weights do to the interval is counted, not ignored. For NPS
 * give scores of −100, 0 and 100.
 *
 * @param values     finite numbers
 * @param weights    numbers ≥ 0, one per value
 * @param confidence share strictly between 0 and 1 (default 0.95)
 * @returns null with fewer than 2 values or no weight
 * @throws RangeError when lengths differ or a number is outside its range
 * Source: Särndal, Swensson & Wretman (1992), "Model Assisted Survey Sampling", section 5.7 (ratio estimator).
 * @example weightedMean([100, 0, -100, 100], [1, 2, 1, 1]) // { mean: 20, n: 4, designEffect: 1.12 }
 */
export function weightedMean(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  confidence = 0.95,
): WeightedMean | null {
  requireOpenShare('confidence', confidence);
  const n = values.length;
  if (weights.length !== n) throw new RangeError(`there are ${n} values but ${weights.length} weights`);
  let total = 0;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    requireFinite('value', values[i]!);
    requireNonNegative('weight', weights[i]!);
    total += weights[i]!;
    sum += weights[i]! * values[i]!;
  }
  if (n < 2 || !(total > 0)) return null;
  const mean = sum / total;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (weights[i]! * (values[i]! - mean)) ** 2;
  const standardError = Math.sqrt((squares * n) / (n - 1)) / total;
  const half = normalQuantile((1 + confidence) / 2) * standardError;
  const designEffect = kishDesignEffect(weights);
  return {
    mean,
    low: mean - half,
    high: mean + half,
    standardError,
    n,
    designEffect,
    effectiveN: n / designEffect,
  };
}
