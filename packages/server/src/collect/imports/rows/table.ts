// Promise: whatever a file's format, its rows come in blocks, one after another, and never all at once.
import { because, Problem } from '../../../platform/http/problem.ts';

/** An empty cell is ''. Formats that know numbers give numbers; dates are text of ISO 8601. */
export type Cell = string | number;

export interface TableRow {
  /** Of the file, counted from 1; in a text file the line that the row begins on. */
  readonly line: number;
  readonly cells: readonly Cell[];
  /** Why the row cannot be read at all. */
  readonly broken?: string;
}

export type FileFormat = 'csv' | 'json_lines' | 'xlsx' | 'parquet';

export interface Table {
  readonly format: FileFormat;
  readonly columns: readonly string[];
  readonly blocks: AsyncIterable<readonly TableRow[]>;
  /** What a reader should know of the file, such as formulas without a value; grows while rows are read. */
  readonly remarks: readonly string[];
  /** How much of the file has been read, 0 to 1; null where that is not known. */
  share(): number | null;
  /** Gives the file back, also where its rows were not read to their end, or not at all. */
  close(): void;
}

/** The rows one by one, for tables that are read whole. */
export async function* rowsOf(table: Pick<Table, 'blocks'>): AsyncGenerator<TableRow> {
  for await (const block of table.blocks) yield* block;
}

/** What is guessed and checked of a file is so column by column, and so is what people are shown of it. */
export const mostColumns = 2_000;

/** Throws where a file is wider than anything that is a list of answers, events or places. */
export function checkWidth(columns: number): void {
  if (columns > mostColumns)
    throw new Problem('invalid_input', because('file_too_wide', { given: columns, most: mostColumns }));
}

/** Header names, trimmed; empty and repeated ones get a number. */
export function uniqueNames(header: readonly Cell[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, index) => {
    const name = String(cell).trim() || `column ${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

export const isEmptyRow = (cells: readonly Cell[]): boolean =>
  cells.every((cell) => typeof cell === 'string' && cell.trim() === '');

/**
 * A row with more cells than the header is shifted somewhere; nobody can tell where. `width` is how many it has where
 * `cells` holds only the first.
 */
export function checkedRow(
  line: number,
  cells: readonly Cell[],
  columns: number,
  width = cells.length,
): TableRow {
  if (width <= columns || (width === cells.length && isEmptyRow(cells.slice(columns))))
    return { line, cells };
  const broken = `the row has ${width} cells, but the header has ${columns}; put cells that hold the separator in "quotes"`;
  return { line, cells, broken };
}
