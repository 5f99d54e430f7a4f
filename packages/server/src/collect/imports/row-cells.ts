// The cells of a row by the field that a mapping gives their column; what cannot be read is told with its column and value.
import { type Expected, expects, type ImportMapping } from '@lyhord/contract';
import type { Remark, Trait } from '../arrivals/arrival.ts';
import { wrongField } from '../arrivals/wrong-field.ts';
import { readDue, readDueBy, readHappened } from '../moments/read-moment.ts';
import type { PropertyContext } from '../operational/event-properties.ts';
import { readMomentCell, readNumberCell } from './cell-values.ts';
import type { Cell } from './rows/table.ts';

/** Thrown for a row that cannot be read; told as a refusal. */
export class WrongRow extends Error {
  readonly remark: Remark;
  constructor(remark: Remark) {
    super(remark.field);
    this.remark = remark;
  }
}

/** A cell that should hold something else. */
export class WrongCell extends WrongRow {
  constructor(column: string, cell: string, ...expected: readonly Expected[]) {
    super(wrongField(column, cell.slice(0, 80), expected));
  }
}

interface NamedInRow {
  readonly type: 'user_id' | 'loyalty_number' | 'email' | 'phone';
  readonly value: string;
}
const identifierFields: readonly (readonly [string, NamedInRow['type']])[] = [
  ['userId', 'user_id'],
  ['loyaltyNumber', 'loyalty_number'],
  ['email', 'email'],
  ['phone', 'phone'],
];

/** As of what a source sends itself. */
const largestAmount = 1e11;

/** Reads the cells of one row by field. */
export class Cells {
  private readonly mapping: ImportMapping;
  private readonly at: ReadonlyMap<string, number>;
  private readonly constants: ReadonlyMap<string, string>;
  private cells: readonly Cell[] = [];
  constructor(mapping: ImportMapping, columns: readonly string[]) {
    this.mapping = mapping;
    this.constants = new Map(Object.entries(mapping.constants));
    const index = new Map(columns.map((name, at) => [name, at]));
    this.at = new Map(
      Object.entries(mapping.columns).flatMap(([field, column]) => {
        const at = index.get(column);
        return at === undefined ? [] : [[field, at] as const];
      }),
    );
  }
  row(cells: readonly Cell[]): this {
    this.cells = cells;
    return this;
  }
  column(field: string): string {
    return this.mapping.columns[field] ?? field;
  }
  private cell(field: string): Cell {
    const at = this.at.get(field);
    const cell = at === undefined ? undefined : this.cells[at];
    return cell === undefined || cell === '' ? (this.constants.get(field) ?? '') : cell;
  }
  text(field: string, longest = 20_000): string | null {
    const cell = this.cell(field);
    // most fields have no column
    if (cell === '') return null;
    const text = typeof cell === 'number' ? String(cell) : cell.trim() || (this.constants.get(field) ?? '');
    return text === '' ? null : text.length > longest ? text.slice(0, longest) : text;
  }
  number(field: string): number | null {
    const known = this.cell(field);
    if (typeof known === 'number') return known;
    const cell = this.text(field);
    if (cell === null) return null;
    const reading = readNumberCell(cell, this.mapping.decimalComma);
    if ('wrong' in reading) throw new WrongCell(this.column(field), cell, reading.wrong);
    return reading.value;
  }
  /** A number within limits; one beyond them is told with what would be right. */
  numberFrom(field: string, least: number, most: number, expected: Expected): number | null {
    const value = this.number(field);
    if (value === null || (value >= least && value <= most)) return value;
    throw new WrongCell(this.column(field), String(this.cell(field)), expected);
  }
  money(field: string): number | null {
    return this.numberFrom(field, -largestAmount, largestAmount, expects('amount'));
  }
  moment(field: string, zone: string, now: number): number | null {
    const cell = this.text(field);
    if (cell === null) return null;
    const reading = readMomentCell(cell, this.mapping.dateFormats?.[field] ?? this.mapping.dateFormat);
    if ('wrong' in reading) throw new WrongCell(this.column(field), cell, reading.wrong);
    const read = field === 'happenedAt' ? readHappened : field === 'dueAt' ? readDueBy : readDue;
    const moment = read(reading.value, now, this.mapping.timeZone ?? zone);
    if ('wrong' in moment) throw new WrongCell(this.column(field), cell, moment.wrong);
    return moment.at;
  }
  due(field: string, { now, zone }: PropertyContext): number | null {
    return this.moment(field, zone, now);
  }
  identifiers(): NamedInRow[] {
    const named: NamedInRow[] = [];
    for (const [field, type] of identifierFields) {
      const value = this.text(field, 320);
      if (value !== null) named.push({ type, value });
    }
    return named;
  }
  traits(): Trait[] {
    const name = this.text('name', 200);
    return name === null ? [] : [{ name: 'name', value: name }];
  }
}
