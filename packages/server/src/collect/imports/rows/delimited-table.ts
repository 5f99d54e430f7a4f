// Promise: a delimited text of any size is read in blocks of rows; a row that is broken says why, and the next is read.
import { Problem } from '../../../platform/http/problem.ts';
import { CsvReader, type CsvRecord } from './csv-reader.ts';
import { detectDelimiter } from './delimiter.ts';
import { type Encoding, textOf } from './file-text.ts';
import { checkedRow, isEmptyRow, type Table, type TableRow, uniqueNames } from './table.ts';

export interface TextOptions {
  readonly delimiter?: string | undefined;
  readonly encoding?: Encoding | undefined;
}

const headChars = 64 * 1024;

/** Reads the header, then leaves the rows to be read. */
export async function readDelimited(
  bytes: AsyncIterable<Buffer>,
  options: TextOptions = {},
): Promise<Omit<Table, 'share' | 'close'>> {
  const text = textOf(bytes, options.encoding);
  let head = '';
  while (head.length < headChars) {
    const { value, done } = await text.next();
    if (done) break;
    head += value;
  }
  // Excel writes the separator as a line of its own
  const said = /^sep=(.)\r?\n/.exec(head);
  const delimiter = options.delimiter ?? said?.[1] ?? detectDelimiter(head);
  const reader = new CsvReader(delimiter, head.includes('\n') || !head.includes('\r') ? '\n' : '\r');
  const records = recordsOf(reader, chain(head, text));
  const first = await firstOf(records, said ? 1 : 0);
  const columns = uniqueNames(first.header ?? []);
  const blocks = blocksOf(first.rest, records, columns.length);
  return { format: 'csv', columns, blocks, remarks: [] };
}

async function* chain(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  if (head !== '') yield head;
  yield* rest;
}

async function* recordsOf(reader: CsvReader, text: AsyncIterable<string>): AsyncGenerator<CsvRecord[]> {
  for await (const piece of text) yield reader.push(piece);
  yield reader.end();
}

/** The header is the first record behind `skipped` ones that holds anything. */
async function firstOf(records: AsyncGenerator<CsvRecord[]>, skipped: number) {
  let skip = skipped;
  for (let turn = await records.next(); !turn.done; turn = await records.next()) {
    const block = turn.value;
    const at = block.findIndex(({ cells, broken }) => skip-- <= 0 && (broken || !isEmptyRow(cells)));
    if (at < 0) continue;
    const { line, cells, broken } = block[at]!;
    if (broken === undefined) return { header: cells, rest: block.slice(at + 1) };
    throw new Problem('invalid_input', {
      detail: `The names of the columns, in line ${line}, cannot be read: ${broken}${broken.endsWith('?') ? '' : '.'}`,
    });
  }
  return { header: null, rest: [] };
}

async function* blocksOf(
  rest: readonly CsvRecord[],
  records: AsyncIterable<CsvRecord[]>,
  columns: number,
): AsyncGenerator<TableRow[]> {
  const rowsIn = (block: readonly CsvRecord[]) =>
    block
      .filter(({ cells, broken }) => broken !== undefined || !isEmptyRow(cells))
      .map((record) => (record.broken ? record : checkedRow(record.line, record.cells, columns)));
  if (rest.length > 0) yield rowsIn(rest);
  for await (const block of records) if (block.length > 0) yield rowsIn(block);
}
