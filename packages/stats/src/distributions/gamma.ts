import { requireOpenShare, requirePositive } from '../ranges.ts';
import { incompleteGamma } from '../special/incomplete-gamma.ts';
import { logGamma } from '../special/log-gamma.ts';
import { solveLogTail } from '../special/solve-log-tail.ts';
import { normalQuantile } from './normal.ts';

/**
 * Probability that a gamma value with this shape and scale 1 is at most x: P(shape, x).
 *
 * @param x     number; below 0 gives 0
 * @param shape number > 0
 * @returns probability in [0, 1], relative error about 1e-13 also far below
 * @example gammaCdf(2, 3) // 0.3233235838
 */
export function gammaCdf(x: number, shape: number): number {
  requirePositive('shape', shape);
  return incompleteGamma(shape, x).lower;
}

/**
 * Probability that a gamma value with this shape and scale 1 is above x: Q(shape, x).
 *
 * @param x     number
 * @param shape number > 0
 * @returns probability in [0, 1], relative error about 1e-13 also far out
 * @example gammaUpperTail(100, 0.5) // 2.0884875837625446e-45
 */
export function gammaUpperTail(x: number, shape: number): number {
  requirePositive('shape', shape);
  return incompleteGamma(shape, x).upper;
}

/** Logarithms beyond it have no value. */
const bound = 740;

/**
 * Gamma quantile: the x with P(shape, x) = p, scale 1.
 *
 * @param p     share strictly between 0 and 1
 * @param shape number > 0
 * @returns x > 0 (0 where it underflows), relative error about 1e-12
 * @throws RangeError naming the value outside these ranges
 * Source: Halley's method on the logarithm of the nearer tail; start by Wilson & Hilferty (1931).
 * @example gammaQuantile(0.95, 2.5) // 5.5352488
 */
export function gammaQuantile(p: number, shape: number): number {
  requireOpenShare('p', p);
  requirePositive('shape', shape);
  const lowerSide = p <= 0.5;
  const tail = (u: number): [number, number, number] => {
    const x = Math.exp(u);
    const { lower, upper, term } = incompleteGamma(shape, x);
    const density = term * shape;
    const bend = shape - x;
    return lowerSide ? [Math.log(lower), density / lower, bend] : [Math.log(upper), -density / upper, bend];
  };
  const cube = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape));
  let start = Math.log(shape) + 3 * Math.log(cube);
  let bottom = -bound;
  if (!(cube > 0.3 && shape > 0.5)) {
    // x ≥ (p·Γ(shape + 1))^(1/shape), and nearly so in the lower tail.
    start = (Math.log(p) + logGamma(shape + 1)) / shape;
    if (start < -700) return Math.exp(start);
    bottom = Math.min(start, Math.log(shape)) - 2e-9;
  }
  const target = lowerSide ? Math.log(p) : Math.log1p(-p);
  return Math.exp(
    solveLogTail(
      tail,
      lowerSide,
      target,
      start,
      bottom,
      Math.log(shape + 1500 + 60 * Math.sqrt(shape)),
      1 / Math.sqrt(shape),
    ),
  );
}
