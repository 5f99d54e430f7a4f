// Promise: rows that are added take their final form at once: columns of bytes, no object and no text per row.
import { ByteWriter } from './byte-writer.ts';
import { type Column, type ColumnKind, columnOf } from './columns.ts';

/** The columns that a writer fills, by name; columns of the table that are not named take their defaults. */
export type BlockShape = Readonly<Record<string, ColumnKind>>;
/** A row by column name. */
export type BlockRow<Shape extends BlockShape> = { readonly [Name in keyof Shape]: unknown };

/** Rows for one table, written down as columns in the engine's own format, Native. */
export class Block<Shape extends BlockShape = BlockShape> {
  readonly names: readonly string[];
  private readonly columns: readonly Column[];
  private count = 0;

  constructor(shape: Shape) {
    this.names = Object.keys(shape);
    this.columns = Object.values(shape).map(columnOf);
  }

  get length(): number {
    return this.count;
  }

  push(row: BlockRow<Shape>): void {
    const { names, columns } = this;
    for (let at = 0; at < columns.length; at += 1) columns[at]!.add(row[names[at]!]);
    this.count += 1;
  }

  /** The whole block, ready to insert. */
  bytes(): Buffer {
    const into = new ByteWriter(64 * 1024);
    into.varint(this.columns.length);
    into.varint(this.count);
    this.columns.forEach((column, at) => {
      into.text(this.names[at]!);
      into.text(column.type);
      column.write(into);
    });
    return into.written();
  }
}
