// Reads a ClickHouse file as what it holds: a row of blocks, each with a checksum, a method and two sizes, or plain
// bytes. A file that begins as such a row and does not end as one is told, never passed over.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { decompress as unpackZstd } from 'fzstd';
import { unpackLz4 } from './lz4.ts';
import { undoT64 } from './t64.ts';

const checksum = 16;
const header = 9;
const largest = 1 << 30;
const methods = { none: 0x02, lz4: 0x82, zstd: 0x90, several: 0x91, t64: 0x93 } as const;
/** A text line that stands before the blocks of `checksums.txt`. */
const titled = 'checksums format version: 4\n';
const pieceBytes = 4 << 20;

export interface FileRead {
  /** 'blocks' where it was unpacked, 'plain' where it was read as it is, 'unreadable' where it could not be. */
  readonly as: 'blocks' | 'plain' | 'unreadable';
  /** Bytes after unpacking. */
  readonly bytes: number;
}

/** Gives the contents of a file piece by piece; in case of a row of blocks, unpacked. */
export function readWarehouseFile(path: string, piece: (bytes: Uint8Array) => void): FileRead {
  const file = openSync(path, 'r');
  try {
    const size = fstatSync(file).size;
    const start = startsWith(file, titled) ? titled.length : 0;
    return looksPacked(file, start, size)
      ? readBlocks(file, start, size, piece)
      : readPlain(file, size, piece);
  } finally {
    closeSync(file);
  }
}

function startsWith(file: number, text: string): boolean {
  const head = Buffer.alloc(text.length);
  readSync(file, head, 0, head.length, 0);
  return head.toString('latin1') === text;
}

interface Frame {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
}

function frameAt(file: number, at: number, fileSize: number): Frame | null {
  const head = Buffer.alloc(checksum + header);
  if (readSync(file, head, 0, head.length, at) < head.length) return null;
  const method = head[checksum]!;
  const packed = head.readUInt32LE(checksum + 1);
  const size = head.readUInt32LE(checksum + 5);
  const known = Object.values<number>(methods).includes(method) || (method >= 0x91 && method <= 0x9f);
  if (!known || packed < header || size > largest || at + checksum + packed > fileSize) return null;
  return { method, packed, size };
}

const looksPacked = (file: number, at: number, size: number): boolean => frameAt(file, at, size) !== null;

function readBlocks(
  file: number,
  start: number,
  fileSize: number,
  piece: (bytes: Uint8Array) => void,
): FileRead {
  let bytes = 0;
  for (let at = start; at < fileSize; ) {
    const frame = frameAt(file, at, fileSize);
    if (frame === null) return { as: 'unreadable', bytes };
    const packed = Buffer.alloc(frame.packed - header);
    readSync(file, packed, 0, packed.length, at + checksum + header);
    const unpacked = unpack(frame, packed);
    if (unpacked === null) return { as: 'unreadable', bytes };
    piece(unpacked);
    bytes += unpacked.length;
    at += checksum + frame.packed;
  }
  return { as: 'blocks', bytes };
}

function unpack({ method, size }: Frame, packed: Buffer): Uint8Array | null {
  if (method === methods.none) return packed.length === size ? packed : null;
  if (method === methods.several) return unpackSeveral(packed, size);
  if (method === methods.t64) return undoT64(packed, size);
  const into = new Uint8Array(size);
  if (method === methods.lz4) return unpackLz4(packed, into) ? into : null;
  if (method !== methods.zstd) return null;
  try {
    const unpacked = unpackZstd(packed, into);
    return unpacked.length === size ? unpacked : null;
  } catch {
    return null;
  }
}

/** Codecs one after another: how many, their methods, then a frame in which the one before the last stands packed, and so on. */
function unpackSeveral(packed: Buffer, size: number): Uint8Array | null {
  const codecs = packed[0] ?? 0;
  let inner: Uint8Array | null = packed.subarray(1 + codecs);
  for (let codec = codecs; codec > 0 && inner !== null; codec -= 1) {
    const frame: Buffer = Buffer.from(inner.buffer, inner.byteOffset, inner.byteLength);
    if (frame.length < header || frame[0] !== packed[codec]) return null;
    const unpackedSize = frame.readUInt32LE(5);
    if (unpackedSize > largest) return null;
    const told = { method: frame[0]!, packed: frame.readUInt32LE(1), size: unpackedSize };
    inner = unpack(told, frame.subarray(header, told.packed));
  }
  return inner?.length === size ? inner : null;
}

export function readPlain(file: number, size: number, piece: (bytes: Uint8Array) => void): FileRead {
  for (let at = 0; at < size; at += pieceBytes) {
    const bytes = Buffer.alloc(Math.min(pieceBytes, size - at));
    readSync(file, bytes, 0, bytes.length, at);
    piece(bytes);
  }
  return { as: 'plain', bytes: size };
}
