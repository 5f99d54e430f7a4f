import { leastSquares } from '../linear/least-squares.ts';
import type { Panel } from './fixed-effects.ts';

/** Mean of x and y of one place. */
export interface PlaceMean {
  place: number;
  n: number;
  x: number[];
  y: number;
}

/** Means of every place, in order of first appearance. */
export function placeMeans({ place, x, y }: Panel): PlaceMean[] {
  const groups = new Map<number, PlaceMean>();
  place.forEach((each, i) => {
    const group = groups.get(each) ?? { place: each, n: 0, x: Array.from(x[i]!, () => 0), y: 0 };
    group.n += 1;
    group.y += (y[i]! - group.y) / group.n;
    group.x = group.x.map((mean, j) => mean + (x[i]![j]! - mean) / group.n);
    groups.set(each, group);
  });
  return [...groups.values()];
}

/**
 * Regression of place means on place means: how places differ from each other, which says nothing about what happens
 * when one of them changes.
 *
 * @returns intercept first; null with too few places
 * Source: Wooldridge (2010), section 10.2.2.
 */
export function betweenEffects(panel: Panel): { coefficients: Float64Array; rss: number; df: number } | null {
  const means = placeMeans(panel);
  const fit = leastSquares(
    means.map(({ x }) => [1, ...x]),
    means.map(({ y }) => y),
  );
  return fit && fit.df >= 1 ? { coefficients: fit.coefficients, rss: fit.rss, df: fit.df } : null;
}
