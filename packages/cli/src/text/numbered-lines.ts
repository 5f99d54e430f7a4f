import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** The lines of a stream that hold something, with their numbers from 1. */
export async function* numberedLines(input: Readable): AsyncGenerator<{ number: number; content: string }> {
  let number = 0;
  for await (const content of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (content.trim() !== '') yield { number, content };
  }
}
