import type { LeastSquares } from '../linear/least-squares.ts';

/**
 * Small-sample factor of clustered standard errors, which programs do not agree on: 'none' (HC0), 'n' (n/(n − k), R's
 * plm HC1), 'clusters' (G/(G − 1)·(n − 1)/(n − k), Stata's).
 */
export type ClusterFactor = 'none' | 'n' | 'clusters';

/**
 * Covariance of regression coefficients when errors of one cluster (place) go together in any way.
 *
 * @param rows     n rows of k numbers, as in the regression
 * @param fit      the regression
 * @param clusters n cluster numbers; use t with G − 1 degrees of freedom, and mistrust it below about 30 clusters
 * @param factor   small-sample factor (default 'clusters')
 * @returns k × k
 * Source: Liang & Zeger (1986), Biometrika 73, 13–22; Cameron & Miller (2015), Journal of Human Resources 50.
 */
export function clusteredCovariance(
  rows: readonly ArrayLike<number>[],
  fit: LeastSquares,
  clusters: readonly number[],
  factor: ClusterFactor = 'clusters',
): Float64Array[] {
  const k = fit.coefficients.length;
  const scores = new Map<number, Float64Array>();
  rows.forEach((row, i) => {
    const score = scores.get(clusters[i]!) ?? new Float64Array(k);
    for (let j = 0; j < k; j++) score[j]! += row[j]! * fit.residuals[i]!;
    scores.set(clusters[i]!, score);
  });
  const n = rows.length;
  const g = scores.size;
  const scale =
    factor === 'none' ? 1 : factor === 'n' ? n / (n - k) : (g / Math.max(1, g - 1)) * ((n - 1) / (n - k));
  const projected = [...scores.values()].map((score) =>
    Float64Array.from(fit.inverse, (row) => row.reduce((sum, value, j) => sum + value * score[j]!, 0)),
  );
  return fit.inverse.map((_, a) =>
    Float64Array.from({ length: k }, (__, b) => scale * projected.reduce((sum, v) => sum + v[a]! * v[b]!, 0)),
  );
}
