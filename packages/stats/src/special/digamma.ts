import { requirePositive } from '../ranges.ts';

/**
 * Digamma: the derivative of log Γ.
 *
 * @param x number > 0
 * @throws RangeError naming x when it is not a finite number above 0
 * Source: recurrence to x ≥ 12, then the asymptotic series (Abramowitz & Stegun 6.3.18).
 * @example digamma(1) // -0.5772156649015329
 */
export function digamma(x: number): number {
  requirePositive('x', x);
  let value = 0;
  let at = x;
  while (at < 12) {
    value -= 1 / at;
    at += 1;
  }
  const s = 1 / (at * at);
  const series =
    s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - (s * 691) / 32760)))));
  return value + Math.log(at) - 0.5 / at - series;
}

/**
 * Trigamma: the second derivative of log Γ.
 *
 * @param x number > 0
 * @throws RangeError naming x when it is not a finite number above 0
 * Source: recurrence to x ≥ 12, then the asymptotic series (Abramowitz & Stegun 6.4.12).
 * @example trigamma(1) // 1.6449340668482264
 */
export function trigamma(x: number): number {
  requirePositive('x', x);
  let value = 0;
  let at = x;
  while (at < 12) {
    value += 1 / (at * at);
    at += 1;
  }
  const s = 1 / (at * at);
  const series =
    1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - s * (5 / 66 - s * (691 / 2730 - (s * 7) / 6)))));
  return value + 1 / at + s / 2 + (s * series) / at;
}
