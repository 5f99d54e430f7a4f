import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordLogOdds } from '../index.ts';

describe('log-odds of a word', () => {
  it('turns its sign when the groups change places, and is 0 where both use the word alike', () => {
    const group = fc.record({
      hits: fc.integer({ min: 1, max: 50 }),
      documents: fc.integer({ min: 51, max: 900 }),
    });
    fc.assert(
      fc.property(group, group, (a, b) => {
        expect(wordLogOdds(a, b, 500)!.z).toBeCloseTo(-wordLogOdds(b, a, 500)!.z, 9);
        expect(wordLogOdds(a, a, 500)!.logOdds).toBeCloseTo(0, 12);
      }),
    );
  });

  it('finds nothing in a word that is nowhere or everywhere, and names impossible counts', () => {
    expect(wordLogOdds({ hits: 0, documents: 9 }, { hits: 0, documents: 9 }, 500)).toBeNull();
    expect(wordLogOdds({ hits: 9, documents: 9 }, { hits: 4, documents: 4 }, 500)).toBeNull();
    expect(wordLogOdds({ hits: 0, documents: 0 }, { hits: 0, documents: 0 }, 500)).toBeNull();
    expect(() => wordLogOdds({ hits: 10, documents: 9 }, { hits: 0, documents: 9 }, 500)).toThrow('hits 10');
  });
});
