// Promise: a file's letters are read as they were meant: by its byte order mark, else as UTF-8 where most of them are that,
// else as Latin-1.
import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import type { ImportMapping } from '@lyhord/contract';

export type Encoding = NonNullable<ImportMapping['encoding']> | 'utf-16be';

const sampleBytes = 256 * 1024;

/** The encoding of a file by its first bytes. */
export function detectEncoding(head: Buffer): Encoding {
  if (hasUtf8Mark(head)) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 1].map((parity) => head.filter((byte, at) => byte === 0 && at % 2 === parity).length);
  if (zeros[1]! > head.length / 4) return 'utf-16le';
  if (zeros[0]! > head.length / 4) return 'utf-16be';
  return isUtf8(head.subarray(0, head.length - cutBytes(head))) ? 'utf-8' : 'latin1';
}

/** How many bytes at the end are the beginning of a character that goes on behind them. */
function cutBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? back : 0;
  }
  return 0;
}

export interface FileEncoding {
  readonly encoding: Encoding;
  /** Letters that are none in it. */
  readonly broken: number;
}

/** So many letters that are none, without others, are another encoding; the rest of the file need not be looked at. */
const surelyOther = 1_000;

/** The encoding of a whole file: UTF-8 where more of its letters are than are not, so that one bad byte spoils itself alone. */
export async function encodingOfFile(path: string): Promise<FileEncoding> {
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  let marked = false;
  let [letters, broken] = [0, 0];
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
    if (first) {
      const encoding = detectEncoding(bytes);
      if (encoding.startsWith('utf-16')) return { encoding, broken: 0 };
      marked = hasUtf8Mark(bytes);
      first = false;
    }
    const whole = bytes.length - cutBytes(bytes);
    const part = bytes.subarray(0, whole);
    rest = bytes.subarray(whole);
    if (isAscii(part)) continue;
    const text = decoder.decode(part);
    if (isUtf8(part)) letters += part.length - text.length;
    else {
      broken += text.split(noLetter).length - 1;
      letters += text.match(otherLetters)?.length ?? 0;
    }
    if (!marked && broken > surelyOther && letters < broken / 10) break;
  }
  if (rest.length > 0) broken += 1;
  return marked || broken === 0 || letters > broken
    ? { encoding: 'utf-8', broken }
    : { encoding: 'latin1', broken: 0 };
}

const noLetter = '\ufffd';
const otherLetters = /[^\0-\x7f\ufffd]/g;
const hasUtf8Mark = (head: Buffer) => head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;

/** The text of a file in pieces, without its byte order mark. Looks at the first 256 kB to find the encoding. */
export async function* textOf(bytes: AsyncIterable<Buffer>, encoding?: Encoding): AsyncGenerator<string> {
  let held: Buffer[] = [];
  let size = 0;
  let decoder: TextDecoder | null = null;
  for await (const chunk of bytes) {
    if (decoder === null) {
      held.push(chunk);
      size += chunk.length;
      if (size < sampleBytes) continue;
      decoder = decoderFor(encoding ?? detectEncoding(Buffer.concat(held)));
      for (const early of held) yield decoder.decode(early, { stream: true });
      held = [];
      continue;
    }
    yield decoder.decode(chunk, { stream: true });
  }
  decoder ??= decoderFor(encoding ?? detectEncoding(Buffer.concat(held)));
  for (const early of held) yield decoder.decode(early, { stream: true });
  yield decoder.decode();
}

// windows-1252 is what files that say Latin-1 hold; it only adds letters
const decoderFor = (encoding: Encoding) => new TextDecoder(encoding === 'latin1' ? 'windows-1252' : encoding);
