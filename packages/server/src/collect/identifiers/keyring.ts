import type { Identifier } from '@lyhord/contract';
import type { Key64 } from '../keys/key64.ts';
import { KeyedDigest } from '../keys/keyed-digest.ts';
import { normaliseIdentifier, type PlainIdentifier } from './normalise-identifier.ts';

/** An identifier with its key, which is all that wide rows ever hold of it. */
export interface KeyedIdentifier extends PlainIdentifier {
  readonly key: Key64;
}

export type ReadIdentifier = KeyedIdentifier | { readonly wrong: string };

/** Keys of one workspace's identifiers: the first 64 bits of HMAC-SHA-256 under the workspace's own secret. */
export class Keyring {
  private readonly digest: KeyedDigest;
  private readonly remembered: number;
  private recent = new Map<string, ReadIdentifier>();
  private before = new Map<string, ReadIdentifier>();

  /** `remembered` readings stay at hand, so that a customer who returns costs no work. */
  constructor(secret: string, remembered = 50_000) {
    this.digest = new KeyedDigest(secret);
    this.remembered = remembered;
  }

  keyOf({ type, namespace, value }: PlainIdentifier): Key64 {
    return this.digest.keyOf(`${type}|${namespace}|${value}`);
  }

  /** Reads an identifier as a source names it; says what would be right where it names nobody. */
  read(identifier: Identifier, country?: string | null): ReadIdentifier {
    const { type, namespace = '', value } = identifier;
    const text = `${type}|${type === 'phone' ? country : namespace}|${value}`;
    const recent = this.recent.get(text);
    if (recent) return recent;
    const known = this.before.get(text) ?? this.readAnew(identifier, country);
    if (this.recent.size >= this.remembered) [this.before, this.recent] = [this.recent, new Map()];
    this.recent.set(text, known);
    return known;
  }

  /** Gives the memory back. */
  forget(): void {
    this.recent = new Map();
    this.before = new Map();
  }

  private readAnew(identifier: Identifier, country?: string | null): ReadIdentifier {
    const normal = normaliseIdentifier(identifier, country);
    if ('wrong' in normal) return normal;
    return { ...normal.identifier, key: this.keyOf(normal.identifier) };
  }
}
