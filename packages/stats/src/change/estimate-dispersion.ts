import type { MeanSummary } from '../intervals/mean-interval.ts';

/** How much more streams move than independent answers at a constant level would. */
export interface Dispersion {
  /** variance of a week's mean relative to independent answers, ≥ 1: single good and bad weeks */
  dispersion: number;
  /** standard deviation of the level's slow wandering over months, in the mean's unit */
  wander: number;
}

/**
 * Splits the excess movement of weekly means into week-to-week shocks, which average out over a month, and slow
 * wandering, which does not. Pooled over streams; those that move far more than the others are left out, since
 * they may hold true changes.
 *
 * @param streams weekly summaries per stream, consecutive weeks (n = 0 for an empty one), at least 8 weeks
 * @returns dispersion 1 and wander 0 when there are no streams with 8 weeks, or no excess
 *
 * Source: analysis of variance by moments (Searle, Casella & McCulloch 1992, "Variance Components", ch. 3).
 */
export function estimateDispersion(streams: readonly (readonly MeanSummary[])[]): Dispersion {
  const excess = streams.flatMap((weeks) => {
    const weekly = excessVariance(weeks);
    const monthly = excessVariance(inBlocks(weeks, 4));
    return weekly && monthly ? [{ weekly, monthly }] : [];
  });
  if (excess.length === 0) return { dispersion: 1, wander: 0 };
  const kept = withoutFarOut(excess, (each) => each.monthly.excess / each.weekly.variance);
  const mean = (pick: (each: (typeof kept)[number]) => number) =>
    kept.reduce((sum, each) => sum + pick(each), 0) / kept.length;
  const weekly = mean((each) => each.weekly.excess);
  const monthly = mean((each) => each.monthly.excess);
  const shock = Math.max(0, ((weekly - monthly) * 4) / 3);
  const wander = Math.sqrt(Math.max(0, monthly - shock / 4));
  const independent = mean((each) => each.weekly.chance);
  return { dispersion: 1 + (independent > 0 ? shock / independent : 0), wander };
}

/** Leaves out what lies further than three quartile distances above the upper quartile. */
function withoutFarOut<Item>(items: readonly Item[], size: (item: Item) => number): Item[] {
  const sorted = [...items].sort((a, b) => size(a) - size(b));
  const quartile = (part: number) => size(sorted[Math.floor(part * (sorted.length - 1))]!);
  const limit = quartile(0.75) + 3 * (quartile(0.75) - quartile(0.25));
  return sorted.filter((item) => size(item) <= limit);
}

function inBlocks(weeks: readonly MeanSummary[], size: number): MeanSummary[] {
  const blocks: MeanSummary[] = [];
  for (let start = 0; start + size <= weeks.length; start += size) {
    const sum = { n: 0, sum: 0, sumOfSquares: 0 };
    for (const week of weeks.slice(start, start + size)) {
      sum.n += week.n;
      sum.sum += week.sum;
      sum.sumOfSquares += week.sumOfSquares;
    }
    blocks.push(sum);
  }
  return blocks;
}

/** Variance of the periods' means beyond what their numbers of answers explain. */
function excessVariance(periods: readonly MeanSummary[]) {
  const used = periods.filter(({ n }) => n >= 3);
  if (used.length < 2 || (used.length < 6 && periods.length >= 8)) return null;
  const n = used.reduce((sum, each) => sum + each.n, 0);
  const within = used.reduce((sum, each) => sum + Math.max(0, each.sumOfSquares - each.sum ** 2 / each.n), 0);
  const variance = within / Math.max(1, n - used.length);
  if (!(variance > 0)) return null;
  const means = used.map((each) => each.sum / each.n);
  const centre = means.reduce((sum, each) => sum + each, 0) / means.length;
  const between = means.reduce((sum, each) => sum + (each - centre) ** 2, 0) / (means.length - 1);
  const chance = variance * (used.reduce((sum, each) => sum + 1 / each.n, 0) / used.length);
  return { excess: between - chance, chance, variance };
}
