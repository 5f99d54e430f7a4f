// Promise: a sheet of a workbook is read as it is unpacked, row by row; formulas give the value that was saved with
// them and are never computed.
import type { Readable } from 'node:stream';
import { Problem } from '../../../../platform/http/problem.ts';
import {
  type Cell,
  checkedRow,
  checkWidth,
  mostColumns,
  type Table,
  type TableRow,
  uniqueNames,
} from '../table.ts';
import { dateOfSerial, readWorkbook, unescaped, type Workbook } from './workbook.ts';
import { openParts, textPieces, xmlParser } from './workbook-parts.ts';

interface SheetRow {
  readonly line: number;
  /** Those below the header. */
  readonly cells: Cell[];
  /** The column behind the last one that holds something. */
  readonly width: number;
}

const longestCell = 100_000;

/** Reads the sheet of that name, else the first one that is shown. */
export async function readXlsx(path: string, sheetName?: string): Promise<Table> {
  const parts = await openParts(path);
  try {
    const workbook = await readWorkbook(parts);
    const sheet = sheetName
      ? workbook.sheets.find(({ name }) => name === sheetName)
      : (workbook.sheets.find(({ hidden }) => !hidden) ?? workbook.sheets[0]);
    if (!sheet) {
      const names = workbook.sheets.map(({ name }) => `"${name}"`).join(', ');
      throw new Problem('invalid_input', { detail: `There is no sheet "${sheetName}"; there are ${names}.` });
    }
    const remarks: string[] = [];
    const others = workbook.sheets.filter((one) => one !== sheet && !one.hidden);
    if (others.length > 0) {
      remarks.push(
        `The sheet "${sheet.name}" is read; ${others.map(({ name }) => `"${name}"`).join(', ')} is left out.`,
      );
    }
    const blocks = sheetRows(await parts.open(sheet.part), workbook, remarks);
    const first = await firstOf(blocks);
    checkWidth(first.width);
    const columns = uniqueNames(first.header);
    const rows = tableRows(first.rest, blocks, columns.length);
    return { format: 'xlsx', columns, blocks: rows, remarks, share: () => null, close: () => parts.close() };
  } catch (error) {
    parts.close();
    throw error;
  }
}

interface FirstRows {
  readonly header: readonly Cell[];
  readonly width: number;
  readonly rest: readonly SheetRow[];
}

async function firstOf(blocks: AsyncGenerator<SheetRow[]>): Promise<FirstRows> {
  for (let turn = await blocks.next(); !turn.done; turn = await blocks.next()) {
    const at = turn.value.findIndex(({ width }) => width > 0);
    if (at < 0) continue;
    const { cells: header, width } = turn.value[at]!;
    return { header, width, rest: turn.value.slice(at + 1) };
  }
  return { header: [], width: 0, rest: [] };
}

async function* tableRows(
  rest: readonly SheetRow[],
  blocks: AsyncGenerator<SheetRow[]>,
  columns: number,
): AsyncGenerator<TableRow[]> {
  const rowsIn = (block: readonly SheetRow[]) =>
    block
      .filter(({ width }) => width > 0)
      .map(({ line, cells, width }) => checkedRow(line, cells, columns, width));
  yield rowsIn(rest);
  for await (const block of blocks) yield rowsIn(block);
}

/** The rows that each unpacked piece completes. */
async function* sheetRows(
  stream: Readable,
  workbook: Workbook,
  remarks: string[],
): AsyncGenerator<SheetRow[]> {
  const reader = new SheetReader(workbook);
  const parser = xmlParser(reader);
  for await (const piece of textPieces(stream)) {
    parser.write(piece);
    if (reader.rows.length > 0) yield reader.rows.splice(0);
  }
  parser.close();
  if (reader.unsaved > 0) {
    remarks.push(
      `${reader.unsaved} formulas have no saved value and count as empty; open the file in a spreadsheet program, save it and load it again.`,
    );
  }
  if (reader.errors > 0)
    remarks.push(`${reader.errors} cells hold an error such as #N/A and count as empty.`);
}

class SheetReader {
  readonly rows: SheetRow[] = [];
  /** Formulas that were never computed. */
  unsaved = 0;
  errors = 0;
  private readonly workbook: Workbook;
  private line = 0;
  private cells: Cell[] = [];
  private width = 0;
  /** Columns that are kept; none beyond the header, where single cells may stand as far out as the format allows. */
  private kept = mostColumns;
  private headerFound = false;
  private column = 0;
  private type = 'n';
  private style = 0;
  private value: string | null = null;
  private formula = false;
  private listening = false;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  readonly open = ({ name, attributes }: { name: string; attributes: Readonly<Record<string, string>> }) => {
    switch (name) {
      case 'row':
        this.line = Number(attributes.r) || this.line + 1;
        this.cells = [];
        this.width = 0;
        this.column = -1;
        break;
      case 'c':
        this.column = attributes.r ? columnOf(attributes.r) : this.column + 1;
        this.type = attributes.t ?? 'n';
        this.style = Number(attributes.s ?? 0);
        this.value = null;
        this.formula = false;
        break;
      case 'f':
        this.formula = true;
        break;
      case 'v':
      case 't':
        this.value ??= '';
        this.listening = true;
        break;
      default:
    }
  };

  readonly text = (piece: string) => {
    if (this.listening && this.value !== null && this.value.length < longestCell) this.value += piece;
  };

  readonly close = (name: string) => {
    if (name === 'v' || name === 't') this.listening = false;
    if (name === 'c') this.put();
    if (name === 'row') this.endRow();
  };

  private endRow(): void {
    const { line, cells, width } = this;
    this.rows.push({ line, cells, width });
    if (this.headerFound || width === 0) return;
    this.headerFound = true;
    this.kept = cells.length;
  }

  private put(): void {
    const cell = this.cell();
    if (typeof cell === 'string' && cell.trim() === '') return;
    this.width = Math.max(this.width, this.column + 1);
    if (this.column >= this.kept) return;
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = cell;
  }

  private cell(): Cell {
    const { value, workbook } = this;
    if (value === null) {
      if (this.formula) this.unsaved += 1;
      return '';
    }
    switch (this.type) {
      case 's':
        return workbook.texts[Number(value)] ?? '';
      case 'b':
        return value === '1' ? 'true' : 'false';
      case 'e':
        this.errors += 1;
        return '';
      case 'n': {
        const number = Number(value);
        if (value.trim() === '' || !Number.isFinite(number)) return value;
        const date = workbook.dateStyles[this.style] ? dateOfSerial(number, workbook.from1904) : null;
        return date ?? number;
      }
      default:
        return unescaped(value);
    }
  }
}

/** The column of a cell's name: 0 for A1, 26 for AA7. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
