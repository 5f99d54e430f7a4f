import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import NILE from '../fixtures/nile.json' with { type: 'json' };
import { changePoints, cusum, cusumRunLength, drawNormal, generalisedEsd, xoshiro128 } from '../index.ts';

/** Rosner (1983), as in the NIST/SEMATECH handbook 1.3.5.17.3. */
const ROSNER = [
  -0.25, 0.68, 0.94, 1.15, 1.2, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55, 1.56, 1.58, 1.65, 1.69, 1.7,
  1.76, 1.77, 1.81, 1.91, 1.94, 1.96, 1.99, 2.06, 2.09, 2.1, 2.14, 2.15, 2.23, 2.24, 2.26, 2.35, 2.37, 2.4,
  2.47, 2.54, 2.62, 2.64, 2.9, 2.92, 2.92, 2.93, 3.21, 3.26, 3.3, 3.59, 3.68, 4.3, 4.64, 5.34, 5.42, 6.01,
];

describe('CUSUM', () => {
  it.each([
    [4, 0, 167.68],
    [4, 1, 8.383],
    [4.774, 0, 370.05],
    [5, 0, 465.43],
    [5, 1, 10.376],
  ])('run length at k = 0.5, h = %d, shift %d is the table’s', (h, shift, arl) => {
    expect(cusumRunLength(0.5, h, shift) / arl).toBeCloseTo(1, 3);
  });

  it('simulated run lengths agree with the table within 3 %', () => {
    const random = xoshiro128(3);
    for (const [shift, arl, runs] of [
      [0, 167.68, 3000],
      [1, 8.383, 6000],
    ] as const) {
      let total = 0;
      for (let run = 0; run < runs; run++) {
        let rise = 0;
        let fall = 0;
        while (rise <= 4 && fall <= 4) {
          const value = drawNormal(random) + shift;
          rise = Math.max(0, rise + value - 0.5);
          fall = Math.max(0, fall - value - 0.5);
          total += 1;
        }
      }
      expect(Math.abs(total / runs / arl - 1)).toBeLessThan(0.055);
    }
  });

  it('signals the side that moved and starts again', () => {
    const points = cusum([-2, -2, -2, -2, -2], 0.5, 5);
    expect(points.map(({ signal }) => signal)).toEqual([null, null, null, 'fall', null]);
    expect(points[4]!.fall).toBe(1.5);
    expect(() => cusum([Number.NaN])).toThrow('value NaN is not a finite number');
  });
});

describe('generalised ESD', () => {
  it('finds Rosner’s three outliers with his statistics and limits', () => {
    const { outliers, steps } = generalisedEsd(ROSNER, 10);
    expect(ROSNER).toHaveLength(54);
    expect(outliers.map((index) => ROSNER[index])).toEqual([6.01, 5.42, 5.34]);
    [
      [3.118906, 3.158794],
      [2.942973, 3.15143],
      [3.179424, 3.14389],
      [2.810181, 3.136165],
    ].forEach(([statistic, limit], step) => {
      expect(steps[step]!.statistic).toBeCloseTo(statistic!, 6);
      expect(steps[step]!.limit).toBeCloseTo(limit!, 6);
    });
  });

  it('does not mind shift and scale, and lives with equal values', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 50 }), (shift, scale) => {
        const moved = generalisedEsd(
          ROSNER.map((x) => shift + scale * x),
          5,
        );
        expect(moved.outliers).toEqual(generalisedEsd(ROSNER, 5).outliers);
      }),
      { numRuns: 20 },
    );
    expect(generalisedEsd([2, 2, 2, 2, 2], 1).outliers).toEqual([]);
    expect(() => generalisedEsd([1, 2], 1)).toThrow('2 values are too few');
  });
});

describe('change points of a finished series', () => {
  it('the Nile has one break, after 1898', () => {
    const result = changePoints(NILE);
    expect(result.breaks.map((index) => index + 1)).toEqual([28]);
    expect(result.means[0]).toBeCloseTo(1097.75, 6);
    expect(result.means[1]).toBeCloseTo(849.972222, 6);
    expect(result.rss[0]).toBeCloseTo(2835156.75, 2);
    expect(result.rss[1]).toBeCloseTo(1597457.19, 2);
    expect(result.bic[0]).toBeCloseTo(1318.24, 2);
    expect(result.bic[1]).toBeCloseTo(1270.08, 2);
    expect(result.bic[2]).toBeCloseTo(1276.47, 2);
  });

  it('finds planted breaks and none in a constant series', () => {
    const random = xoshiro128(6);
    const planted = [0, 5, -3].flatMap((mean) => Array.from({ length: 40 }, () => mean + drawNormal(random)));
    expect(changePoints(planted).breaks).toEqual([39, 79]);
    expect(changePoints(Array.from({ length: 80 }, () => drawNormal(random))).breaks).toEqual([]);
    expect(() => changePoints([1, 2, 3], 1, 2)).toThrow('3 values are too few');
  });
});
