import type { Analyse, AnalyseOptions, TextAnalysis, TopicTree } from '@lyhord/contract';
import { flagsOf } from './flags/flags.ts';
import { keyphrasesOf } from './keyphrases/keyphrases.ts';
import { detectLanguage } from './language/detect-language.ts';
import { packOf } from './languages/languages.ts';
import { type Phrasebook, phrasebookOf, type Sign } from './languages/phrasebook.ts';
import { mentionsOf } from './mentions.ts';
import { opinionsOf } from './opinions/opinions.ts';
import { redact } from './redaction/redact.ts';
import { clausesOf } from './segments/clauses.ts';
import type { Found } from './segments/pattern-index.ts';
import { type Token, tokensOf } from './segments/tokens.ts';
import { sentimentOf } from './sentiment.ts';
import { shippedTopics } from './topics/shipped-topics.ts';
import { TopicMatcher } from './topics/topic-matcher.ts';

/** Name and version of the engine; stored with every analysis, changes when its answers change. */
export const engineVersion = 'lyhord-text 0.1.0';

/** Longer texts are cut here (UTF-16 units), with the flag `truncated`. */
export const longestText = 20_000;

export interface AnalyserOptions {
  /** The topic tree to look for; the shipped one where none is given. */
  readonly topics?: TopicTree | undefined;
}

/**
 * Makes the engine: a pure function from a text to its language, sentiment, mentions, topics, flags and redaction.
 * It never throws, for any string. Make it once per worker and topic tree: it remembers the words that it has seen.
 */
export function createAnalyser(options: AnalyserOptions = {}): Analyse {
  const phrasebooks = new Map<string, Phrasebook>();
  const bookOf = (language: string): Phrasebook => {
    const pack = packOf(language) ?? (packOf('en') as NonNullable<ReturnType<typeof packOf>>);
    const book = phrasebooks.get(pack.code) ?? phrasebookOf(pack);
    phrasebooks.set(pack.code, book);
    return book;
  };
  const matcher = new TopicMatcher(options.topics ?? shippedTopics, (language) =>
    packOf(language) === null ? null : bookOf(language).stem,
  );
  return (text, told = {}) => analyse(text, told, bookOf, matcher);
}

function analyse(
  original: string,
  told: AnalyseOptions,
  bookOf: (language: string) => Phrasebook,
  matcher: TopicMatcher,
): TextAnalysis {
  const { kept, truncated } = cut(original);
  const { redacted, redactions } = redact(kept);
  const tokens = outside(redactions, tokensOf(redacted));
  const { language, confidence } = detectLanguage(redacted, tokens, told.languageHint, told.locale);
  const book = bookOf(language);
  const signs = book.signs.find(tokens);
  const clauses = clausesOf(tokens, firstsOf(signs, 'contrast'), book.abbreviations);
  const opinions = clauses.map((clause) => opinionsOf(tokens, clause, signs));
  const matches = matcher.find(tokens, language);
  const { sentiment, wordsScore } = sentimentOf(clauses, opinions, told.score);
  const mentions = mentionsOf({ tokens, clauses, opinions, matches, signs, score: told.score, wordsScore });
  return {
    language,
    languageConfidence: confidence,
    sentiment,
    mentions,
    topics: [...new Set(matches.map((match) => match.topic))],
    keyphrases: phrasesOf(redacted, tokens, book, signs, matches, clauses),
    flags: flagsOf({
      tokens,
      signs,
      wordsScore,
      score: told.score,
      truncated,
      praisesStaff: mentions.some((one) => one.aspect.startsWith('service.staff') && one.polarity >= 0.35),
      sentenceStarts: new Set(clauses.map((clause) => clause.first)),
    }),
    redacted,
    redactions,
    engine: engineVersion,
  };
}

function cut(text: string): { kept: string; truncated: boolean } {
  if (text.length <= longestText) return { kept: text, truncated: false };
  const code = text.charCodeAt(longestText - 1);
  const splitsPair = code >= 0xd800 && code <= 0xdbff;
  return { kept: text.slice(0, splitsPair ? longestText - 1 : longestText), truncated: true };
}

/** Masks are no words of the customer's. */
function outside(redactions: TextAnalysis['redactions'], tokens: Token[]): Token[] {
  if (redactions.length === 0) return tokens;
  let next = 0;
  return tokens.filter((token) => {
    while (next < redactions.length && (redactions[next]?.end ?? 0) <= token.start) next += 1;
    const redaction = redactions[next];
    return redaction === undefined || token.end <= redaction.start;
  });
}

function firstsOf(signs: readonly Found<Sign>[], role: Sign['role']): Set<number> {
  return new Set(signs.filter((sign) => sign.payload.role === role).map((sign) => sign.first));
}

function phrasesOf(
  text: string,
  tokens: readonly Token[],
  book: Phrasebook,
  signs: readonly Found<Sign>[],
  matches: readonly { first: number; last: number }[],
  clauses: readonly { first: number }[],
): string[] {
  const weights = new Map<number, number>();
  for (const match of matches) for (let i = match.first; i <= match.last; i++) weights.set(i, 1);
  for (const sign of signs) {
    if (sign.payload.role !== 'opinion') continue;
    for (let i = sign.first; i <= sign.last; i++) weights.set(i, (weights.get(i) ?? 0) + 0.6);
  }
  return keyphrasesOf(text, tokens, book.stopWords, new Set(clauses.map((clause) => clause.first)), weights);
}
