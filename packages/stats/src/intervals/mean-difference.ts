import { studentTQuantile, studentTUpperTail } from '../distributions/student-t.ts';
import { requireOpenShare } from '../ranges.ts';
import type { MeanSummary } from './mean-interval.ts';

/** Difference of two means, second minus first. */
export interface MeanDifference {
  difference: number;
  standardError: number;
  t: number;
  /** Welch's degrees of freedom */
  df: number;
  /** two-sided */
  p: number;
  low: number;
  high: number;
}

/**
 * Difference of the means of two independent groups (second − first), variances not assumed equal.
 *
 * @param before     n, sum and sum of squares of the first group
 * @param after      the same of the second group
 * @param confidence share strictly between 0 and 1 (default 0.95)
 * @returns null when a group has fewer than 2 answers or neither has any spread: too few to compare
 * @throws RangeError when confidence is outside its range
 *
 * Source: Welch (1947), Biometrika 34, 28–35.
 * @example meanDifference({ n: 5, sum: 15, sumOfSquares: 55 }, { n: 4, sum: 20, sumOfSquares: 110 }) // { difference: 2, df: 6.0472, p: 0.1336 }
 */
export function meanDifference(
  before: MeanSummary,
  after: MeanSummary,
  confidence = 0.95,
): MeanDifference | null {
  requireOpenShare('confidence', confidence);
  if (before.n < 2 || after.n < 2) return null;
  const first = squaredError(before);
  const second = squaredError(after);
  const total = first + second;
  if (!(total > 0)) return null;
  const difference = after.sum / after.n - before.sum / before.n;
  const standardError = Math.sqrt(total);
  const df = total ** 2 / (first ** 2 / (before.n - 1) + second ** 2 / (after.n - 1));
  const t = difference / standardError;
  const half = studentTQuantile((1 + confidence) / 2, df) * standardError;
  const p = 2 * studentTUpperTail(Math.abs(t), df);
  return { difference, standardError, t, df, p, low: difference - half, high: difference + half };
}

function squaredError({ n, sum, sumOfSquares }: MeanSummary): number {
  return Math.max(0, sumOfSquares - (sum * sum) / n) / (n - 1) / n;
}
