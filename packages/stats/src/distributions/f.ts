import { requirePositive } from '../ranges.ts';
import { incompleteBeta } from '../special/incomplete-beta.ts';

/**
 * Probability that an F value is above x: the p-value of an F test.
 *
 * @param x   number; below 0 gives 1
 * @param df1 numerator degrees of freedom, number > 0
 * @param df2 denominator degrees of freedom, number > 0
 * @returns probability in [0, 1]
 * Source: the beta distribution of df1·x/(df1·x + df2); Johnson, Kotz & Balakrishnan (1995), "Continuous Univariate
 * Distributions" 2, ch. 27.
 * @example fUpperTail(4, 2, 10) // 0.0529221
 */
export function fUpperTail(x: number, df1: number, df2: number): number {
  requirePositive('df1', df1);
  requirePositive('df2', df2);
  if (x <= 0) return 1;
  const total = df1 * x + df2;
  return incompleteBeta(df2 / 2, df1 / 2, df2 / total, (df1 * x) / total).lower;
}
