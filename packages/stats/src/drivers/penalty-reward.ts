import { normalUpperTail } from '../distributions/normal.ts';
import { leastSquares } from '../linear/least-squares.ts';

/** What low and high marks of one attribute go with. */
export interface PenaltyReward {
  name: string;
  /** change of the outcome with a low mark, the others equal; usually below 0 */
  penalty: number;
  /** change with a high mark; usually above 0 */
  reward: number;
  /** two-sided p-value of |penalty| = reward */
  p: number;
  /** basic: missing it hurts more than having it pleases; excitement: the other way; performance: alike */
  kind: 'basic' | 'performance' | 'excitement';
}

/**
 * Penalty–reward contrast: tells what is hygiene and what delights, from ordinary ratings. Each attribute enters one
 * regression twice, as "low mark" and "high mark".
 *
 * @param names   p names
 * @param low     n rows of p: 1 where the attribute got a low mark, else 0
 * @param high    n rows of p: 1 where it got a high mark, else 0
 * @param outcome n finite numbers
 * @returns attributes in the order given; null when low or high marks of one are missing or cannot be separated
 * @throws RangeError when lengths differ
 *
 * Source: Brandt (1987), "A procedure for identifying value-enhancing service components"; Mikulić & Prebežac (2011).
 */
export function penaltyReward(
  names: readonly string[],
  low: readonly ArrayLike<number>[],
  high: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
): PenaltyReward[] | null {
  const p = names.length;
  const rows = low.map((row, i) =>
    Float64Array.from({ length: 1 + 2 * p }, (_, j) =>
      j === 0 ? 1 : j % 2 ? row[(j - 1) / 2]! : high[i]![j / 2 - 1]!,
    ),
  );
  const fit = leastSquares(rows, outcome);
  if (!fit || fit.df < 1) return null;
  const variance = fit.rss / fit.df;
  return names.map((name, index) => {
    const a = 1 + 2 * index;
    const b = a + 1;
    const penalty = fit.coefficients[a]!;
    const reward = fit.coefficients[b]!;
    const spread = variance * (fit.inverse[a]![a]! + fit.inverse[b]![b]! + 2 * fit.inverse[a]![b]!);
    const z = (penalty + reward) / Math.sqrt(spread);
    const pValue = Math.min(1, 2 * normalUpperTail(Math.abs(z)));
    const kind = pValue >= 0.05 ? 'performance' : z < 0 ? 'basic' : 'excitement';
    return { name, penalty, reward, p: pValue, kind };
  });
}
