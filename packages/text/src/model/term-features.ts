/**
 * What the term model sees of a text around one aspect: words and their parts, weighed down with distance and with
 * each comma, "and" or "but" between, the words next to the aspect by their place, and the opinions that bear on it.
 */
import { opinionShares } from '../opinions/mention-polarity.ts';
import type { Reading } from '../reading.ts';
import type { Token } from '../segments/tokens.ts';
import { opinionValues } from './document-features.ts';
import { type Example, exampleOf } from './feature-rows.ts';
import { hashPair, mix } from './hashing.ts';
import type { LinearScorer } from './linear-model.ts';
import { hashWord, modelWord, wordFeatures } from './word-features.ts';

/** Token indexes of the aspect, both included. */
export interface TermPlace {
  readonly first: number;
  readonly last: number;
}

/** The tokens that a span of text touches, or null where it touches none. */
export function placeOf(
  tokens: readonly Token[],
  { start, end }: { start: number; end: number },
): TermPlace | null {
  const first = tokens.findIndex((token) => token.end > start);
  if (first < 0 || (tokens[first] as Token).start >= end) return null;
  let last = first;
  while (last + 1 < tokens.length && (tokens[last + 1] as Token).start < end) last += 1;
  return { first, last };
}

const kinds = {
  term: 3,
  part: 77,
  pair: 5,
  gap: 7,
  near: 11,
  side: 12,
  clause: 13,
  whole: 19,
  before: 23,
  after: 24,
  around: 25,
  behind: 26,
};
const reach = 14;
const window = 5;
const decay = 6;
const perBorder = 0.3;
const partWeight = 0.5;
const placeWeight = 0.6;
const clauseWeight = 0.4;
const wholeWeight = 0.15;
const termWeight = 0.5;
const [outside, theTerm] = [mix(5), mix(6)];

/** A text made ready for its terms: the hash of each word and how many borders stand before each. */
export interface TermContext {
  readonly reading: Reading;
  readonly words: readonly string[];
  readonly hashes: readonly number[];
  readonly borders: readonly number[];
  readonly places: readonly TermPlace[];
}

/** @param places the aspects known in the text: what lies beyond another aspect bears less on this one */
export function termContext(reading: Reading, places: readonly TermPlace[]): TermContext {
  const words = reading.tokens.map(modelWord);
  const borders = [0];
  const aspects = new Set(places.map((place) => place.first));
  reading.tokens.forEach((token, i) => {
    const border = isBorder(token.text) || reading.contrasts.has(i) || reading.book.joining.has(token.text);
    borders.push((borders[i] as number) + (border ? 1 : 0) + (aspects.has(i) ? 1 : 0));
  });
  return { reading, words, hashes: words.map(hashWord), borders, places };
}

function isBorder(text: string): boolean {
  return text.length === 1 ? ',;-.():!?\n–—'.includes(text) : text === '--';
}

type See = (feature: number, weight: number) => void;

/** Names every feature of a term; `seeWord` stands for all parts of a word, each at that weight. */
function eachFeature(
  context: TermContext,
  place: TermPlace,
  see: See,
  seeWord: (word: string, weight: number) => void,
) {
  const { words, hashes, borders } = context;
  const from = Math.max(0, place.first - reach);
  const to = Math.min(words.length - 1, place.last + reach);
  for (let i = from; i <= to; i++) {
    const hash = hashes[i] as number;
    if (i >= place.first && i <= place.last) {
      see(hashPair(hash, 0, kinds.term), termWeight);
      continue;
    }
    const left = i < place.first;
    const distance = left ? place.first - i : i - place.last;
    const between = left
      ? (borders[place.first] as number) - (borders[i + 1] as number)
      : (borders[i + 1] as number) - (borders[place.last + 1] as number);
    const near = Math.exp(-distance / decay) * perBorder ** between;
    seeWord(words[i] as string, near);
    const at = (j: number) => hashAt(context, place, j);
    if (i + 1 < words.length) see(hashPair(hash, at(i + 1), kinds.pair), near);
    if (i + 2 < words.length) see(hashPair(hash, at(i + 2), kinds.gap), near);
    if (distance <= window) {
      see(hashPair(hash, (left ? 1 : 2) + 10 * Math.min(distance, 3), kinds.near), placeWeight);
      see(hashPair(hash, left ? 1 : 2, kinds.side), placeWeight);
    }
    if (between === 0) see(hashPair(hash, 0, kinds.clause), clauseWeight);
    see(hashPair(hash, 0, kinds.whole), wholeWeight);
  }
  eachNeighbourhood(context, place, see);
}

function eachNeighbourhood(context: TermContext, place: TermPlace, see: See): void {
  const at = (i: number) => (i < 0 || i >= context.words.length ? outside : (context.hashes[i] as number));
  const { first, last } = place;
  see(hashPair(at(first - 2), at(first - 1), kinds.before), placeWeight);
  see(hashPair(at(last + 1), at(last + 2), kinds.after), placeWeight);
  see(hashPair(at(first - 1), at(last + 1), kinds.around), placeWeight);
  see(hashPair(hashPair(at(last + 1), at(last + 2), kinds.after), at(last + 3), kinds.behind), placeWeight);
}

function hashAt({ hashes }: TermContext, place: TermPlace, i: number): number {
  return i >= place.first && i <= place.last ? theTerm : (hashes[i] as number);
}

/** Opinions that bear on the term, and those of the whole text. */
function termValues({ reading, places }: TermContext, place: TermPlace): number[] {
  const all = reading.opinions.flat();
  const others = places.filter((other) => other.last < place.first || place.last < other.first);
  const near = opinionShares(place, others, all, reading.tokens);
  return [...opinionValues(near), ...opinionValues(all.map((opinion) => opinion.strength)).slice(3)];
}

/** The example of one term, for training. */
export function termExample(context: TermContext, place: TermPlace): Example {
  const features = new Map<number, number>();
  const see: See = (feature, weight) => features.set(feature, (features.get(feature) ?? 0) + weight);
  eachFeature(context, place, see, (word, weight) => {
    wordFeatures(word).forEach((feature, i) => {
      see(partOf(feature), i === 0 ? weight : weight * partWeight);
    });
  });
  return exampleOf(features, termValues(context, place));
}

function partOf(feature: number): number {
  return mix(feature ^ kinds.part);
}

const rememberedWords = 30_000;

/** Scores terms with a model trained on term examples; remembers words it has seen. */
export class TermScorer {
  readonly scorer: LinearScorer;
  private readonly wordSums = new Map<string, Float64Array>();

  constructor(scorer: LinearScorer) {
    this.scorer = scorer;
  }

  scores(context: TermContext, place: TermPlace): number[] {
    const sum = this.scorer.emptySum();
    const see: See = (feature, weight) => this.scorer.add(sum, feature, weight);
    eachFeature(context, place, see, (word, weight) => {
      const wordSum = this.sumOf(word);
      for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] as number) + weight * (wordSum[k] as number);
    });
    return this.scorer.scores(sum, termValues(context, place));
  }

  /** The sum of one word and its parts at weight 1. */
  private sumOf(word: string): Float64Array {
    const known = this.wordSums.get(word);
    if (known !== undefined) return known;
    const sum = this.scorer.emptySum();
    wordFeatures(word).forEach((feature, i) => {
      this.scorer.add(sum, partOf(feature), i === 0 ? 1 : partWeight);
    });
    if (this.wordSums.size >= rememberedWords) this.wordSums.clear();
    this.wordSums.set(word, sum);
    return sum;
  }
}
