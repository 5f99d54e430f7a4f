import { describe, expect, it } from 'vitest';
import { turnsOf } from './row-turns.ts';

describe('turns of rows', () => {
  const rows = new Map([
    ['', 400],
    ['aarhus', 700],
    ['lund', 2_500],
    ['malmo', 300],
    ['odense', 1_000],
  ]);

  it('hold each place once, and each part of a place that is too large for one', () => {
    expect(turnsOf(rows, 1_000)).toEqual([
      { places: [''], part: 0, of: 1 },
      { places: ['lund'], part: 0, of: 3 },
      { places: ['lund'], part: 1, of: 3 },
      { places: ['lund'], part: 2, of: 3 },
      { places: ['aarhus', 'malmo'], part: 0, of: 1 },
      { places: ['odense'], part: 0, of: 1 },
    ]);
  });

  it('are one where all fits, and none of nothing', () => {
    expect(turnsOf(rows, 10_000)).toEqual([{ places: [...rows.keys()], part: 0, of: 1 }]);
    expect(turnsOf(new Map(), 1_000)).toEqual([]);
  });
});
