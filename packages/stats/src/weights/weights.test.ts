import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawNormal, kishDesignEffect, rake, weightedMean, xoshiro128 } from '../index.ts';

/** California schools (apiclus1 of R's survey): school type × growth target met, with sums of api00 and enrolment. */
const SCHOOLS = [
  { cell: [0, 0], n: 12, api: 7156, enroll: 5243, weight: 39.83850941 },
  { cell: [1, 0], n: 3, api: 1978, enroll: 2237, weight: 67.12578263 },
  { cell: [2, 0], n: 8, api: 4851, enroll: 5983, weight: 49.0700674 },
  { cell: [0, 1], n: 132, api: 86281, enroll: 57088, weight: 29.87046387 },
  { cell: [1, 1], n: 11, api: 6682, enroll: 13587, weight: 50.33015277 },
  { cell: [2, 1], n: 17, api: 10935, enroll: 16460, weight: 36.79218166 },
];
const TARGETS = [
  [4421, 755, 1018],
  [1072, 5122],
];

it('raking the California schools gives the reference weights, mean, total and design effect', () => {
  const rows = SCHOOLS.flatMap(({ cell, n }) => Array.from({ length: n }, () => cell));
  const raked = rake(rows, TARGETS);
  expect(raked).toMatchObject({ converged: true, trimmed: 0, empty: [] });
  let at = 0;
  let api = 0;
  let enroll = 0;
  let unraked = 0;
  let total = 0;
  for (const { n, weight, api: score, enroll: pupils } of SCHOOLS) {
    const own = raked.weights[at]!;
    expect(own / weight).toBeCloseTo(1, 3);
    api += own * score;
    enroll += own * pupils;
    unraked += score / 183;
    total += own * n;
    at += n;
  }
  expect(total).toBeCloseTo(6194, 6);
  expect(unraked).toBeCloseTo(644.1694, 3);
  expect(api / total / 641.23025).toBeCloseTo(1, 5);
  expect(enroll / 3_647_300).toBeCloseTo(1, 3);
  expect(raked.designEffect).toBeCloseTo(1.051660507, 4);
});

it('meets every margin, cuts extreme weights, and says what it could not represent', () => {
  const random = xoshiro128(5);
  const rows = Array.from({ length: 400 }, () => [Number(random() < 0.02), Math.floor(random() * 3)]);
  const free = rake(
    rows,
    [
      [50, 50],
      [30, 30, 40],
    ],
    Infinity,
  );
  const sum = (margin: number, category: number) =>
    rows.reduce((s, row, i) => s + (row[margin] === category ? free.weights[i]! : 0), 0);
  expect(sum(0, 1)).toBeCloseTo(50, 8);
  expect(sum(1, 2)).toBeCloseTo(40, 8);
  const cut = rake(rows, [
    [50, 50],
    [30, 30, 40],
  ]);
  expect(cut.trimmed).toBeGreaterThan(0);
  expect(cut.designEffect).toBeLessThan(free.designEffect);
  expect(rake([[0], [0]], [[1, 1]]).empty).toEqual([[0, 1]]);
  expect(() => rake([[2]], [[1, 1]])).toThrow('category in margin 0 2');
});

it('weights of 1 change nothing, and a common factor changes nothing', () => {
  const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(values, fc.double({ min: 0.1, max: 100, noNaN: true }), (list, factor) => {
      const plain = weightedMean(
        list,
        list.map(() => 1),
      )!;
      const scaled = weightedMean(
        list,
        list.map(() => factor),
      )!;
      expect(plain.mean).toBeCloseTo(list.reduce((s, x) => s + x, 0) / list.length, 9);
      expect(scaled.standardError).toBeCloseTo(plain.standardError, 9);
      expect(scaled.designEffect).toBeCloseTo(1, 12);
    }),
  );
});

it('the weighted interval holds the truth in about 95 % of samples with unequal weights', () => {
  const random = xoshiro128(77);
  let held = 0;
  for (let run = 0; run < 1000; run++) {
    const values = Array.from({ length: 120 }, () => 10 + 5 * drawNormal(random));
    const { low, high } = weightedMean(
      values,
      values.map(() => (random() < 0.3 ? 4 : 1)),
    )!;
    held += Number(low <= 10 && 10 <= high);
  }
  expect(held / 1000).toBeGreaterThan(0.92);
  expect(held / 1000).toBeLessThan(0.975);
  expect(kishDesignEffect([2, 2, 2])).toBe(1);
  expect(weightedMean([1], [1])).toBeNull();
});
