import { normalUpperTail } from '../distributions/normal.ts';
import { leastSquares } from '../linear/least-squares.ts';

/** Difference of two groups' means, given what is known of both from before. */
export interface AdjustedDifference {
  /** second minus first, at equal covariates */
  difference: number;
  low: number;
  high: number;
  standardError: number;
  /** two-sided */
  p: number;
  /** means of the groups as they are, not adjusted */
  means: [first: number, second: number];
  n: [first: number, second: number];
}

/**
 * How far two groups' outcomes lie apart once what was known of their members before is held equal: least squares of
 * the outcome on membership and covariates, with errors that may differ from row to row (HC1).
 *
 * It is an association: what nobody recorded is not held equal.
 *
 * @param second     n marks, 1 for members of the second group, 0 for the first
 * @param outcome    n finite numbers; for a share 0 and 1
 * @param covariates columns of n finite numbers each; a column without spread is left out
 * @returns null when a group has fewer than 2 rows, the covariates tell the groups apart completely, or nothing varies
 * @throws RangeError when lengths differ
 *
 * Source: White (1980), Econometrica 48, 817–838; MacKinnon & White (1985), Journal of Econometrics 29 (HC1).
 * @example adjustedDifference([0, 0, 0, 1, 1, 1], [1, 2, 3, 4, 5, 6], [])?.difference // 3.0
 */
export function adjustedDifference(
  second: ArrayLike<number>,
  outcome: ArrayLike<number>,
  covariates: readonly ArrayLike<number>[],
): AdjustedDifference | null {
  const n = second.length;
  for (const column of [outcome, ...covariates]) {
    if (column.length !== n) throw new RangeError(`a column has ${column.length} rows, the groups ${n}`);
  }
  const sizes: [number, number] = [0, 0];
  const sums: [number, number] = [0, 0];
  for (let i = 0; i < n; i++) {
    const group = second[i] ? 1 : 0;
    sizes[group] += 1;
    sums[group] += outcome[i]!;
  }
  if (Math.min(...sizes) < 2) return null;
  const varying = covariates.filter((column) => varies(column));
  const rows = Array.from({ length: n }, (_, i) =>
    Float64Array.from([1, second[i] ? 1 : 0, ...varying.map((column) => column[i]!)]),
  );
  const fit = leastSquares(rows, outcome);
  if (!fit || fit.df < 1) return null;
  const weights = fit.inverse[1]!;
  let square = 0;
  for (let i = 0; i < n; i++) {
    let lever = 0;
    for (let j = 0; j < weights.length; j++) lever += weights[j]! * rows[i]![j]!;
    square += (lever * fit.residuals[i]!) ** 2;
  }
  const standardError = Math.sqrt((square * n) / fit.df);
  if (!(standardError > 0)) return null;
  const difference = fit.coefficients[1]!;
  const half = 1.959963984540054 * standardError;
  return {
    ...{ difference, low: difference - half, high: difference + half, standardError },
    p: Math.min(1, 2 * normalUpperTail(Math.abs(difference) / standardError)),
    means: [sums[0] / sizes[0], sums[1] / sizes[1]],
    n: sizes,
  };
}

function varies(column: ArrayLike<number>): boolean {
  for (let i = 1; i < column.length; i++) if (column[i] !== column[0]) return true;
  return false;
}
