import { deviancePart } from './deviance-part.ts';
import { logBeta } from './log-beta.ts';
import { stirlingRemainder } from './log-gamma.ts';

const TWO_PI = 2 * Math.PI;
const MAX_STEPS = 1_000_000;

/** x^a·y^b/B(a, b), with y = 1 − x given apart so that neither end loses digits. */
export function betaTerm(a: number, b: number, x: number, y: number): number {
  if (a < 1 || b < 1) return Math.exp(a * Math.log(x) + b * Math.log(y) - logBeta(a, b));
  const n = a + b;
  const exponent =
    stirlingRemainder(n) -
    stirlingRemainder(a) -
    stirlingRemainder(b) -
    deviancePart(a, n * x) -
    deviancePart(b, n * y);
  return Math.exp(exponent) * Math.sqrt((a * b) / (n * TWO_PI));
}

function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  if (Math.abs(d) < 1e-300) d = 1e-300;
  d = 1 / d;
  let h = d;
  for (let m = 1; m < MAX_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    if (Math.abs(d) < 1e-300) d = 1e-300;
    c = 1 + even / c;
    if (Math.abs(c) < 1e-300) c = 1e-300;
    d = 1 / d;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    if (Math.abs(d) < 1e-300) d = 1e-300;
    c = 1 + odd / c;
    if (Math.abs(c) < 1e-300) c = 1e-300;
    d = 1 / d;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 3e-16) break;
  }
  return h;
}

/**
 * Both tails of the regularised incomplete beta function: lower I_x(a, b) and upper 1 − I_x(a, b), each with its own
 * relative precision (about 1e-13 for shapes from 0.1 to 1e6).
 *
 * @param a first shape, number > 0
 * @param b second shape, number > 0
 * @param x share in [0, 1]
 * @param y 1 − x, given apart where it is known more exactly than by subtraction
 * @returns lower and upper, each in [0, 1]
 * Source: continued fraction of Didonato & Morris (1992), ACM TOMS 18, 360–373, by Lentz's method.
 */
export function incompleteBeta(a: number, b: number, x: number, y = 1 - x): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const term = betaTerm(a, b, x, y);
  const fromBelow = () => (term * fraction(a, b, x)) / a;
  const fromAbove = () => (term * fraction(b, a, y)) / b;
  if (x < (a + 1) / (a + b + 2)) {
    const lower = fromBelow();
    return { lower, upper: lower > 0.9 ? fromAbove() : 1 - lower };
  }
  const upper = fromAbove();
  return { lower: upper > 0.9 ? fromBelow() : 1 - upper, upper };
}
