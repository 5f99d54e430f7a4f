/** Which words of a general lexicon hold in what customers write: "fire" is four in Danish, and nothing bad. */
import { tokensOf } from '../src/segments/tokens.ts';
import type { Review } from './read-sets.ts';

type Words = readonly (readonly [string, number])[];

/** A word that stands in fewer comments is left as it is. */
const leastComments = 4;

/**
 * The words without those whose comments are not more often of their feeling than comments are anyhow.
 * @param words with their strength −1 … 1
 */
export function fittingWords(words: Words, comments: readonly Review[]): Words {
  const labels = new Map<string, Record<Review['label'], number>>();
  const all = { positive: 0, neutral: 0, negative: 0 };
  for (const { text, label } of comments) {
    all[label] += 1;
    for (const word of new Set(tokensOf(text).map((token) => token.text))) {
      const counts = labels.get(word) ?? { positive: 0, neutral: 0, negative: 0 };
      counts[label] += 1;
      labels.set(word, counts);
    }
  }
  return words.filter(([word, strength]) => {
    const counts = labels.get(word.toLowerCase());
    if (counts === undefined || sum(counts) < leastComments) return true;
    const own = strength > 0 ? 'positive' : 'negative';
    return counts[own] / sum(counts) > all[own] / sum(all);
  });
}

const sum = (counts: Record<Review['label'], number>) => counts.positive + counts.neutral + counts.negative;
