import type { AnalyseOptions, Mention, TextAnalysis, TopicTree } from '@lyhord/contract';
import { feelingMention } from './feelings/feeling-mention.ts';
import { flagsOf } from './flags/flags.ts';
import { keyphrasesOf } from './keyphrases/keyphrases.ts';
import { detectLanguage } from './language/detect-language.ts';
import { Phrasebooks } from './languages/phrasebooks.ts';
import { AspectJudge } from './mentions.ts';
import { ModelShelf } from './model/model-shelf.ts';
import { placeOf } from './model/term-features.ts';
import { labelOf, type PlainLabel, scoreOf } from './polarity.ts';
import { type Reading, readTokens } from './reading.ts';
import { redact } from './redaction/redact.ts';
import { type Token, tokensOf } from './segments/tokens.ts';
import { sentimentOf } from './sentiment.ts';
import { shippedTopics } from './topics/shipped-topics.ts';
import { type TopicMatch, TopicMatcher } from './topics/topic-matcher.ts';
import { TopicHints, trainedTopics } from './topics/trained-topics.ts';

/** Name and version of the engine; stored with every analysis, changes when its answers change. */
export const engineVersion = 'lyhord-text 0.3.2';

/** Longer texts are cut here (UTF-16 units), with the flag `truncated`. */
export const longestText = 20_000;

export interface EngineOptions {
  /** The topic tree to look for; the shipped one where none is given. */
  readonly topics?: TopicTree | undefined;
  /** Bytes of model files, the preferred first; without any the engine judges by its own word lists alone. */
  readonly models?: readonly Uint8Array[] | undefined;
}

/** A span whose polarity is asked for, in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface JudgedSpan extends Span {
  readonly label: PlainLabel;
  /** −1 … 1 */
  readonly polarity: number;
}

export interface Analysed {
  readonly analysis: TextAnalysis;
  /** One for each span asked for, in the same order; a span without words is neutral. */
  readonly terms: JudgedSpan[];
}

/** The engine behind `createAnalyser`, which can also judge spans that somebody names. */
export class TextEngine {
  private readonly shelf: ModelShelf;
  private readonly books: Phrasebooks;
  private readonly matcher: TopicMatcher;
  private readonly hints: TopicHints;
  /** Keys of the tree's feelings that the workspace wants to give. */
  private readonly feelings: ReadonlySet<string>;

  constructor(options: EngineOptions = {}) {
    const { shelf, books } = learnedFrom(options.models ?? noModels);
    this.shelf = shelf;
    this.books = books;
    this.matcher = new TopicMatcher(options.topics ?? shippedTopics, (language) =>
      this.books.stemOf(language),
    );
    this.hints = new TopicHints(this.books);
    const { topics } = options.topics ?? shippedTopics;
    this.feelings = new Set(topics.filter(({ kind }) => kind === 'feeling').map(({ key }) => key));
  }

  analyse(original: string, told: AnalyseOptions = {}, spans: readonly Span[] = []): Analysed {
    const { kept, truncated } = cut(original);
    const { redacted, redactions } = redact(kept);
    const tokens = outside(redactions, tokensOf(redacted));
    const { language, confidence } = detectLanguage(tokens, told.languageHint, told.locale);
    const reading = readTokens(tokens, this.books.of(language));
    const { sentiment, wordsScore } = sentimentOf(reading, language, this.shelf, told.score);
    const judge = new AspectJudge(reading, this.shelf, language, wordsScore, told.score);
    const matches = this.topicsIn(reading, language);
    const mentions = this.mentionsOf(matches, reading, judge);
    const analysis: TextAnalysis = {
      language,
      languageConfidence: confidence,
      sentiment,
      mentions,
      topics: [...new Set(matches.map((match) => match.topic))],
      keyphrases: keyphrasesOf(redacted, reading, matches),
      flags: flagsOf({
        ...{ reading, wordsScore, truncated },
        score: told.score,
        praisesStaff: mentions.some((one) => one.aspect.startsWith('service.staff') && one.polarity >= 0.35),
      }),
      redacted,
      redactions,
      engine: engineVersion,
    };
    return { analysis, terms: judgeSpans(spans, tokens, judge) };
  }

  private topicsIn(reading: Reading, language: string): TopicMatch[] {
    const trained = this.shelf.topics();
    if (trained === null) return this.matcher.find(reading.tokens, language);
    const topics = trainedTopics(trained, reading, this.hints.of(reading, language));
    if (this.feelings.size === 0) return topics;
    const felt = this.matcher.find(reading.tokens, language).filter(({ topic }) => this.feelings.has(topic));
    return [...topics, ...felt].sort((a, b) => a.first - b.first);
  }

  private mentionsOf(matches: readonly TopicMatch[], reading: Reading, judge: AspectJudge): Mention[] {
    if (this.feelings.size === 0) return judge.mentions(matches);
    const isFeeling = ({ topic }: TopicMatch) => this.feelings.has(topic);
    const feelings = matches.filter(isFeeling).flatMap((match) => feelingMention(match, reading) ?? []);
    const topics = judge.mentions(matches.filter((match) => !isFeeling(match)));
    return [...topics, ...feelings].sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

interface Learned {
  readonly shelf: ModelShelf;
  readonly books: Phrasebooks;
}

const noModels: readonly Uint8Array[] = [];
const learned = new WeakMap<readonly Uint8Array[], Learned>();

/** Engines made with the same array of models share what they know and remember, whatever topics they look for. */
function learnedFrom(models: readonly Uint8Array[]): Learned {
  const known = learned.get(models);
  if (known !== undefined) return known;
  const shelf = new ModelShelf(models);
  const made = { shelf, books: new Phrasebooks(shelf.lexicons) };
  learned.set(models, made);
  return made;
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

function judgeSpans(spans: readonly Span[], tokens: readonly Token[], judge: AspectJudge): JudgedSpan[] {
  const places = spans.map((span) => placeOf(tokens, span));
  const known = places.filter((place) => place !== null);
  const shares = judge.sharesOf(known);
  let next = 0;
  return spans.map(({ start, end }, i) => {
    const judged = places[i] === null ? undefined : shares[next++];
    if (judged === undefined) return { start, end, label: 'neutral', polarity: 0 };
    return { start, end, label: labelOf(judged), polarity: scoreOf(judged) };
  });
}
