import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('a cell that a spreadsheet would run is neutralised, and negative numbers stay numbers', () => {
  const file = csvOf(
    ['a', 'b'],
    [
      ['=HYPERLINK("x")', -3.5],
      ['+46', '@sum'],
      ['\tx', null],
    ],
  );
  expect(file).toBe('\uFEFFa,b\r\n"\'=HYPERLINK(""x"")",-3.5\r\n\'+46,\'@sum\r\n\'\tx,\r\n');
});

test('commas, quotes and line breaks are quoted', () => {
  expect(csvOf(['x'], [['a,b'], ['say "hi"'], ['two\nlines']])).toBe(
    '\uFEFFx\r\n"a,b"\r\n"say ""hi"""\r\n"two\nlines"\r\n',
  );
});
