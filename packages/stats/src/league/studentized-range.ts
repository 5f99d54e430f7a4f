import { normalCdf } from '../distributions/normal.ts';
import { requireOpenShare, requireWhole } from '../ranges.ts';

/**
 * Probability that the range of k independent standard normal values is above q: Tukey's studentised range with known
 * variances.
 *
 * @param q number; 0 or less gives 1
 * @param k whole number ≥ 2
 * @returns probability in [0, 1], absolute error about 1e-13
 * Source: Tukey (1953); the integral k·∫φ(z)·(Φ(z) − Φ(z − q))^(k−1) dz by the trapezoidal rule.
 * @example studentizedRangeUpperTail(3.314493, 3) // 0.05
 */
export function studentizedRangeUpperTail(q: number, k: number): number {
  requireWhole('k', k, 2);
  if (!(q > 0)) return 1;
  const step = 1 / 16;
  let sum = 0;
  for (let z = -8.5; z <= 8.5 + q; z += step) {
    const density = Math.exp(-0.5 * z * z) * 0.3989422804014327;
    if (density === 0) break;
    sum += density * (normalCdf(z) - normalCdf(z - q)) ** (k - 1);
  }
  return Math.min(1, Math.max(0, 1 - k * sum * step));
}

/**
 * The range that k independent standard normal values exceed with probability 1 − confidence.
 *
 * @param confidence share strictly between 0 and 1
 * @param k          whole number ≥ 2
 * Source: false position (Illinois rule) on the logarithm of the tail.
 * @example studentizedRangeQuantile(0.95, 3) // 3.314493
 */
export function studentizedRangeQuantile(confidence: number, k: number): number {
  requireOpenShare('confidence', confidence);
  requireWhole('k', k, 2);
  const target = Math.log(1 - confidence);
  const gap = (q: number) => Math.log(Math.max(studentizedRangeUpperTail(q, k), 1e-15)) - target;
  let low = 0;
  let high = 12;
  let gapLow = -target;
  let gapHigh = gap(high);
  for (let i = 0; i < 60 && high - low > 1e-12; i++) {
    const next = low + ((high - low) * gapLow) / (gapLow - gapHigh);
    const gapNext = gap(next);
    if (Math.abs(gapNext) < 1e-13) return next;
    if (gapNext > 0) {
      low = next;
      gapLow = gapNext;
      gapHigh /= 2;
    } else {
      high = next;
      gapHigh = gapNext;
      gapLow /= 2;
    }
  }
  return (low + high) / 2;
}
