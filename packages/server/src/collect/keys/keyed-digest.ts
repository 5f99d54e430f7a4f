import { firstBits, type Key64 } from './key64.ts';
import { Sha256 } from './sha256.ts';

const blockSize = 64;

/** HMAC-SHA-256 (RFC 2104) under one secret, shortened to 64 bits; what the secret alone decides is digested once. */
export class KeyedDigest {
  private readonly inner: Sha256;
  private readonly outer: Sha256;

  constructor(secret: string) {
    const key = Buffer.alloc(blockSize);
    const bytes = Buffer.from(secret, 'utf8');
    if (bytes.length > blockSize)
      new Sha256().digest(secret).forEach((word, at) => {
        key.writeUInt32BE(word, 4 * at);
      });
    else bytes.copy(key);
    this.inner = new Sha256(key.map((byte) => byte ^ 0x36));
    this.outer = new Sha256(key.map((byte) => byte ^ 0x5c));
  }

  keyOf(text: string): Key64 {
    return firstBits(this.outer.digestOf(this.inner.digest(text)));
  }
}
