import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xoshiro128 } from '../random/xoshiro128.ts';
import { editDistance } from './edit-distance.ts';
import { jaroSimilarity, jaroWinklerSimilarity } from './jaro-winkler.ts';
import { estimateKinds, estimateU } from './linkage-model.ts';
import { fieldWeight, matchProbability } from './match-probability.ts';

describe('string comparison', () => {
  // Winkler (1990), table of examples; Cohen, Ravikumar & Fienberg (2003)
  it.each([
    ['MARTHA', 'MARHTA', 0.9444, 0.9611],
    ['DWAYNE', 'DUANE', 0.8222, 0.84],
    ['DIXON', 'DICKSONX', 0.7667, 0.8133],
    ['JELLYFISH', 'SMELLYFISH', 0.8963, 0.8963],
    ['ABC', 'XYZ', 0, 0],
    ['', '', 1, 1],
    ['A', '', 0, 0],
  ])('of %s and %s is as published', (a, b, jaro, winkler) => {
    expect(jaroSimilarity(a, b)).toBeCloseTo(jaro, 4);
    expect(jaroWinklerSimilarity(a, b)).toBeCloseTo(winkler, 4);
  });

  it('is the same both ways, and 1 only for equal strings', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const similarity = jaroWinklerSimilarity(a, b);
        expect(similarity).toBeCloseTo(jaroWinklerSimilarity(b, a), 12);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it('counts a swap of neighbours as one edit', () => {
    expect(editDistance('CA', 'ABC')).toBe(3);
    expect(editDistance('teh', 'the')).toBe(1);
    expect(editDistance('kitten', 'sitting')).toBe(3);
  });
});

describe('linkage', () => {
  const levels = [3, 3, 2, 3];
  const u = [
    [0.98, 0.01, 0.01],
    [0.99, 0.005, 0.005],
    [0.8, 0.2],
    [0.95, 0.03, 0.02],
  ];
  const m = [
    [0.05, 0.15, 0.8],
    [0.02, 0.08, 0.9],
    [0.1, 0.9],
    [0.1, 0.2, 0.7],
  ];
  const random = xoshiro128(7);
  const draw = (shares: readonly number[][]) =>
    shares.map((share) => {
      const drawn = random();
      const reached = share.map((_, at) => share.slice(0, at + 1).reduce((sum, each) => sum + each, 0));
      const level = reached.findIndex((sum) => drawn < sum);
      return random() < 0.1 ? 0 : 1 + Math.max(0, level);
    });
  const many = (count: number, shares: readonly number[][]) =>
    Array.from({ length: count }, () => draw(shares));

  it('gives back the shares that pairs were made with', () => {
    const learnedU = estimateU(many(40_000, u), levels);
    const block = () => ({ patterns: [...many(1_500, m), ...many(3_000, u)], blockedBy: [] });
    const { m: learned } = estimateKinds([block(), block()], learnedU);
    for (const [field, shares] of m.entries()) {
      for (const [level, share] of shares.entries()) {
        expect(Math.abs(learned[field]![level]! - share)).toBeLessThan(0.03);
      }
    }
  });

  it('does not take families for persons who change their names', () => {
    const household = [u[0]!, u[1]!, m[2]!, m[3]!];
    const patterns = [...many(500, m), ...many(5_000, household), ...many(1_000, u)];
    const { m: learned } = estimateKinds([{ patterns, blockedBy: [] }], u, [0.005, 0.005, null, null]);
    expect(learned[0]![0]).toBeLessThan(0.1);
    expect(learned[1]![0]).toBeLessThan(0.1);
  });

  it('takes a missing value as no evidence', () => {
    const known = estimateU(
      [
        [1, 1],
        [2, 1],
      ],
      [2, 2],
    );
    const missing = estimateU(
      [
        [1, 1],
        [2, 0],
        [0, 1],
      ],
      [2, 2],
    );
    expect(missing[0]).toEqual(known[0]);
    expect(() => estimateU([], [1])).toThrow('levels 1');
  });

  it('is surer of rare values, and less sure among members of one household', () => {
    expect(fieldWeight(0.9, 0.01, 0.0001)).toBeGreaterThan(fieldWeight(0.9, 0.01, 0.01));
    const pair = { weight: 30, memberWeight: 1, prior: 1e-4 };
    expect(matchProbability({ ...pair, householdRatio: 0 })).toBeGreaterThan(0.999);
    expect(matchProbability({ ...pair, householdRatio: 4 })).toBeLessThan(0.5);
    expect(() => matchProbability({ ...pair, prior: 2, householdRatio: 0 })).toThrow('prior 2');
  });
});
