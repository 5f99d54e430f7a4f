import { describe, expect, it } from 'vitest';
import { compareWords, drawBinomial, xoshiro128 } from '../index.ts';

describe('words compared between groups', () => {
  it("gives Fisher's exact probability", () => {
    // The lady tasting tea: 3 of 4 right, and 4 of 4 right.
    const tea = (own: number) =>
      compareWords([{ word: 'tea', own, rest: 4 - own, ownTotal: 4, restTotal: 4 }], { side: 'more' })[0]!
        .adjustedP;
    expect(tea(3)).toBeCloseTo(17 / 70, 12);
    expect(tea(4)).toBeCloseTo(1 / 70, 12);
    expect(tea(0)).toBe(1);
  });

  it('keeps the share of false findings within its budget where nothing differs, over places and rare words', () => {
    const random = xoshiro128(41);
    let looksWithFindings = 0;
    const looks = 200;
    for (let look = 0; look < looks; look++) {
      const words = Array.from({ length: 150 }, (_, i) => {
        const share = 0.2 / (1 + (i % 30));
        const ownTotal = 40 + (i % 5) * 60;
        const own = drawBinomial(random, ownTotal, share);
        return { word: `w${i}`, own, rest: drawBinomial(random, 1_500, share), ownTotal, restTotal: 1_500 };
      }).filter(({ own, rest }) => own + rest >= 8);
      const found = compareWords(words, { side: 'more' }).filter(({ adjustedP }) => adjustedP <= 0.1);
      if (found.length > 0) looksWithFindings += 1;
    }
    // Where all is null, the false-discovery rate is the share of looks with any finding: 0.1 and three standard errors.
    expect(looksWithFindings / looks).toBeLessThanOrEqual(0.1 + 3 * Math.sqrt((0.1 * 0.9) / looks));
  });

  it('finds planted words, and says how much more with an interval that holds the truth', () => {
    const random = xoshiro128(6);
    const words = Array.from({ length: 300 }, (_, i) => {
      const share = 0.02;
      const own = drawBinomial(random, 300, i < 6 ? 0.12 : share);
      return {
        word: `w${i}`,
        own,
        rest: drawBinomial(random, 3_000, share),
        ownTotal: 300,
        restTotal: 3_000,
      };
    });
    const found = compareWords(words, { side: 'more' }).filter(({ adjustedP }) => adjustedP <= 0.05);
    for (let i = 0; i < 6; i++) expect(found.map(({ word }) => word)).toContain(`w${i}`);
    expect(found.length).toBeLessThanOrEqual(8);
    expect(found.every(({ low, high, logOdds }) => low > 0 && low < logOdds && logOdds < high)).toBe(true);
  });

  it('turns its sign with the groups, lives with nothing, and names counts that do not fit', () => {
    const [forth] = compareWords([{ word: 'a', own: 8, rest: 2, ownTotal: 20, restTotal: 40 }]);
    const [back] = compareWords([{ word: 'a', own: 2, rest: 8, ownTotal: 40, restTotal: 20 }]);
    expect(forth!.z).toBeCloseTo(-back!.z, 12);
    expect(forth!.adjustedP).toBeCloseTo(back!.adjustedP, 12);
    expect(compareWords([])).toEqual([]);
    expect(compareWords([{ word: 'a', own: 0, rest: 0, ownTotal: 0, restTotal: 0 }])[0]!.adjustedP).toBe(1);
    expect(() => compareWords([{ word: 'a', own: 7, rest: 0, ownTotal: 5, restTotal: 5 }])).toThrow(
      'own of a 7',
    );
  });
});
