// Measures the matching of persons: on the FEBRL sets, and on families that share a household.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Matching, matchRecords, reviewAbove } from '../matching/match-records.ts';
import { customerScheme, type MatchScheme } from '../matching/match-scheme.ts';
import { febrlRecords, febrlScheme, type LabelledRecords } from './febrl-records.ts';
import { householdRecords } from './household-records.ts';
import { type PairwiseScore, pairwiseScore } from './pairwise-score.ts';

export interface MatchingScore extends PairwiseScore {
  /** Pairs that a person would be asked about. */
  readonly forReview: number;
  /** Share of the records' pairs of one person that stand in one profile once a person has decided rightly. */
  readonly recallAfterReview: number;
  readonly records: number;
}

/** Scores by FEBRL set; null where the folder has none. */
export async function measureFebrl(
  folder: string,
): Promise<{ set: 1 | 2; withNumber: boolean; score: MatchingScore }[] | null> {
  if (!existsSync(join(folder, 'dataset1.csv'))) return null;
  const scores = [];
  for (const set of [1, 2] as const) {
    const labelled = await febrlRecords(join(folder, `dataset${set}.csv`));
    for (const withNumber of [true, false]) {
      scores.push({ set, withNumber, score: scoreOf(labelled, febrlScheme(withNumber)) });
    }
  }
  return scores;
}

/** False merges among pairs of two persons of one household. */
export function measureHouseholds(families = 3_000): { householdPairs: number; score: MatchingScore } {
  const labelled = householdRecords(families, 20_261_122);
  const households = labelled.persons.map((person) => person.slice(0, person.indexOf('-')));
  const sizes = new Map<string, number>();
  for (const household of households) sizes.set(household, (sizes.get(household) ?? 0) + 1);
  const within = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const score = scoreOf(labelled, customerScheme);
  return { householdPairs: within - score.truePairs, score };
}

function scoreOf({ records, persons }: LabelledRecords, scheme: MatchScheme): MatchingScore {
  const { pairs } = finished(matchRecords(records, scheme, reviewAbove));
  const linked = pairs.filter(({ mayLink }) => mayLink);
  const rightly = pairs.filter(({ pair: [a, b] }) => persons[a] === persons[b]);
  return {
    ...pairwiseScore(persons, linked),
    forReview: pairs.length - linked.length,
    recallAfterReview: pairwiseScore(persons, rightly).recall,
    records: records.length,
  };
}

function finished(matching: Generator<void, Matching>): Matching {
  for (;;) {
    const step = matching.next();
    if (step.done) return step.value;
  }
}
