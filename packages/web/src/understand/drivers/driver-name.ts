import { named, useWords } from '../../words/index.ts';

/** What a driver is called: a topic by its own name, a fact or a rating in the reader's words. */
export function useDriverName(): (driver: { key: string; label: string }) => string {
  const { drivers: words, terms } = useWords();
  return ({ key, label }) => {
    if (key.startsWith('fact.')) return named(words.facts, key.slice(5));
    return key === label ? named(terms.metrics, key.replace(/^(feeling|criterion)\./, '')) : label;
  };
}
