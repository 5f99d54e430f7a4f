import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

/** The plain way: sort the names of every object, then write JSON. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, sorted(one)]),
  );
}
/** Names that are whole numbers come first in an object whatever their order, so they are left to another test. */
const name = fc.string({ unit: 'binary', maxLength: 6 }).map((text) => `n${text}`);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 40 }),
  ),
})).value;

it('is JSON with the names of every object in order', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(canonicalJson(value)).toBe(JSON.stringify(sorted(value)));
    }),
    { numRuns: 500, seed: 7 },
  );
});

it('is the same whatever the order of the fields', () => {
  expect(canonicalJson({ b: 1, 10: 2, 9: 3, a: { d: '"', c: 'å' } })).toBe(
    '{"10":2,"9":3,"a":{"c":"å","d":"\\""},"b":1}',
  );
});
