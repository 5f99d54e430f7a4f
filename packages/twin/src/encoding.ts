// A batch as bytes that can be handed from one thread to another without copying.
import type { TwinBatch } from './solvik.ts';

const writer = new TextEncoder();
const reader = new TextDecoder();

/** UTF-8 JSON; pass `bytes.buffer` in the transfer list of postMessage. */
export function encodeBatch(batch: TwinBatch): Uint8Array<ArrayBuffer> {
  return writer.encode(JSON.stringify(batch));
}

export function decodeBatch(bytes: Uint8Array): TwinBatch {
  return JSON.parse(reader.decode(bytes)) as TwinBatch;
}
