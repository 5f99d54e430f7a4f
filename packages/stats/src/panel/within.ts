/**
 * Takes group means (and time means) out of a column, so that only what moves inside a place remains.
 *
 * @param column n numbers
 * @param factors one or two lists of n whole numbers ≥ 0: place, and time if common shocks are to be taken out too
 * @returns the column without these means; with two factors by alternating until nothing moves, exact also where
 * periods are missing
 * Source: Guimarães & Portugal (2010), The Stata Journal 10, 628–649.
 */
export function within(column: ArrayLike<number>, factors: readonly (readonly number[])[]): Float64Array {
  const out = Float64Array.from(column);
  const scale = Math.sqrt(out.reduce((sum, value) => sum + value * value, 0) / Math.max(1, out.length)) || 1;
  for (let round = 0; round < (factors.length > 1 ? 2000 : 1); round++) {
    let moved = 0;
    for (const factor of factors) moved = Math.max(moved, sweep(out, factor));
    if (moved < 1e-14 * scale) break;
  }
  return out;
}

function sweep(column: Float64Array, factor: readonly number[]): number {
  const sums = new Map<number, { sum: number; n: number }>();
  for (let i = 0; i < column.length; i++) {
    const cell = sums.get(factor[i]!) ?? { sum: 0, n: 0 };
    cell.sum += column[i]!;
    cell.n += 1;
    sums.set(factor[i]!, cell);
  }
  let moved = 0;
  for (let i = 0; i < column.length; i++) {
    const { sum, n } = sums.get(factor[i]!)!;
    moved = Math.max(moved, Math.abs(sum / n));
    column[i]! -= sum / n;
  }
  return moved;
}
