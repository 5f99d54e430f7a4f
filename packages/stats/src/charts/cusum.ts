import { requireFinite, requireNonNegative, requirePositive } from '../ranges.ts';

/** State of a two-sided CUSUM after one value. */
export interface CusumPoint {
  /** accumulated evidence of a rise and of a fall, ≥ 0, in standard deviations */
  rise: number;
  fall: number;
  signal: 'rise' | 'fall' | null;
}

/**
 * Two-sided CUSUM chart of standardised values: adds up what exceeds the allowance k, and signals at h. Both sums
 * start again at 0 after a signal.
 *
 * It watches one series; for many, false signals add up. See `changeDetector`, which has a budget for all together.
 *
 * @param values standardised: (value − expected)/standard deviation
 * @param k allowance in standard deviations, half the shift to be found (default 0.5)
 * @param h limit in standard deviations (default 5; one false signal in 465 values)
 * @returns one point per value
 * @throws RangeError naming a value that is not finite
 *
 * Source: Page (1954), "Continuous inspection schemes", Biometrika 41, 100–115.
 * @example cusum([0, 2, 2, 2], 0.5, 4).map((point) => point.rise) // [0, 1.5, 3, 4.5]
 */
export function cusum(values: readonly number[], k = 0.5, h = 5): CusumPoint[] {
  requireNonNegative('k', k);
  requirePositive('h', h);
  let rise = 0;
  let fall = 0;
  return values.map((value) => {
    requireFinite('value', value);
    rise = Math.max(0, rise + value - k);
    fall = Math.max(0, fall - value - k);
    const signal = rise > h ? ('rise' as const) : fall > h ? ('fall' as const) : null;
    const point = { rise, fall, signal };
    if (signal) {
      rise = 0;
      fall = 0;
    }
    return point;
  });
}
