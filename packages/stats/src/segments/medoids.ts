import { requireWhole } from '../ranges.ts';
import { squaredDistance } from './k-means.ts';

/** Points grouped around some of themselves. */
export interface Medoids {
  /** cluster of each point, 0 … k − 1; 0 is the largest */
  labels: number[];
  /** index of the point in the middle of each cluster */
  medoids: number[];
  sizes: number[];
  /** mean distance to the own medoid */
  meanDistance: number;
}

/**
 * Partitioning around medoids: like k-means, but every centre is a real point and distances are not squared, so that
 * single far-off points pull less. A greedy start, then swaps as long as one helps.
 *
 * @param points n rows of finite numbers; time grows with n², so give at most a few thousand
 * @param k      clusters, whole number 1 … n
 * @returns clusters, largest first; the same for the same points, without chance
 * @throws RangeError when k is not in 1 … n
 *
 * Source: Kaufman & Rousseeuw (1990), "Finding Groups in Data", chapter 2.
 * @example partitionAroundMedoids([[0], [1], [2], [10], [11]], 2).sizes // [3, 2]
 */
export function partitionAroundMedoids(points: readonly ArrayLike<number>[], k: number): Medoids {
  const n = points.length;
  requireWhole('k', k, 1, n);
  const distances = points.map((a) => Float64Array.from(points, (b) => Math.sqrt(squaredDistance(a, b))));
  const medoids = build(distances, k);
  while (improve(distances, medoids)) {
    // each swap lowers the mean distance, and there are finitely many sets of medoids
  }
  const nearest = distances.map((row) => nearestTwo(row, medoids)[0]);
  const counts = medoids.map((_, c) => nearest.filter((label) => label === c).length);
  const order = medoids.map((_, c) => c).sort((a, b) => counts[b]! - counts[a]! || medoids[a]! - medoids[b]!);
  const rank = new Map(order.map((c, position) => [c, position]));
  return {
    labels: nearest.map((label) => rank.get(label)!),
    medoids: order.map((c) => medoids[c]!),
    sizes: order.map((c) => counts[c]!),
    meanDistance: distances.reduce((sum, row, i) => sum + row[medoids[nearest[i]!]!]!, 0) / n,
  };
}

/** Each next medoid is the point that brings the rest closest. */
function build(distances: readonly Float64Array[], k: number): number[] {
  const medoids: number[] = [];
  const closest = new Float64Array(distances.length).fill(Number.POSITIVE_INFINITY);
  while (medoids.length < k) {
    let [best, least] = [-1, Number.POSITIVE_INFINITY];
    distances.forEach((row, candidate) => {
      if (medoids.includes(candidate)) return;
      let total = 0;
      for (let i = 0; i < row.length; i++) total += Math.min(closest[i]!, row[i]!);
      if (total < least) [best, least] = [candidate, total];
    });
    medoids.push(best);
    for (let i = 0; i < closest.length; i++) closest[i] = Math.min(closest[i]!, distances[best]![i]!);
  }
  return medoids;
}

/** Makes the best swap of a medoid for another point; false when none helps. */
function improve(distances: readonly Float64Array[], medoids: number[]): boolean {
  const near = distances.map((row) => nearestTwo(row, medoids));
  let [place, point, most] = [-1, -1, 1e-12];
  distances.forEach((row, candidate) => {
    if (medoids.includes(candidate)) return;
    const gains = new Float64Array(medoids.length);
    let always = 0;
    near.forEach(([own, first, second], i) => {
      const there = row[i]!;
      // with the own medoid gone, the point goes to the candidate or to its second nearest
      const closer = Math.max(0, first - there);
      always += closer;
      gains[own]! += first - Math.min(there, second) - closer;
    });
    gains.forEach((gain, c) => {
      if (gain + always > most) [place, point, most] = [c, candidate, gain + always];
    });
  });
  if (place < 0) return false;
  medoids[place] = point;
  return true;
}

function nearestTwo(
  row: Float64Array,
  medoids: readonly number[],
): [own: number, first: number, second: number] {
  let [own, first, second] = [0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  medoids.forEach((medoid, c) => {
    const distance = row[medoid]!;
    if (distance < first) [own, first, second] = [c, distance, first];
    else if (distance < second) second = distance;
  });
  return [own, first, second];
}
