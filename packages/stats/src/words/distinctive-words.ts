import { normalUpperTail } from '../distributions/normal.ts';
import { benjaminiHochberg } from '../multiplicity/adjusted-p-values.ts';
import { requirePositive, requireWhole } from '../ranges.ts';
import { wordLogOdds } from './word-log-odds.ts';

/** In how many comments a word occurs, in the group looked at and in the rest. Comments, not occurrences. */
export interface WordInGroups {
  word: string;
  own: number;
  rest: number;
}

/** How typical a word is of the group. */
export interface DistinctiveWord extends WordInGroups {
  /** log odds ratio with prior; above 0: more in the group */
  logOdds: number;
  /** log odds ratio over its standard error: rank by this */
  z: number;
  /** two-sided p-value, adjusted for having looked at all these words (Benjamini–Hochberg) */
  adjustedP: number;
}

/**
 * Words that set one group of comments apart from another (this week from before: emerging words; one place from the
 * others: its own themes): `wordLogOdds` of each, ranked, with p-values adjusted for having looked at all of them.
 *
 * @param words    comments with each word, whole numbers ≥ 0
 * @param ownTotal comments in the group, whole number ≥ every `own`
 * @param restTotal comments in the rest, whole number ≥ every `rest`
 * @param priorComments how many comments the prior is worth (default 100); spread over words as they occur in both
 * @returns most typical of the group first
 * @throws RangeError naming a count that does not fit
 *
 * Source: Monroe, Colaresi & Quinn (2008), "Fightin' words", Political Analysis 16, 372–403.
 * @example distinctiveWords([{ word: 'queue', own: 30, rest: 40 }, { word: 'staff', own: 20, rest: 300 }], 100, 1000)[0] // { word: 'queue', z: 7.3106 }
 */
export function distinctiveWords(
  words: readonly WordInGroups[],
  ownTotal: number,
  restTotal: number,
  priorComments = 100,
): DistinctiveWord[] {
  requireWhole('ownTotal', ownTotal);
  requireWhole('restTotal', restTotal);
  requirePositive('priorComments', priorComments);
  const scored = words.map(({ word, own, rest }) => {
    requireWhole(`own of ${word}`, own, 0, ownTotal);
    requireWhole(`rest of ${word}`, rest, 0, restTotal);
    const inside = { hits: own, documents: ownTotal };
    const found = wordLogOdds(inside, { hits: rest, documents: restTotal }, priorComments);
    return { word, own, rest, logOdds: found?.logOdds ?? 0, z: found?.z ?? 0 };
  });
  const adjusted = benjaminiHochberg(scored.map(({ z }) => Math.min(1, 2 * normalUpperTail(Math.abs(z)))));
  return scored.map((each, index) => ({ ...each, adjustedP: adjusted[index]! })).sort((a, b) => b.z - a.z);
}
