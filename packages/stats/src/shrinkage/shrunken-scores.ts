import { drawGamma } from '../random/draws.ts';
import type { Random } from '../random/xoshiro128.ts';
import { requireOpenShare, requireWhole } from '../ranges.ts';
import {
  type DirichletMultinomial,
  fitDirichletMultinomial,
  precisionPosterior,
} from './dirichlet-multinomial.ts';

/** What a place's score is likely to be, given its own answers and what is normal among its siblings. */
export interface ShrunkenScore {
  n: number;
  /** the place's own mean, or null without answers */
  raw: number | null;
  /** posterior mean: between the raw score and the siblings' */
  shrunken: number;
  low: number;
  high: number;
  /** how much of the shrunken score is the place's own, 0–1: n/(n + precision) */
  ownShare: number;
  /** probability that the place is among the best quarter */
  topQuarter: number;
  /** probability that the place is among the worst quarter */
  bottomQuarter: number;
  /** mean of its rank over the posterior, 1 = best */
  expectedRank: number;
}

/** Shrunken scores of sibling places, with the prior they were shrunk by. */
export interface ShrunkenScores {
  prior: DirichletMultinomial;
  places: ShrunkenScore[];
}

/**
 * Scores of sibling places, shrunk towards what is normal among them by as much as their number of answers deserves
 * (empirical Bayes, Dirichlet–multinomial). Small places stop topping and tailing the list by luck alone. Rank by
 * `topQuarter`, `bottomQuarter` or `expectedRank`, not by the raw score.
 *
 * Intervals also carry the doubt about how alike the siblings are (a posterior over the precision), which plain
 * empirical Bayes leaves out and which matters when places are few or small.
 *
 * @param counts     places × classes, numbers ≥ 0; for NPS [detractors, passives, promoters]
 * @param values     what an answer of each class is worth; for NPS [−100, 0, 100], for CSAT [1, 2, 3, 4, 5]
 * @param random     seeded source; the same seed gives the same intervals
 * @param confidence share strictly between 0 and 1 (default 0.95)
 * @param draws      posterior draws per place, whole number ≥ 100 (default 2,000)
 * @returns one score per place, in the order given and in the unit of `values`; null when no place has an answer
 * @throws RangeError naming the value outside these ranges
 *
 * Source: Gelman et al. (2013), "Bayesian Data Analysis", ch. 5; Laird & Louis (1989) on ranking by posterior.
 */
export function shrunkenScores(
  counts: readonly (readonly number[])[],
  values: readonly number[],
  random: Random,
  confidence = 0.95,
  draws = 2000,
): ShrunkenScores | null {
  requireOpenShare('confidence', confidence);
  requireWhole('draws', draws, 100);
  for (const row of counts) {
    if (row.length !== values.length) {
      throw new RangeError(`a place has ${row.length} classes, but there are ${values.length} values`);
    }
  }
  if (!counts.some((row) => row.some((count) => count > 0))) return null;
  const prior = fitDirichletMultinomial(counts);
  const shares = prior.alpha.map((alpha) => alpha / prior.precision);
  const precisions = drawPrecisions(random, precisionPosterior(counts, shares), draws);
  const samples = counts.map((row) => drawScores(random, row, shares, precisions, values));
  const ranks = rankSummaries(samples, draws);
  const places = counts.map((row, place): ShrunkenScore => {
    const n = row.reduce((sum, count) => sum + count, 0);
    const sorted = samples[place]!.slice().sort();
    const tail = (1 - confidence) / 2;
    return {
      n,
      raw: n > 0 ? weightedMean(row, values) : null,
      shrunken: weightedMean(
        row.map((count, k) => count + prior.alpha[k]!),
        values,
      ),
      low: sorted[Math.floor(tail * draws)]!,
      high: sorted[Math.min(draws - 1, Math.ceil((1 - tail) * draws) - 1)]!,
      ownShare: n / (n + prior.precision),
      ...ranks[place]!,
    };
  });
  return { prior, places };
}

function weightedMean(weights: readonly number[], values: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.reduce((sum, weight, k) => sum + weight * values[k]!, 0) / total;
}

function drawPrecisions(
  random: Random,
  posterior: { precision: number; probability: number }[],
  draws: number,
): Float64Array {
  return Float64Array.from({ length: draws }, () => {
    let left = random();
    for (const { precision, probability } of posterior) {
      left -= probability;
      if (left <= 0) return precision;
    }
    return posterior.at(-1)!.precision;
  });
}

/** Scores of Dirichlet draws, through gamma draws, without building the mixes. */
function drawScores(
  random: Random,
  row: readonly number[],
  shares: readonly number[],
  precisions: Float64Array,
  values: readonly number[],
): Float64Array {
  return precisions.map((precision) => {
    let total = 0;
    let score = 0;
    for (let k = 0; k < values.length; k++) {
      const part = drawGamma(random, row[k]! + shares[k]! * precision);
      total += part;
      score += part * values[k]!;
    }
    return score / total;
  });
}

function rankSummaries(samples: Float64Array[], draws: number) {
  const places = samples.length;
  const quarter = Math.max(1, Math.round(places / 4));
  const top = new Float64Array(places);
  const bottom = new Float64Array(places);
  const rank = new Float64Array(places);
  const column = new Float64Array(places);
  for (let i = 0; i < draws; i++) {
    for (let place = 0; place < places; place++) column[place] = samples[place]![i]!;
    column.sort();
    for (let place = 0; place < places; place++) {
      const below = countBelow(column, samples[place]![i]!);
      rank[place]! += places - below;
      if (below >= places - quarter) top[place]!++;
      if (below < quarter) bottom[place]!++;
    }
  }
  return samples.map((_, place) => ({
    topQuarter: top[place]! / draws,
    bottomQuarter: bottom[place]! / draws,
    expectedRank: rank[place]! / draws,
  }));
}

/** How many of the rising numbers are below the value. */
function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
