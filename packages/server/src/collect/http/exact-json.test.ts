import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseExactly } from './exact-json.ts';

it('a number that cannot be held is the text of its digits, wherever it stands', () => {
  const text =
    '{"id":12345678901234567890,"below":-9007199254740993,"list":[9007199254740993, 9007199254740991],"deep":{"9007199254740993":1}}';
  expect(parseExactly(text)).toEqual({
    id: '12345678901234567890',
    below: '-9007199254740993',
    list: ['9007199254740993', 9_007_199_254_740_991],
    deep: { '9007199254740993': 1 },
  });
});

it('what is no such number stays as it is', () => {
  const kept = {
    said: 'card 12345678901234567890, "quoted" \\',
    small: Number('0.1234567890123456'),
    large: Number('1.234567890123456e30'),
    id: '12345678901234567890',
  };
  expect(parseExactly(JSON.stringify(kept))).toEqual(kept);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify([value, '1234567890123456']);
      const safe = (one: unknown): boolean =>
        typeof one === 'number'
          ? !Number.isInteger(one) || Number.isSafeInteger(one) || String(one).includes('e')
          : one === null || typeof one !== 'object' || Object.values(one).every(safe);
      if (safe(value)) expect(parseExactly(text)).toEqual(JSON.parse(text));
    }),
  );
});

it('a text of megabytes is read in one go', () => {
  const text = `["${'x\\n'.repeat(1_000_000)}",1234567890123456789]`;
  expect((parseExactly(text) as unknown[])[1]).toBe('1234567890123456789');
});

it('what is no JSON is told as ever', () => {
  expect(() => parseExactly('{"a":12345678901234567890')).toThrow(SyntaxError);
});
