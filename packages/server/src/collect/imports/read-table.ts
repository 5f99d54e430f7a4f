// Promise: a table of any size is read row by row; a row that is broken is told with its line, and the next is read.
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { detectDelimiter } from './delimiter.ts';
import { type Encoding, textOf } from './file-text.ts';

export interface TableRow {
  /** Of the file, counted from 1; the first row of cells is usually on line 2. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<TableRow>;
}

export interface TableOptions {
  readonly delimiter?: string | undefined;
  readonly encoding?: Encoding | undefined;
}

const headChars = 64 * 1024;

interface Parsed {
  readonly info: { readonly lines: number };
  readonly record: string[];
}

/** Reads the header, then leaves the rows to be read. */
export async function readTable(bytes: AsyncIterable<Buffer>, options: TableOptions = {}): Promise<Table> {
  const text = textOf(bytes, options.encoding);
  let head = '';
  while (head.length < headChars) {
    const { value, done } = await text.next();
    if (done) break;
    head += value;
  }
  const records = parser(chain(head, text), options.delimiter ?? detectDelimiter(head));
  const first = await records.next();
  const columns = first.done ? [] : uniqueNames(first.value.record);
  return { columns, rows: rowsOf(records) };
}

async function* chain(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  if (head !== '') yield head;
  yield* rest;
}

async function* parser(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<Parsed> {
  const stream = parse({
    delimiter,
    info: true,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 1024 * 1024,
  });
  const source = Readable.from(text, { objectMode: false });
  source.on('error', (error) => stream.destroy(error));
  source.pipe(stream);
  for await (const parsed of stream) yield parsed as Parsed;
}

async function* rowsOf(records: AsyncGenerator<Parsed>): AsyncGenerator<TableRow> {
  for await (const { record, info } of records) {
    if (record.every((cell) => cell.trim() === '')) continue;
    yield { line: info.lines, cells: record };
  }
}

/** Header names, trimmed; empty and repeated ones get a number. */
function uniqueNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, index) => {
    const name = cell.trim() || `column ${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
