/** Which languages know a word by hand, as an opinion or as part of a topic: what pieces of a short word leave open. */
import { patternsOf } from '../languages/language-pack.ts';
import { languagePacks } from '../languages/languages.ts';
import { PatternIndex } from '../segments/pattern-index.ts';
import type { Token } from '../segments/tokens.ts';
import { shippedTopics } from '../topics/shipped-topics.ts';

let made: PatternIndex<string> | null = null;

function index(): PatternIndex<string> {
  if (made !== null) return made;
  made = new PatternIndex<string>();
  for (const { code, opinions } of languagePacks) {
    const lists = shippedTopics.topics.map((topic) => topic.words[code] ?? []);
    const patterns = [...opinions.flatMap(([, list]) => patternsOf(list)), ...lists.flat()];
    for (const pattern of new Set(patterns)) if (isOwnWord(pattern)) made.add(pattern, code);
  }
  return made;
}

const none: readonly string[] = [];
const leastLetters = 4;

/** A single word of some length; a pattern that only says how a word ends fits words of other languages. */
const isOwnWord = (pattern: string): boolean =>
  !/\s/.test(pattern) && !pattern.startsWith('*') && pattern.replaceAll('*', '').length >= leastLetters;

/** Codes of the languages that know a word; none where no language does. */
export function speakersOf(word: Token): readonly string[] {
  const found = index().find([word]);
  return found.length === 0 ? none : [...new Set(found.map(({ payload }) => payload))];
}
