import { requireNonNegative, requireOpenShare } from '../ranges.ts';
import { studentizedRangeQuantile } from './studentized-range.ts';

/** Where a place stands in the league, as far as its answers allow to say. */
export interface LeaguePlace {
  /** index in the input */
  place: number;
  n: number;
  score: number;
  /** groups from best = 1; within a group no two places are clearly different */
  group: number;
  /** best and worst rank the place may truly have, 1 = best; all such ranges hold together at the confidence */
  bestRank: number;
  worstRank: number;
  /** places (indices in the input) that this one is clearly better than */
  betterThan: number[];
}

/**
 * A league table that does not rank noise: which places differ clearly, which ranks are possible, and contiguous
 * groups within which nobody can be told apart.
 *
 * All pairs are compared at once (Tukey–Kramer), so that with no true differences the chance of claiming any one at
 * all is at most 1 − confidence. Ten pseudo-answers in the mix of all places together steady the variance of small
 * places; without them the error would reach 8–10 %. They draw a place of few answers further towards the mix than one
 * of many, so only a place whose own score is higher, too, is called better. Groups start anew where a place is clearly below a member of the
 * group above; so "same group" says "no clear difference", but neighbours in different groups need not differ clearly.
 *
 * @param counts     places × classes, numbers ≥ 0; for NPS [detractors, passives, promoters]
 * @param values     what an answer of each class is worth; for NPS [−100, 0, 100]
 * @param confidence share strictly between 0 and 1 (default 0.95), for all claims together
 * @returns places with at least one answer, best score first
 * @throws RangeError naming a count, confidence or number of classes that does not fit
 *
 * Source: Tukey (1953), Kramer (1956), Biometrics 12, 307–310; rank ranges as in Al Mohamad, van Zwet, Solari &
 * Goeman (2022), "Simultaneous confidence intervals for ranks", Computational Statistics 37.
 * @example groupPlaces([[10, 20, 70], [12, 18, 70], [60, 20, 20]], [-100, 0, 100]).map((p) => p.group) // [1, 1, 2]
 */
export function groupPlaces(
  counts: readonly (readonly number[])[],
  values: readonly number[],
  confidence = 0.95,
): LeaguePlace[] {
  requireOpenShare('confidence', confidence);
  const places = steadiedPlaces(counts, values);
  if (places.length === 0) return [];
  const limit =
    places.length > 1 ? studentizedRangeQuantile(confidence, places.length) / Math.SQRT2 : Infinity;
  const clearlyBetter = (a: SteadiedPlace, b: SteadiedPlace) =>
    a.score > b.score && a.mean - b.mean > limit * Math.sqrt(a.squaredError + b.squaredError);
  const groups = contiguousGroups(places, (a, b) => clearlyBetter(a, b) || clearlyBetter(b, a));
  return places.map((own, position) => {
    const below = places.filter((other) => clearlyBetter(own, other));
    const above = places.filter((other) => clearlyBetter(other, own));
    return {
      place: own.place,
      n: own.n,
      score: own.score,
      group: groups[position]!,
      bestRank: above.length + 1,
      worstRank: places.length - below.length,
      betterThan: below.map(({ place }) => place),
    };
  });
}

interface SteadiedPlace {
  place: number;
  n: number;
  score: number;
  mean: number;
  squaredError: number;
}

const PSEUDO_ANSWERS = 10;

function steadiedPlaces(counts: readonly (readonly number[])[], values: readonly number[]): SteadiedPlace[] {
  const pooled = values.map(() => 0);
  for (const row of counts) {
    if (row.length !== values.length) {
      throw new RangeError(`a place has ${row.length} classes, but there are ${values.length} values`);
    }
    row.forEach((count, k) => {
      requireNonNegative('count', count);
      pooled[k]! += count;
    });
  }
  const total = pooled.reduce((sum, count) => sum + count, 0);
  const places = counts.map((row, place) => {
    const n = row.reduce((sum, count) => sum + count, 0);
    const steadied = row.map((count, k) => count + (PSEUDO_ANSWERS * pooled[k]!) / total);
    const size = n + PSEUDO_ANSWERS;
    const mean = steadied.reduce((sum, count, k) => sum + count * values[k]!, 0) / size;
    const variance = steadied.reduce((sum, count, k) => sum + count * (values[k]! - mean) ** 2, 0) / size;
    const score = row.reduce((sum, count, k) => sum + count * values[k]!, 0) / n;
    return { place, n, score, mean, squaredError: variance / size };
  });
  return places.filter(({ n }) => n > 0).sort((a, b) => b.score - a.score);
}

function contiguousGroups(
  places: SteadiedPlace[],
  differ: (a: SteadiedPlace, b: SteadiedPlace) => boolean,
): number[] {
  let start = 0;
  let group = 1;
  return places.map((place, position) => {
    if (places.slice(start, position).some((member) => differ(member, place))) {
      start = position;
      group += 1;
    }
    return group;
  });
}
