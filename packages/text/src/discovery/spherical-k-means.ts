import { centreOf, closeness, type SparseVector } from './weighted-documents.ts';

export interface Grouping {
  readonly centres: readonly Float64Array[];
  /** Group of each vector, −1 where it has no term that counts. */
  readonly groups: Int32Array;
}
const rounds = 20;

/**
 * Spherical k-means: groups unit vectors by the angle to their group's centre. Starting points are drawn far apart.
 * @param random shares in [0, 1); the same numbers give the same groups
 * Source: Dhillon & Modha (2001), Machine Learning 42, 143–175; starting points as in k-means++ (Arthur & Vassilvitskii 2007).
 */
export function sphericalKMeans(
  vectors: readonly SparseVector[],
  size: number,
  k: number,
  random: () => number,
): Grouping {
  let centres = startingCentres(vectors, size, k, random);
  let groups = nearest(vectors, centres);
  for (let round = 0; round < rounds; round++) {
    centres = centres.map((_, group) =>
      centreOf(
        vectors.filter((_, i) => groups[i] === group),
        size,
      ),
    );
    const next = nearest(vectors, centres);
    const moved = next.some((group, i) => group !== groups[i]);
    groups = next;
    if (!moved) break;
  }
  return { centres, groups };
}

function startingCentres(
  vectors: readonly SparseVector[],
  size: number,
  k: number,
  random: () => number,
): Float64Array[] {
  const usable = vectors.filter(({ terms }) => terms.length > 0);
  const centres: Float64Array[] = [];
  const far = new Float64Array(usable.length).fill(1);
  while (centres.length < Math.min(k, usable.length)) {
    const total = far.reduce((sum, value) => sum + value, 0);
    if (total <= 1e-9) break;
    let left = random() * total;
    let chosen = 0;
    while (chosen < usable.length - 1 && left >= far[chosen]!) left -= far[chosen++]!;
    const centre = centreOf([usable[chosen]!], size);
    centres.push(centre);
    for (let i = 0; i < usable.length; i++) far[i] = Math.min(far[i]!, 1 - closeness(usable[i]!, centre));
  }
  return centres;
}

function nearest(vectors: readonly SparseVector[], centres: readonly Float64Array[]): Int32Array {
  return Int32Array.from(vectors, (vector) => {
    let best = -1;
    let most = 0;
    centres.forEach((centre, group) => {
      const value = closeness(vector, centre);
      if (value > most) [best, most] = [group, value];
    });
    return best;
  });
}
