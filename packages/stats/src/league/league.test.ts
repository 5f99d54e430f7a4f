import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawMultinomial, groupPlaces, studentizedRangeQuantile, xoshiro128 } from '../index.ts';

const NPS = [-100, 0, 100];

describe('Tukey’s studentised range', () => {
  it.each([
    [2, 2.771807648699355],
    [3, 3.314493155398122],
    [60, 5.764388004145548],
  ])('95 %% quantile for %i groups', (k, q) => {
    expect(studentizedRangeQuantile(0.95, k)).toBeCloseTo(q, 6);
  });
});

describe('league table', () => {
  it('claims a difference between places without one in at most 5 % of tables, small and large places mixed', () => {
    const random = xoshiro128(12);
    for (const [mix, size] of [
      [[0.2, 0.3, 0.5], () => 5 + Math.floor(random() * 26)],
      [[0.05, 0.15, 0.8], () => (random() < 0.5 ? 6 : 200)],
      [[0.33, 0.34, 0.33], () => 30 + Math.floor(random() * 90)],
    ] as const) {
      let claims = 0;
      for (let run = 0; run < 250; run++) {
        const table = groupPlaces(
          Array.from({ length: 60 }, () => drawMultinomial(random, size(), mix)),
          NPS,
        );
        claims += Number(table.some(({ betterThan }) => betterThan.length > 0));
      }
      expect(claims / 250, String(mix)).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 250));
    }
  });

  it('never puts two clearly different places in one group, and keeps ranks inside their ranges', () => {
    const row = fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 25 }), (counts) => {
        const table = groupPlaces(counts, NPS);
        const groupOf = new Map(table.map(({ place, group }) => [place, group]));
        table.forEach(({ group, betterThan, bestRank, worstRank }, position) => {
          for (const other of betterThan) expect(groupOf.get(other)).toBeGreaterThan(group);
          expect(bestRank).toBeLessThanOrEqual(worstRank);
          if (position > 0) expect(group).toBeGreaterThanOrEqual(table[position - 1]!.group);
        });
      }),
    );
  });

  it('calls nobody better than a place with a higher score, however few its answers', () => {
    const counts = [
      [0, 1, 9],
      [0, 0, 1],
      [152, 0, 0],
    ];
    expect(groupPlaces(counts, NPS).map(({ place, betterThan }) => [place, betterThan])).toEqual([
      [1, []],
      [0, [2]],
      [2, []],
    ]);
  });

  it('finds a true gap, leaves out places without answers and names bad counts', () => {
    const table = groupPlaces(
      [
        [100, 200, 700],
        [600, 200, 200],
        [0, 0, 0],
      ],
      NPS,
    );
    expect(table.map(({ place, group }) => [place, group])).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(table[0]!.worstRank).toBe(1);
    expect(groupPlaces([], NPS)).toEqual([]);
    expect(groupPlaces([[1, 0, 0]], NPS)[0]).toMatchObject({ bestRank: 1, worstRank: 1, group: 1 });
    expect(() => groupPlaces([[1, -1, 0]], NPS)).toThrow('count -1');
  });
});
