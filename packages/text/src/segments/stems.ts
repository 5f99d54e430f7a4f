import snowball from 'snowball-stemmers';

const rememberedWords = 40_000;

/** A remembering Snowball stemmer for one language, or null where the language has none. */
export function stemmerOf(language: string | null): ((word: string) => string) | null {
  if (language === null) return null;
  const stemmer = snowball.newStemmer(language);
  const known = new Map<string, string>();
  return (word) => {
    if (word.length > 40) return word;
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= rememberedWords) known.clear();
    const stem = stemmer.stem(word);
    known.set(word, stem);
    return stem;
  };
}
