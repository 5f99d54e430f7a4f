// Promise: rows that are added take their final form at once: columns of bytes, no object and no text per row.
import { ByteWriter, PieceWriter } from './byte-writer.ts';
import { type Column, type ColumnKind, columnOf } from './columns.ts';
import { columnBytes, type PackedBlock } from './packed-block.ts';

/** The columns that a writer fills, by name; columns of the table that are not named take their defaults. */
export type BlockShape = Readonly<Record<string, ColumnKind>>;
/** Columns by name, for writers that fill them one by one. */
type ColumnsOf<Shape extends BlockShape> = { readonly [Name in keyof Shape]: Column };
/** A row by column name. */
export type BlockRow<Shape extends BlockShape> = { readonly [Name in keyof Shape]: unknown };

interface Appended {
  readonly packed: PackedBlock;
  /** Columns that the packed block lacks: one value for all its rows. */
  readonly constants: Readonly<Record<string, unknown>>;
}

/** A column's name and type. */
const titleRoom = 64;
/** What the columns that a packed block lacks take a row: a commit's number. */
const constantRoom = 8;
/** Room for what is too short to be passed on where it stands. */
const mostCopied = 16_384;

/** Rows for one table, written down as columns in the engine's own format, Native. */
export class Block<Shape extends BlockShape = BlockShape> {
  readonly names: readonly string[];
  /**
   * The columns themselves: a writer of very many rows adds one value to each of them, then calls `rowDone`, which
   * saves the object that `push` takes.
   */
  readonly column: ColumnsOf<Shape>;
  private readonly shape: Shape;
  private readonly columns: readonly Column[];
  private readonly appended: Appended[] = [];
  private own = 0;

  constructor(shape: Shape) {
    this.shape = shape;
    this.names = Object.keys(shape);
    this.columns = Object.values(shape).map(columnOf);
    this.column = Object.fromEntries(
      this.names.map((name, at) => [name, this.columns[at]!]),
    ) as ColumnsOf<Shape>;
  }

  get length(): number {
    return this.appended.reduce((sum, { packed }) => sum + packed.rows, this.own);
  }

  push(row: BlockRow<Shape>): void {
    const { names, columns } = this;
    for (let at = 0; at < columns.length; at += 1) columns[at]!.add(row[names[at]!]);
    this.own += 1;
  }

  /** Ends a row whose every column was given its value. */
  rowDone(): void {
    this.own += 1;
  }

  /** Adds rows that were written down elsewhere; `constants` fill the columns that they lack. */
  append(packed: PackedBlock, constants: Readonly<Record<string, unknown>>): void {
    if (packed.rows > 0) this.appended.push({ packed, constants });
  }

  /** The pushed rows without some columns, for another thread; their bytes are a copy. */
  pack(leaveOut: readonly string[] = []): PackedBlock {
    const kept = this.names.flatMap((name, at) => (leaveOut.includes(name) ? [] : [at]));
    const into = new ByteWriter(kept.reduce((sum, at) => sum + this.columns[at]!.size, 0));
    const ends = kept.map((at) => {
      this.columns[at]!.write(into);
      return into.length;
    });
    const names = kept.map((at) => this.names[at]!);
    return {
      names,
      types: kept.map((at) => this.columns[at]!.type),
      rows: this.own,
      bytes: into.written(),
      ends,
    };
  }

  /** Forgets all rows and keeps the room that they took: to grow again costs many collections. */
  clear(): void {
    for (const column of this.columns) column.clear();
    this.appended.length = 0;
    this.own = 0;
  }

  /** The whole block, ready to insert. */
  bytes(): Buffer {
    const into = new ByteWriter(this.room());
    this.writeAll(into);
    return into.written();
  }

  /** The same one piece after another: nothing large is copied, so rows must not come or go until they were read. */
  pieces(): readonly Uint8Array[] {
    const into = new PieceWriter(Math.min(this.room(), mostCopied));
    this.writeAll(into);
    return into.pieces();
  }

  private writeAll(into: ByteWriter): void {
    if (this.own > 0 || this.appended.length === 0) {
      this.begin(into, this.own);
      this.columns.forEach((column, at) => {
        this.title(into, at);
        column.write(into);
      });
    }
    for (const one of this.appended) this.writeAppended(into, one);
  }

  /** About as many bytes as all rows take, and hardly less. */
  private room(): number {
    const own = this.columns.reduce((sum, column) => sum + column.size + titleRoom, 0);
    return this.appended.reduce(
      (sum, { packed }) =>
        sum + packed.bytes.length + this.columns.length * titleRoom + packed.rows * constantRoom,
      own,
    );
  }

  private writeAppended(into: ByteWriter, { packed, constants }: Appended): void {
    this.begin(into, packed.rows);
    this.names.forEach((name, at) => {
      this.title(into, at);
      const there = packed.names.indexOf(name);
      if (there >= 0) {
        into.raw(columnBytes(packed, there));
        return;
      }
      const column = columnOf(this.shape[name]!);
      for (let row = 0; row < packed.rows; row += 1) column.add(constants[name]);
      column.write(into);
    });
  }

  private begin(into: ByteWriter, rows: number): void {
    into.varint(this.columns.length);
    into.varint(rows);
  }

  private title(into: ByteWriter, at: number): void {
    into.text(this.names[at]!);
    into.text(this.columns[at]!.type);
  }
}
