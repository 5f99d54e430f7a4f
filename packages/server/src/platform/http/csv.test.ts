import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, cellText, csvLine } from './csv.ts';

describe('a cell', () => {
  it.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1',
    '"=1',
    "'=1",
    '\u00a0=1',
    '\u200b=1',
    '\ufeff=1',
    '＝1+1',
    '|calc',
    "=cmd|' /C calc'!A0",
  ])('%j is plain text in a spreadsheet', (text) => {
    expect(cellText(text)).toBe(`'${text}`);
  });

  it.each<[Cell, string]>([
    [-12.5, '-12.5'],
    ['-12.5', '-12.5'],
    ['-12,5', '-12,5'],
    [0, '0'],
    [Number.NaN, ''],
    [null, ''],
    [undefined, ''],
    [true, 'yes'],
    [['queue', 'price'], 'queue; price'],
    ['a - b', 'a - b'],
    ['å=1', 'å=1'],
  ])('%j is written as %j', (cell, text) => {
    expect(cellText(cell)).toBe(text);
  });

  it('never begins with what a spreadsheet runs, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n "\'ab1,;|\u200b\u00a0\uff1d') }),
        (text) => {
          const written = cellText(text);
          expect(/^[\s\u200b]*[=+@|\uff1d]/u.test(written)).toBe(false);
          if (/^[\s\u200b]*-/u.test(written)) expect(written).toMatch(/^-?\d+(?:[.,]\d+)?$/);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

it('a line is read back as it was written', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab "\',;\r\nåé') });
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (cells) => {
      const [row] = parse(csvLine(cells), {
        relax_column_count: true,
        skip_empty_lines: false,
      }) as string[][];
      expect(row).toEqual(cells.map(cellText));
    }),
  );
});
