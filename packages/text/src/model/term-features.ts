/**
 * What the term model sees of a text around one aspect: words and their parts, weighed down with distance and with
 * each comma, "and" or "but" between, the words next to the aspect by their place, and the opinions that bear on it.
 */
import { opinionShares } from '../opinions/mention-polarity.ts';
import type { Reading } from '../reading.ts';
import type { Token } from '../segments/tokens.ts';
import { WordNumbers } from '../segments/word-memory.ts';
import { hashesOf, hashOfToken, opinionValues } from './document-features.ts';
import { type Example, exampleOf } from './feature-rows.ts';
import { hashPair, mix } from './hashing.ts';
import type { LinearScorer } from './linear-model.ts';
import { modelWord, wordFeatures } from './word-features.ts';

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
  readonly hashes: Uint32Array;
  readonly borders: Int32Array;
  readonly places: readonly TermPlace[];
  /** By how much praise or blame prevails in the whole text. */
  readonly lead: readonly number[];
}

/** @param places the aspects known in the text: what lies beyond another aspect bears less on this one */
export function termContext(reading: Reading, places: readonly TermPlace[]): TermContext {
  const { tokens, contrasts, book } = reading;
  const borders = new Int32Array(tokens.length + 1);
  const aspects = new Set(places.map((place) => place.first));
  for (let i = 0; i < tokens.length; i++) {
    const { text } = tokens[i] as Token;
    const border = isBorder(text) || contrasts.has(i) || book.joining.has(text);
    borders[i + 1] = (borders[i] as number) + (border ? 1 : 0) + (aspects.has(i) ? 1 : 0);
  }
  const lead = opinionValues(reading.taught.map((opinion) => opinion.strength)).slice(3);
  return { reading, hashes: hashesOf(tokens), borders, places, lead };
}

function isBorder(text: string): boolean {
  return text.length === 1 ? ',;-.():!?\n–—'.includes(text) : text === '--';
}

/** What a model is shown of the tokens around a term; `near` falls with distance and borders. */
interface Sight {
  /** All parts of a token, each at that weight. */
  seeParts(token: number, near: number): void;
  /** A feature of one token by itself. */
  seeAlone(token: number, how: number, weight: number): void;
  /** A token and the one that follows it, by one or two. */
  seeTogether(token: number, step: 1 | 2, near: number): void;
}

/** What a token can be to a term by itself: a kind, and a second number beside its hash. */
const lone: readonly (readonly [number, number])[] = [
  [kinds.term, 0],
  [kinds.clause, 0],
  [kinds.whole, 0],
  ...[1, 2].map((side) => [kinds.side, side] as const),
  ...[11, 21, 31, 12, 22, 32].map((place) => [kinds.near, place] as const),
];
const [aTerm, inClause, inWhole, besideIt, nearIt] = [0, 1, 2, 3, 5];
const nearest = 3;

function loneFeature(hash: number, how: number): number {
  const [kind, second] = lone[how] as readonly [number, number];
  return hashPair(hash, second, kind);
}

const bordersKnown = Array.from({ length: 64 }, (_, borders) => perBorder ** borders);
const nearnessAt = Array.from({ length: reach + 1 }, (_, distance) => Math.exp(-distance / decay));

/** Shows every feature of a term. */
function eachFeature({ hashes, borders }: TermContext, { first, last }: TermPlace, sight: Sight): void {
  const from = Math.max(0, first - reach);
  const to = Math.min(hashes.length - 1, last + reach);
  for (let i = from; i <= to; i++) {
    if (i >= first && i <= last) {
      sight.seeAlone(i, aTerm, termWeight);
      continue;
    }
    const left = i < first;
    const distance = left ? first - i : i - last;
    const between = left
      ? (borders[first] as number) - (borders[i + 1] as number)
      : (borders[i + 1] as number) - (borders[last + 1] as number);
    const near = (nearnessAt[distance] as number) * (bordersKnown[between] ?? perBorder ** between);
    sight.seeParts(i, near);
    if (i + 1 < hashes.length) sight.seeTogether(i, 1, near);
    if (i + 2 < hashes.length) sight.seeTogether(i, 2, near);
    if (distance <= window) {
      sight.seeAlone(i, nearIt + (left ? 0 : nearest) + Math.min(distance, nearest) - 1, placeWeight);
      sight.seeAlone(i, besideIt + (left ? 0 : 1), placeWeight);
    }
    if (between === 0) sight.seeAlone(i, inClause, clauseWeight);
    sight.seeAlone(i, inWhole, wholeWeight);
  }
}

function eachNeighbourhood(
  { hashes }: TermContext,
  { first, last }: TermPlace,
  see: (feature: number, weight: number) => void,
): void {
  const at = (i: number) => (i < 0 || i >= hashes.length ? outside : (hashes[i] as number));
  see(hashPair(at(first - 2), at(first - 1), kinds.before), placeWeight);
  see(hashPair(at(last + 1), at(last + 2), kinds.after), placeWeight);
  see(hashPair(at(first - 1), at(last + 1), kinds.around), placeWeight);
  see(hashPair(hashPair(at(last + 1), at(last + 2), kinds.after), at(last + 3), kinds.behind), placeWeight);
}

/** The feature of a token and the one `step` behind it; the term itself stands for every term. */
function pairFeature({ hashes }: TermContext, { first, last }: TermPlace, i: number, step: 1 | 2): number {
  const behind = i + step;
  const other = behind >= first && behind <= last ? theTerm : (hashes[behind] as number);
  return hashPair(hashes[i] as number, other, step === 1 ? kinds.pair : kinds.gap);
}

/** Opinions that bear on the term, and those of the whole text. */
function termValues({ reading, places, lead }: TermContext, place: TermPlace): number[] {
  const { taught, tokens } = reading;
  return [...opinionValues(opinionShares(place, places, taught, tokens)), ...lead];
}

/** The example of one term, for training. */
export function termExample(context: TermContext, place: TermPlace): Example {
  const { hashes, reading } = context;
  const features = new Map<number, number>();
  const see = (feature: number, weight: number) => {
    features.set(feature, (features.get(feature) ?? 0) + weight);
  };
  eachFeature(context, place, {
    seeParts(token, near) {
      wordFeatures(modelWord(reading.tokens[token] as Token)).forEach((feature, i) => {
        see(partOf(feature), i === 0 ? near : near * partWeight);
      });
    },
    seeAlone: (token, how, weight) => see(loneFeature(hashes[token] as number, how), weight),
    seeTogether: (token, step, near) => see(pairFeature(context, place, token, step), near),
  });
  eachNeighbourhood(context, place, see);
  return exampleOf(features, termValues(context, place));
}

function partOf(feature: number): number {
  return mix(feature ^ kinds.part);
}

const notLookedUp = -2;

/** Scores terms with a model trained on term examples; remembers words it has seen. */
export class TermScorer {
  readonly scorer: LinearScorer;
  private readonly wordSums: WordNumbers<Float64Array>;
  /** For each word the numbers in the model of what it can be by itself. */
  readonly found = new WordNumbers(lone.length, (length) => new Int32Array(length));

  constructor(scorer: LinearScorer) {
    this.scorer = scorer;
    this.wordSums = new WordNumbers(scorer.classCount + 1, (length) => new Float64Array(length));
  }

  /** Class scores of each of the context's places. */
  scores(context: TermContext): number[][] {
    const pairs = new Int32Array(2 * context.hashes.length).fill(notLookedUp);
    return context.places.map((place) => {
      const sum = this.scorer.emptySum();
      eachFeature(context, place, new Summing(this, context, place, pairs, sum));
      eachNeighbourhood(context, place, (feature, weight) => this.scorer.add(sum, feature, weight));
      return this.scorer.scores(sum, termValues(context, place));
    });
  }

  addParts(sum: Float64Array, token: Token, near: number): void {
    const known = this.wordSums.find(token.id);
    const at = known >= 0 ? known : this.wordSums.set(token.id, this.sumOf(token));
    const { numbers } = this.wordSums;
    for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] as number) + near * (numbers[at + k] as number);
  }

  /** The sum of one word and its parts at weight 1. */
  private sumOf(token: Token): Float64Array {
    const sum = this.scorer.emptySum();
    wordFeatures(modelWord(token)).forEach((feature, i) => {
      this.scorer.add(sum, partOf(feature), i === 0 ? 1 : partWeight);
    });
    return sum;
  }

  /** Where `found` has what a token can be by itself. */
  placeAlone(token: Token): number {
    const known = this.found.find(token.id);
    return known >= 0 ? known : this.found.set(token.id, this.lookUpAlone(hashOfToken(token)));
  }

  private lookUpAlone(hash: number): number[] {
    return lone.map((_, how) => this.scorer.find(loneFeature(hash, how)));
  }
}

/** Adds what is seen of one term to a sum; pairs without the term are looked up once for all terms of the text. */
class Summing implements Sight {
  private readonly model: TermScorer;
  private readonly context: TermContext;
  private readonly place: TermPlace;
  private readonly pairs: Int32Array;
  private readonly sum: Float64Array;
  /** The token last seen alone, and where what it can be was found. */
  private alone = -1;
  private placeAlone = -1;

  constructor(
    model: TermScorer,
    context: TermContext,
    place: TermPlace,
    pairs: Int32Array,
    sum: Float64Array,
  ) {
    this.model = model;
    this.context = context;
    this.place = place;
    this.pairs = pairs;
    this.sum = sum;
  }

  seeParts(token: number, near: number): void {
    this.model.addParts(this.sum, this.context.reading.tokens[token] as Token, near);
  }

  seeAlone(token: number, how: number, weight: number): void {
    if (token !== this.alone) {
      this.alone = token;
      this.placeAlone = this.model.placeAlone(this.context.reading.tokens[token] as Token);
    }
    const found = this.model.found.numbers[this.placeAlone + how] as number;
    this.model.scorer.addFound(this.sum, found, weight);
  }

  seeTogether(token: number, step: 1 | 2, near: number): void {
    this.model.scorer.addFound(this.sum, this.foundTogether(token, step), near);
  }

  private foundTogether(token: number, step: 1 | 2): number {
    const { context, place, pairs } = this;
    const { scorer } = this.model;
    const behind = token + step;
    if (behind >= place.first && behind <= place.last) {
      return scorer.find(pairFeature(context, place, token, step));
    }
    const at = 2 * token + step - 1;
    if (pairs[at] === notLookedUp) pairs[at] = scorer.find(pairFeature(context, place, token, step));
    return pairs[at] as number;
  }
}
