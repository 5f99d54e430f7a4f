import { normalQuantile } from '../distributions/normal.ts';
import { benjaminiHochberg } from '../multiplicity/adjusted-p-values.ts';
import { requireOpenShare, requirePositive, requireWhole } from '../ranges.ts';
import { logGamma } from '../special/log-gamma.ts';
import { wordLogOdds } from './word-log-odds.ts';

/** One word in one family of comparisons: the same word at five places is five of them. */
export interface WordToCompare {
  word: string;
  /** comments with the word in the group looked at, and in the rest */
  own: number;
  rest: number;
  /** all comments of the group, and of the rest */
  ownTotal: number;
  restTotal: number;
}

/** How much more (or less) a word is said in the group. */
export interface ComparedWord extends WordToCompare {
  /** log odds ratio with prior; above 0: more in the group */
  logOdds: number;
  low: number;
  high: number;
  z: number;
  /** exact, two-sided or upper-sided as asked; adjusted for all words compared at once (Benjamini–Hochberg) */
  adjustedP: number;
}

/**
 * Compares how often words are said in groups of comments, with p-values that hold for small counts, too: given in how
 * many comments a word stands at all, the number in the group is hypergeometric where nothing differs (Fisher's exact
 * test). Exact p-values of counts are conservative, so that calling everything with `adjustedP` ≤ q a finding keeps
 * the expected share of false ones at q or less.
 *
 * Leave words out beforehand by how many comments have them in all, never by how many have them in the group: that
 * would choose the findings.
 *
 * @param words  counts of comments, whole numbers ≥ 0; `own` ≤ `ownTotal`, `rest` ≤ `restTotal`
 * @param options `side` 'more' asks only for words said more in the group (default 'both'); `priorComments` is what
 *                the prior of the log odds is worth (default 100); `confidence` of their intervals (default 0.95)
 * @returns in the order given
 * @throws RangeError naming a count that does not fit
 *
 * Source: Fisher (1935), JRSS 98, 39–82; log odds after Monroe, Colaresi & Quinn (2008).
 * @example compareWords([{ word: 'queue', own: 8, rest: 2, ownTotal: 20, restTotal: 40 }])[0] // { adjustedP: 0.00279, logOdds: 0.5198 }
 */
export function compareWords(
  words: readonly WordToCompare[],
  options: { side?: 'both' | 'more'; priorComments?: number; confidence?: number } = {},
): ComparedWord[] {
  const { side = 'both', priorComments = 100, confidence = 0.95 } = options;
  requirePositive('priorComments', priorComments);
  requireOpenShare('confidence', confidence);
  const wide = normalQuantile((1 + confidence) / 2);
  const p = words.map((word) => {
    requireWhole(`own of ${word.word}`, word.own, 0, word.ownTotal);
    requireWhole(`rest of ${word.word}`, word.rest, 0, word.restTotal);
    const more = upperTail(word);
    if (side === 'more') return more;
    const { own, rest, ownTotal, restTotal } = word;
    return Math.min(
      1,
      2 * Math.min(more, upperTail({ own: rest, rest: own, ownTotal: restTotal, restTotal: ownTotal })),
    );
  });
  const adjusted = benjaminiHochberg(p);
  return words.map((word, index) => {
    const inside = { hits: word.own, documents: word.ownTotal };
    const found = wordLogOdds(inside, { hits: word.rest, documents: word.restTotal }, priorComments);
    const logOdds = found?.logOdds ?? 0;
    const z = found?.z ?? 0;
    const half = z === 0 ? 0 : wide * Math.abs(logOdds / z);
    return { ...word, logOdds, low: logOdds - half, high: logOdds + half, z, adjustedP: adjusted[index]! };
  });
}

const logChoose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** Probability of so many or more in the group where the word is spread by chance. */
function upperTail({ own, rest, ownTotal, restTotal }: Omit<WordToCompare, 'word'>): number {
  const hits = own + rest;
  const all = ownTotal + restTotal;
  const least = Math.max(0, hits - restTotal);
  if (own <= least) return 1;
  const most = Math.min(hits, ownTotal);
  let term = Math.exp(logChoose(ownTotal, own) + logChoose(restTotal, rest) - logChoose(all, hits));
  let sum = 0;
  for (let x = own; x <= most; x++) {
    sum += term;
    if (x === most || term < sum * 1e-15) break;
    term *= ((ownTotal - x) * (hits - x)) / ((x + 1) * (restTotal - hits + x + 1));
  }
  return Math.min(1, sum);
}
