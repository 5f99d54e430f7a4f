/**
 * Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi rotations: slow but exact, for up to about 100 rows.
 *
 * @param matrix n × n, symmetric; left as it is
 * @returns values in falling order, and vectors[k] the unit eigenvector of values[k]
 * Source: Golub & Van Loan (2013), "Matrix Computations", section 8.5.
 */
export function symmetricEigen(matrix: readonly ArrayLike<number>[]): {
  values: number[];
  vectors: Float64Array[];
} {
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const v = a.map((_, i) => Float64Array.from({ length: n }, (_unused, j) => Number(i === j)));
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    let diagonal = 0;
    for (let i = 0; i < n; i++) {
      diagonal += a[i]![i]! ** 2;
      for (let j = 0; j < i; j++) off += a[i]![j]! ** 2;
    }
    if (off <= 1e-32 * diagonal) break;
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, v, p, q);
  }
  const order = a.map((_, k) => k).sort((x, y) => a[y]![y]! - a[x]![x]!);
  return {
    values: order.map((k) => a[k]![k]!),
    vectors: order.map((k) => Float64Array.from(v, (row) => row[k]!)),
  };
}

/** Makes a[p][q] zero. */
function rotate(a: Float64Array[], v: Float64Array[], p: number, q: number): void {
  const apq = a[p]![q]!;
  if (apq === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const row = a[k]!;
    const left = row[p]!;
    const right = row[q]!;
    row[p] = c * left - s * right;
    row[q] = s * left + c * right;
  }
  const top = a[p]!;
  const bottom = a[q]!;
  for (let k = 0; k < a.length; k++) {
    const left = top[k]!;
    const right = bottom[k]!;
    top[k] = c * left - s * right;
    bottom[k] = s * left + c * right;
    const vector = v[k]!;
    const x = vector[p]!;
    vector[p] = c * x - s * vector[q]!;
    vector[q] = s * x + c * vector[q]!;
  }
}
