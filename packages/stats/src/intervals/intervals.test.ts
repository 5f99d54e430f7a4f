import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  meanInterval,
  normalQuantile,
  npsDifference,
  npsInterval,
  pairedNpsChange,
  shareDifference,
  wilsonInterval,
  xoshiro128,
} from '../index.ts';

const counts = (promoters: number, passives: number, detractors: number) => ({
  promoters,
  passives,
  detractors,
});

describe('NPS interval (adjusted Wald of Rocks)', () => {
  it.each([
    [60, 25, 15, 45, 43.6893, 29.3431, 58.0355, false],
    [19, 12, 5, 38.8889, 35.8974, 13.1575, 58.6373, false],
    [15, 10, 6, 29.0323, 26.4706, 0.6148, 52.3264, false],
    [5, 0, 0, 100, 62.5, 17.4915, 100, true],
    [0, 0, 3, -100, -50, -100, 6.5793, true],
  ])('%i/%i/%i gives the published ends', (p, s, d, nps, centre, low, high, clamped) => {
    const interval = npsInterval(counts(p, s, d))!;
    expect(interval.nps).toBeCloseTo(nps, 4);
    expect(interval.centre).toBeCloseTo(centre, 4);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
    expect(interval.clamped).toBe(clamped);
    expect(interval.n).toBe(p + s + d);
  });

  it('covers the truth in 92.5 to 97 % by exact enumeration, n = 10 … 40, on three mixes', () => {
    const mixes = [
      [0.05, 0.15, 0.8],
      [0.2, 0.3, 0.5],
      [0.33, 0.34, 0.33],
    ] as const;
    for (const mix of mixes) {
      for (const n of [10, 15, 20, 40]) {
        const coverage = exactCoverage(mix, n);
        expect(coverage, `${mix} n=${n}`).toBeGreaterThan(0.925);
        expect(coverage, `${mix} n=${n}`).toBeLessThan(0.97);
      }
    }
    expect(exactCoverage([0.05, 0.15, 0.8], 10)).toBeCloseTo(0.9442, 4);
    expect(exactCoverage([0.05, 0.15, 0.8], 20)).toBeCloseTo(0.9563, 4);
    expect(exactCoverage([0.2, 0.3, 0.5], 10)).toBeCloseTo(0.9625, 4);
    expect(exactCoverage([0.2, 0.3, 0.5], 5)).toBeCloseTo(0.9432, 4);
  });

  it('mirrors when promoters and detractors change places, narrows with n, and holds the centre', () => {
    const count = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(count, count, count, (p, s, d) => {
        fc.pre(p + s + d > 0);
        const one = npsInterval(counts(p, s, d))!;
        const mirrored = npsInterval(counts(d, s, p))!;
        expect(one.low).toBeCloseTo(-mirrored.high, 9);
        expect(one.low).toBeLessThanOrEqual(one.centre);
        expect(one.high).toBeGreaterThanOrEqual(one.centre);
        const four = npsInterval(counts(4 * p, 4 * s, 4 * d))!;
        if (!one.clamped) expect(four.high - four.low).toBeLessThan(one.high - one.low + 1e-9);
      }),
    );
  });

  it('no answers give no score, and bad counts are named', () => {
    expect(npsInterval(counts(0, 0, 0))).toBeNull();
    expect(() => npsInterval(counts(-1, 0, 3))).toThrow('promoters -1');
    expect(() => npsInterval(counts(1, 0, 3), 95)).toThrow('confidence 95 is not a share between 0 and 1');
    expect(() => npsInterval(counts(Number.NaN, 0, 3))).toThrow('promoters NaN');
  });

  it('a design effect of 2 is the same as half the answers', () => {
    const weighted = npsInterval(counts(60, 24, 16), 0.95, 2)!;
    const halved = npsInterval(counts(30, 12, 8))!;
    expect(weighted.low).toBeCloseTo(halved.low, 12);
    expect(weighted.n).toBe(100);
  });
});

function exactCoverage([d, s, p]: readonly [number, number, number], n: number): number {
  const logFactorial = [0];
  for (let i = 1; i <= n; i++) logFactorial.push(logFactorial[i - 1]! + Math.log(i));
  let covered = 0;
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= n - i; j++) {
      const k = n - i - j;
      const log = logFactorial[n]! - logFactorial[i]! - logFactorial[j]! - logFactorial[k]!;
      const probability = Math.exp(log + i * Math.log(d) + j * Math.log(s) + k * Math.log(p));
      const { low, high } = npsInterval(counts(k, j, i))!;
      const truth = 100 * (p - d);
      if (low <= truth + 1e-9 && truth <= high + 1e-9) covered += probability;
    }
  }
  return covered;
}

describe('differences', () => {
  it('of two scores: the published values', () => {
    const result = npsDifference(counts(60, 25, 15), counts(75, 20, 12))!;
    expect(result.difference).toBeCloseTo(13.8785, 4);
    expect(result.standardError).toBeCloseTo(9.9167, 4);
    expect(result.z).toBeCloseTo(1.39951, 5);
    expect(result.p).toBeCloseTo(0.161659, 6);
  });

  it('of two scores is antisymmetric and works when all answers are equal', () => {
    const forth = npsDifference(counts(5, 0, 0), counts(3, 1, 9))!;
    const back = npsDifference(counts(3, 1, 9), counts(5, 0, 0))!;
    expect(forth.difference).toBeCloseTo(-back.difference, 12);
    expect(forth.low).toBeCloseTo(-back.high, 12);
    const equal = npsDifference(counts(5, 0, 0), counts(7, 0, 0))!;
    expect(equal.z).toBe(0);
    expect(equal.p).toBe(1);
    expect(npsDifference(counts(0, 0, 0), counts(1, 0, 0))).toBeNull();
  });

  it('of the same people asked twice: McNemar’s z, and the interval holds the truth in about 95 of 100', () => {
    // Agresti (2013), table 11.1: 794, 150, 86, 570; z² = 17.36.
    const votes = [
      [794, 150],
      [86, 570],
    ];
    const found = pairedNpsChange(votes)!;
    expect(found.z).toBeCloseTo((150 - 86) / Math.sqrt(236), 12);
    expect(found.z ** 2).toBeCloseTo(17.36, 2);
    expect(found.standardError / 100).toBeCloseTo(0.0095, 4);
    expect(
      pairedNpsChange([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      pairedNpsChange([
        [7, 0],
        [0, 3],
      ]),
    ).toMatchObject({ change: 0, z: 0, p: 1 });
    const random = xoshiro128(5);
    let held = 0;
    for (let run = 0; run < 1000; run++) {
      const moves = [
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ];
      for (let i = 0; i < 60; i++) {
        const before = random() < 0.2 ? 0 : random() < 0.4 ? 1 : 2;
        const after = random() < 0.7 ? before : Math.floor(3 * random());
        moves[before]![after]! += 1;
      }
      const { low, high } = pairedNpsChange(moves)!;
      // Shares before .2/.32/.48; three of ten draw anew and then average 0.
      const truth = 100 * 0.3 * (0 - 0.28);
      held += Number(low <= truth && truth <= high);
    }
    expect(held / 1000).toBeGreaterThan(0.925);
    expect(held / 1000).toBeLessThan(0.98);
    expect(() => pairedNpsChange([[1.5]])).toThrow('count 1.5');
  });

  it('of two shares: Newcombe 1998, method 10, 56/70 against 48/80', () => {
    const { low, high } = shareDifference(48, 80, 56, 70);
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });
});

describe('means and shares', () => {
  it('a mean interval shifts with the answers and scales with them', () => {
    const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(answers, fc.integer({ min: -50, max: 50 }), (list, shift) => {
        const one = meanInterval(list, [1, 5])!;
        const moved = meanInterval(
          list.map((x) => 2 * x + shift),
          [2 + shift, 10 + shift],
        )!;
        expect(moved.low).toBeCloseTo(2 * one.low + shift, 8);
        expect(moved.high).toBeCloseTo(2 * one.high + shift, 8);
      }),
    );
  });

  it('sums from a database give the same as the answers', () => {
    const list = [1, 5, 4, 4, 2, 5, 3];
    const sums = { n: 7, sum: 24, sumOfSquares: 96 };
    expect(meanInterval(sums, [1, 5])!.low).toBeCloseTo(meanInterval(list, [1, 5])!.low, 12);
  });

  it('equal answers, one answer and none stay honest', () => {
    const equal = meanInterval([5, 5, 5], [1, 5])!;
    expect(equal.high).toBe(5);
    expect(equal.low).toBeLessThan(3);
    expect(equal.method).toBe('scale');
    expect(meanInterval([3], [1, 5])!.high - meanInterval([3], [1, 5])!.low).toBeGreaterThan(3);
    expect(meanInterval([], [1, 5])).toBeNull();
    expect(() => meanInterval([1, Number.NaN], [1, 5])).toThrow('answer NaN is not a finite number');
    expect(() => meanInterval([9], [1, 5])).toThrow('mean 9 is outside the scale [1, 5]');
  });

  it('Wilson’s ends solve its defining equation and hold the share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, part) => {
          const k = Math.round(part * n);
          const z = normalQuantile(0.975);
          for (const end of wilsonInterval(k, n)) {
            if (end > 0 && end < 1)
              expect(Math.abs(k / n - end)).toBeCloseTo(z * Math.sqrt((end * (1 - end)) / n), 9);
          }
        },
      ),
    );
  });
});
