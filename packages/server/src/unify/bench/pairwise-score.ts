// Pairwise precision and recall of profiles: pairs of records that stand in one profile against those that should.
import type { MatchedPair } from '../matching/match-records.ts';

export interface PairwiseScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly truePairs: number;
  readonly falsePairs: number;
}

/** Links join, and what they join is one profile: pairs follow from pairs. */
export function pairwiseScore(persons: readonly string[], linked: readonly MatchedPair[]): PairwiseScore {
  const profiles = profilesOf(persons.length, linked);
  const found = pairsWithin(profiles);
  const truePairs = pairsWithin(persons);
  const both = pairsWithin(persons.map((person, at) => `${person}|${profiles[at]}`));
  const precision = found === 0 ? 1 : both / found;
  const recall = truePairs === 0 ? 1 : both / truePairs;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, truePairs, falsePairs: found - both };
}

function profilesOf(count: number, linked: readonly MatchedPair[]): number[] {
  const parent = Array.from({ length: count }, (_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top]!;
    return top;
  };
  for (const { pair } of linked) parent[root(pair[0])] = root(pair[1]);
  return parent.map((_, at) => root(at));
}

function pairsWithin(groups: readonly (string | number)[]): number {
  const sizes = new Map<string | number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
