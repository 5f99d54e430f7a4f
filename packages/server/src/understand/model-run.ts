// Promise: a model's result says what it was made from; the same rows, seed and version give the same numbers and hash.
import { createHash } from 'node:crypto';
import type { ModelRun } from '@lyhord/contract';

/** `input` is everything that went in, in the order in which it was used. */
export function modelRun(
  made: Omit<ModelRun, 'inputHash'>,
  input: Iterable<string | Float64Array | readonly number[]>,
): ModelRun {
  const hash = createHash('sha256');
  for (const part of input) {
    const bytes = typeof part === 'string' ? part : Float64Array.from(part);
    // the length before each part: what stands in one part cannot be moved into the next
    hash.update(`${part.length}:`).update(bytes);
  }
  return { ...made, inputHash: hash.digest('hex').slice(0, 16) };
}
