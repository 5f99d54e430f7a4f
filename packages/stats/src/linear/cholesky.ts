/**
 * Cholesky factor L of a symmetric positive definite matrix, A = L·Lᵀ.
 *
 * @param matrix n × n; its lower half is read
 * @returns lower triangle, or null when the matrix is not positive definite
 * Source: Golub & Van Loan (2013), "Matrix Computations", section 4.2.
 */
export function cholesky(matrix: readonly ArrayLike<number>[]): Float64Array[] | null {
  const n = matrix.length;
  const l = Array.from({ length: n }, () => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    const row = l[i]!;
    for (let j = 0; j <= i; j++) {
      const other = l[j]!;
      let sum = matrix[i]![j]!;
      for (let k = 0; k < j; k++) sum -= row[k]! * other[k]!;
      if (i === j) {
        if (!(sum > 1e-13 * Math.abs(matrix[i]![i]!))) return null;
        row[i] = Math.sqrt(sum);
      } else {
        row[j] = sum / other[j]!;
      }
    }
  }
  return l;
}

/**
 * Inverse of a symmetric positive definite matrix, through its Cholesky factor.
 *
 * @returns n × n, or null when the matrix is not positive definite
 */
export function inverseOfPositive(matrix: readonly ArrayLike<number>[]): Float64Array[] | null {
  const l = cholesky(matrix);
  if (!l) return null;
  const n = l.length;
  const inverse = l.map(() => new Float64Array(n));
  for (let column = 0; column < n; column++) {
    const x = new Float64Array(n);
    for (let i = column; i < n; i++) {
      let sum = Number(i === column);
      for (let k = column; k < i; k++) sum -= l[i]![k]! * x[k]!;
      x[i] = sum / l[i]![i]!;
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = x[i]!;
      for (let k = i + 1; k < n; k++) sum -= l[k]![i]! * inverse[k]![column]!;
      inverse[i]![column] = sum / l[i]![i]!;
    }
  }
  return inverse;
}
