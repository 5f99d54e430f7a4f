import { normalCdf } from '../distributions/normal.ts';
import { solveLinear } from '../linear/solve.ts';
import { requireFinite, requireNonNegative, requirePositive } from '../ranges.ts';

const STATES = 200;

/** Mean run length of the upper sum alone. */
function oneSided(k: number, h: number, shift: number): number {
  const width = (2 * h) / (2 * STATES - 1);
  const rows = Array.from({ length: STATES }, (_, i) => {
    const from = i * width - k + shift;
    const row = new Float64Array(STATES);
    row[0] = normalCdf(width / 2 - from);
    for (let j = 1; j < STATES; j++) {
      row[j] = normalCdf((j + 0.5) * width - from) - normalCdf((j - 0.5) * width - from);
    }
    return row.map((p, j) => (i === j ? 1 : 0) - p);
  });
  return solveLinear(rows, new Float64Array(STATES).fill(1))?.[0] ?? Infinity;
}

/**
 * Average number of values until a two-sided CUSUM signals (ARL), for independent normal values.
 *
 * @param k     allowance in standard deviations, ≥ 0
 * @param h     limit in standard deviations, > 0
 * @param shift true shift of the mean in standard deviations (default 0: the run length between false signals)
 * @returns number of values, about 1 % exact where it is below 10⁶
 * @throws RangeError naming the value outside its range
 *
 * Source: Brook & Evans (1972), Biometrika 59, 539–549 (Markov chain of 200 states); the two sides combine as
 * 1/ARL = 1/ARL⁺ + 1/ARL⁻ (van Dobben de Bruyn 1968).
 * @example cusumRunLength(0.5, 4) // 167.7
 */
export function cusumRunLength(k: number, h: number, shift = 0): number {
  requireNonNegative('k', k);
  requirePositive('h', h);
  requireFinite('shift', shift);
  return 1 / (1 / oneSided(k, h, shift) + 1 / oneSided(k, h, -shift));
}
