import type { Mention } from '@lyhord/contract';
import { expect, test } from 'vitest';
import { piecesOf } from './text-pieces.ts';

const mention = (start: number, end: number): Mention => ({
  aspect: 'queue',
  start,
  end,
  polarity: -0.5,
  label: 'negative',
  confidence: 0.8,
  emotion: 'none',
  clause: { start, end },
});
const joined = (text: string, mentions: Mention[]) =>
  piecesOf(text, mentions)
    .map((piece) => piece.text)
    .join('');

test('a text without mentions stays in one piece, and no text has none', () => {
  expect(piecesOf('Bra kö', [])).toEqual([{ text: 'Bra kö', at: 0, mention: null }]);
  expect(piecesOf('', [])).toEqual([]);
});

test('mentions cut the text in reading order, whatever order they come in', () => {
  const pieces = piecesOf('lång kö, fin kassa', [mention(9, 18), mention(5, 7)]);
  expect(pieces.map(({ text, mention }) => [text, mention !== null])).toEqual([
    ['lång ', false],
    ['kö', true],
    [', ', false],
    ['fin kassa', true],
  ]);
});

test('overlapping and impossible offsets never lose or repeat a customer’s words', () => {
  const text = 'Golvet var kladdigt 😡';
  for (const wrong of [mention(-3, 4), mention(4, 400), mention(8, 8), mention(9, 3)])
    expect(joined(text, [wrong, mention(0, 6), mention(3, 10)])).toBe(text);
});
