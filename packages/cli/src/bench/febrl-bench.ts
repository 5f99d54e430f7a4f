import { join } from 'node:path';
import { measureFebrl, measureHouseholds } from '@lyhord/server';
import { atLeast, atMost, type Bench, told } from './figure.ts';

const folder = join(process.env.LYHORD_DATA_SETS ?? '../shared/data', 'febrl');

/** Probabilistic matching: FEBRL sets 1 and 2, and families that share a household. */
export const febrlBench: Bench = {
  name: 'febrl',
  summary: 'matching of persons: FEBRL sets 1 and 2, families in one household',
  async *run() {
    const sets = await measureFebrl(folder);
    if (!sets) {
      yield told(
        `skipped FEBRL: there is no ${folder}; set LYHORD_DATA_SETS to the folder of the data sets`,
        0,
        'files',
      );
    }
    for (const { set, withNumber, score } of sets ?? []) {
      const name = `FEBRL set ${set}, ${withNumber ? 'all fields' : 'without social security number'}`;
      yield withNumber
        ? atLeast(`${name}: pairwise F1 of what is linked`, score.f1, 0.995, 'F1')
        : told(`${name}: pairwise F1 of what is linked`, score.f1, 'F1');
      yield told(`${name}: precision`, score.precision, 'share');
      yield told(`${name}: recall`, score.recall, 'share');
      yield told(`${name}: pairs left to a person`, score.forReview, 'pairs');
      yield told(`${name}: recall once they are decided rightly`, score.recallAfterReview, 'share');
    }
    const { householdPairs, score } = measureHouseholds();
    yield told('families: pairs of two members of one household', householdPairs, 'pairs');
    yield atMost(
      'families: false merges in 10,000 such pairs',
      (10_000 * score.falsePairs) / householdPairs,
      1,
      'merges',
    );
    yield told('families: recall of persons who are there twice', score.recall, 'share');
    yield told('families: pairs left to a person', score.forReview, 'pairs');
    yield told('families: recall once they are decided rightly', score.recallAfterReview, 'share');
  },
};
