// Promise: two units are called associated only when they come together in more texts than chance would bring them,
// with false discoveries held to one in a hundred over all pairs that there are.
import type { UnitWords } from './word-units.ts';

export interface Association {
  readonly a: number;
  readonly b: number;
  /** Texts that have both, in different words; of the first 65,535. */
  readonly both: number;
}

const falseShare = 0.01;
const fewestTogether = 3;

/**
 * @param units  names of the units, to keep a word and its own part from counting as two
 * @param counts texts of each unit
 * @param pairs  how many pairs there are to be wrong about, where `units` are chosen from more
 * Source: hypergeometric tail (Fisher's exact test, one-sided), Benjamini & Hochberg (1995) over all pairs of units.
 */
export function associationsOf(
  texts: readonly UnitWords[],
  units: readonly string[],
  counts: readonly number[],
  pairs = (units.length * (units.length - 1)) / 2,
): Association[] {
  const size = units.length;
  const together = countPairs(texts, size);
  const n = texts.length;
  const logs = logFactorials(n);
  const tested: (Association & { p: number })[] = [];
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const both = together[a * size + b]!;
      if (both < fewestTogether || both * n <= counts[a]! * counts[b]! || samePart(units[a]!, units[b]!))
        continue;
      tested.push({ a, b, both, p: tail(both, counts[a]!, counts[b]!, n, logs) });
    }
  }
  tested.sort((x, y) => x.p - y.p || x.a - y.a || x.b - y.b);
  let kept = 0;
  tested.forEach(({ p }, rank) => {
    if (p <= ((rank + 1) * falseShare) / pairs) kept = rank + 1;
  });
  return tested.slice(0, kept).map(({ a, b, both }) => ({ a, b, both }));
}

/** In how many texts a and b stand in different words, for a < b at `a · size + b`. */
function countPairs(texts: readonly UnitWords[], size: number): Uint16Array {
  const together = new Uint16Array(size * size);
  const lastSeen = new Uint16Array(size * size);
  texts.forEach((text, index) => {
    for (let i = 1; i < text.length; i++) {
      for (let j = 0; j < i; j++) {
        for (const a of text[i]!.units) {
          for (const b of text[j]!.units) {
            if (a === b) continue;
            const pair = a < b ? a * size + b : b * size + a;
            if (lastSeen[pair] === index + 1) continue;
            lastSeen[pair] = index + 1;
            together[pair]! += 1;
          }
        }
      }
    }
  });
  return together;
}

const samePart = (a: string, b: string): boolean => a.includes(b) || b.includes(a);

function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let i = 2; i <= n; i++) logs[i] = logs[i - 1]! + Math.log(i);
  return logs;
}

/** P(at least `both` texts have a and b) when a's and b's texts are drawn without regard to each other. */
function tail(both: number, a: number, b: number, n: number, logs: Float64Array): number {
  const choose = (of: number, k: number) => logs[of]! - logs[k]! - logs[of - k]!;
  const all = choose(n, b);
  let sum = 0;
  for (let x = both; x <= Math.min(a, b); x++) {
    if (b - x > n - a) continue;
    const term = Math.exp(choose(a, x) + choose(n - a, b - x) - all);
    sum += term;
    if (term < sum * 1e-9) break;
  }
  return Math.min(1, sum);
}
