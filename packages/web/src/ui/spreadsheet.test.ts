import { expect, it } from 'vitest';
import write from 'write-excel-file/node';
import { sheetOf } from './spreadsheet.ts';

it('a table as an Excel file holds numbers as numbers, text as text, and no formula', async () => {
  const sheet = sheetOf(
    ['place', 'n'],
    [
      ['=HYPERLINK("http://x")', 12.5],
      ['Lund', null],
      ['+46', Number.NaN],
    ],
  );
  const text = JSON.stringify(sheet);
  expect(text).toContain('"\'=HYPERLINK');
  expect(sheet[1]![1]).toMatchObject({ value: 12.5, type: Number });
  expect(sheet[2]![1]).toBeNull();
  expect(sheet[3]![1]).toBeNull();
  const file = await write(sheet).toBuffer();
  expect(file.subarray(0, 2).toString()).toBe('PK');
  expect(file.length).toBeGreaterThan(1_000);
});
