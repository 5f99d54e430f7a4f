import snowball from 'snowball-stemmers';

/** A remembering Snowball stemmer for one language, or null where the language has none. */
export function stemmerOf(language: string | null): ((word: string) => string) | null {
  if (language === null) return null;
  const stemmer = snowball.newStemmer(language);
  return (word) => (word.length > 40 ? word : stemmer.stem(word));
}
