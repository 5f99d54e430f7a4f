import { hkdfSync } from 'node:crypto';

/** 32 bytes for one purpose (HKDF-SHA256), so that no purpose's key tells another's. */
export function keyFor(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'lyhord', purpose, 32));
}
