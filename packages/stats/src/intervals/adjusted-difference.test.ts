import { describe, expect, it } from 'vitest';
import mtcars from '../fixtures/mtcars.json' with { type: 'json' };
import { adjustedDifference, drawNormal, xoshiro128 } from '../index.ts';

describe('the adjusted difference of two groups', () => {
  it('is what regression says: R, lm(hp ~ am + wt, mtcars) with HC1 errors', () => {
    const [am, wt, hp] = [0, 1, 2].map((j) => mtcars.map((row) => row[j]!));
    const found = adjustedDifference(am!, hp!, [wt!])!;
    expect(found.difference).toBeCloseTo(56.2272408248, 9);
    expect(found.standardError).toBeCloseTo(33.0493901417, 9);
    expect(found.n).toEqual([19, 13]);
  });

  it('covers the true difference in about 95 of 100 samples, where groups differ from before', () => {
    const random = xoshiro128(17);
    let covered = 0;
    for (let run = 0; run < 300; run++) {
      const before = Array.from({ length: 200 }, () => drawNormal(random));
      const second = before.map((x) => Number(x + drawNormal(random) > 0));
      const outcome = before.map(
        (x, i) => 2 * x + 0.5 * second[i]! + (1 + 0.5 * second[i]!) * drawNormal(random),
      );
      const { low, high } = adjustedDifference(second, outcome, [before])!;
      covered += Number(low <= 0.5 && high >= 0.5);
    }
    expect(covered / 300).toBeGreaterThan(0.91);
    expect(covered / 300).toBeLessThan(0.98);
  });

  it('says nothing where there is nothing to say', () => {
    expect(adjustedDifference([0, 1, 1], [1, 2, 3], [])).toBeNull();
    expect(adjustedDifference([0, 0, 1, 1], [2, 2, 2, 2], [])).toBeNull();
    expect(adjustedDifference([0, 0, 1, 1], [1, 2, 3, 5], [[0, 0, 1, 1]])).toBeNull();
    expect(adjustedDifference([0, 0, 1, 1], [1, 2, 3, 5], [[7, 7, 7, 7]])?.difference).toBeCloseTo(2.5, 12);
    expect(() => adjustedDifference([0, 1], [1], [])).toThrow('a column has 1 rows, the groups 2');
  });
});
