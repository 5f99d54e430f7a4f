/**
 * Columns on one scale: mean 0, standard deviation 1 (n − 1). A column without spread becomes 0.
 *
 * @param points n rows of finite numbers
 * @example standardise([[1], [2], [3]]).map((row) => row[0]) // [-1.0, 0, 1.0]
 */
export function standardise(points: readonly ArrayLike<number>[]): Float64Array[] {
  const n = points.length;
  const p = points[0]?.length ?? 0;
  const out = points.map((row) => Float64Array.from(row));
  for (let j = 0; j < p; j++) {
    const mean = out.reduce((sum, row) => sum + row[j]!, 0) / n;
    const squares = out.reduce((sum, row) => sum + (row[j]! - mean) ** 2, 0);
    const spread = Math.sqrt(squares / Math.max(1, n - 1));
    for (const row of out) row[j] = spread > 0 ? (row[j]! - mean) / spread : 0;
  }
  return out;
}
