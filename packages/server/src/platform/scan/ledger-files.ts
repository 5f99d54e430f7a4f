// Reads a PostgreSQL file as what it holds: the bytes as they stand (live rows, dead ones and what lies in gaps), log
// segments without their page headers, values that were compressed in place, and long values put together from their
// pieces, compressed or not. It looks at bytes, not at rows, since what was deleted is no row any more.
import { readFileSync } from 'node:fs';
import { unpackLz4 } from './lz4.ts';
import { unpackPglz } from './pglz.ts';

const page = 8192;
const logName = /^[0-9A-F]{24}$/;
const longHeaderFlag = 0x0002;
const headers = { short: 24, long: 40 } as const;
const mostChunks = 100_000;

/** Gives the contents of a file of the cluster in pieces; each piece stands for itself. Says how many bytes. */
export function readLedgerFile(path: string, name: string, piece: (bytes: Uint8Array) => void): number {
  let bytes = 0;
  const give = (content: Uint8Array) => {
    bytes += content.length;
    piece(content);
  };
  const file = readFileSync(path);
  give(file);
  const isLog = logName.test(name);
  const content = isLog ? withoutPageHeaders(file) : file;
  if (isLog) give(content);
  // in pages values begin at every fourth byte, in the log anywhere
  compressedValues(content, isLog ? 1 : 4, give);
  if (isLog || file.length % page === 0) joinedChunks(content, isLog ? 1 : 8, give);
  return bytes;
}

function withoutPageHeaders(file: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at + page <= file.length; at += page) {
    const flags = file.readUInt16LE(at + 2);
    const length = (flags & longHeaderFlag) !== 0 ? headers.long : headers.short;
    pieces.push(file.subarray(at + length, at + page));
  }
  return Buffer.concat(pieces);
}

/** Values with a four-byte header that says "compressed", then the size unpacked and the method in two bits. */
function compressedValues(file: Buffer, step: number, give: (bytes: Uint8Array) => void): void {
  for (let at = 0; at + 8 < file.length; at += step) {
    if ((file[at]! & 3) !== 2) continue;
    const length = file.readUInt32LE(at) >>> 2;
    if (length < 12 || length > page || at + length > file.length) continue;
    const unpacked = unpackValue(file.subarray(at + 4, at + length));
    if (unpacked !== null) give(unpacked);
  }
}

/** A compressed value without its length: four bytes of size and method, then the data. */
function unpackValue(value: Buffer): Uint8Array | null {
  if (value.length < 8) return null;
  const info = value.readUInt32LE(0);
  const size = info & 0x3fffffff;
  const packed = value.subarray(4);
  if (size <= packed.length || size > packed.length * 300) return null;
  if (info >>> 30 > 1) return null;
  if (size > room.length) room = new Uint8Array(size * 2);
  const into = room.subarray(0, size);
  const done = info >>> 30 === 0 ? unpackPglz(packed, into) : unpackLz4(packed, into);
  return done ? into : null;
}
/** Most bytes that look like a packed value are none; they share this room. */
let room = new Uint8Array(1 << 20);

/** Pieces of long values: rows of three columns (value, number, bytes), also where no pointer leads to them any more. */
function joinedChunks(file: Buffer, step: number, give: (bytes: Uint8Array) => void): void {
  const values = new Map<number, Map<number, Buffer>>();
  for (let at = 0; at + 40 < file.length; at += step) {
    if (file[at + 22] !== 24 || (file.readUInt16LE(at + 18) & 0x7ff) !== 3) continue;
    const number = file.readUInt32LE(at + 28);
    const bytes = number < mostChunks ? plainValue(file, at + 32) : null;
    if (bytes === null) continue;
    const id = file.readUInt32LE(at + 24);
    const chunks = values.get(id) ?? new Map<number, Buffer>();
    values.set(id, chunks.set(number, bytes));
  }
  for (const chunks of values.values()) {
    const ordered = [...chunks].sort(([a], [b]) => a - b).map(([, bytes]) => bytes);
    const whole = Buffer.concat(ordered);
    give(whole);
    const unpacked = unpackValue(whole);
    if (unpacked !== null) give(unpacked);
  }
}

function plainValue(file: Buffer, at: number): Buffer | null {
  const first = file[at]!;
  if ((first & 1) === 1) {
    const length = first >> 1;
    return length > 1 && at + length <= file.length ? file.subarray(at + 1, at + length) : null;
  }
  if ((first & 3) !== 0) return null;
  const length = file.readUInt32LE(at) >>> 2;
  return length > 4 && length <= 2100 && at + length <= file.length
    ? file.subarray(at + 4, at + length)
    : null;
}
