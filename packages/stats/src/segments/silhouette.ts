import { squaredDistance } from './k-means.ts';

/**
 * Mean silhouette: how much closer points are to their own cluster than to the next one, −1 to 1. Above 0.5 clusters
 * are distinct, below 0.25 they are hardly there.
 *
 * @param points n rows of finite numbers; time grows with n², so give a sample of at most a few thousand
 * @param labels n cluster numbers
 * @returns 0 with fewer than 2 clusters; points alone in their cluster count 0
 * @throws RangeError when lengths differ
 * Source: Rousseeuw (1987), Journal of Computational and Applied Mathematics 20, 53–65.
 * @example silhouette([[0], [0.1], [5], [5.1]], [0, 0, 1, 1]) // 0.98
 */
export function silhouette(points: readonly ArrayLike<number>[], labels: readonly number[]): number {
  const n = points.length;
  if (labels.length !== n) throw new RangeError(`there are ${n} points but ${labels.length} labels`);
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  if (sizes.size < 2) return 0;
  let total = 0;
  for (let i = 0; i < n; i++) {
    const sums = new Map<number, number>();
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const distance = Math.sqrt(squaredDistance(points[i]!, points[j]!));
      sums.set(labels[j]!, (sums.get(labels[j]!) ?? 0) + distance);
    }
    const own = labels[i]!;
    if (sizes.get(own) === 1) continue;
    const inside = sums.get(own)! / (sizes.get(own)! - 1);
    let outside = Infinity;
    for (const [label, sum] of sums) if (label !== own) outside = Math.min(outside, sum / sizes.get(label)!);
    total += inside === outside ? 0 : (outside - inside) / Math.max(inside, outside);
  }
  return total / n;
}
