// Promise: a file's letters are read as they were meant: by its byte order mark, else as UTF-8, else as Latin-1.
import { TextDecoder } from 'node:util';
import type { ImportMapping } from '@lyhord/contract';

export type Encoding = NonNullable<ImportMapping['encoding']> | 'utf-16be';

const sampleBytes = 256 * 1024;

/** The encoding of a file by its first bytes. */
export function detectEncoding(head: Buffer): Encoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 1].map((parity) => head.filter((byte, at) => byte === 0 && at % 2 === parity).length);
  if (zeros[1]! > head.length / 4) return 'utf-16le';
  if (zeros[0]! > head.length / 4) return 'utf-16be';
  return isUtf8(head) ? 'utf-8' : 'latin1';
}

/** True where the bytes are UTF-8, the last character of which may be cut. */
function isUtf8(head: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

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
