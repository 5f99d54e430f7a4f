import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyOfHalves } from './key64.ts';
import { RecentPairs } from './recent-pairs.ts';

const half = fc.integer({ min: 1, max: 6 });
const key = fc.tuple(half, half).map(([high, low]) => keyOfHalves(high, low));

it('knows the last pair, and no pair that was never added so early, however full it is', () => {
  const second = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(fc.array(fc.tuple(key, key, second), { maxLength: 60 }), (pairs) => {
      const recent = new RecentPairs(8);
      const added = new Map<string, number>();
      for (const [a, b, seconds] of pairs) {
        const name = `${a.text}|${b.text}`;
        const moment = 1_000 * seconds;
        if (recent.has(a, b, moment)) expect(added.get(name)).toBeLessThanOrEqual(moment);
        recent.add(a, b, moment);
        added.set(name, Math.min(moment, added.get(name) ?? moment));
        expect(recent.has(a, b, moment)).toBe(true);
        expect(recent.has(a, b, moment + 1_000)).toBe(true);
        expect(recent.has(a, b, moment - 1_000)).toBe(false);
      }
    }),
    { seed: 7 },
  );
});
