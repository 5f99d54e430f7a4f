import { deviancePart } from './deviance-part.ts';
import { logGammaOnePlus, stirlingRemainder } from './log-gamma.ts';

const TWO_PI = 2 * Math.PI;
const MAX_STEPS = 1_000_000;

/** x^a·e^−x/Γ(a + 1): the term that both expansions share, without overflow or cancellation. */
export function gammaTerm(a: number, x: number): number {
  if (x === 0) return 0;
  if (a < 0.5) return Math.exp(a * Math.log(x) - x - logGammaOnePlus(a));
  // Where both are small the plain logarithm is as exact and quicker.
  const deviance = a + x < 200 ? a * Math.log(a / x) + x - a : deviancePart(a, x);
  return Math.exp(-stirlingRemainder(a) - deviance) / Math.sqrt(TWO_PI * a);
}

function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < MAX_STEPS; k++) {
    term *= x / (a + k);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum;
}

/** Upper tail for small x and a, where 1 − lower would lose digits. */
function upperForSmallShape(a: number, x: number): number {
  let term = 1;
  let sum = 0;
  for (let k = 1; k < 200; k++) {
    term *= -x / k;
    const part = (a * term) / (a + k);
    sum += part;
    if (Math.abs(part) < 1e-20 * a) break;
  }
  const logPower = a * Math.log(x) - logGammaOnePlus(a);
  return -Math.expm1(logPower) - Math.exp(logPower) * sum;
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < MAX_STEPS; k++) {
    const an = -k * (k - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < 1e-300) d = 1e-300;
    c = b + an / c;
    if (Math.abs(c) < 1e-300) c = 1e-300;
    d = 1 / d;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 3e-16) break;
  }
  return a * h;
}

/**
 * Both tails of the regularised incomplete gamma function: P(a, x) and Q(a, x) = 1 − P(a, x), each with its own
 * relative precision (about 1e-13), so that neither is found by subtracting from one where it is small.
 *
 * @param a shape, number > 0
 * @param x number ≥ 0, may be Infinity
 * @returns lower P(a, x) and upper Q(a, x), each in [0, 1], and `term`, see `gammaTerm`
 * Source: Abramowitz & Stegun 6.5.29 (series) and 6.5.31 (continued fraction, by Lentz's method).
 */
export function incompleteGamma(a: number, x: number): { lower: number; upper: number; term: number } {
  if (x <= 0) return { lower: 0, upper: 1, term: 0 };
  if (x === Infinity) return { lower: 1, upper: 0, term: 0 };
  const term = gammaTerm(a, x);
  if (x < a + 1) {
    const lower = term * lowerSeries(a, x);
    return { lower, upper: a < 1 && x < 2 ? upperForSmallShape(a, x) : 1 - lower, term };
  }
  const upper = term * upperFraction(a, x);
  return { lower: 1 - upper, upper, term };
}
