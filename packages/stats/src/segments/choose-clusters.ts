import type { Random } from '../random/xoshiro128.ts';
import { requireWhole } from '../ranges.ts';
import { adjustedRandIndex } from './adjusted-rand-index.ts';
import { type KMeans, kMeans, squaredDistance } from './k-means.ts';
import { silhouette } from './silhouette.ts';

/** How well one number of clusters does. */
export interface ClusterChoice {
  k: number;
  silhouette: number;
  /** mean agreement of clusters found in resamples, 0–1; below 0.75 do not name them */
  stability: number;
}

/** Clusters with the numbers that speak for them. */
export interface ChosenClusters {
  /** null when no number of clusters is stable */
  clusters: KMeans | null;
  choices: ClusterChoice[];
}

/**
 * Clusters whose number is chosen by stability: the same clusters must come out of resampled customers (adjusted Rand
 * index of at least 0.75), and among stable numbers the one with the highest silhouette wins.
 *
 * @param points    n rows on one scale (see `standardise`), n ≥ 20
 * @param most      largest number of clusters to try, whole number ≥ 2
 * @param random    seeded source
 * @param resamples resamples per number of clusters (default 10)
 * @throws RangeError with fewer than 20 points
 *
 * Source: Hennig (2007), Computational Statistics & Data Analysis 52, 258–271.
 */
export function chooseClusters(
  points: readonly ArrayLike<number>[],
  most: number,
  random: Random,
  resamples = 10,
): ChosenClusters {
  requireWhole('most', most, 2);
  requireWhole('number of points', points.length, 20);
  const shown =
    points.length > 1500 ? points.filter((_, i) => i % Math.ceil(points.length / 1500) === 0) : points;
  let best: { clusters: KMeans; silhouette: number } | null = null;
  const choices: ClusterChoice[] = [];
  for (let k = 2; k <= Math.min(most, points.length - 1); k++) {
    const clusters = kMeans(points, k, random);
    const stability = stabilityOf(points, clusters, k, random, resamples);
    const width = silhouette(shown, nearestOf(shown, clusters.centres));
    choices.push({ k, silhouette: width, stability });
    if (stability >= 0.75 && (!best || width > best.silhouette)) best = { clusters, silhouette: width };
  }
  return { clusters: best?.clusters ?? null, choices };
}

function stabilityOf(
  points: readonly ArrayLike<number>[],
  clusters: KMeans,
  k: number,
  random: Random,
  resamples: number,
): number {
  let total = 0;
  for (let run = 0; run < resamples; run++) {
    const sample = points.map(() => points[Math.floor(random() * points.length)]!);
    const { centres } = kMeans(sample, k, random, 5);
    total += adjustedRandIndex(clusters.labels, nearestOf(points, centres));
  }
  return total / resamples;
}

function nearestOf(points: readonly ArrayLike<number>[], centres: readonly Float64Array[]): number[] {
  return points.map((point) => {
    let best = 0;
    centres.forEach((centre, c) => {
      if (squaredDistance(point, centre) < squaredDistance(point, centres[best]!)) best = c;
    });
    return best;
  });
}
