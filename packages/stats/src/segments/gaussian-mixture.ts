import { cholesky } from '../linear/cholesky.ts';
import { symmetricEigen } from '../linear/symmetric-eigen.ts';
import type { Random } from '../random/xoshiro128.ts';
import { requireWhole } from '../ranges.ts';
import { kMeans } from './k-means.ts';

/**
 * What the clouds share, in mclust's letters for volume, shape and direction: `VVI` along the axes, each with its own
 * spread; `VEV` of one shape, each with its own size and direction; `VVV` share nothing.
 */
export type CloudForm = 'VVI' | 'VEV' | 'VVV';

/** Points as a mixture of normal clouds, each with its own size, shape and direction. */
export interface GaussianMixture {
  labels: number[];
  /** probability of each point to belong to each cloud */
  memberships: Float64Array[];
  /** shares of the clouds, largest first */
  shares: number[];
  means: Float64Array[];
  covariances: Float64Array[][];
  logLikelihood: number;
  /** Bayesian information criterion, smaller is better: −2·logLikelihood + parameters·log n */
  bic: number;
}

/**
 * Gaussian mixture by expectation–maximisation from several k-means starts.
 *
 * @param points   n rows of p finite numbers
 * @param k        clouds, whole number ≥ 1
 * @param random   seeded source
 * @param restarts starts to try (default 10)
 * @param form     what the clouds share (default `VVV`: nothing, full covariances)
 * @param rounds   most rounds of each start (default 2,000); fewer end near the best, not at it
 * @returns null when every start ends in a cloud without extent (too few points for k)
 *
 * Source: Dempster, Laird & Rubin (1977), JRSS B 39, 1–38; Fraley & Raftery (2002), JASA 97, 611–631; for `VEV`
 * Celeux & Govaert (1995), Pattern Recognition 28, 781–793.
 */
export function gaussianMixture(
  points: readonly ArrayLike<number>[],
  k: number,
  random: Random,
  restarts = 10,
  form: CloudForm = 'VVV',
  rounds = 2_000,
): GaussianMixture | null {
  requireWhole('k', k, 1, points.length);
  const rows = points.map((row) => Float64Array.from(row));
  let best: GaussianMixture | null = null;
  for (let start = 0; start < restarts; start++) {
    const { labels } = kMeans(rows, k, random, 1);
    const fit = expectMaximise(rows, labels, k, form, rounds);
    if (fit && (!best || fit.logLikelihood > best.logLikelihood)) best = fit;
  }
  return best;
}

interface Cloud {
  share: number;
  mean: Float64Array;
  covariance: Float64Array[];
}

function expectMaximise(
  rows: Float64Array[],
  labels: number[],
  k: number,
  form: CloudForm,
  rounds: number,
): GaussianMixture | null {
  let memberships = rows.map((_, i) => Float64Array.from({ length: k }, (__, c) => Number(labels[i] === c)));
  let clouds: Cloud[] = [];
  let logLikelihood = -Infinity;
  for (let round = 0; round < rounds; round++) {
    clouds = formed(maximise(rows, memberships, k), form);
    const expected = expectation(rows, clouds);
    if (!expected) return null;
    memberships = expected.memberships;
    const gain = expected.logLikelihood - logLikelihood;
    logLikelihood = expected.logLikelihood;
    if (gain < 1e-10 * Math.abs(logLikelihood)) break;
  }
  const p = rows[0]!.length;
  const parameters = k - 1 + k * p + spreadParameters(form, k, p);
  const order = clouds.map((_, c) => c).sort((a, b) => clouds[b]!.share - clouds[a]!.share);
  const sorted = memberships.map((row) => Float64Array.from(order, (c) => row[c]!));
  return {
    labels: sorted.map((row) => row.indexOf(Math.max(...row))),
    memberships: sorted,
    shares: order.map((c) => clouds[c]!.share),
    means: order.map((c) => clouds[c]!.mean),
    covariances: order.map((c) => clouds[c]!.covariance),
    logLikelihood,
    bic: -2 * logLikelihood + parameters * Math.log(rows.length),
  };
}

function spreadParameters(form: CloudForm, k: number, p: number): number {
  if (form === 'VVI') return k * p;
  if (form === 'VEV') return k + (p - 1) + (k * p * (p - 1)) / 2;
  return (k * p * (p + 1)) / 2;
}

/** The clouds with only as much freedom as their form allows. */
function formed(clouds: Cloud[], form: CloudForm): Cloud[] {
  if (form === 'VVV') return clouds;
  if (form === 'VEV') return ofOneShape(clouds);
  return clouds.map((cloud) => ({
    ...cloud,
    covariance: cloud.covariance.map((row, a) => row.map((value, b) => (a === b ? value : 0))),
  }));
}

/** Each cloud keeps its axes; their lengths are one shape times each cloud's own size, found in turns. */
function ofOneShape(clouds: Cloud[]): Cloud[] {
  const axes = clouds.map(({ covariance }) => symmetricEigen(covariance));
  const p = clouds[0]!.mean.length;
  const sizes = clouds.map(() => 1);
  let shape = new Float64Array(p).fill(1);
  for (let round = 0; round < 100; round++) {
    axes.forEach(({ values }, c) => {
      sizes[c] = values.reduce((sum, value, j) => sum + value / shape[j]!, 0) / p;
    });
    const sums = Float64Array.from({ length: p }, (_, j) =>
      axes.reduce((sum, { values }, c) => sum + (clouds[c]!.share * values[j]!) / sizes[c]!, 0),
    );
    const scale = Math.exp(sums.reduce((sum, value) => sum + Math.log(value), 0) / p);
    const next = sums.map((value) => value / scale);
    const moved = next.reduce((most, value, j) => Math.max(most, Math.abs(value / shape[j]! - 1)), 0);
    shape = next;
    if (!(moved > 1e-12)) break;
  }
  return clouds.map((cloud, c) => ({
    ...cloud,
    covariance: cloud.covariance.map((row, a) =>
      row.map((_, b) => {
        let sum = 0;
        for (let j = 0; j < p; j++) {
          sum += axes[c]!.vectors[j]![a]! * axes[c]!.vectors[j]![b]! * shape[j]! * sizes[c]!;
        }
        return sum;
      }),
    ),
  }));
}

function maximise(rows: Float64Array[], memberships: Float64Array[], k: number): Cloud[] {
  const p = rows[0]!.length;
  return Array.from({ length: k }, (_, c) => {
    const weight = memberships.reduce((sum, row) => sum + row[c]!, 0);
    const mean = new Float64Array(p);
    rows.forEach((row, i) => {
      for (let j = 0; j < p; j++) mean[j]! += (memberships[i]![c]! * row[j]!) / weight;
    });
    const covariance = Array.from({ length: p }, () => new Float64Array(p));
    rows.forEach((row, i) => {
      const part = memberships[i]![c]! / weight;
      for (let a = 0; a < p; a++) {
        for (let b = 0; b <= a; b++) covariance[a]![b]! += part * (row[a]! - mean[a]!) * (row[b]! - mean[b]!);
      }
    });
    for (let a = 0; a < p; a++) for (let b = 0; b < a; b++) covariance[b]![a] = covariance[a]![b]!;
    return { share: weight / rows.length, mean, covariance };
  });
}

function expectation(rows: Float64Array[], clouds: Cloud[]) {
  const p = rows[0]!.length;
  const factors = clouds.map(({ covariance }) => cholesky(covariance));
  if (factors.some((factor) => factor === null)) return null;
  const constants = clouds.map(({ share }, c) => {
    const logRoot = factors[c]!.reduce((sum, row, j) => sum + Math.log(row[j]!), 0);
    return Math.log(share) - logRoot - (p / 2) * Math.log(2 * Math.PI);
  });
  let logLikelihood = 0;
  const memberships = rows.map((row) => {
    const logs = clouds.map(({ mean }, c) => constants[c]! - 0.5 * squaredLength(factors[c]!, row, mean));
    const top = Math.max(...logs);
    const total = logs.reduce((sum, log) => sum + Math.exp(log - top), 0);
    logLikelihood += top + Math.log(total);
    return Float64Array.from(logs, (log) => Math.exp(log - top) / total);
  });
  return { memberships, logLikelihood };
}

/** Squared Mahalanobis distance. */
function squaredLength(factor: Float64Array[], row: Float64Array, mean: Float64Array): number {
  const solved = new Float64Array(row.length);
  let sum = 0;
  for (let i = 0; i < row.length; i++) {
    let value = row[i]! - mean[i]!;
    for (let j = 0; j < i; j++) value -= factor[i]![j]! * solved[j]!;
    solved[i] = value / factor[i]![i]!;
    sum += solved[i]! ** 2;
  }
  return sum;
}
