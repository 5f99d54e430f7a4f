import { requireNonNegative } from '../ranges.ts';
import { gammaTerm, incompleteGamma } from '../special/incomplete-gamma.ts';

/**
 * Probability of exactly k events when `mean` are expected.
 *
 * @param k    whole number
 * @param mean expected number, finite and ≥ 0
 * Source: Loader (2000), "Fast and accurate computation of binomial probabilities", for the term itself.
 * @example poissonProbability(2, 3) // 0.2240418077
 */
export function poissonProbability(k: number, mean: number): number {
  requireNonNegative('mean', mean);
  if (!Number.isInteger(k) || k < 0) return 0;
  if (mean === 0) return k === 0 ? 1 : 0;
  return k === 0 ? Math.exp(-mean) : gammaTerm(k, mean);
}

/**
 * Probability of at most k events when `mean` are expected.
 *
 * @param k    any number; the whole number below it counts
 * @param mean expected number, finite and ≥ 0
 * Source: the upper tail of the gamma distribution with shape k + 1.
 * @example poissonCdf(2, 3) // 0.4231900811
 */
export function poissonCdf(k: number, mean: number): number {
  requireNonNegative('mean', mean);
  const whole = Math.floor(k);
  return whole < 0 ? 0 : incompleteGamma(whole + 1, mean).upper;
}

/**
 * Probability of k events or more when `mean` are expected.
 *
 * @param k    any number; the whole number at or above it counts
 * @param mean expected number, finite and ≥ 0
 * @example poissonAtLeast(10, 3) // 0.0011024881
 */
export function poissonAtLeast(k: number, mean: number): number {
  requireNonNegative('mean', mean);
  const whole = Math.ceil(k);
  return whole <= 0 ? 1 : incompleteGamma(whole, mean).lower;
}
