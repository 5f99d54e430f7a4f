import { hash } from 'node:crypto';
import { Sha256 } from './sha256.ts';

/** A 64-bit key: two halves for typed arrays, decimal text for SQL, hexadecimal text for ids. */
export interface Key64 {
  readonly high: number;
  readonly low: number;
  readonly text: string;
}

/** A key whose text is made only where somebody reads it. */
class Key implements Key64 {
  readonly high: number;
  readonly low: number;
  constructor(high: number, low: number) {
    this.high = high;
    this.low = low;
  }
  get text(): string {
    return decimal(this.high, this.low);
  }
}

export function keyOfHalves(high: number, low: number): Key64 {
  return new Key(high, low);
}

/** The first 64 bits of a digest; never 0, which means "none". */
export function keyOfDigest(high: number, low: number): Key64 {
  return high === 0 && low === 0 ? new Key(0, 1) : new Key(high, low);
}

const million = 1_000_000;
/** 2^32, and the same as so many millions and a rest. */
const [whole32, millions, rest32] = [0x100000000, 4_294, 967_296];

/** The decimal text of an unsigned 64-bit number in two halves; in numbers that stay exact, since a BigInt costs more. */
export function decimal(high: number, low: number): string {
  if (high < 0x200000) return String(high * whole32 + low);
  const below = high * rest32 + low;
  const carried = Math.floor(below / million);
  return `${high * millions + carried}${String(below - carried * million).padStart(6, '0')}`;
}

/** Reads a decimal text as it comes from the warehouse: an unsigned 64-bit number. */
export function keyOfText(text: string): Key64 {
  const split = text.length - 6;
  const top = split > 0 ? Number(text.slice(0, split)) : 0;
  const rest = Number(split > 0 ? text.slice(split) : text);
  const topHigh = Math.floor(top / whole32);
  const below = (top - topHigh * whole32) * million + rest;
  const carried = Math.floor(below / whole32);
  return new Key(topHigh * million + carried, below - carried * whole32);
}

export function hexOf(key: Key64): string {
  return key.high.toString(16).padStart(8, '0') + key.low.toString(16).padStart(8, '0');
}

export const sameKey = (a: Key64, b: Key64): boolean => a.high === b.high && a.low === b.low;

const plain = new Sha256();
/** Up to this length the own digest is quicker than a call to the system's. */
const shortText = 64;

/** SHA-256 of a text, shortened to 64 bits. */
export function hashOf(text: string): Key64 {
  if (text.length <= shortText) return firstBits(plain.digest(text));
  // as text, since a Buffer costs more than the digest itself
  const digest = hash('sha256', text, 'hex');
  return keyOfDigest(Number.parseInt(digest.slice(0, 8), 16), Number.parseInt(digest.slice(8, 16), 16));
}

/** `hashOf` of the decimal texts of two keys and of `text`, with a `|` between them, without making any of them. */
export function hashOfPair(first: Key64, second: Key64, text: string): Key64 {
  return firstBits(plain.digestOfPair(first, second, text));
}

export const firstBits = (digest: Uint32Array): Key64 => keyOfDigest(digest[0]!, digest[1]!);

export type Noun = 'event' | 'signal';

/** The one identity of a message, for ever: the workspace, the source, what it is, and the source's own id. */
export class MessageKeys {
  private readonly digests: Readonly<Record<Noun, Sha256>>;

  constructor(workspaceId: string, sourceId: string) {
    const of = (noun: Noun) => new Sha256(`${workspaceId}\n${sourceId}\n${noun}\n`);
    this.digests = { event: of('event'), signal: of('signal') };
  }

  keyOf(noun: Noun, messageId: string): Key64 {
    return firstBits(this.digests[noun].digest(messageId));
  }
}

const mostSources = 1_000;

/** The message keys of each source, made once: what all of a source's keys begin with is digested once, too. */
export class MessageKeysBySource {
  private known = new Map<string, MessageKeys>();

  of(workspaceId: string, sourceId: string): MessageKeys {
    const name = `${workspaceId}|${sourceId}`;
    const standing = this.known.get(name);
    if (standing) return standing;
    const keys = new MessageKeys(workspaceId, sourceId);
    if (this.known.size >= mostSources) this.known = new Map();
    this.known.set(name, keys);
    return keys;
  }
}
