/** What a polarity or topic model sees of a text: words, neighbours, words one apart, parts of words, and opinions. */
import type { Reading } from '../reading.ts';
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
  return exampleOf(features, opinionValues(reading.opinions.flat().map((opinion) => opinion.strength)));
}

/** A hint stands for many words, so it counts for more than one. */
const hintCount = 2;

/** Every neighbouring pair, and every pair with one word between, of the words `from` … `to − 1`. */
function eachPair(words: readonly number[], from: number, to: number, see: (feature: number) => void): void {
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

const rememberedWords = 30_000;

/** Scores texts, or stretches of them, with a model trained on document examples; remembers words it has seen. */
export class DocumentScorer {
  readonly scorer: LinearScorer;
  private readonly wordSums = new Map<string, Float64Array>();
  private readonly wordHashes = new Map<string, number>();

  constructor(scorer: LinearScorer) {
    this.scorer = scorer;
  }

  /** Class scores of the words `from` … `to − 1`; `strengths` are the opinions in them. */
  scores(
    words: readonly string[],
    from: number,
    to: number,
    strengths: readonly number[],
    hints: readonly number[] = [],
  ): number[] {
    const sum = this.scorer.emptySum();
    const hashes: number[] = [];
    for (let i = from; i < to; i++) {
      const word = words[i] as string;
      const wordSum = this.sumOf(word);
      for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] as number) + (wordSum[k] as number);
      hashes.push(this.wordHashes.get(word) as number);
    }
    eachPair(hashes, 0, hashes.length, (feature) => this.scorer.add(sum, feature));
    for (const hint of hints) this.scorer.add(sum, hint, hintCount);
    return this.scorer.scores(sum, opinionValues(strengths));
  }

  /** What one word alone adds to the score of a class. */
  weightOf(word: string, classIndex: number): number {
    return this.sumOf(word)[classIndex] as number;
  }

  private sumOf(word: string): Float64Array {
    const known = this.wordSums.get(word);
    if (known !== undefined) return known;
    const sum = this.scorer.emptySum();
    const features = wordFeatures(word);
    for (const feature of features) this.scorer.add(sum, feature);
    if (this.wordSums.size >= rememberedWords) {
      this.wordSums.clear();
      this.wordHashes.clear();
    }
    this.wordSums.set(word, sum);
    this.wordHashes.set(word, features[0] as number);
    return sum;
  }
}
