// Promise: a card opens only with a token that its tool's secret signed, for one customer, within minutes of its making.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { cardTokenSeconds, identifierTypes } from '@lyhord/contract';
import { z } from 'zod';

const Claims = z.object({
  type: z.enum([...identifierTypes, 'customer']),
  value: z.string().min(1).max(320),
  namespace: z.string().max(64).optional(),
  country: z.string().length(2).optional(),
  /** Seconds since 1970. */
  exp: z.number().int(),
});
export type CardClaims = z.infer<typeof Claims>;
export type CardRefusal = 'unsigned' | 'expired' | 'too_long';

const signature = (secret: string, payload: string): Buffer =>
  createHmac('sha256', secret).update(payload).digest();

/** `payload.signature`, both base64url; the payload is JSON with `type`, `value` and `exp`. */
export function signCard(secret: string, claims: CardClaims): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${payload}.${signature(secret, payload).toString('base64url')}`;
}

/** Whose card a token opens, or why it opens none. */
export function readCardToken(secret: string, token: string, now: Date): CardClaims | CardRefusal {
  const [payload = '', proof = '', ...rest] = token.split('.');
  const expected = signature(secret, payload);
  const given = Buffer.from(proof, 'base64url');
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
    return 'unsigned';
  const claims = Claims.safeParse(parsed(payload));
  if (!claims.success) return 'unsigned';
  const left = claims.data.exp - now.getTime() / 1000;
  if (left <= 0) return 'expired';
  // clocks of two machines differ a little
  return left > cardTokenSeconds + 30 ? 'too_long' : claims.data;
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
