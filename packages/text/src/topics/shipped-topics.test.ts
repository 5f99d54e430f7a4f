import { expect, it } from 'vitest';
import { languagePacks } from '../languages/languages.ts';
import { Phrasebooks } from '../languages/phrasebooks.ts';
import { tokensOf } from '../segments/tokens.ts';
import { shippedTopics } from './shipped-topics.ts';
import { TopicMatcher } from './topic-matcher.ts';

const books = new Phrasebooks();
const stemOf = (language: string) => books.stemOf(language);
const shipped = new TopicMatcher(shippedTopics, stemOf);
const parents = new Map(shippedTopics.topics.map(({ key, parent }) => [key, parent]));
const lies = (key: string | null, under: string): boolean =>
  key !== null && (key === under || lies(parents.get(key) ?? null, under));
const topicsOf = (text: string, language: string) =>
  shipped.find(tokensOf(text), language).map(({ topic }) => topic);

it('every word of the tree finds its topic, or one below it', () => {
  const lost = languagePacks.flatMap(({ code }) =>
    shippedTopics.topics.flatMap(({ key, words }) =>
      (words[code] ?? [])
        .filter((word) => !word.startsWith('*'))
        .filter((word) => !topicsOf(word.replaceAll('*', ''), code).some((topic) => lies(topic, key)))
        .map((word) => `${code} ${key}: ${word}`),
    ),
  );
  expect(lost).toEqual([]);
});

it('words of everyday speech that share a stem with a topic speak of none', () => {
  const spoken: Record<string, string> = {
    sv: 'första gången, varje gång, flera gånger, i gott skick, jag märkte, en kass dag, bilen, boken, när jag kom',
    da: 'mange gange, første gang, og så videre, bag ved, jeg plejer, bilen',
    nb: 'mange ganger, første gang, jeg pleier, bilen',
    en: 'good, close to it, well organized, in an hour, you save, who is responsible, a good book',
    de: 'das wäre schön, alles lief gut, problemlos, eine große Freude, auf den Punkt, daran lag es',
  };
  for (const [language, list] of Object.entries(spoken)) {
    for (const words of list.split(', ')) expect([words, topicsOf(words, language)]).toEqual([words, []]);
  }
});

it('an exclusion holds for all forms of its stem, but takes no word of its own topic away', () => {
  const names = { en: 'Price' };
  const topic = {
    key: 'price',
    parent: null,
    names,
    words: { sv: ['priser'] },
    exclusions: { sv: ['prisad'] },
  };
  const of = (exclusion: string, text: string) => {
    const tree = { topics: [{ ...topic, exclusions: { sv: [exclusion] } }] };
    return new TopicMatcher(tree, stemOf).find(tokensOf(text), 'sv').length;
  };
  expect(of('prisad', 'bra priser')).toBe(1);
  expect(of('prisad', 'en prisad film')).toBe(0);
  expect(of('bensin priser', 'höga bensin priser')).toBe(0);
});
