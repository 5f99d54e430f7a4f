import { requireOpenShare, requirePositive } from '../ranges.ts';
import { incompleteBeta } from '../special/incomplete-beta.ts';
import { betaQuantile } from './beta.ts';
import { normalQuantile } from './normal.ts';

/** P(T > |t|). */
function upperHalf(t: number, df: number): number {
  const square = t * t;
  if (square === Infinity) return 0;
  const x = df / (df + square);
  return incompleteBeta(df / 2, 0.5, x, square / (df + square)).lower / 2;
}

/**
 * Probability that a Student t value is at most t.
 *
 * @param t  any number
 * @param df degrees of freedom, number > 0 (need not be whole)
 * @returns probability in [0, 1], with full relative precision in the lower tail
 * @example studentTCdf(2, 5) // 0.9490302605850709
 */
export function studentTCdf(t: number, df: number): number {
  requirePositive('df', df);
  return t < 0 ? upperHalf(t, df) : 1 - upperHalf(t, df);
}

/**
 * Probability that a Student t value is above t; twice that of |t| is the two-sided p-value.
 *
 * @param t  any number
 * @param df degrees of freedom, number > 0
 * @example studentTUpperTail(40, 10) // 1.140428871542874e-12
 */
export function studentTUpperTail(t: number, df: number): number {
  return studentTCdf(-t, df);
}

/**
 * Student t quantile: the t with P(T ≤ t) = p.
 *
 * @param p  share strictly between 0 and 1
 * @param df degrees of freedom, number > 0
 * @throws RangeError naming the value outside these ranges
 * Source: through the beta quantile (Abramowitz & Stegun 26.5.27).
 * @example studentTQuantile(0.975, 9) // 2.262157162798205
 */
export function studentTQuantile(p: number, df: number): number {
  requireOpenShare('p', p);
  requirePositive('df', df);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const t =
    fromExpansion(tail, df) ??
    (tail > 0.25
      ? fromCentre(1 - 2 * tail, df)
      : Math.sqrt(df * (1 / betaQuantile(2 * tail, df / 2, 0.5) - 1)));
  return p < 0.5 ? -t : t;
}

/** Cornish and Fisher's expansion around the normal quantile, then Newton's method on the logarithm of the tail. */
function fromExpansion(tail: number, df: number): number | null {
  if (df < 2 || tail > 0.45) return null;
  const z = -normalQuantile(tail);
  const s = z * z;
  if (s > 3 * df) return null;
  let t =
    z +
    (z * (s + 1)) / (4 * df) +
    (z * (s * (5 * s + 16) + 3)) / (96 * df * df) +
    (z * (s * (s * (3 * s + 19) + 17) - 15)) / (384 * df ** 3);
  for (let step = 0; step < 8; step++) {
    const square = t * t;
    const { lower, term } = incompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square));
    const move = (Math.log(lower / (2 * tail)) * lower) / (2 * term);
    t *= 1 + move;
    if (!(Math.abs(move) < 0.5)) return null;
    if (Math.abs(move) < 1e-8) return t;
  }
  return null;
}

/** Near the middle the share of t² in df + t² is small, so solve for that share instead. */
function fromCentre(central: number, df: number): number {
  const share = betaQuantile(central, 0.5, df / 2);
  return Math.sqrt((df * share) / (1 - share));
}
