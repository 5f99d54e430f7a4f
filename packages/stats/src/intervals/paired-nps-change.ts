import { normalQuantile, normalUpperTail } from '../distributions/normal.ts';
import { requireOpenShare, requireWhole } from '../ranges.ts';

/** Change of the score of the same people asked twice, in points. */
export interface PairedNpsChange {
  /** −200 … 200 */
  change: number;
  standardError: number;
  z: number;
  /** two-sided */
  p: number;
  low: number;
  high: number;
  n: number;
  /** people who moved up, and down */
  up: number;
  down: number;
}

/**
 * How the Net Promoter Score of the same people has changed: each counts with their own step (−2 … 2 classes), so that
 * what stays the same about them cancels. Like McNemar's test; z is his where nobody moves two classes.
 *
 * @param moves      3 × 3 counts, whole numbers ≥ 0: rows are detractor, passive, promoter before; columns after
 * @param confidence share strictly between 0 and 1 (default 0.95)
 * @returns null without people. The interval adds one person to each of a step up and down, so that it is not empty
 * when nobody moves
 * @throws RangeError when a count is no whole number
 * Source: McNemar (1947), Psychometrika 12, 153–157; adjusted interval: Agresti & Min (2005), Statistics in Medicine 24.
 * @example pairedNpsChange([[10, 5, 0], [2, 20, 9], [0, 3, 30]])?.change // 11.3924
 */
export function pairedNpsChange(
  moves: readonly (readonly number[])[],
  confidence = 0.95,
): PairedNpsChange | null {
  requireOpenShare('confidence', confidence);
  let [n, up, down, sum, squares] = [0, 0, 0, 0, 0];
  moves.forEach((row, before) => {
    row.forEach((count, after) => {
      requireWhole('count', count);
      const step = after - before;
      n += count;
      up += step > 0 ? count : 0;
      down += step < 0 ? count : 0;
      sum += count * step;
      squares += count * step * step;
    });
  });
  if (n === 0) return null;
  const standardError = (100 * Math.sqrt(Math.max(0, squares - (sum * sum) / n))) / n;
  const z = squares > 0 ? sum / Math.sqrt(squares) : 0;
  const [people, steps] = [n + 2, squares + 2];
  const half =
    (100 * normalQuantile((1 + confidence) / 2) * Math.sqrt(steps - (sum * sum) / people)) / people;
  const middle = (100 * sum) / people;
  return {
    change: (100 * sum) / n,
    standardError,
    z,
    p: Math.min(1, 2 * normalUpperTail(Math.abs(z))),
    low: Math.max(-200, middle - half),
    high: Math.min(200, middle + half),
    n,
    up,
    down,
  };
}
