import { studentTQuantile } from '../distributions/student-t.ts';
import { type LeastSquares, leastSquares } from '../linear/least-squares.ts';
import { requireOpenShare } from '../ranges.ts';
import { type ClusterFactor, clusteredCovariance } from './clustered-covariance.ts';
import { within } from './within.ts';

/** Rows of a panel: places observed over periods. */
export interface Panel {
  /** place of each row, whole numbers */
  place: readonly number[];
  /** period of each row; give it to take out what hits all places in the same period */
  period?: readonly number[];
  /** n rows of k regressors */
  x: readonly ArrayLike<number>[];
  y: ArrayLike<number>;
}

/** A regression on what moves inside places. */
export interface FixedEffects {
  coefficients: Float64Array;
  /** as if errors were independent */
  standardErrors: Float64Array;
  /** clustered by place */
  clusteredErrors: Float64Array;
  low: Float64Array;
  high: Float64Array;
  rSquaredWithin: number;
  /** each place's own level, by place number; without period effects only */
  placeEffects: Map<number, number>;
  n: number;
  places: number;
  df: number;
  /** the regression on the columns without means */
  fit: LeastSquares;
}

/**
 * Fixed effects: how much y moves with x inside the same place, so that everything constant about a place (size,
 * neighbourhood) drops out; with periods also what hits all places at once. Intervals are clustered by place.
 *
 * A noisy score as x biases its slope towards 0, often by far: see `splitHalfEffect`.
 *
 * @param panel      rows; places observed once add nothing
 * @param confidence share strictly between 0 and 1 (default 0.95)
 * @param factor     small-sample factor of the clustered errors (default 'clusters')
 * @returns null when nothing moves inside places or a regressor is a combination of others
 *
 * Source: Wooldridge (2010), "Econometric Analysis of Cross Section and Panel Data", ch. 10.
 */
export function fixedEffects(
  panel: Panel,
  confidence = 0.95,
  factor: ClusterFactor = 'clusters',
): FixedEffects | null {
  requireOpenShare('confidence', confidence);
  const { place, period, x, y } = panel;
  const factors = period ? [place, period] : [place];
  const k = x[0]?.length ?? 0;
  const columns = Array.from({ length: k }, (_, j) =>
    within(
      x.map((row) => row[j]!),
      factors,
    ),
  );
  const rows = x.map((_, i) => columns.map((column) => column[i]!));
  const target = within(y, factors);
  const fit = leastSquares(rows, target);
  if (!fit || columns.some((column, j) => isFlat(column, x, j))) return null;
  const places = new Set(place).size;
  const df = x.length - places - k - (period ? new Set(period).size - 1 : 0);
  if (df < 1 || places < 2) return null;
  const variance = fit.rss / df;
  const covariance = clusteredCovariance(rows, fit, place, factor);
  const clusteredErrors = covariance.map((row, j) => Math.sqrt(row[j]!));
  const t = studentTQuantile((1 + confidence) / 2, places - 1);
  const total = target.reduce((sum, value) => sum + value * value, 0);
  return {
    coefficients: fit.coefficients,
    standardErrors: Float64Array.from(fit.inverse, (row, j) => Math.sqrt(variance * row[j]!)),
    clusteredErrors: Float64Array.from(clusteredErrors),
    low: fit.coefficients.map((value, j) => value - t * clusteredErrors[j]!),
    high: fit.coefficients.map((value, j) => value + t * clusteredErrors[j]!),
    rSquaredWithin: 1 - fit.rss / total,
    placeEffects: period ? new Map() : levels(panel, fit.coefficients),
    n: x.length,
    places,
    df,
    fit,
  };
}

function isFlat(column: Float64Array, x: readonly ArrayLike<number>[], j: number): boolean {
  let largest = 0;
  let scale = 0;
  column.forEach((value, i) => {
    largest = Math.max(largest, Math.abs(value));
    scale = Math.max(scale, Math.abs(x[i]![j]!));
  });
  return largest <= 1e-12 * scale;
}

function levels({ place, x, y }: Panel, coefficients: Float64Array): Map<number, number> {
  const sums = new Map<number, { sum: number; n: number }>();
  place.forEach((each, i) => {
    const cell = sums.get(each) ?? { sum: 0, n: 0 };
    cell.sum += y[i]! - coefficients.reduce((sum, value, j) => sum + value * x[i]![j]!, 0);
    cell.n += 1;
    sums.set(each, cell);
  });
  return new Map([...sums].map(([each, { sum, n }]) => [each, sum / n]));
}
