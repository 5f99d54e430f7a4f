/** Rows of one table in the engine's own format, Native, ready to insert. */
export interface NativeRows {
  /** The columns that they fill; the table's others take their defaults. */
  readonly names: readonly string[];
  /** How many rows. */
  readonly length: number;
  bytes(): Buffer;
  /** The same bytes in pieces that are not joined. */
  pieces(): readonly Uint8Array[];
}

/** Rows that were written down one group after another; all of the same columns. */
export class JoinedRows implements NativeRows {
  readonly names: readonly string[];
  private readonly parts: Buffer[] = [];
  private rows = 0;

  constructor(names: readonly string[]) {
    this.names = names;
  }

  get length(): number {
    return this.rows;
  }

  add(rows: number, bytes: Buffer): void {
    this.rows += rows;
    this.parts.push(bytes);
  }

  bytes(): Buffer {
    return this.parts.length === 1 ? this.parts[0]! : Buffer.concat(this.parts);
  }

  pieces(): readonly Uint8Array[] {
    return this.parts;
  }
}
