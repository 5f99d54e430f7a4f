import { requireFinite, requireWhole } from '../ranges.ts';

/** A series split where its mean changes. */
export interface ChangePoints {
  /** index of the last value of each segment but the last; empty when there is no change */
  breaks: number[];
  means: number[];
  /** Bayesian information criterion for 0, 1, 2 … breaks; the least wins */
  bic: number[];
  /** residual sum of squares for 0, 1, 2 … breaks */
  rss: number[];
}

/**
 * Splits a finished series into stretches of constant mean: the exact least-squares segmentation for each number of
 * breaks, the number chosen by BIC. For looking back; to watch a stream as it grows, use `changeDetector`.
 *
 * @param values    finite numbers, at least 2·shortest, evenly spaced in time; at most a few thousand
 * @param most      largest number of breaks to try, whole number ≥ 0 (default 5)
 * @param shortest  fewest values in a segment (default 15 % of the series, at least 2)
 * @throws RangeError when values are too few or not finite
 *
 * Source: Bai & Perron (2003), Journal of Applied Econometrics 18, 1–22; BIC as in Zeileis et al. (2002).
 * @example changePoints([1, 2, 1, 2, 1, 9, 8, 9, 8, 9], 2, 2).breaks // [4]
 */
export function changePoints(
  values: readonly number[],
  most = 5,
  shortest = Math.max(2, Math.floor(0.15 * values.length)),
): ChangePoints {
  requireWhole('most', most);
  requireWhole('shortest', shortest, 1);
  for (const value of values) requireFinite('value', value);
  const n = values.length;
  if (n < 2 * shortest) throw new RangeError(`${n} values are too few for segments of ${shortest}`);
  const cost = segmentCost(values);
  const limit = Math.min(most, Math.floor(n / shortest) - 1);
  const best: { cost: Float64Array; from: Int32Array }[] = [
    { cost: Float64Array.from({ length: n + 1 }, (_, end) => cost(0, end)), from: new Int32Array(n + 1) },
  ];
  for (let m = 1; m <= limit; m++) best.push(oneMoreBreak(best[m - 1]!.cost, cost, n, m, shortest));
  const rss = best.map((level) => level.cost[n]!);
  const bic = rss.map(
    (value, m) =>
      n * (Math.log(Math.max(value, 1e-300) / n) + 1 + Math.log(2 * Math.PI)) + (2 * m + 2) * Math.log(n),
  );
  const chosen = bic.indexOf(Math.min(...bic));
  const ends = [n];
  for (let m = chosen; m > 0; m--) ends.unshift(best[m]!.from[ends[0]!]!);
  const means = ends.map((end, i) => {
    const segment = values.slice(i === 0 ? 0 : ends[i - 1]!, end);
    return segment.reduce((sum, value) => sum + value, 0) / segment.length;
  });
  return { breaks: ends.slice(0, -1).map((end) => end - 1), means, bic, rss };
}

/** Residual sum of squares of values[from … end−1] about their mean, from running sums about the overall mean. */
function segmentCost(values: readonly number[]): (from: number, end: number) => number {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sums = [0];
  const squares = [0];
  for (const value of values) {
    sums.push(sums.at(-1)! + value - centre);
    squares.push(squares.at(-1)! + (value - centre) ** 2);
  }
  return (from, end) => {
    const sum = sums[end]! - sums[from]!;
    return end > from ? Math.max(0, squares[end]! - squares[from]! - (sum * sum) / (end - from)) : 0;
  };
}

function oneMoreBreak(
  before: Float64Array,
  cost: (from: number, end: number) => number,
  n: number,
  m: number,
  shortest: number,
) {
  const level = { cost: new Float64Array(n + 1).fill(Infinity), from: new Int32Array(n + 1) };
  for (let end = (m + 1) * shortest; end <= n; end++) {
    for (let from = m * shortest; from <= end - shortest; from++) {
      const total = before[from]! + cost(from, end);
      if (total < level.cost[end]!) {
        level.cost[end] = total;
        level.from[end] = from;
      }
    }
  }
  return level;
}
