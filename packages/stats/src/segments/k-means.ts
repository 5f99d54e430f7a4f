import type { Random } from '../random/xoshiro128.ts';
import { requireFinite, requireWhole } from '../ranges.ts';

/** Points grouped around centres. */
export interface KMeans {
  /** cluster of each point, 0 … k − 1; 0 is the largest */
  labels: number[];
  centres: Float64Array[];
  sizes: number[];
  /** sum of squared distances to the own centre */
  squaredError: number;
}

/**
 * k-means: the best of many starts, since single ones end in local optima. Put columns on one scale first.
 *
 * @param points   n rows of finite numbers
 * @param k        clusters, whole number 1 … n
 * @param random   seeded source
 * @param restarts starts to try, whole number ≥ 1 (default 20)
 * @returns clusters, largest first
 * @throws RangeError when k is not in 1 … n or a number is not finite
 *
 * Source: Lloyd (1982); starts by Arthur & Vassilvitskii (2007), "k-means++".
 */
export function kMeans(
  points: readonly ArrayLike<number>[],
  k: number,
  random: Random,
  restarts = 20,
): KMeans {
  requireWhole('k', k, 1, points.length);
  requireWhole('restarts', restarts, 1);
  const rows = points.map((row) => Float64Array.from(row));
  for (const row of rows) for (const value of row) requireFinite('coordinate', value);
  let best = lloyd(rows, spreadCentres(rows, k, random));
  for (let start = 1; start < restarts; start++) {
    const next = lloyd(rows, spreadCentres(rows, k, random));
    if (next.squaredError < best.squaredError) best = next;
  }
  return largestFirst(best);
}

/** Squared distance of two points. */
export function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j]! - b[j]!) ** 2;
  return sum;
}

/** First centre at random, each next one far from those before. */
function spreadCentres(rows: Float64Array[], k: number, random: Random): Float64Array[] {
  const centres = [rows[Math.floor(random() * rows.length)]!.slice()];
  const nearest = rows.map((row) => squaredDistance(row, centres[0]!));
  while (centres.length < k) {
    let left = random() * nearest.reduce((sum, distance) => sum + distance, 0);
    let chosen = rows.length - 1;
    for (let i = 0; i < rows.length; i++) {
      left -= nearest[i]!;
      if (left < 0) {
        chosen = i;
        break;
      }
    }
    const centre = rows[chosen]!.slice();
    centres.push(centre);
    rows.forEach((row, i) => {
      nearest[i] = Math.min(nearest[i]!, squaredDistance(row, centre));
    });
  }
  return centres;
}

function lloyd(rows: Float64Array[], centres: Float64Array[]): KMeans {
  const labels = new Array<number>(rows.length).fill(-1);
  const sizes = new Array<number>(centres.length).fill(0);
  let squaredError = 0;
  for (let round = 0; round < 300; round++) {
    let moved = false;
    squaredError = 0;
    rows.forEach((row, i) => {
      let best = 0;
      let least = Infinity;
      centres.forEach((centre, c) => {
        const distance = squaredDistance(row, centre);
        if (distance < least) {
          least = distance;
          best = c;
        }
      });
      squaredError += least;
      if (labels[i] !== best) moved = true;
      labels[i] = best;
    });
    if (!moved) break;
    recentre(rows, labels, centres, sizes);
  }
  return { labels, centres, sizes, squaredError };
}

/** Means of the clusters; one that lost all its points stays where it is. */
function recentre(rows: Float64Array[], labels: number[], centres: Float64Array[], sizes: number[]): void {
  sizes.fill(0);
  for (const label of labels) sizes[label]!++;
  centres.forEach((centre, c) => {
    if (sizes[c]! > 0) centre.fill(0);
  });
  rows.forEach((row, i) => {
    const centre = centres[labels[i]!]!;
    for (let j = 0; j < row.length; j++) centre[j]! += row[j]! / sizes[labels[i]!]!;
  });
}

function largestFirst({ labels, centres, sizes, squaredError }: KMeans): KMeans {
  const order = sizes.map((_, c) => c).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const place = new Map(order.map((c, position) => [c, position]));
  return {
    labels: labels.map((label) => place.get(label)!),
    centres: order.map((c) => centres[c]!),
    sizes: order.map((c) => sizes[c]!),
    squaredError,
  };
}
