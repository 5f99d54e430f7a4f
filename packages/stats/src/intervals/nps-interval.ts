import { normalQuantile } from '../distributions/normal.ts';
import { requireOpenShare, requirePositive } from '../ranges.ts';
import { type NpsCounts, npsMoments } from './nps-counts.ts';

/** A Net Promoter Score with its interval, in points (−100 … 100). */
export interface NpsInterval {
  /** the plain score: % promoters − % detractors; what to show as the headline */
  nps: number;
  /** middle of the interval; pulled a little towards 0 by the pseudo-answers, so not equal to `nps` */
  centre: number;
  low: number;
  high: number;
  /** answers counted, before any pseudo-answer */
  n: number;
  /** true when an end had to be cut at −100 or 100 */
  clamped: boolean;
}

/**
 * Net Promoter Score with the adjusted Wald interval: three pseudo-answers (¾ detractor, 1½ passive, ¾ promoter)
 * are added before the usual normal interval. It keeps its promise (exact coverage 92.5–97 % at nominal 95 %) from
 * about 10 answers, where the plain interval falls to 86–90 %, and has a width also when all answers are equal.
 *
 * @param counts       numbers ≥ 0
 * @param confidence   share strictly between 0 and 1 (default 0.95)
 * @param designEffect how many times larger weighting or clustering makes the variance (default 1)
 * @returns score and interval in points, or null when there are no answers
 * @throws RangeError naming the value, when an input is outside these ranges
 *
 * Source: Rocks (2016), "Interval estimation for the Net Promoter Score", The American Statistician 70, 365–372.
 * @example npsInterval({ promoters: 60, passives: 25, detractors: 15 }) // { nps: 45, centre: 43.6893, low: 29.3431, high: 58.0355, n: 100, clamped: false }
 */
export function npsInterval(counts: NpsCounts, confidence = 0.95, designEffect = 1): NpsInterval | null {
  requireOpenShare('confidence', confidence);
  requirePositive('designEffect', designEffect);
  const raw = npsMoments(counts);
  if (raw.n === 0) return null;
  const effective = {
    promoters: counts.promoters / designEffect,
    passives: counts.passives / designEffect,
    detractors: counts.detractors / designEffect,
  };
  const adjusted = npsMoments(effective, 3);
  const half = normalQuantile((1 + confidence) / 2) * Math.sqrt(adjusted.variance / adjusted.n);
  const low = 100 * (adjusted.mean - half);
  const high = 100 * (adjusted.mean + half);
  return {
    nps: 100 * raw.mean,
    centre: 100 * adjusted.mean,
    low: Math.max(-100, low),
    high: Math.min(100, high),
    n: raw.n,
    clamped: low < -100 || high > 100,
  };
}
