import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyOfHalves } from './key64.ts';
import { RecentPairs } from './recent-pairs.ts';

const half = fc.integer({ min: 1, max: 6 });
const key = fc.tuple(half, half).map(([high, low]) => keyOfHalves(high, low));

it('knows the last pair, and no pair that was never added, however full it is', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, key), { maxLength: 60 }), (pairs) => {
      const recent = new RecentPairs(8);
      const added = new Set<string>();
      for (const [a, b] of pairs) {
        const name = `${a.text}|${b.text}`;
        if (recent.has(a, b)) expect(added.has(name)).toBe(true);
        recent.add(a, b);
        added.add(name);
        expect(recent.has(a, b)).toBe(true);
      }
    }),
    { seed: 7 },
  );
});
