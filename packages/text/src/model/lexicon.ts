/** A list of opinion words by their hash: words can be looked up in it, but not read out of it. */
import { hashWord } from './word-features.ts';

/** `keys` ascending; `strengths[i]` in hundredths, −100 … 100. */
export interface Lexicon {
  readonly keys: Uint32Array;
  readonly strengths: Int8Array;
}

/** Packs words with strengths −1 … 1; of words given twice the mean counts, and words near 0 are left out. */
export function lexiconOf(words: Iterable<readonly [string, number]>): Lexicon {
  const sums = new Map<number, [number, number]>();
  for (const [word, strength] of words) {
    const key = hashWord(word.toLowerCase());
    const [sum, count] = sums.get(key) ?? [0, 0];
    sums.set(key, [sum + strength, count + 1]);
  }
  const entries = [...sums]
    .map(([key, [sum, count]]) => [key, Math.round((100 * sum) / count)] as const)
    .filter(([, hundredths]) => Math.abs(hundredths) >= 10)
    .sort(([a], [b]) => a - b);
  return {
    keys: Uint32Array.from(entries, ([key]) => key),
    strengths: Int8Array.from(entries, ([, hundredths]) => Math.max(-100, Math.min(100, hundredths))),
  };
}

/** The strength of a word, 0 where the lexicon does not have it. */
export function strengthIn({ keys, strengths }: Lexicon, word: string): number {
  const key = hashWord(word);
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = keys[middle] as number;
    if (at === key) return (strengths[middle] as number) / 100;
    if (at < key) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
