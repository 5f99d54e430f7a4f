// Promise: JSON lines become a table: nested objects are columns with dots, lists stay as JSON text.
import { parseExactly } from '../../http/exact-json.ts';
import { type Encoding, textOf } from './file-text.ts';
import { type Cell, isEmptyRow, type Table, type TableRow } from './table.ts';

type Fields = ReadonlyMap<string, Cell>;
interface ReadLine {
  readonly line: number;
  readonly fields: Fields;
  readonly broken?: string;
}

/** Columns are what the first so many lines name. */
const linesForColumns = 5_000;
const longestLine = 4 * 1024 * 1024;
const mostColumns = 1_000;

export async function readJsonLines(
  bytes: AsyncIterable<Buffer>,
  encoding?: Encoding,
): Promise<Omit<Table, 'share' | 'close'>> {
  const blocks = linesOf(textOf(bytes, encoding));
  const held: ReadLine[] = [];
  while (held.length < linesForColumns) {
    const { value, done } = await blocks.next();
    if (done) break;
    held.push(...value);
  }
  const names = new Set<string>();
  for (const { fields } of held)
    for (const name of fields.keys()) if (names.size < mostColumns) names.add(name);
  const columns = [...names];
  const rows = rowBlocks(held, blocks, columns);
  return { format: 'json_lines', columns, blocks: rows, remarks: [] };
}

async function* rowBlocks(
  held: readonly ReadLine[],
  rest: AsyncIterable<ReadLine[]>,
  columns: readonly string[],
): AsyncGenerator<TableRow[]> {
  const rowsIn = (lines: readonly ReadLine[]) =>
    lines
      .map(({ line, fields, broken }) => {
        const cells = columns.map((name) => fields.get(name) ?? '');
        return broken === undefined ? { line, cells } : { line, cells, broken };
      })
      .filter((row) => row.broken !== undefined || !isEmptyRow(row.cells));
  yield rowsIn(held);
  for await (const block of rest) yield rowsIn(block);
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<ReadLine[]> {
  let rest = '';
  let line = 0;
  /** True while the rest of a line that was told already is passed over. */
  let passing = false;
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    if (passing && lines.length > 0) {
      lines.shift();
      line += 1;
      passing = false;
    }
    const read = lines.flatMap((one) => readLine(one, ++line));
    if (passing) rest = '';
    else if (rest.length > longestLine) {
      read.push({ line: line + 1, fields: new Map(), broken: 'the line is longer than 4 MB' });
      passing = true;
      rest = '';
    }
    yield read;
  }
  if (!passing && rest.trim() !== '') yield readLine(rest, line + 1);
}

function readLine(text: string, line: number): ReadLine[] {
  if (text.trim() === '') return [];
  try {
    const value = parseExactly(text);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      return [{ line, fields: new Map(), broken: 'the line is JSON, but not an object such as {"id": 1}' }];
    }
    const fields = new Map<string, Cell>();
    flatten(value, '', fields, 0);
    return [{ line, fields }];
  } catch (error) {
    return [
      { line, fields: new Map(), broken: `the line is not JSON: ${(error as Error).message.slice(0, 120)}` },
    ];
  }
}

function flatten(object: object, above: string, into: Map<string, Cell>, depth: number): void {
  for (const [name, value] of Object.entries(object)) {
    const path = above + name;
    if (value !== null && typeof value === 'object' && !Array.isArray(value) && depth < 8) {
      flatten(value, `${path}.`, into, depth + 1);
    } else into.set(path, cellOf(value));
  }
}

/** A value of a format with types of its own, as a cell. */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : '';
  if (typeof value === 'bigint')
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  if (value instanceof Uint8Array) return '';
  return JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? one.toString() : one));
}
