// Bytes that grow: numbers in little-endian order, texts in UTF-8, as the warehouse's binary formats want them.

const smallest = 1_024;
/** A text up to this length is written letter by letter, which is faster than a call out of JavaScript. */
const shortText = 96;

export class ByteWriter {
  bytes: Buffer;
  length = 0;

  constructor(capacity = smallest) {
    this.bytes = Buffer.allocUnsafeSlow(capacity);
  }

  /** Makes room for `more` bytes. */
  reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const wider = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.length + more));
    this.bytes.copy(wider, 0, 0, this.length);
    this.bytes = wider;
  }

  /** An unsigned whole number in groups of seven bits. */
  varint(value: number): void {
    this.reserve(8);
    let rest = value;
    while (rest >= 0x80) {
      this.bytes[this.length++] = (rest & 0x7f) | 0x80;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.length++] = rest;
  }

  /** A whole number of 0 … 2^53 in eight bytes. */
  uint64(value: number): void {
    this.reserve(8);
    this.length = this.bytes.writeUInt32LE(value % 0x100000000, this.length);
    this.length = this.bytes.writeUInt32LE(Math.floor(value / 0x100000000), this.length);
  }

  /** A text with its length before it. */
  text(value: string): void {
    const { length } = value;
    if (length > shortText || !this.ascii(value, length)) this.anyText(value);
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  written(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  private ascii(value: string, length: number): boolean {
    this.reserve(length + 1);
    const { bytes } = this;
    let at = this.length;
    bytes[at++] = length;
    for (let index = 0; index < length; index += 1) {
      const code = value.charCodeAt(index);
      if (code > 0x7f) return false;
      bytes[at++] = code;
    }
    this.length = at;
    return true;
  }

  private anyText(value: string): void {
    const size = Buffer.byteLength(value);
    this.varint(size);
    this.reserve(size);
    this.length += this.bytes.write(value, this.length, size, 'utf8');
  }
}

/** From this size on bytes are passed on where they stand. */
const worthPassing = 4_096;

/** A writer whose bytes come out in pieces: what is long is not copied, so it must not change until it was read. */
export class PieceWriter extends ByteWriter {
  private readonly done: Uint8Array[] = [];

  override raw(bytes: Uint8Array): void {
    if (bytes.length < worthPassing) {
      super.raw(bytes);
      return;
    }
    this.cut();
    this.done.push(bytes);
  }

  pieces(): readonly Uint8Array[] {
    this.cut();
    return this.done;
  }

  private cut(): void {
    if (this.length === 0) return;
    this.done.push(this.written());
    this.bytes = this.bytes.subarray(this.length);
    this.length = 0;
  }
}
