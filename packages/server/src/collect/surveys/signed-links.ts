// Links that cannot be made up: an id and a proof that this installation wrote it. Nothing is stored for them.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** With the 16 of the id a multiple of three, so that a token has one spelling only. */
const proofBytes = 14;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export type LinkPurpose = 'invitation' | 'unsubscribe' | 'answer';

export class SignedLinks {
  private readonly key: Buffer;
  constructor(key: Buffer) {
    this.key = key;
  }

  /** 40 characters for a UUID and a purpose; a token of one purpose is worth nothing for another. */
  token(purpose: LinkPurpose, id: string): string {
    const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
    return Buffer.concat([bytes, this.proof(purpose, id)]).toString('base64url');
  }

  /** The id in a token, or null where it was not made here for this purpose. */
  idOf(purpose: LinkPurpose, token: string): string | null {
    if (!/^[A-Za-z0-9_-]{40}$/.test(token)) return null;
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 16 + proofBytes) return null;
    const id = bytes
      .subarray(0, 16)
      .toString('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    if (!uuid.test(id)) return null;
    return timingSafeEqual(bytes.subarray(16), this.proof(purpose, id)) ? id : null;
  }

  private proof(purpose: LinkPurpose, id: string): Buffer {
    return createHmac('sha256', this.key).update(`${purpose}|${id}`).digest().subarray(0, proofBytes);
  }
}
