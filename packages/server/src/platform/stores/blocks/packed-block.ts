// A block as bytes that travel between threads without a copy; rows can be left out of it without reading them.
import { ByteWriter } from './byte-writer.ts';

/** Columns of so many rows, each as the engine reads it, one after another in `bytes`. */
export interface PackedBlock {
  readonly names: readonly string[];
  readonly types: readonly string[];
  readonly rows: number;
  readonly bytes: Uint8Array;
  /** Where each column ends in `bytes`. */
  readonly ends: readonly number[];
}

export function columnBytes({ bytes, ends }: PackedBlock, at: number): Uint8Array {
  return bytes.subarray(at === 0 ? 0 : ends[at - 1]!, ends[at]!);
}

/** The rows for which `keep` says 1. */
export function withRows(packed: PackedBlock, keep: Uint8Array): PackedBlock {
  const rows = keep.reduce((sum, one) => sum + one, 0);
  if (rows === packed.rows) return packed;
  const into = new ByteWriter(packed.bytes.length);
  const ends = packed.types.map((type, at) => {
    copyRows(type, columnBytes(packed, at), keep, into);
    return into.length;
  });
  return { ...packed, rows, bytes: into.written(), ends };
}

const widths: Readonly<Record<string, number>> = {
  UInt8: 1,
  Bool: 1,
  UInt16: 2,
  Date: 2,
  UInt32: 4,
  Int32: 4,
  Float32: 4,
  UInt64: 8,
  Int64: 8,
  Float64: 8,
  "DateTime64(3, 'UTC')": 8,
};

function copyRows(type: string, bytes: Uint8Array, keep: Uint8Array, into: ByteWriter): void {
  const nullable = /^Nullable\((.+)\)$/.exec(type);
  if (nullable) {
    copyFixed(1, bytes, keep, into);
    copyFixed(widths[nullable[1]!]!, bytes.subarray(keep.length), keep, into);
  } else if (type === 'String') copyTexts(bytes, keep, into);
  else if (type === 'LowCardinality(String)') copyWords(bytes, keep, into);
  else if (widths[type]) copyFixed(widths[type], bytes, keep, into);
  else throw new TypeError(`Rows cannot be left out of a column of ${type}.`);
}

function copyFixed(width: number, bytes: Uint8Array, keep: Uint8Array, into: ByteWriter): void {
  for (let row = 0; row < keep.length; row += 1) {
    if (keep[row]) into.raw(bytes.subarray(row * width, (row + 1) * width));
  }
}

function copyTexts(bytes: Uint8Array, keep: Uint8Array, into: ByteWriter): void {
  for (let row = 0, at = 0; row < keep.length; row += 1) {
    const end = textEnd(bytes, at);
    if (keep[row]) into.raw(bytes.subarray(at, end));
    at = end;
  }
}

/** The dictionary stays whole; the numbers of the words are thinned out. */
function copyWords(bytes: Uint8Array, keep: Uint8Array, into: ByteWriter): void {
  if (!keep.includes(1)) {
    into.raw(bytes.subarray(0, 8));
    return;
  }
  const width = 2 ** bytes[8]!;
  let at = 24;
  for (let word = numberAt(bytes, 16); word > 0; word -= 1) at = textEnd(bytes, at);
  into.raw(bytes.subarray(0, at));
  into.uint64(keep.reduce((sum, one) => sum + one, 0));
  copyFixed(width, bytes.subarray(at + 8), keep, into);
}

const numberAt = (bytes: Uint8Array, at: number) =>
  Number(Buffer.from(bytes.buffer, bytes.byteOffset + at, 8).readBigUInt64LE());

/** Where the text that begins at `at` ends: seven bits of its length a byte, then its letters. */
function textEnd(bytes: Uint8Array, at: number): number {
  let [from, length, factor] = [at, 0, 1];
  for (; bytes[from]! >= 0x80; from += 1, factor *= 128) length += (bytes[from]! & 0x7f) * factor;
  return from + 1 + length + bytes[from]! * factor;
}
