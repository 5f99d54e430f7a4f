import { type Identifier, namesNobody } from '@lyhord/contract';
import { isWellFormed } from '../arrivals/well-formed.ts';
import type { Key64 } from '../keys/key64.ts';
import { KeyedDigest } from '../keys/keyed-digest.ts';
import { normaliseIdentifier, type PlainIdentifier } from './normalise-identifier.ts';

/** An identifier with its key, which is all that wide rows ever hold of it. */
export interface KeyedIdentifier extends PlainIdentifier {
  readonly key: Key64;
}

export type ReadIdentifier = KeyedIdentifier | { readonly wrong: string };

/** A company as a source names it. Its key joins no customers: no identifier has this namespace. */
export interface KeyedAccount {
  readonly id: string;
  readonly key: Key64;
}

/** A reading, beside what it was made of. */
interface Remembered {
  readonly type: Identifier['type'];
  readonly value: string;
  /** The namespace; of a phone the country, which decides what a number without a country code is. */
  readonly beside: string;
  readonly reading: ReadIdentifier;
}

/** Keys of one workspace's identifiers: the first 64 bits of HMAC-SHA-256 under the workspace's own secret. */
export class Keyring {
  private readonly digest: KeyedDigest;
  private readonly mask: number;
  private slots: (Remembered | undefined)[];

  /**
   * Up to `remembered` readings (a power of two) stay at hand, so that a customer who returns costs no work. Each has
   * one place it can stand in: to look there and to put another in costs next to nothing, unlike a map of so many.
   */
  constructor(secret: string, remembered = 8_192) {
    this.digest = new KeyedDigest(secret);
    this.mask = remembered - 1;
    this.slots = new Array(remembered);
  }

  keyOf({ type, namespace, value }: PlainIdentifier): Key64 {
    return this.digest.keyOf(`${type}|${namespace}|${value}`);
  }

  /** Reads an identifier as a source names it; says what would be right where it names nobody. */
  read(identifier: Identifier, country?: string | null): ReadIdentifier {
    const { type, namespace = '', value } = identifier;
    const beside = type === 'phone' ? (country ?? '') : namespace;
    const slot = placeOf(value) & this.mask;
    const standing = this.slots[slot];
    if (standing?.value === value && standing.type === type && standing.beside === beside)
      return standing.reading;
    const reading = this.readAnew(identifier, country);
    this.slots[slot] = { type, value, beside, reading };
    return reading;
  }

  /** The company of that number; null for a value that names none. */
  account(named: string): KeyedAccount | null {
    const id = named.trim().slice(0, 120);
    if (id === '' || !isWellFormed(id) || namesNobody('external_id', id)) return null;
    return { id, key: this.keyOf({ type: 'external_id', namespace: 'account of a company', value: id }) };
  }

  /** Gives the memory back. */
  forget(): void {
    this.slots = new Array(this.mask + 1);
  }

  private readAnew(identifier: Identifier, country?: string | null): ReadIdentifier {
    const normal = normaliseIdentifier(identifier, country);
    if ('wrong' in normal) return normal;
    const { type, value, namespace } = normal.identifier;
    return { type, value, namespace, key: this.keyOf(normal.identifier) };
  }
}

const mostLetters = 64;

/** Spreads values over places; the last letters, in which values differ most, come into it all. */
function placeOf(value: string): number {
  let place = value.length;
  for (let at = Math.max(0, value.length - mostLetters); at < value.length; at += 1)
    place = (Math.imul(place, 31) + value.charCodeAt(at)) | 0;
  return place ^ (place >>> 13);
}
