import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

export interface Ids {
  /** A UUID version 7: sorts by the time it was made; later calls in one process never sort earlier. */
  next(): string;
  /** Random bytes as base64url, for links and keys; 24 bytes or more cannot be guessed. */
  token(bytes: number): string;
}

const counterMax = 0xfff;

/** RFC 9562 section 6.2 method 1: milliseconds, then a 12-bit counter, then 62 random bits. */
export function createIds(clock: Clock): Ids {
  let lastMs = 0;
  let counter = 0;
  const step = () => {
    const now = clock.now().getTime();
    if (now > lastMs) [lastMs, counter] = [now, randomBytes(2).readUInt16BE() & 0x7ff];
    else if (counter < counterMax) counter += 1;
    else [lastMs, counter] = [lastMs + 1, 0];
  };
  return {
    next() {
      step();
      const bytes = randomBytes(16);
      bytes.writeUIntBE(lastMs, 0, 6);
      bytes.writeUInt16BE(0x7000 | counter, 6);
      bytes[8] = (bytes[8]! & 0x3f) | 0x80;
      const hex = bytes.toString('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
    token: (bytes) => randomBytes(bytes).toString('base64url'),
  };
}
