import { requireNonNegative } from '../ranges.ts';

/** How many answered 9–10, 7–8 and 0–6. Weighted counts need not be whole. */
export interface NpsCounts {
  promoters: number;
  passives: number;
  detractors: number;
}

/** Net Promoter Score parts of one group, as mean and variance of −1, 0, +1. */
export interface NpsMoments {
  n: number;
  /** promoters' share minus detractors' share, −1 … 1 */
  mean: number;
  /** variance of one answer, 0 … 1 */
  variance: number;
}

/**
 * Mean and variance of answers scored −1 (detractor), 0 (passive), +1 (promoter).
 *
 * @param counts numbers ≥ 0
 * @param pseudo pseudo-answers to add before: ¼ of them detractors, ½ passives, ¼ promoters
 * @throws RangeError naming a count that is negative or not finite
 */
export function npsMoments(counts: NpsCounts, pseudo = 0): NpsMoments {
  requireNonNegative('promoters', counts.promoters);
  requireNonNegative('passives', counts.passives);
  requireNonNegative('detractors', counts.detractors);
  const n = counts.promoters + counts.passives + counts.detractors + pseudo;
  const promoters = (counts.promoters + pseudo / 4) / n;
  const detractors = (counts.detractors + pseudo / 4) / n;
  const mean = promoters - detractors;
  return { n, mean, variance: Math.max(0, promoters + detractors - mean * mean) };
}
