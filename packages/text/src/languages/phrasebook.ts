/** One language made ready for use: all its patterns in one index, built on first use. */
import { type Lexicon, strengthIn } from '../model/lexicon.ts';
import { PatternIndex } from '../segments/pattern-index.ts';
import { type Stem, stemmerOf } from '../segments/stems.ts';
import type { Token } from '../segments/tokens.ts';
import { WordMemory, WordNumbers } from '../segments/word-memory.ts';
import { shippedTopics } from '../topics/shipped-topics.ts';
import { type LanguagePack, patternsOf } from './language-pack.ts';
import { MissingLetters } from './missing-letters.ts';

export type Sign =
  | {
      readonly role: 'opinion';
      readonly strength: number;
      readonly emotion: null;
      readonly judged?: 'by words';
    }
  | { readonly role: 'emotion'; readonly strength: 0; readonly emotion: keyof LanguagePack['emotions'] }
  | { readonly role: MarkerRole; readonly strength: 0; readonly emotion: null };

const markerRoles = [
  'negators',
  'notOnly',
  'intensifiers',
  'diminishers',
  'failures',
  'waits',
  'lengthy',
  'brief',
  'contrast',
  'questions',
  'requests',
  'wantsAnswer',
  'threatToLeave',
  'legalRisk',
  'safetyRisk',
] as const;
export type MarkerRole = (typeof markerRoles)[number];

export interface Phrasebook {
  readonly code: string;
  readonly signs: PatternIndex<Sign>;
  readonly letters: MissingLetters;
  readonly stem: Stem | null;
  readonly stopWords: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
  readonly joining: ReadonlySet<string>;
  /** Whether a token is a word that says something by itself. */
  readonly isContent: (token: Token) => boolean;
  /** Strength −1 … 1 of a word that the pack itself does not name, 0 where nothing is known. */
  readonly strengthOf: (word: Token) => number;
}

/** @param lexicon words beside the pack's own; they count for less, since nobody chose them for customers' talk */
export function phrasebookOf(pack: LanguagePack, lexicon: Lexicon | null = null): Phrasebook {
  const signs = new PatternIndex<Sign>();
  for (const [strength, list] of pack.opinions) {
    for (const pattern of patternsOf(list)) signs.add(pattern, { role: 'opinion', strength, emotion: null });
  }
  for (const role of markerRoles) {
    for (const pattern of patternsOf(pack[role])) signs.add(pattern, { role, strength: 0, emotion: null });
  }
  for (const [emotion, list] of Object.entries(pack.emotions)) {
    for (const pattern of patternsOf(list)) {
      signs.add(pattern, {
        role: 'emotion',
        strength: 0,
        emotion: emotion as keyof LanguagePack['emotions'],
      });
    }
  }
  const stopWords = new Set(pack.stopWords.split(/\s+/));
  const stem = stemmerOf(pack.stemmer);
  return {
    code: pack.code,
    signs,
    letters: new MissingLetters(unitsOf(pack)),
    stem: stem === null ? null : stemOutside(stopWords, stem),
    stopWords,
    abbreviations: new Set(patternsOf(pack.abbreviations)),
    joining: new Set(patternsOf(pack.joining)),
    isContent: rememberedContent(stopWords),
    strengthOf: lexicon === null ? () => 0 : rememberedStrengths(lexicon, stopWords),
  };
}

/** A small word is its own stem, apart from the stems of others. */
function stemOutside(stopWords: ReadonlySet<string>, stem: Stem): Stem {
  const stemOf = (word: string) => (stopWords.has(word) ? `=${word}` : stem(word));
  return Object.assign(stemOf, { cuts: stem.cuts });
}

/** All words that the pack and the shipped topics know in the language, and beginnings of words (`begin*`). */
function unitsOf(pack: LanguagePack): string[] {
  const markers = markerRoles.map((role) => pack[role]);
  const opinions = pack.opinions.map(([, list]) => list);
  const lists = [...opinions, ...markers, ...Object.values(pack.emotions)].flatMap(patternsOf);
  const topics = shippedTopics.topics.flatMap(({ words }) => words[pack.code] ?? []);
  const units = [...lists, ...topics].flatMap((pattern) => pattern.toLowerCase().split(/\s+/));
  return [...units.map((unit) => unit.replace(/^\*/, '')), ...pack.stopWords.split(/\s+/)];
}

const lexiconWeight = 0.7;

function rememberedStrengths(lexicon: Lexicon, stopWords: ReadonlySet<string>): (word: Token) => number {
  const known = new WordNumbers(1, (length) => new Float64Array(length));
  const strengthOf = (text: string) => (stopWords.has(text) ? 0 : lexiconWeight * strengthIn(lexicon, text));
  return ({ id, text }) => {
    const before = known.find(id);
    const at = before >= 0 ? before : known.set(id, [strengthOf(text)]);
    return known.numbers[at] as number;
  };
}

function rememberedContent(stopWords: ReadonlySet<string>): (token: Token) => boolean {
  const known = new WordMemory<boolean>();
  return ({ id, text, kind }) => {
    if (kind !== 'word' || text.length < 2) return false;
    const before = known.get(id);
    if (before !== undefined) return before;
    const content = !stopWords.has(text) && !/^[\d.,:]+$/.test(text);
    known.set(id, content);
    return content;
  };
}
