import { inverseOfPositive } from '../linear/cholesky.ts';
import { requireWhole } from '../ranges.ts';
import type { DriverMoments } from './moments.ts';

/**
 * Means and covariances where many answers are missing, by maximum likelihood (EM, multivariate normal): every row
 * counts with what it has. Unlike covariances of pairs it is always a possible covariance, and unlike complete rows it
 * is right also when who skips a question depends on the other answers (skip logic).
 *
 * @param rows    n rows of p drivers; NaN where missing
 * @param outcome n numbers; NaN where missing
 * @returns moments with n − 1 in the denominator; null when a column is never answered, two are never separable, or it
 * does not settle
 * @throws RangeError when lengths differ
 * Source: Dempster, Laird & Rubin (1977), JRSS B 39, 1–38; Little & Rubin (2002), section 11.2.
 */
export function emMoments(
  rows: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
): DriverMoments | null {
  requireWhole('outcomes', outcome.length, rows.length, rows.length);
  const p = rows[0]?.length ?? 0;
  const d = p + 1;
  const points = rows
    .map((row, i) => Float64Array.from({ length: d }, (_, j) => (j < p ? row[j]! : outcome[i]!)))
    .filter((point) => point.some((value) => Number.isFinite(value)));
  const n = points.length;
  if (n < d + 1) return null;
  const patterns = gather(points);
  let state = start(points, d);
  if (!state) return null;
  for (let round = 0; round < 2000; round++) {
    const next = climb(patterns, state, n);
    if (!next) return null;
    const moved = distance(state, next);
    state = next;
    if (moved < 1e-10) return split(state, n, p);
  }
  return null;
}

interface Moments {
  mean: Float64Array;
  covariance: Float64Array[];
}
interface Pattern {
  seen: number[];
  missing: number[];
  points: Float64Array[];
}

/** Points by which of their values are there. */
function gather(points: readonly Float64Array[]): Pattern[] {
  const patterns = new Map<string, Pattern>();
  for (const point of points) {
    const seen = [...point.keys()].filter((j) => Number.isFinite(point[j]!));
    const key = seen.join();
    const pattern = patterns.get(key);
    if (pattern) pattern.points.push(point);
    else {
      const missing = [...point.keys()].filter((j) => !seen.includes(j));
      patterns.set(key, { seen, missing, points: [point] });
    }
  }
  return [...patterns.values()];
}

/** Means and variances of what is there, without covariances. */
function start(points: readonly Float64Array[], d: number): Moments | null {
  const mean = new Float64Array(d);
  const covariance = Array.from({ length: d }, () => new Float64Array(d));
  for (let j = 0; j < d; j++) {
    const values = points.map((point) => point[j]!).filter(Number.isFinite);
    mean[j] = values.reduce((sum, value) => sum + value / values.length, 0);
    covariance[j]![j] = values.reduce((sum, value) => sum + (value - mean[j]!) ** 2 / values.length, 0);
    if (values.length < 2 || !(covariance[j]![j]! > 0)) return null;
  }
  return { mean, covariance };
}

/** One round: missing values by regression on those there, then the moments of all. */
function climb(patterns: readonly Pattern[], { mean, covariance }: Moments, n: number): Moments | null {
  const d = mean.length;
  const sum = new Float64Array(d);
  const products = Array.from({ length: d }, () => new Float64Array(d));
  for (const { seen, missing, points } of patterns) {
    const inverse = inverseOfPositive(seen.map((a) => seen.map((b) => covariance[a]![b]!)));
    if (!inverse) return null;
    const slopes = missing.map((m) =>
      inverse.map((row) => row.reduce((total, value, k) => total + value * covariance[m]![seen[k]!]!, 0)),
    );
    for (const point of points) {
      const gap = Float64Array.from(point, (value, j) => value - mean[j]!);
      missing.forEach((m, at) => {
        gap[m] = seen.reduce((total, j, k) => total + slopes[at]![k]! * gap[j]!, 0);
      });
      for (let a = 0; a < d; a++) {
        sum[a]! += gap[a]!;
        for (let b = 0; b <= a; b++) products[a]![b]! += gap[a]! * gap[b]!;
      }
    }
    missing.forEach((m, at) => {
      missing.slice(0, at + 1).forEach((other) => {
        const told = seen.reduce((total, j, k) => total + slopes[at]![k]! * covariance[j]![other]!, 0);
        products[m]![other]! += points.length * (covariance[m]![other]! - told);
      });
    });
  }
  const next = products.map((row, a) => row.map((_, b) => (b <= a ? row[b]! : products[b]![a]!) / n));
  const shift = sum.map((value) => value / n);
  return {
    mean: mean.map((value, j) => value + shift[j]!),
    covariance: next.map((row, a) => row.map((value, b) => value - shift[a]! * shift[b]!)),
  };
}

function distance(one: Moments, other: Moments): number {
  const scale = one.covariance.map((row, j) => Math.sqrt(row[j]!));
  return Math.max(
    ...other.mean.map((value, j) => Math.abs(value - one.mean[j]!) / scale[j]!),
    ...other.covariance.flatMap((row, a) =>
      [...row].map((value, b) => Math.abs(value - one.covariance[a]![b]!) / (scale[a]! * scale[b]!)),
    ),
  );
}

function split({ mean, covariance }: Moments, n: number, p: number): DriverMoments {
  const whole = covariance.map((row) => row.map((value) => (value * n) / (n - 1)));
  return {
    n,
    covariance: whole.slice(0, p).map((row) => row.slice(0, p)),
    withOutcome: whole[p]!.slice(0, p),
    outcomeVariance: whole[p]![p]!,
    means: mean.slice(0, p),
    outcomeMean: mean[p]!,
  };
}
