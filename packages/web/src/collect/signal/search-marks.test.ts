import { expect, it } from 'vitest';
import { markedPieces } from './search-marks.ts';

const marked = (text: string, marks: string[]) =>
  markedPieces(text, marks).flatMap(({ words, marked }) => (marked ? [words] : []));

it('marks whole words and phrases in any case, and loses no letter', () => {
  const text = 'Kön var lång. Köpte (fisk) i KÖN 👍 a.b';
  expect(marked(text, ['kö', 'kön', 'fisk', 'a.b'])).toEqual(['Kön', 'fisk', 'KÖN', 'a.b']);
  expect(marked(text, ['var lång'])).toEqual(['var lång']);
  for (const marks of [[], [''], ['kön', '👍', '(']]) {
    expect(
      markedPieces(text, marks)
        .map(({ words }) => words)
        .join(''),
    ).toBe(text);
  }
});
