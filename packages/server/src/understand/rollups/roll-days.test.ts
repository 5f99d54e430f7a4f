import { describe, expect, it } from 'vitest';
import { daysAtOnce, inTurns } from './roll-days.ts';

const days = Array.from({ length: 300 }, (_, at) =>
  new Date(Date.parse('2026-01-01') + at * 86_400_000).toISOString().slice(0, 10),
);

describe('days that are made at once', () => {
  it('have no more rows than fit, but for a day that has more by itself', () => {
    const rows = new Map(days.map((day, at) => [day, at === 7 ? 5_000 : 100]));
    const turns = inTurns(days, rows, 1_000);
    expect(turns.flat()).toEqual(days);
    const sizes = turns.map((turn) => turn.reduce((sum, day) => sum + rows.get(day)!, 0));
    expect(sizes.filter((size) => size > 1_000)).toEqual([5_000]);
    expect(turns.length).toBe(32);
  });

  it('are not more than one announcement tells of, however few rows they have', () => {
    expect(inTurns(days, new Map(), 1_000).map((turn) => turn.length)).toEqual([
      daysAtOnce,
      daysAtOnce,
      300 - 2 * daysAtOnce,
    ]);
    expect(inTurns([], new Map(), 1_000)).toEqual([]);
  });
});
