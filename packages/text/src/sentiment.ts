import type { TextAnalysis } from '@lyhord/contract';
import { type Opinion, polarityOf } from './opinions/opinions.ts';
import type { Clause } from './segments/clauses.ts';

type Sentiment = TextAnalysis['sentiment'];

export interface Feeling {
  readonly sentiment: Sentiment;
  /** −1 … 1 from the words alone, without the answer beside the comment. */
  readonly wordsScore: number;
}

/** How much the answer beside the comment moves the words' score. */
const scoreWeight = 0.25;
const neutralBand = 0.15;
const clearFeeling = 0.3;
/** What follows "but" weighs more than what came before it. */
const contrastWeight = 1.3;

/** The feeling of the whole text; `mixed` where one clause clearly praises and another clearly blames. */
export function sentimentOf(
  clauses: readonly Clause[],
  opinions: readonly (readonly Opinion[])[],
  score: number | undefined,
): Feeling {
  let sum = 0;
  let praise = 0;
  let blame = 0;
  clauses.forEach((clause, i) => {
    for (const { strength } of opinions[i] ?? []) {
      sum += strength * (clause.contrast ? contrastWeight : 1);
      praise = Math.max(praise, strength);
      blame = Math.min(blame, strength);
    }
  });
  const wordsScore = polarityOf(sum / (1 + 0.15 * Math.max(0, clauses.length - 1)));
  const prior = score === undefined || !Number.isFinite(score) ? 0 : Math.max(-1, Math.min(1, score));
  const whole = Math.max(-1, Math.min(1, wordsScore + scoreWeight * prior));
  const closest = labelOf(whole);
  const mixed =
    praise >= clearFeeling && blame <= -clearFeeling && Math.abs(sum) < 2 * Math.min(praise, -blame);
  return {
    wordsScore,
    sentiment: { label: mixed ? 'mixed' : closest, score: whole, closest, confidence: confidenceOf(whole) },
  };
}

/** The plain label of a polarity −1 … 1. */
export function labelOf(polarity: number): 'positive' | 'neutral' | 'negative' {
  if (polarity > neutralBand) return 'positive';
  return polarity < -neutralBand ? 'negative' : 'neutral';
}

/** The share of cases in which a label of such a polarity is expected to be right. */
export function confidenceOf(polarity: number): number {
  return 0.5 + 0.45 * Math.abs(polarity);
}
