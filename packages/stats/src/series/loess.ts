/** Weight of every observation, 0–1; left out where all count alike. */
export type Weights = ArrayLike<number> | null;

/**
 * The local line (or mean) at one position of an evenly spaced series, with tricube weights.
 *
 * @param y      n numbers
 * @param length observations that count
 * @param degree 0 for a mean, 1 for a line
 * @param at     position, 1 is the first; may lie one beyond either end
 * @param left   first observation that counts, from 1
 * @param right  last one
 * @returns null where no observation has weight
 */
export function loessAt(
  y: ArrayLike<number>,
  length: number,
  degree: 0 | 1,
  at: number,
  left: number,
  right: number,
  weights: Weights,
): number | null {
  const n = y.length;
  let reach = Math.max(at - left, right - at);
  if (length > n) reach += Math.floor((length - n) / 2);
  const own = new Float64Array(right - left + 1);
  let total = 0;
  for (let j = left; j <= right; j++) {
    const distance = Math.abs(j - at);
    if (distance > 0.999 * reach) continue;
    const tricube = distance <= 0.001 * reach ? 1 : (1 - (distance / reach) ** 3) ** 3;
    own[j - left] = tricube * (weights ? weights[j - 1]! : 1);
    total += own[j - left]!;
  }
  if (total <= 0) return null;
  for (let i = 0; i < own.length; i++) own[i]! /= total;
  if (reach > 0 && degree > 0) {
    const centre = own.reduce((sum, weight, i) => sum + weight * (left + i), 0);
    const spread = own.reduce((sum, weight, i) => sum + weight * (left + i - centre) ** 2, 0);
    if (Math.sqrt(spread) > 0.001 * (n - 1)) {
      const slope = (at - centre) / spread;
      for (let i = 0; i < own.length; i++) own[i]! *= slope * (left + i - centre) + 1;
    }
  }
  return own.reduce((sum, weight, i) => sum + weight * y[left + i - 1]!, 0);
}

/**
 * A whole evenly spaced series smoothed by local lines, at every `jump`-th position and straight between them.
 *
 * Source: Cleveland (1979), JASA 74, 829–836; positions and ends as in Cleveland et al. (1990).
 */
export function loess(
  y: Float64Array,
  length: number,
  degree: 0 | 1,
  jump: number,
  weights: Weights,
): Float64Array {
  const n = y.length;
  if (n < 2) return y.slice();
  const step = Math.min(jump, n - 1);
  const out = new Float64Array(n);
  const half = Math.floor((length + 1) / 2);
  const window = (i: number): [left: number, right: number] => {
    if (length >= n) return [1, n];
    if (i < half) return [1, length];
    if (i >= n - half + 1) return [n - length + 1, n];
    return [i - half + 1, length + i - half];
  };
  const set = (i: number, ends: [number, number]) => {
    out[i - 1] = loessAt(y, length, degree, i, ...ends, weights) ?? y[i - 1]!;
  };
  const fill = (from: number, to: number) => {
    const slope = (out[to - 1]! - out[from - 1]!) / (to - from);
    for (let j = from + 1; j < to; j++) out[j - 1] = out[from - 1]! + slope * (j - from);
  };
  let last = 1;
  for (let i = 1; i <= n; i += step) {
    set(i, window(i));
    if (i > 1) fill(last, i);
    last = i;
  }
  if (last !== n) {
    set(n, window(last));
    fill(last, n);
  }
  return out;
}
