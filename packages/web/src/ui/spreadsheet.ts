// A table as an Excel file. Text stays text: it is written as a string cell, which a spreadsheet never runs, and what
// would become a formula when typed again carries an apostrophe, as in CSV.
import { type Cell, harmless } from './csv.ts';

/** Cells of a sheet with their kinds; the first row is the head. */
export function sheetOf(head: readonly string[], rows: readonly (readonly Cell[])[]) {
  const titles = head.map((name) => ({ value: harmless(name), type: String, fontWeight: 'bold' as const }));
  return [titles, ...rows.map((row) => row.map(sheetCell))];
}

function sheetCell(value: Cell) {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? { value, type: Number } : null;
  return { value: harmless(value), type: String };
}

/** Saves the table as `name`; the writer is loaded when it is first needed. */
export async function saveSpreadsheet(
  name: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const { default: write } = await import('write-excel-file/browser');
  await write(sheetOf(head, rows)).toFile(name);
}
