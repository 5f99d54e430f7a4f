import { studentTQuantile } from '../distributions/student-t.ts';
import { requireFinite, requireNonNegative, requireOpenShare } from '../ranges.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** What a database gives for a column of answers. */
export interface MeanSummary {
  /** how many answers */
  n: number;
  sum: number;
  sumOfSquares: number;
}

/** A mean with its interval, in the answers' own unit. */
export interface MeanInterval {
  mean: number;
  low: number;
  high: number;
  n: number;
  /** spread of single answers (n − 1 in the divisor); 0 for one answer */
  standardDeviation: number;
  /** which rule gave the ends: Student's t, or the bound by the ends of the scale where t has no width */
  method: 't' | 'scale';
}

/**
 * Mean of scores (CSAT, CES, stars) with its interval by Student's t, cut at the ends of the scale.
 *
 * With one answer, or when all answers are equal, t gives no width or none at all. Then the widest variance that the
 * scale allows is used (Wilson's interval of the rescaled mean), so that three answers of 5 do not claim certainty.
 *
 * @param summary    n (number ≥ 0), sum and sum of squares of the answers; or the answers themselves
 * @param scale      lowest and highest possible answer, such as [1, 5]
 * @param confidence share strictly between 0 and 1 (default 0.95)
 * @returns mean and interval, or null when there are no answers
 * @throws RangeError naming the value, when an input is outside these ranges
 *
 * Source: Student (1908), Biometrika 6, 1–25.
 * @example meanInterval([5, 4, 4, 3, 5, 2, 5, 4, 4, 4], [1, 5]) // { mean: 4, low: 3.3256, high: 4.6744, n: 10 }
 */
export function meanInterval(
  summary: MeanSummary | readonly number[],
  scale: readonly [low: number, high: number],
  confidence = 0.95,
): MeanInterval | null {
  requireOpenShare('confidence', confidence);
  const [bottom, top] = scale;
  if (!(top > bottom))
    throw new RangeError(`scale [${bottom}, ${top}] does not rise from its low to its high end`);
  const { n, mean, squares } = isAnswers(summary) ? momentsOfAnswers(summary) : momentsOfSums(summary);
  if (n === 0) return null;
  if (mean < bottom - 1e-9 || mean > top + 1e-9) {
    throw new RangeError(`mean ${mean} is outside the scale [${bottom}, ${top}]`);
  }
  const standardDeviation = n > 1 ? Math.sqrt(squares / (n - 1)) : 0;
  if (n <= 1 || standardDeviation < 1e-9 * (top - bottom)) {
    const share = Math.min(1, Math.max(0, (mean - bottom) / (top - bottom)));
    const [low, high] = wilsonInterval(share * n, n, confidence);
    const spread = top - bottom;
    return {
      mean,
      low: bottom + spread * low,
      high: bottom + spread * high,
      n,
      standardDeviation: 0,
      method: 'scale',
    };
  }
  const half = (studentTQuantile((1 + confidence) / 2, n - 1) * standardDeviation) / Math.sqrt(n);
  const low = Math.max(bottom, mean - half);
  return { mean, low, high: Math.min(top, mean + half), n, standardDeviation, method: 't' };
}

function isAnswers(summary: MeanSummary | readonly number[]): summary is readonly number[] {
  return Array.isArray(summary);
}

/** Welford's running sums, which keep their digits when the mean is far from 0. */
function momentsOfAnswers(answers: readonly number[]) {
  let mean = 0;
  let squares = 0;
  let n = 0;
  for (const answer of answers) {
    requireFinite('answer', answer);
    n += 1;
    const gap = answer - mean;
    mean += gap / n;
    squares += gap * (answer - mean);
  }
  return { n, mean, squares };
}

function momentsOfSums({ n, sum, sumOfSquares }: MeanSummary) {
  requireNonNegative('n', n);
  requireFinite('sum', sum);
  requireNonNegative('sumOfSquares', sumOfSquares);
  const mean = n > 0 ? sum / n : 0;
  return { n, mean, squares: Math.max(0, sumOfSquares - sum * mean) };
}
