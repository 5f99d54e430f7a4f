import type { Random } from '../random/xoshiro128.ts';
import { requireWhole } from '../ranges.ts';

/**
 * How well each cluster comes back when the points are drawn anew: the mean, over resamples, of the best Jaccard
 * overlap (common points ÷ points in either) with a cluster found in the resample. Below 0.6 a cluster is not to be
 * trusted, from 0.75 on it may be named.
 *
 * @param labels    n cluster numbers from 0 on
 * @param cluster   finds clusters among the points with these indexes (some may come twice) and gives one label for
 *                  each; may use the seeded source
 * @param random    seeded source
 * @param resamples bootstrap resamples, whole number ≥ 1 (default 20)
 * @returns one number in 0–1 per cluster
 * @throws RangeError when resamples is not a whole number ≥ 1
 *
 * Source: Hennig (2007), Computational Statistics & Data Analysis 52, 258–271.
 */
export function clusterStability(
  labels: readonly number[],
  cluster: (indexes: readonly number[]) => readonly number[],
  random: Random,
  resamples = 20,
): number[] {
  requireWhole('resamples', resamples, 1);
  const n = labels.length;
  const totals = new Array<number>(Math.max(0, ...labels) + 1).fill(0);
  for (let run = 0; run < resamples; run++) {
    const drawn = Array.from({ length: n }, () => Math.floor(random() * n));
    const found = cluster(drawn);
    // each point counts once, however often it was drawn
    const labelOf = new Map(drawn.map((point, position) => [point, found[position]!]));
    bestOverlaps(labels, labelOf, totals.length).forEach((overlap, c) => {
      totals[c]! += overlap;
    });
  }
  return totals.map((total) => total / resamples);
}

function bestOverlaps(labels: readonly number[], labelOf: ReadonlyMap<number, number>, k: number): number[] {
  const own = new Array<number>(k).fill(0);
  const others = new Map<number, number>();
  const both = new Map<string, number>();
  for (const [point, other] of labelOf) {
    const label = labels[point]!;
    own[label]! += 1;
    others.set(other, (others.get(other) ?? 0) + 1);
    both.set(`${label} ${other}`, (both.get(`${label} ${other}`) ?? 0) + 1);
  }
  return own.map((size, label) =>
    Math.max(
      0,
      ...[...others].map(([other, n]) => {
        const common = both.get(`${label} ${other}`) ?? 0;
        return common / Math.max(1, size + n - common);
      }),
    ),
  );
}
