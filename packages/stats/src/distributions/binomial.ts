import { requireShare, requireWhole } from '../ranges.ts';
import { deviancePart } from '../special/deviance-part.ts';
import { incompleteBeta } from '../special/incomplete-beta.ts';
import { stirlingRemainder } from '../special/log-gamma.ts';

/**
 * Probability of exactly k successes in n trials.
 *
 * @param k whole number
 * @param n whole number ≥ 0
 * @param share probability of success in each trial, 0 to 1
 * @returns probability in [0, 1], relative error about 1e-14 for any n
 * Source: Loader (2000), "Fast and accurate computation of binomial probabilities".
 * @example binomialProbability(3, 10, 0.5) // 0.1171875
 */
export function binomialProbability(k: number, n: number, share: number): number {
  requireWhole('n', n);
  requireShare('share', share);
  if (!Number.isInteger(k) || k < 0 || k > n) return 0;
  if (share === 0 || share === 1) return k === share * n ? 1 : 0;
  if (k === 0) return Math.exp(n * Math.log1p(-share));
  if (k === n) return Math.exp(n * Math.log(share));
  const exponent =
    stirlingRemainder(n) -
    stirlingRemainder(k) -
    stirlingRemainder(n - k) -
    deviancePart(k, n * share) -
    deviancePart(n - k, n * (1 - share));
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}

/**
 * Probability of at most k successes in n trials.
 *
 * @param k any number; the whole number below it counts
 * @param n whole number ≥ 0
 * @param share probability of success, 0 to 1
 * @example binomialCdf(3, 10, 0.5) // 0.171875
 */
export function binomialCdf(k: number, n: number, share: number): number {
  requireWhole('n', n);
  requireShare('share', share);
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  if (whole >= n) return 1;
  return incompleteBeta(n - whole, whole + 1, 1 - share, share).lower;
}

/**
 * Probability of k successes or more in n trials.
 *
 * @param k any number; the whole number at or above it counts
 * @param n whole number ≥ 0
 * @param share probability of success, 0 to 1
 * @example binomialAtLeast(9, 10, 0.5) // 0.0107421875
 */
export function binomialAtLeast(k: number, n: number, share: number): number {
  requireWhole('n', n);
  requireShare('share', share);
  const whole = Math.ceil(k);
  if (whole <= 0) return 1;
  if (whole > n) return 0;
  return incompleteBeta(whole, n - whole + 1, share, 1 - share).lower;
}
