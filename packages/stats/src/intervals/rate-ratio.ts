import { betaQuantile } from '../distributions/beta.ts';
import { binomialAtLeast, binomialCdf } from '../distributions/binomial.ts';
import { requireOpenShare, requirePositive, requireWhole } from '../ranges.ts';

/** Ratio of two event rates, second over first. */
export interface RateRatio {
  /** 0 … Infinity; null when neither group had an event */
  ratio: number | null;
  low: number;
  high: number;
  /** two-sided, exact */
  p: number;
}

/**
 * Compares how often something happens in two groups or periods (tickets per 100 orders, complaints per week), second
 * over first. Exact for Poisson counts, however few.
 *
 * @param events1   whole number ≥ 0
 * @param exposure1 orders, customers, days … in which they happened, > 0
 * @param events2   whole number ≥ 0
 * @param exposure2 the same unit, > 0
 * @param confidence share strictly between 0 and 1 (default 0.95)
 * @returns ratio with interval (0 or Infinity where there is no bound) and p-value
 * @throws RangeError naming the value outside its range
 *
 * Source: Przyborowski & Wilenski (1940), Biometrika 31, 313–323 (the conditional binomial test); Clopper–Pearson
 * ends.
 * @example rateRatio(20, 100, 45, 100) // { ratio: 2.25, low: 1.3016, high: 4.0224, p: 0.002626 }
 */
export function rateRatio(
  events1: number,
  exposure1: number,
  events2: number,
  exposure2: number,
  confidence = 0.95,
): RateRatio {
  requireWhole('events1', events1);
  requireWhole('events2', events2);
  requirePositive('exposure1', exposure1);
  requirePositive('exposure2', exposure2);
  requireOpenShare('confidence', confidence);
  const total = events1 + events2;
  if (total === 0) return { ratio: null, low: 0, high: Infinity, p: 1 };
  const tail = (1 - confidence) / 2;
  const share = exposure2 / (exposure1 + exposure2);
  const toRatio = (s: number) => (s / (1 - s)) * (exposure1 / exposure2);
  const low = events2 === 0 ? 0 : toRatio(betaQuantile(tail, events2, events1 + 1));
  const high = events1 === 0 ? Infinity : toRatio(betaQuantile(1 - tail, events2 + 1, events1));
  const p = 2 * Math.min(binomialCdf(events2, total, share), binomialAtLeast(events2, total, share));
  return { ratio: events2 / exposure2 / (events1 / exposure1), low, high, p: Math.min(1, p) };
}
