import { requireOpenShare, requirePositive } from '../ranges.ts';
import { incompleteBeta } from '../special/incomplete-beta.ts';
import { logBeta } from '../special/log-beta.ts';
import { solveLogTail } from '../special/solve-log-tail.ts';
import { normalQuantile } from './normal.ts';

/**
 * Probability that a beta(a, b) value is at most x.
 *
 * @param x number; clamped to [0, 1]
 * @param a first shape, number > 0
 * @param b second shape, number > 0
 * @returns probability in [0, 1]
 * @example betaCdf(0.5, 2, 3) // 0.6875
 */
export function betaCdf(x: number, a: number, b: number): number {
  requirePositive('a', a);
  requirePositive('b', b);
  return incompleteBeta(a, b, x).lower;
}

/**
 * Probability that a beta(a, b) value is above x.
 *
 * @param x number; clamped to [0, 1]
 * @param a first shape, number > 0
 * @param b second shape, number > 0
 * @returns probability in [0, 1]
 * @example betaUpperTail(0.5, 2, 3) // 0.3125
 */
export function betaUpperTail(x: number, a: number, b: number): number {
  requirePositive('a', a);
  requirePositive('b', b);
  return incompleteBeta(a, b, x).upper;
}

/** 1/(1 + e^−u), exact at both ends. */
function inverseLogit(u: number): number {
  return u < 0 ? Math.exp(u) / (1 + Math.exp(u)) : 1 / (1 + Math.exp(-u));
}

/**
 * Beta quantile: the x with P(X ≤ x) = p.
 *
 * @param p share strictly between 0 and 1
 * @param a first shape, number > 0
 * @param b second shape, number > 0
 * @returns x in [0, 1], relative error about 1e-12
 * @throws RangeError naming the value outside these ranges
 * Source: Halley's method in logit x on the logarithm of the nearer tail.
 * @example betaQuantile(0.025, 5, 1) // 0.4781762498950184
 */
export function betaQuantile(p: number, a: number, b: number): number {
  requireOpenShare('p', p);
  requirePositive('a', a);
  requirePositive('b', b);
  const lowerSide = p <= 0.5;
  const tail = (u: number): [number, number, number] => {
    const x = inverseLogit(u);
    const y = inverseLogit(-u);
    const { lower, upper, term } = incompleteBeta(a, b, x, y);
    const bend = a * y - b * x;
    return lowerSide ? [Math.log(lower), term / lower, bend] : [Math.log(upper), -term / upper, bend];
  };
  const bound = 740;
  const start = Math.min(Math.max(startingLogit(p, a, b), -bound), bound);
  const target = lowerSide ? Math.log(p) : Math.log1p(-p);
  return inverseLogit(solveLogTail(tail, lowerSide, target, start, -bound, bound, Math.sqrt(1 / a + 1 / b)));
}

/** First guess of logit x: a normal approximation for large shapes, else the leading term of the nearer tail. */
function startingLogit(p: number, a: number, b: number): number {
  if (a > 1 && b > 1) {
    const z = normalQuantile(p);
    const h = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1));
    const l = (z * z - 3) / 6;
    const w = (-z * Math.sqrt(h + l)) / h - (1 / (2 * b - 1) - 1 / (2 * a - 1)) * (l + 5 / 6 - 2 / (3 * h));
    if (Number.isFinite(w)) return Math.log(a / b) - 2 * w;
  }
  const log = logBeta(a, b);
  const centre = Math.log(a / b);
  const fromLow = (Math.log(p) + Math.log(a) + log) / a;
  const fromHigh = -(Math.log1p(-p) + Math.log(b) + log) / b;
  if (fromLow < centre && fromLow < 0) return fromLow;
  return Math.max(fromHigh, centre);
}
