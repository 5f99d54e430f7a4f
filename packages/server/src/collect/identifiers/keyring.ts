import { createHmac } from 'node:crypto';
import { type Key64, keyOfDigest } from '../keys/key64.ts';
import type { PlainIdentifier } from './normalise-identifier.ts';

/** An identifier with its key, which is all that wide rows ever hold of it. */
export interface KeyedIdentifier extends PlainIdentifier {
  readonly key: Key64;
}

/** Keys of one workspace's identifiers: the first 64 bits of HMAC-SHA-256 under the workspace's own secret. */
export class Keyring {
  private readonly secret: string;
  private readonly remembered: number;
  private recent = new Map<string, Key64>();
  private before = new Map<string, Key64>();

  /** `remembered` keys stay at hand, so that a customer who returns costs no hashing. */
  constructor(secret: string, remembered = 50_000) {
    this.secret = secret;
    this.remembered = remembered;
  }

  keyOf(identifier: PlainIdentifier): Key64 {
    const text = `${identifier.type}|${identifier.namespace}|${identifier.value}`;
    const known = this.recent.get(text) ?? this.before.get(text);
    const key = known ?? keyOfDigest(createHmac('sha256', this.secret).update(text).digest());
    if (!this.recent.has(text)) this.remember(text, key);
    return key;
  }

  /** Gives the memory back. */
  forget(): void {
    this.recent = new Map();
    this.before = new Map();
  }

  private remember(text: string, key: Key64): void {
    if (this.recent.size >= this.remembered) [this.before, this.recent] = [this.recent, new Map()];
    this.recent.set(text, key);
  }
}
