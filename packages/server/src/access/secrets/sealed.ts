// Promise: a sealed text can be read again only with the installation's key and only for the thing it was sealed for.
import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

const nonceBytes = 12;
/** Random bytes are drawn for many nonces at once; each is used once. */
const drawn = Buffer.alloc(nonceBytes * 256);
let used = drawn.length;

function freshNonce(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += nonceBytes;
  return Buffer.from(drawn.subarray(used - nonceBytes, used));
}

/** AES-256-GCM; `boundTo` (such as a workspace's id) must be the same again on opening. */
export function seal(key: Buffer, text: string, boundTo: string): string {
  const nonce = freshNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** The text, or null when the key or `boundTo` is another one, or the text was changed. */
export function unseal(key: Buffer, sealed: string, boundTo: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 28) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
