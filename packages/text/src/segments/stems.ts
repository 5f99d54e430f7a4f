import snowball from 'snowball-stemmers';

export interface Stem {
  (word: string): string;
  /** Whether it only cuts ends off, so that a word begins with its stem once both are `unaccented`. */
  readonly cuts: boolean;
}

const rememberedWords = 40_000;
/** Snowball's other stemmers also put letters in the place of others: `happily` becomes `happili`. */
const cutting = new Set(['swedish', 'danish', 'norwegian', 'german']);

/** A remembering Snowball stemmer for one language, or null where the language has none. */
export function stemmerOf(language: string | null): Stem | null {
  if (language === null) return null;
  const stemmer = snowball.newStemmer(language);
  const known = new Map<string, string>();
  const stem = (word: string) => {
    if (word.length > 40) return word;
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= rememberedWords) known.clear();
    const made = stemmer.stem(word);
    known.set(word, made);
    return made;
  };
  return Object.assign(stem, { cuts: cutting.has(language) });
}

/** A word without what stands over its letters, and with `ss` for `ß`, which stemmers change. */
export function unaccented(word: string): string {
  if (!/[^a-z]/.test(word)) return word;
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
}
