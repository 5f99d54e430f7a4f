/** One language made ready for use: all its patterns in one index, built on first use. */
import { PatternIndex } from '../segments/pattern-index.ts';
import { stemmerOf } from '../segments/stems.ts';
import { type LanguagePack, patternsOf } from './language-pack.ts';

export type Sign =
  | { readonly role: 'opinion'; readonly strength: number }
  | { readonly role: 'emotion'; readonly emotion: keyof LanguagePack['emotions'] }
  | { readonly role: MarkerRole };

const markerRoles = [
  'negators',
  'intensifiers',
  'diminishers',
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
  readonly stem: ((word: string) => string) | null;
  readonly stopWords: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
}

export function phrasebookOf(pack: LanguagePack): Phrasebook {
  const signs = new PatternIndex<Sign>();
  for (const [strength, list] of pack.opinions) {
    for (const pattern of patternsOf(list)) signs.add(pattern, { role: 'opinion', strength });
  }
  for (const role of markerRoles) {
    for (const pattern of patternsOf(pack[role])) signs.add(pattern, { role });
  }
  for (const [emotion, list] of Object.entries(pack.emotions)) {
    for (const pattern of patternsOf(list)) {
      signs.add(pattern, { role: 'emotion', emotion: emotion as keyof LanguagePack['emotions'] });
    }
  }
  const stopWords = new Set(pack.stopWords.split(/\s+/));
  const stem = stemmerOf(pack.stemmer);
  return {
    code: pack.code,
    signs,
    stem: stem === null ? null : (word) => (stopWords.has(word) ? `=${word}` : stem(word)),
    stopWords,
    abbreviations: new Set(patternsOf(pack.abbreviations)),
  };
}
