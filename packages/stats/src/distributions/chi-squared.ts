import { requirePositive } from '../ranges.ts';
import { gammaCdf, gammaQuantile, gammaUpperTail } from './gamma.ts';

/**
 * Probability that a chi-squared value is at most x.
 *
 * @param x  number; below 0 gives 0
 * @param df degrees of freedom, number > 0
 * @returns probability in [0, 1]
 * Source: the gamma distribution with shape df/2; Johnson, Kotz & Balakrishnan (1994), "Continuous Univariate
 * Distributions" 1, ch. 18.
 * @example chiSquaredCdf(3.841458820694124, 1) // 0.95
 */
export function chiSquaredCdf(x: number, df: number): number {
  requirePositive('df', df);
  return gammaCdf(x / 2, df / 2);
}

/**
 * Probability that a chi-squared value is above x: the p-value of a chi-squared test.
 *
 * @param x  number
 * @param df degrees of freedom, number > 0
 * @returns probability in [0, 1], with full relative precision far out
 * Source: as chiSquaredCdf, by its own tail, so that nothing is lost to 1 − p.
 * @example chiSquaredUpperTail(200, 1) // 2.088487583762545e-45
 */
export function chiSquaredUpperTail(x: number, df: number): number {
  requirePositive('df', df);
  return gammaUpperTail(x / 2, df / 2);
}

/**
 * Chi-squared quantile: the x with P(X ≤ x) = p.
 *
 * @param p  share strictly between 0 and 1
 * @param df degrees of freedom, number > 0
 * @example chiSquaredQuantile(0.95, 1) // 3.841458820694124
 */
export function chiSquaredQuantile(p: number, df: number): number {
  requirePositive('df', df);
  return 2 * gammaQuantile(p, df / 2);
}
