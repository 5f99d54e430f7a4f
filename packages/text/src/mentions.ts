import type { Mention } from '@lyhord/contract';
import type { ModelShelf } from './model/model-shelf.ts';
import { type TermPlace, termContext } from './model/term-features.ts';
import { opinionShares } from './opinions/mention-polarity.ts';
import type { Opinion } from './opinions/opinions.ts';
import {
  blended,
  confidenceOf,
  labelOf,
  type PolarityShares,
  scoreOf,
  sharesOfWords,
  withAnswer,
} from './polarity.ts';
import type { Reading } from './reading.ts';
import type { Clause } from './segments/clauses.ts';
import type { Token } from './segments/tokens.ts';
import type { TopicMatch } from './topics/topic-matcher.ts';

/** Share of the term model in a judgement; lower where it learned a neighbour's language. */
const modelWeights: Readonly<Record<string, number>> = { nb: 0.5 };
const usualModelWeight = 0.85;
/**
 * The same where words alone are surer: what failed, how long a wait was (models have met long lists, which are praise),
 * an aspect that is named by a judgement, such as "dirty" or "dear", or nothing but blame that is negated.
 */
const modelWeightOfWords = 0.2;
/** Without an opinion near it an aspect takes this much of the text's feeling. */
const borrowed = 0.6;
/** A text has no more mentions than this; what comes after is counted as topics only. */
const mostMentions = 200;

/** Judges aspects of one text. */
export class AspectJudge {
  private readonly reading: Reading;
  private readonly shelf: ModelShelf;
  private readonly language: string;
  private readonly wordsScore: number;
  private readonly score: number | undefined;

  constructor(
    reading: Reading,
    shelf: ModelShelf,
    language: string,
    wordsScore: number,
    score: number | undefined,
  ) {
    this.reading = reading;
    this.shelf = shelf;
    this.language = language;
    this.wordsScore = wordsScore;
    this.score = score;
  }

  /** Every aspect named, with its exact span and the polarity of what is said of it. */
  mentions(matches: readonly TopicMatch[]): Mention[] {
    const { clauses } = this.reading;
    const named: { topic: string; clause: Clause; place: TermPlace }[] = [];
    for (const { topic, first, last } of matches.slice(0, mostMentions)) {
      const clause = clauses.find((one) => first >= one.first && first <= one.last);
      if (clause !== undefined)
        named.push({ topic, clause, place: { first, last: Math.min(last, clause.last) } });
    }
    const shares = this.sharesOf(named.map((one) => one.place));
    return named.map(({ topic, clause, place }, i) =>
      this.mention(topic, place, clause, shares[i] as PolarityShares),
    );
  }

  /** The polarity of each of the aspects of the text, given by their tokens. */
  sharesOf(places: readonly TermPlace[]): PolarityShares[] {
    if (places.length === 0) return [];
    const { shelf, language } = this;
    const learned = shelf.judgesTerms(language)
      ? shelf.polarityOfTerms(language, termContext(this.reading, places))
      : null;
    return places.map((place, i) => {
      const said = this.said(place, places);
      if (learned === null) return said;
      const usual = modelWeights[language] ?? usualModelWeight;
      const weight = this.isSaidOutright(place) ? modelWeightOfWords : usual;
      return blended(learned[i] as PolarityShares, said, weight);
    });
  }

  private isSaidOutright(place: TermPlace): boolean {
    const beside = this.opinionsBeside(place);
    if (beside.length > 0 && beside.every(({ turned }) => turned)) return true;
    return beside.some(
      ({ judged, first, last }) => judged === 'by words' || (first >= place.first && last <= place.last),
    );
  }

  /** The opinions of the clause in which a place stands. */
  private opinionsBeside(place: TermPlace): readonly Opinion[] {
    const { opinions, clauses } = this.reading;
    const own = clauses.findIndex((clause) => clause.first <= place.first && place.first <= clause.last);
    return opinions[own] ?? [];
  }

  /** By the opinion words near the aspect alone: those of its own clause where it has any. */
  private said(place: TermPlace, places: readonly TermPlace[]): PolarityShares {
    const { said, tokens } = this.reading;
    const beside = opinionShares(place, places, this.opinionsBeside(place), tokens);
    const near = beside.length > 0 ? beside : opinionShares(place, places, said, tokens);
    let sum = 0;
    for (const share of near) sum += share;
    return sharesOfWords(near.length > 0 ? sum : borrowed * this.wordsScore);
  }

  private mention(aspect: string, place: TermPlace, clause: Clause, judged: PolarityShares): Mention {
    const { tokens } = this.reading;
    const shares = withAnswer(judged, this.score === undefined ? undefined : this.score / 2);
    const polarity = scoreOf(shares);
    return {
      aspect,
      start: (tokens[place.first] as Token).start,
      end: (tokens[place.last] as Token).end,
      polarity,
      label: labelOf(shares),
      confidence: confidenceOf(shares),
      emotion: emotionOf(clause, this.reading, polarity),
      clause: { start: (tokens[clause.first] as Token).start, end: (tokens[clause.last] as Token).end },
    };
  }
}

const glad = new Set(['joy', 'trust', 'surprise']);

/** The feeling most often named in the clause that fits the polarity; `none` where no word names one. */
function emotionOf(clause: Clause, { signs }: Reading, polarity: number): Mention['emotion'] {
  if (signs.every(({ payload }) => payload.emotion === null)) return 'none';
  const counts = new Map<Mention['emotion'], number>();
  for (const { payload, first, last } of signs) {
    if (payload.emotion === null || first < clause.first || last > clause.last) continue;
    const fits = payload.emotion === 'surprise' || glad.has(payload.emotion) === polarity >= 0;
    if (fits) counts.set(payload.emotion, (counts.get(payload.emotion) ?? 0) + 1);
  }
  let best: Mention['emotion'] = 'none';
  for (const [emotion, count] of counts) if (count > (counts.get(best) ?? 0)) best = emotion;
  return best;
}
