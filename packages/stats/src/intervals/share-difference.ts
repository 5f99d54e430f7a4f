import { normalUpperTail } from '../distributions/normal.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** Difference of two independent shares, second minus first. */
export interface ShareDifference {
  /** −1 … 1 */
  difference: number;
  low: number;
  high: number;
  /** standardised difference under the hypothesis that both shares are equal */
  z: number;
  /** two-sided p-value of z */
  p: number;
}

/**
 * Difference of two independent shares (second − first) with an interval that also works for small groups and
 * shares near 0 or 1, and the usual pooled z test.
 *
 * @param successes1 number, 0 … trials1
 * @param trials1    number > 0
 * @param successes2 number, 0 … trials2
 * @param trials2    number > 0
 * @param confidence share strictly between 0 and 1 (default 0.95)
 * @throws RangeError naming the value, when an input is outside these ranges
 *
 * Source: Newcombe (1998), Statistics in Medicine 17, 873–890, method 10 (hybrid score).
 * @example shareDifference(48, 80, 56, 70) // { difference: 0.2, low: 0.0524, high: 0.3339, p: 0.008045 }
 */
export function shareDifference(
  successes1: number,
  trials1: number,
  successes2: number,
  trials2: number,
  confidence = 0.95,
): ShareDifference {
  const [low1, high1] = wilsonInterval(successes1, trials1, confidence);
  const [low2, high2] = wilsonInterval(successes2, trials2, confidence);
  const p1 = successes1 / trials1;
  const p2 = successes2 / trials2;
  const difference = p2 - p1;
  const pooled = (successes1 + successes2) / (trials1 + trials2);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / trials1 + 1 / trials2));
  const z = error > 0 ? difference / error : 0;
  return {
    difference,
    low: difference - Math.hypot(p2 - low2, high1 - p1),
    high: difference + Math.hypot(high2 - p2, p1 - low1),
    z,
    p: Math.min(1, 2 * normalUpperTail(Math.abs(z))),
  };
}
