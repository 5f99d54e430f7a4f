import { expect, it } from 'vitest';
import { distinctiveWords, drawBinomial, xoshiro128 } from '../index.ts';

it('follows the published formula', () => {
  const words = [{ word: 'queue', own: 30, rest: 40 }];
  const [found] = distinctiveWords(words, 100, 1000, 110);
  const prior = (110 * 70) / 1100;
  const delta =
    Math.log((30 + prior) / (100 + 110 - 30 - prior)) - Math.log((40 + prior) / (1000 + 110 - 40 - prior));
  expect(found!.logOdds).toBeCloseTo(delta, 12);
  expect(found!.z).toBeCloseTo(delta / Math.sqrt(1 / (30 + prior) + 1 / (40 + prior)), 12);
});

it('finds a planted word among hundreds and little else, rare words included', () => {
  const random = xoshiro128(14);
  const words = Array.from({ length: 400 }, (_, i) => {
    const share = 0.3 / (i + 3);
    return { word: `w${i}`, own: drawBinomial(random, 300, share), rest: drawBinomial(random, 4000, share) };
  });
  words.push({ word: 'planted', own: 24, rest: 60 });
  const found = distinctiveWords(words, 300, 4000);
  expect(found[0]!.word).toBe('planted');
  expect(found.filter(({ adjustedP }) => adjustedP < 0.05).length).toBeLessThanOrEqual(2);
});

it('is symmetric, lives with empty groups and words nobody used, and names bad counts', () => {
  const forth = distinctiveWords([{ word: 'a', own: 5, rest: 9 }], 50, 50)[0]!;
  const back = distinctiveWords([{ word: 'a', own: 9, rest: 5 }], 50, 50)[0]!;
  expect(forth.z).toBeCloseTo(-back.z, 12);
  expect(distinctiveWords([{ word: 'a', own: 0, rest: 0 }], 0, 0)[0]!.z).toBe(0);
  expect(distinctiveWords([], 0, 0)).toEqual([]);
  expect(() => distinctiveWords([{ word: 'a', own: 7, rest: 0 }], 5, 5)).toThrow('own of a 7');
});
