import { requireShare } from '../ranges.ts';

function ascending(p: readonly number[]): number[] {
  for (const value of p) requireShare('p-value', value);
  return p.map((_, index) => index).sort((a, b) => p[a]! - p[b]!);
}

function steppedUp(p: readonly number[], factor: (rank: number) => number): number[] {
  const order = ascending(p);
  const adjusted = new Array<number>(p.length);
  let least = 1;
  for (let rank = p.length; rank >= 1; rank--) {
    const index = order[rank - 1]!;
    least = Math.min(least, p[index]! * factor(rank));
    adjusted[index] = least;
  }
  return adjusted;
}

/**
 * Benjamini–Hochberg adjusted p-values: calling everything at or below q a finding keeps the expected share of false
 * findings at q or less, for independent (or positively dependent) tests.
 *
 * Only for one look at one family. For repeated looks use e-values (eBenjaminiHochberg).
 *
 * @param p p-values in [0, 1], in any order
 * @returns adjusted p-values in the same order
 * @throws RangeError naming a value that is not in [0, 1]
 *
 * Source: Benjamini & Hochberg (1995), JRSS B 57, 289–300.
 * @example benjaminiHochberg([0.01, 0.04, 0.03, 0.5]) // [0.04, 0.05333, 0.05333, 0.5]
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  return steppedUp(p, (rank) => p.length / rank);
}

/**
 * Benjamini–Yekutieli adjusted p-values: as Benjamini–Hochberg, but valid under any dependence.
 *
 * @param p p-values in [0, 1], in any order
 * @returns adjusted p-values in the same order
 * Source: Benjamini & Yekutieli (2001), Annals of Statistics 29, 1165–1188.
 * @example benjaminiYekutieli([0.01, 0.04, 0.03, 0.5]) // [0.08333, 0.1111, 0.1111, 1]
 */
export function benjaminiYekutieli(p: readonly number[]): number[] {
  const harmonic = p.reduce((sum, _, index) => sum + 1 / (index + 1), 0);
  return steppedUp(p, (rank) => (harmonic * p.length) / rank);
}

/**
 * Holm adjusted p-values: calling everything at or below α a finding makes even one false finding have probability
 * at most α, under any dependence.
 *
 * @param p p-values in [0, 1], in any order
 * @returns adjusted p-values in the same order
 * Source: Holm (1979), Scandinavian Journal of Statistics 6, 65–70.
 * @example holm([0.01, 0.04, 0.03, 0.5]) // [0.04, 0.09, 0.09, 0.5]
 */
export function holm(p: readonly number[]): number[] {
  const adjusted = new Array<number>(p.length);
  let most = 0;
  ascending(p).forEach((index, position) => {
    most = Math.max(most, Math.min(1, p[index]! * (p.length - position)));
    adjusted[index] = most;
  });
  return adjusted;
}
