import { hash } from 'node:crypto';

/** A 64-bit key: two halves for typed arrays, decimal text for SQL, hexadecimal text for ids. */
export interface Key64 {
  readonly high: number;
  readonly low: number;
  readonly text: string;
}

/** The first 64 bits of a digest; never 0, which means "none". */
export function keyOfDigest(digest: Buffer): Key64 {
  const high = digest.readUInt32BE(0);
  const low = digest.readUInt32BE(4);
  return high === 0 && low === 0 ? keyOfHalves(0, 1) : keyOfHalves(high, low);
}

export function keyOfHalves(high: number, low: number): Key64 {
  return { high, low, text: decimal(high, low) };
}

/** The decimal text of an unsigned 64-bit number in two halves. */
export function decimal(high: number, low: number): string {
  if (high < 0x200000) return String(high * 0x100000000 + low);
  return ((BigInt(high) << 32n) | BigInt(low)).toString();
}

/** Reads a decimal text as it comes from the warehouse. */
export function keyOfText(text: string): Key64 {
  const whole = BigInt(text);
  return { high: Number(whole >> 32n), low: Number(whole & 0xffffffffn), text };
}

export function hexOf(key: Key64): string {
  return key.high.toString(16).padStart(8, '0') + key.low.toString(16).padStart(8, '0');
}

/** SHA-256 of a text, shortened to 64 bits. */
export function hashOf(text: string): Key64 {
  return keyOfDigest(hash('sha256', text, 'buffer'));
}

export type Noun = 'event' | 'signal';

/** The one identity of a message, for ever: the workspace, the source, what it is, and the source's own id. */
export function messageKey(workspaceId: string, sourceId: string, noun: Noun, messageId: string): Key64 {
  return hashOf(`${workspaceId}\n${sourceId}\n${noun}\n${messageId}`);
}
