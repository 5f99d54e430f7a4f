/** What a polarity or topic model sees of a text: words, neighbours, words one apart, parts of words, and opinions. */
import type { Reading } from '../reading.ts';
import type { Token } from '../segments/tokens.ts';
import { WordNumbers } from '../segments/word-memory.ts';
import { type Example, exampleOf } from './feature-rows.ts';
import { hashPair } from './hashing.ts';
import type { LinearScorer } from './linear-model.ts';
import { gapKind, hashWord, modelWord, pairKind, textEnd, textStart, wordFeatures } from './word-features.ts';

/** The example of a whole text, for training. `hints` are further features, from `topicHints`. */
export function documentExample(reading: Reading, hints: readonly number[] = []): Example {
  const words = reading.tokens.map(modelWord);
  const features = new Map<number, number>();
  const count = (feature: number) => features.set(feature, (features.get(feature) ?? 0) + 1);
  for (const word of words) for (const feature of wordFeatures(word)) count(feature);
  eachPair(words.map(hashWord), 0, words.length, count);
  for (const hint of hints) features.set(hint, hintCount);
  return exampleOf(features, opinionValues(reading.taught.map((opinion) => opinion.strength)));
}

/** A hint stands for many words, so it counts for more than one. */
const hintCount = 2;

/** Every neighbouring pair, and every pair with one word between, of the words `from` … `to − 1`. */
function eachPair(words: ArrayLike<number>, from: number, to: number, see: (feature: number) => void): void {
  let before = textStart;
  let twoBefore = 0;
  for (let i = from; i < to; i++) {
    const word = words[i] as number;
    see(hashPair(before, word, pairKind));
    if (twoBefore !== 0) see(hashPair(twoBefore, word, gapKind));
    twoBefore = i === from ? 0 : before;
    before = word;
  }
  see(hashPair(before, textEnd, pairKind));
}

/** Opinions as dense values: praise, blame, none at all, and by how much either prevails. */
export function opinionValues(strengths: readonly number[]): number[] {
  let praise = 0;
  let blame = 0;
  for (const strength of strengths) {
    if (strength > 0) praise += strength;
    else blame -= strength;
  }
  const lead = Math.tanh(praise - blame);
  return [
    Math.tanh(praise),
    Math.tanh(blame),
    strengths.length === 0 ? 1 : 0,
    Math.max(0, lead),
    Math.max(0, -lead),
  ];
}

/** Hashes of tokens as the models read them. */
const tokenHashes = new WordNumbers(1, (length) => new Uint32Array(length));

/** What a token is to the models, as one number. */
export function hashOfToken(token: Token): number {
  const known = tokenHashes.find(token.id);
  const at = known >= 0 ? known : tokenHashes.set(token.id, [hashWord(modelWord(token))]);
  return tokenHashes.numbers[at] as number;
}

/** The same of all tokens of a text. */
export function hashesOf(tokens: readonly Token[]): Uint32Array {
  const hashes = new Uint32Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) hashes[i] = hashOfToken(tokens[i] as Token);
  return hashes;
}

/** Scores texts with a model trained on document examples; remembers words it has seen. */
export class DocumentScorer {
  readonly scorer: LinearScorer;
  private readonly wordSums: WordNumbers<Float64Array>;

  constructor(scorer: LinearScorer) {
    this.scorer = scorer;
    this.wordSums = new WordNumbers(scorer.classCount + 1, (length) => new Float64Array(length));
  }

  /** Class scores of a text; `strengths` are the opinions in it. */
  scores(tokens: readonly Token[], strengths: readonly number[], hints: readonly number[] = []): number[] {
    const { scorer } = this;
    const sum = scorer.emptySum();
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      const at = this.sumOf(token);
      const { numbers } = this.wordSums;
      for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] as number) + (numbers[at + k] as number);
    }
    eachPair(hashesOf(tokens), 0, tokens.length, (feature) => scorer.addFound(sum, scorer.find(feature), 1));
    for (const hint of hints) scorer.add(sum, hint, hintCount);
    return scorer.scores(sum, opinionValues(strengths));
  }

  /** What one word alone adds to the score of a class. */
  weightOf(token: Token, classIndex: number): number {
    const at = this.sumOf(token);
    return this.wordSums.numbers[at + classIndex] as number;
  }

  /** Where the sum of a word and its parts begins. */
  private sumOf(token: Token): number {
    const known = this.wordSums.find(token.id);
    if (known >= 0) return known;
    const sum = this.scorer.emptySum();
    for (const feature of wordFeatures(modelWord(token))) this.scorer.add(sum, feature);
    return this.wordSums.set(token.id, sum);
  }
}
