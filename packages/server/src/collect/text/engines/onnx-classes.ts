// What the numbers of a model mean: which of its classes praise, blame or do neither, and with what share.
import type { Shares } from './second-engine.ts';

/** −1 blame … 1 praise for each class. */
type Classes = readonly number[];

const bySize: Readonly<Record<number, Classes>> = {
  2: [-1, 1],
  3: [-1, 0, 1],
  5: [-1, -1, 0, 1, 1],
};

/**
 * By the names in config.json, or, where they say nothing, by how many there are: two or three from blame to praise,
 * or one to five stars.
 * @throws RangeError when neither tells
 */
export function classesOf(size: number, names: Readonly<Record<string, string>> | undefined): Classes {
  const meant = Array.from({ length: size }, (_, k) => meaningOf(names?.[String(k)] ?? ''));
  if (meant.every((one) => one !== null)) return meant as number[];
  const usual = bySize[size];
  if (usual) return usual;
  throw new RangeError(
    `it has ${size} classes; name each as negative, neutral or positive in "id2label" of config.json`,
  );
}

function meaningOf(name: string): number | null {
  const stars = /^([1-5])\s*stars?$/i.exec(name.trim());
  if (stars) return Math.sign(Number(stars[1]) - 3);
  if (/^neg/i.test(name)) return -1;
  if (/^neu|^mixed/i.test(name)) return 0;
  return /^pos/i.test(name) ? 1 : null;
}

/** Shares of the plain feelings; numbers that are no shares yet are taken as logits. */
export function sharesFrom(numbers: readonly number[], classes: Classes): Shares {
  if (numbers.some((one) => !Number.isFinite(one))) throw new RangeError('it answered with no number');
  const sum = numbers.reduce((all, one) => all + one, 0);
  const are = numbers.every((one) => one >= 0) && Math.abs(sum - 1) < 1e-3;
  const most = Math.max(...numbers);
  const weights = are ? numbers : numbers.map((one) => Math.exp(one - most));
  const all = weights.reduce((total, one) => total + one, 0);
  const shareOf = (sign: number) =>
    weights.reduce((total, one, k) => (classes[k] === sign ? total + one : total), 0) / all;
  return { positive: shareOf(1), neutral: shareOf(0), negative: shareOf(-1) };
}
