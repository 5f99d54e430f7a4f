import { normalQuantile, normalUpperTail } from '../distributions/normal.ts';
import { requireOpenShare } from '../ranges.ts';
import { type NpsCounts, npsMoments } from './nps-counts.ts';

/** Difference of two independent scores in points, second minus first. */
export interface NpsDifference {
  /** −200 … 200 */
  difference: number;
  standardError: number;
  z: number;
  /** two-sided */
  p: number;
  low: number;
  high: number;
}

/**
 * Difference of the Net Promoter Scores of two independent groups (second − first), with z test and interval.
 *
 * z uses the plain variances; a group whose answers are all equal has plain variance 0 and takes its adjusted one
 * (three pseudo-answers, see npsInterval). The interval uses the adjusted scores of both groups, so its middle is not
 * exactly the difference. Not for the same people asked twice.
 *
 * @param before     counts of the first group, at least one answer
 * @param after      counts of the second group, at least one answer
 * @param confidence share strictly between 0 and 1 (default 0.95)
 * @returns points, or null when a group has no answers
 * @throws RangeError naming the value, when an input is outside these ranges
 *
 * Source: Rocks (2016), The American Statistician 70, 365–372.
 * @example npsDifference({ promoters: 60, passives: 25, detractors: 15 }, { promoters: 75, passives: 20, detractors: 12 }) // { difference: 13.8785, standardError: 9.9167, z: 1.39951, p: 0.161659 }
 */
export function npsDifference(before: NpsCounts, after: NpsCounts, confidence = 0.95): NpsDifference | null {
  requireOpenShare('confidence', confidence);
  const first = npsMoments(before);
  const second = npsMoments(after);
  if (first.n === 0 || second.n === 0) return null;
  const firstAdjusted = npsMoments(before, 3);
  const secondAdjusted = npsMoments(after, 3);
  const square = (plain: typeof first, adjusted: typeof first) =>
    plain.variance > 0 ? plain.variance / plain.n : adjusted.variance / adjusted.n;
  const difference = 100 * (second.mean - first.mean);
  const standardError = 100 * Math.sqrt(square(first, firstAdjusted) + square(second, secondAdjusted));
  const z = difference / standardError;
  const middle = 100 * (secondAdjusted.mean - firstAdjusted.mean);
  const half =
    100 *
    normalQuantile((1 + confidence) / 2) *
    Math.sqrt(firstAdjusted.variance / firstAdjusted.n + secondAdjusted.variance / secondAdjusted.n);
  return {
    difference,
    standardError,
    z,
    p: 2 * normalUpperTail(Math.abs(z)),
    low: Math.max(-200, middle - half),
    high: Math.min(200, middle + half),
  };
}
