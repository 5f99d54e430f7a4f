import type { Topic } from '@lyhord/contract';
import { patternsOf } from '../../languages/language-pack.ts';

type ByLanguage = Readonly<Record<string, string>>;

/** One shipped topic; words are comma separated patterns per language, as in `LanguagePack`. */
export function topic(
  key: string,
  parent: string | null,
  names: ByLanguage,
  words: ByLanguage,
  exclusions: ByLanguage = {},
): Topic {
  return { key, parent, names: { ...names }, words: byPattern(words), exclusions: byPattern(exclusions) };
}

function byPattern(lists: ByLanguage): Record<string, string[]> {
  return Object.fromEntries(Object.entries(lists).map(([language, list]) => [language, patternsOf(list)]));
}
