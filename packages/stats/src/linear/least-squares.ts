/** A linear regression. */
export interface LeastSquares {
  /** one per column of x */
  coefficients: Float64Array;
  residuals: Float64Array;
  /** weighted residual sum of squares */
  rss: number;
  /** (XᵀWX)⁻¹, p × p */
  inverse: Float64Array[];
  /** n − p */
  df: number;
}

/**
 * Least squares by Householder's QR, which keeps twice the digits of the normal equations.
 *
 * @param x       n rows of p numbers; put a column of ones in for the intercept
 * @param y       n numbers
 * @param weights n numbers > 0 (default: all 1)
 * @returns null when there are fewer rows than columns or a column is a combination of others
 * @throws RangeError when lengths differ
 * Source: Golub & Van Loan (2013), "Matrix Computations", section 5.3.
 * @example leastSquares([[1, 0], [1, 1], [1, 2]], [1, 3, 5])?.coefficients[1] // 2.0
 */
export function leastSquares(
  x: readonly ArrayLike<number>[],
  y: ArrayLike<number>,
  weights?: ArrayLike<number>,
): LeastSquares | null {
  const n = x.length;
  const p = x[0]?.length ?? 0;
  if (y.length !== n || (weights && weights.length !== n)) {
    throw new RangeError(
      `x has ${n} rows, y ${y.length}${weights ? `, weights ${weights.length}` : ''}: not the same`,
    );
  }
  if (n < p || p === 0) return null;
  const root = (i: number) => (weights ? Math.sqrt(weights[i]!) : 1);
  const columns = Array.from({ length: p }, (_, j) => Float64Array.from(x, (row, i) => row[j]! * root(i)));
  const target = Float64Array.from({ length: n }, (_, i) => y[i]! * root(i));
  const diagonal = triangularise(columns, target);
  if (!diagonal) return null;
  const coefficients = new Float64Array(p);
  for (let i = p - 1; i >= 0; i--) {
    let sum = target[i]!;
    for (let j = i + 1; j < p; j++) sum -= columns[j]![i]! * coefficients[j]!;
    coefficients[i] = sum / diagonal[i]!;
  }
  const residuals = Float64Array.from(x, (row, i) => {
    let fitted = 0;
    for (let j = 0; j < p; j++) fitted += row[j]! * coefficients[j]!;
    return y[i]! - fitted;
  });
  const rss = residuals.reduce((sum, r, i) => sum + r * r * (weights ? weights[i]! : 1), 0);
  return { coefficients, residuals, rss, inverse: inverseFrom(columns, diagonal), df: n - p };
}

/** Turns columns into R (above the diagonal) in place and applies Qᵀ to target; returns R's diagonal. */
function triangularise(columns: Float64Array[], target: Float64Array): Float64Array | null {
  const n = target.length;
  const p = columns.length;
  const diagonal = new Float64Array(p);
  const sizes = columns.map((column) => Math.sqrt(column.reduce((sum, value) => sum + value * value, 0)));
  for (let j = 0; j < p; j++) {
    const column = columns[j]!;
    let square = 0;
    for (let i = j; i < n; i++) square += column[i]! ** 2;
    const norm = Math.sqrt(square);
    if (!(norm > 1e-11 * sizes[j]!)) return null;
    const alpha = column[j]! > 0 ? -norm : norm;
    diagonal[j] = alpha;
    const head = column[j]! - alpha;
    const scale = 1 / (alpha * head);
    for (const other of [...columns.slice(j + 1), target]) {
      let dot = head * other[j]!;
      for (let i = j + 1; i < n; i++) dot += column[i]! * other[i]!;
      const factor = dot * scale;
      other[j]! += factor * head;
      for (let i = j + 1; i < n; i++) other[i]! += factor * column[i]!;
    }
  }
  return diagonal;
}

/** (RᵀR)⁻¹. */
function inverseFrom(columns: Float64Array[], diagonal: Float64Array): Float64Array[] {
  const p = columns.length;
  const r = Array.from({ length: p }, () => new Float64Array(p));
  for (let column = 0; column < p; column++) {
    for (let i = column; i >= 0; i--) {
      let sum = Number(i === column);
      for (let k = i + 1; k <= column; k++) sum -= columns[k]![i]! * r[k]![column]!;
      r[i]![column] = sum / diagonal[i]!;
    }
  }
  return r.map((row, i) =>
    Float64Array.from(r, (other, j) => {
      let sum = 0;
      for (let k = Math.max(i, j); k < p; k++) sum += row[k]! * other[k]!;
      return sum;
    }),
  );
}
