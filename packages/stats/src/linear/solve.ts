/**
 * Solves A·x = b by Gaussian elimination with row exchanges.
 *
 * @param a n × n, row by row; left as it is
 * @param b n numbers; left as it is
 * @returns x, or null when A is singular to working precision
 * Source: Golub & Van Loan (2013), "Matrix Computations", section 3.4.
 */
export function solveLinear(a: readonly ArrayLike<number>[], b: ArrayLike<number>): Float64Array | null {
  const n = b.length;
  const rows = a.map((row) => Float64Array.from(row));
  const x = Float64Array.from(b);
  let largest = 0;
  for (const row of rows) for (const value of row) largest = Math.max(largest, Math.abs(value));
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++) {
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    }
    if (!(Math.abs(rows[pivot]![column]!) > largest * 1e-14)) return null;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    [x[column], x[pivot]] = [x[pivot]!, x[column]!];
    const top = rows[column]!;
    for (let i = column + 1; i < n; i++) {
      const row = rows[i]!;
      const factor = row[column]! / top[column]!;
      if (factor === 0) continue;
      for (let j = column + 1; j < n; j++) row[j]! -= factor * top[j]!;
      x[i]! -= factor * x[column]!;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let j = i + 1; j < n; j++) sum -= rows[i]![j]! * x[j]!;
    x[i] = sum / rows[i]![i]!;
  }
  return x;
}
