import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rateAndMix } from '../index.ts';

const period = fc.record({ n: fc.nat(500), sum: fc.integer({ min: -50_000, max: 50_000 }) });
const empty = { n: 0, sum: 0 };
const groups = fc.array(fc.record({ group: fc.string(), before: period, after: period }), {
  minLength: 1,
  maxLength: 12,
});

it('rate and mix sum to the change, exactly', () => {
  fc.assert(
    fc.property(groups, (list) => {
      const kept = list.map((g) => ({
        ...g,
        before: g.before.n ? g.before : empty,
        after: g.after.n ? g.after : empty,
      }));
      const result = rateAndMix(kept);
      if (!result) return;
      const scale = Math.max(
        1,
        ...kept.flatMap((g) => [g.before, g.after].map(({ n, sum }) => (n ? Math.abs(sum / n) : 0))),
      );
      expect(Math.abs(result.rate + result.mix - result.change) / scale).toBeLessThan(1e-12);
    }),
  );
});

it('with the same shares all is rate, with the same scores all is mix', () => {
  const same = rateAndMix([
    { group: 'a', before: { n: 10, sum: 100 }, after: { n: 20, sum: 400 } },
    { group: 'b', before: { n: 30, sum: 600 }, after: { n: 60, sum: 600 } },
  ])!;
  expect(same.mix).toBeCloseTo(0, 12);
  const moved = rateAndMix([
    { group: 'a', before: { n: 10, sum: 100 }, after: { n: 20, sum: 200 } },
    { group: 'b', before: { n: 30, sum: 600 }, after: { n: 5, sum: 100 } },
  ])!;
  expect(moved.rate).toBeCloseTo(0, 12);
});

it('a new group is all mix, an empty period gives null, and bad numbers are named', () => {
  const born = rateAndMix([
    { group: 'old', before: { n: 10, sum: 100 }, after: { n: 10, sum: 100 } },
    { group: 'new', before: empty, after: { n: 10, sum: -500 } },
  ])!;
  expect(born.rate).toBe(0);
  expect(born.mix).toBeCloseTo(born.change, 12);
  expect(rateAndMix([{ group: 'x', before: empty, after: { n: 1, sum: 1 } }])).toBeNull();
  expect(() => rateAndMix([{ group: 'x', before: { n: -1, sum: 0 }, after: empty }])).toThrow(
    'n of x before -1',
  );
});
