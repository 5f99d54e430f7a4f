/**
 * Classes whose names share a word are kin ("rooms design", "rooms comfort"): what tells any of them from the rest
 * helps to tell each, where few texts have each. Every class takes a share of the separators of its kin, so that the
 * model stays linear and as small as without them.
 */
import type { Separator } from './nb-svm.ts';

/** The indexes of the classes that share a word of their names. */
export function kinOf(classes: readonly string[]): readonly (readonly number[])[] {
  const byWord = new Map<string, Set<number>>();
  classes.forEach((name, k) => {
    for (const word of name.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
      if (word === '') continue;
      const named = byWord.get(word) ?? new Set();
      byWord.set(word, named.add(k));
    }
  });
  return [...byWord]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, named]) => [...named])
    .filter(({ length }) => length > 1 && length < classes.length);
}

/** Shares that are tried; which of them serves best is measured on texts that the separators have not seen. */
export const kinShares = [0, 0.1, 0.2, 0.3] as const;

/** Scores of the classes, each with a share of the scores of its kin, which stand behind the classes'. */
export function withKinScores(
  scores: readonly number[],
  kin: readonly (readonly number[])[],
  share: number,
): number[] {
  const classCount = scores.length - kin.length;
  const joined = scores.slice(0, classCount);
  kin.forEach((members, i) => {
    const lead = share * (scores[classCount + i] as number);
    for (const k of members) joined[k] = (joined[k] as number) + lead;
  });
  return joined;
}

/** The same of separators. */
export function withKin(
  separators: readonly Separator[],
  kin: readonly (readonly number[])[],
  share: number,
): Separator[] {
  const classCount = separators.length - kin.length;
  const joined = separators
    .slice(0, classCount)
    .map(({ weights, bias }) => ({ weights: Float32Array.from(weights), bias }));
  kin.forEach((members, i) => {
    const { weights, bias } = separators[classCount + i] as Separator;
    for (const k of members) {
      const own = joined[k] as { weights: Float32Array; bias: number };
      own.bias += share * bias;
      for (let at = 0; at < weights.length; at++) {
        own.weights[at] = (own.weights[at] as number) + share * (weights[at] as number);
      }
    }
  });
  return joined;
}
