// CSV that spreadsheets open without running anything: RFC 4180, with formulas made plain text.

export type Cell = string | number | boolean | null | undefined | readonly string[];

/** What makes spreadsheets take a cell for a formula, also behind blanks, quotes and invisible characters. */
const formula = /^[\s"'`\u200b-\u200f\u2060\ufeff]*[=+\-@\t\r\n|\uff1d\uff0b\uff0d\uff20]/u;
const startsOddly = /^[\t\r\n]/;
const plainNumber = /^-?\d+(?:[.,]\d+)?$/;

/** The text of one cell, before quoting. Numbers stay numbers. */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  const text = typeof cell === 'string' ? cell : cell.join('; ');
  if (plainNumber.test(text)) return text;
  return formula.test(text) || startsOddly.test(text) ? `'${text}` : text;
}

const quoted = (text: string): string => (/[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const csvLine = (cells: readonly Cell[]): string =>
  `${cells.map((cell) => quoted(cellText(cell))).join(',')}\r\n`;
