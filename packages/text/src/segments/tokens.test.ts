import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokensOf } from './tokens.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'grapheme-composite' }),
);

test('tokens follow each other within the text, for any string', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let at = 0;
      for (const token of tokensOf(text)) {
        expect(token.start).toBeGreaterThanOrEqual(at);
        expect(token.end).toBeGreaterThan(token.start);
        at = token.end;
      }
      expect(at).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});

const wordsOf = (text: string) => tokensOf(text).map((token) => token.text);

test('words keep inner hyphens, apostrophes and points of abbreviations', () => {
  expect(wordsOf("p-plats don't t.ex. bra.Dålig 3.5")).toEqual([
    ...['p-plats', "don't", 't.ex', '.', 'bra', '.', 'dålig', '3.5'],
  ]);
});

test('an emoji is one token with its joiners and skin tone', () => {
  expect(wordsOf('👩‍👩‍👧 👍🏽 :-)')).toEqual(['👩‍👩‍👧', '👍🏽', ':-)']);
  expect(tokensOf('👩‍👩‍👧 👍🏽 :-)').every((token) => token.kind === 'emoji')).toBe(true);
});

test('letters drawn out are read as two', () => {
  expect(wordsOf('Suuuuper')).toEqual(['suuper']);
});

test('a word is the same word whatever its apostrophe and hyphen are, and however its letters are composed', () => {
  for (const apostrophe of ['’', '‘', 'ʼ', '´', '`', '＇'])
    expect(wordsOf(`don${apostrophe}t`)).toEqual(["don't"]);
  expect(wordsOf('e‑post')).toEqual(['e-post']);
  expect(wordsOf('Ko\u0308n')).toEqual(['k\u00f6n']);
});
