// Promise: an answer that a ClickHouse server broke off in the middle is an error, never a short file that looks whole.
import { WarehouseError, warehouseErrorFrom } from './warehouse-error.ts';

/** A server's message has at most 16 kB and ends the answer. */
const longestException = 20 * 1024;
const marker = '__exception__\r\n';

/** Passes an answer on, holding back its end until it is known to be no exception. */
export async function* unbroken(
  chunks: AsyncIterable<Uint8Array>,
  tag: string | undefined,
): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk]);
    const sure = held.length - longestException;
    if (sure <= 0) continue;
    yield held.subarray(0, sure);
    held = Buffer.from(held.subarray(sure));
  }
  refuseException(held, tag);
  if (held.length > 0) yield held;
}

function refuseException(end: Buffer, tag: string | undefined): void {
  if (!tag || !end.subarray(-(tag.length + marker.length + 4)).includes(`${tag}\r\n${marker}`)) return;
  const text = end.toString('utf8');
  const start = text.indexOf(`${marker}${tag}\r\n`);
  const message = start < 0 ? '' : text.slice(start + marker.length + tag.length + 2).trim();
  throw message
    ? warehouseErrorFrom(new Error(message))
    : new WarehouseError('The warehouse broke its answer off.', 0);
}
