/** Polarity as shares of the three plain labels: from a model, from words alone, or from both, moved by what was scored. */
/** Shares of the three plain labels; they add up to 1. */
export interface PolarityShares {
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
}

export type PlainLabel = 'positive' | 'neutral' | 'negative';

/** How far the answer beside a comment (−1 … 1) may shift the odds of praise against blame. */
const answerWeight = 0.7;
const neutralWeight = 0.55;

/** Shares that a sum of opinion strengths gives where no model knows the language. */
export function sharesOfWords(sum: number): PolarityShares {
  const positive = Math.exp(2.2 * sum);
  const negative = Math.exp(-2.2 * sum);
  const neutral = 2 * neutralWeight * Math.exp(-Math.abs(sum)) + 0.3;
  const all = positive + negative + neutral;
  return { positive: positive / all, negative: negative / all, neutral: neutral / all };
}

/** Shares shifted by the answer beside the comment; an answer that is no number shifts nothing. */
export function withAnswer(shares: PolarityShares, score: number | undefined): PolarityShares {
  if (score === undefined || !Number.isFinite(score)) return shares;
  const answer = Math.max(-1, Math.min(1, score)) * answerWeight;
  return normalised(shares.negative * Math.exp(-answer), shares.neutral, shares.positive * Math.exp(answer));
}

/** The mean of two judgements, `weight` for the first. */
export function blended(first: PolarityShares, second: PolarityShares, weight: number): PolarityShares {
  const mix = (a: number, b: number) => weight * a + (1 - weight) * b;
  return normalised(
    mix(first.negative, second.negative),
    mix(first.neutral, second.neutral),
    mix(first.positive, second.positive),
  );
}

function normalised(negative: number, neutral: number, positive: number): PolarityShares {
  const all = negative + neutral + positive || 1;
  return { negative: negative / all, neutral: neutral / all, positive: positive / all };
}

/** −1 … 1: the share of praise less that of blame. */
export function scoreOf({ positive, negative }: PolarityShares): number {
  return Math.max(-1, Math.min(1, positive - negative));
}

/** The label with the largest share. */
export function labelOf({ negative, neutral, positive }: PolarityShares): PlainLabel {
  if (positive >= neutral && positive >= negative) return 'positive';
  return negative >= neutral ? 'negative' : 'neutral';
}

/** The share of the label given: how often such a judgement is expected to be right. */
export function confidenceOf(shares: PolarityShares): number {
  return Math.max(shares.negative, shares.neutral, shares.positive);
}
