import type { TextAnalysis } from '@lyhord/contract';
import type { ModelShelf } from './model/model-shelf.ts';
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

type Sentiment = TextAnalysis['sentiment'];

export interface Feeling {
  readonly sentiment: Sentiment;
  /** −1 … 1 from the words alone, without the answer beside the comment. */
  readonly wordsScore: number;
}

/** What follows "but" weighs more than what came before it. */
const contrastWeight = 1.3;
const clearFeeling = 0.38;
/**
 * How much of a judgement comes from the model, the rest from the opinion words. A company's own labelled texts are
 * like those that are judged; a shipped model has learned what other texts were about, so it counts for less beside
 * opinion words, for little beside what is judged by words, and for less still where all that is said is blame that is
 * negated ("not dear"), which it takes for blame.
 */
const modelWeights = {
  taught: 0.9,
  alone: 0.8,
  besideWords: 0.6,
  besideSurerWords: 0.35,
  besideTurnedBlame: 0.15,
};

/** The feeling of the whole text; `mixed` where one part clearly praises and another clearly blames. */
export function sentimentOf(
  reading: Reading,
  language: string,
  shelf: ModelShelf,
  score: number | undefined,
): Feeling {
  const { tokens, taught } = reading;
  const words = sharesOfWords(opinionSum(reading));
  const strengths = taught.map((opinion) => opinion.strength);
  const learned = tokens.length === 0 ? null : shelf.polarityOf(language, tokens, strengths);
  const told = learned === null ? words : blended(learned, words, modelWeight(reading, language, shelf));
  const shares = withAnswer(told, score);
  const closest = labelOf(shares);
  return {
    wordsScore: scoreOf(told),
    sentiment: {
      label: isMixed(reading, shares) ? 'mixed' : closest,
      score: scoreOf(shares),
      closest,
      confidence: confidenceOf(shares),
    },
  };
}

function modelWeight({ said }: Reading, language: string, shelf: ModelShelf): number {
  const shipped = said.length > 0 ? weightBeside(said) : modelWeights.alone;
  const taught = shelf.taughtShareOfPolarity(language);
  return taught * modelWeights.taught + (1 - taught) * shipped;
}

function weightBeside(said: readonly Opinion[]): number {
  if (said.every(({ turned }) => turned)) return modelWeights.besideTurnedBlame;
  const surer = said.some(({ judged, turned }) => judged !== undefined || turned);
  return surer ? modelWeights.besideSurerWords : modelWeights.besideWords;
}

function opinionSum({ clauses, opinions }: Reading): number {
  let sum = 0;
  clauses.forEach((clause, i) => {
    const weight = clause.contrast ? contrastWeight : 1;
    for (const { strength } of opinions[i] ?? []) sum += strength * weight;
  });
  return sum / (1 + 0.15 * Math.max(0, clauses.length - 1));
}

/** Clear praise and clear blame side by side, neither of them alone deciding the whole. */
function isMixed({ said }: Reading, shares: PolarityShares): boolean {
  let praise = 0;
  let blame = 0;
  let praises = 0;
  let blames = 0;
  for (const { strength } of said) {
    praise = Math.max(praise, strength);
    blame = Math.max(blame, -strength);
    if (strength > 0) praises += strength;
    else blames -= strength;
  }
  if (praise < clearFeeling || blame < clearFeeling) return false;
  return Math.min(praises, blames) >= 0.3 * Math.max(praises, blames) && Math.abs(scoreOf(shares)) < 0.97;
}
