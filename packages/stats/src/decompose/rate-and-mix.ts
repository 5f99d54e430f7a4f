import { requireFinite, requireNonNegative } from '../ranges.ts';

/** Answers of one group in two periods: their number, and the sum of their scores in points. */
export interface GroupPeriods {
  group: string;
  before: { n: number; sum: number };
  after: { n: number; sum: number };
}

/** One group's part of the change of the whole score. */
export interface RateAndMixPart {
  group: string;
  /** because the group's own score changed, in points of the whole */
  rate: number;
  /** because the group's share of all answers changed, in points of the whole */
  mix: number;
}

/** A change of a mean, split exactly. */
export interface RateAndMix {
  before: number;
  after: number;
  change: number;
  /** Σ of the parts' rate and mix; rate + mix = change */
  rate: number;
  mix: number;
  /** in the order given */
  parts: RateAndMixPart[];
}

/**
 * Splits the change of a score between two periods over groups that do not overlap (places, channels, segments): what
 * came from groups scoring differently (rate), and what only from more or fewer answers of them (mix). Parts sum to
 * the change exactly.
 *
 * rate = w̄·Δr and mix = Δw·(r̄ − R̄) with shares w, scores r and the whole score R, bars meaning averages of the two
 * periods. A group that has answers in one period only has no change of score; all of its part is mix.
 *
 * @param groups numbers of answers ≥ 0 and sums of scores (NPS: 100·(promoters − detractors))
 * @returns null when a period has no answers
 * @throws RangeError naming a number that is negative or not finite
 *
 * Source: Kitagawa (1955), "Components of a difference between two rates", JASA 50, 1168–1194.
 * @example rateAndMix([{ group: 'a', before: { n: 50, sum: 2000 }, after: { n: 80, sum: 3200 } }, { group: 'b', before: { n: 50, sum: 3000 }, after: { n: 20, sum: 1000 } }]) // { change: -8, rate: -3.5, mix: -4.5 }
 */
export function rateAndMix(groups: readonly GroupPeriods[]): RateAndMix | null {
  const whole = { before: { n: 0, sum: 0 }, after: { n: 0, sum: 0 } };
  for (const each of groups) {
    for (const period of ['before', 'after'] as const) {
      requireNonNegative(`n of ${each.group} ${period}`, each[period].n);
      requireFinite(`sum of ${each.group} ${period}`, each[period].sum);
      whole[period].n += each[period].n;
      whole[period].sum += each[period].sum;
    }
  }
  if (whole.before.n === 0 || whole.after.n === 0) return null;
  const before = whole.before.sum / whole.before.n;
  const after = whole.after.sum / whole.after.n;
  const middle = (before + after) / 2;
  const parts = groups.map(({ group, before: first, after: second }) => {
    const share0 = first.n / whole.before.n;
    const share1 = second.n / whole.after.n;
    if (first.n === 0 && second.n === 0) return { group, rate: 0, mix: 0 };
    const score0 = first.n > 0 ? first.sum / first.n : second.sum / second.n;
    const score1 = second.n > 0 ? second.sum / second.n : score0;
    const rate = ((share0 + share1) / 2) * (score1 - score0);
    return { group, rate, mix: (share1 - share0) * ((score0 + score1) / 2 - middle) };
  });
  const rate = parts.reduce((sum, part) => sum + part.rate, 0);
  const mix = parts.reduce((sum, part) => sum + part.mix, 0);
  return { before, after, change: after - before, rate, mix, parts };
}
