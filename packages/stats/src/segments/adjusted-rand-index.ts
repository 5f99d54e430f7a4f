/**
 * How much two groupings of the same points agree beyond chance: 1 for the same groups, about 0 for unrelated ones.
 * Names of groups do not matter.
 *
 * @param a n group numbers
 * @param b n group numbers
 * @returns number ≤ 1
 * @throws RangeError when lengths differ
 * Source: Hubert & Arabie (1985), Journal of Classification 2, 193–218.
 * @example adjustedRandIndex([0, 0, 1, 1], [1, 1, 0, 0]) // 1
 */
export function adjustedRandIndex(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) throw new RangeError(`the groupings have ${a.length} and ${b.length} points`);
  const pairs = (n: number) => (n * (n - 1)) / 2;
  const both = new Map<string, number>();
  const first = new Map<number, number>();
  const second = new Map<number, number>();
  a.forEach((label, i) => {
    const key = `${label}/${b[i]}`;
    both.set(key, (both.get(key) ?? 0) + 1);
    first.set(label, (first.get(label) ?? 0) + 1);
    second.set(b[i]!, (second.get(b[i]!) ?? 0) + 1);
  });
  const sum = (counts: Map<unknown, number>) =>
    [...counts.values()].reduce((total, n) => total + pairs(n), 0);
  const expected = (sum(first) * sum(second)) / Math.max(1, pairs(a.length));
  const most = (sum(first) + sum(second)) / 2;
  return most === expected ? 1 : (sum(both) - expected) / (most - expected);
}
