// Promise: a message counts as signed only when its bytes, and its time where the scheme has one, bear the secret's mark; the
// comparison tells nothing by how long it takes.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { signatureSchemes } from '@lyhord/contract';

export type Scheme = (typeof signatureSchemes)[number];
type Headers = Readonly<Record<string, string>>;

interface Hmac {
  readonly header: string;
  readonly algorithm: 'sha256' | 'sha1';
  readonly encoding: 'hex' | 'base64';
  readonly prefix: string;
  /** The header with the moment of sending, and how it is joined with the body before it is signed. */
  readonly time?: { readonly header: string; readonly joint: string };
}

/** Sources: each maker's pages on verifying webhooks. */
const hmacs: Readonly<Partial<Record<Scheme, Hmac>>> = {
  zendesk: {
    ...{ header: 'x-zendesk-webhook-signature', algorithm: 'sha256', encoding: 'base64', prefix: '' },
    time: { header: 'x-zendesk-webhook-signature-timestamp', joint: '' },
  },
  chatwoot: {
    ...{ header: 'x-chatwoot-signature', algorithm: 'sha256', encoding: 'hex', prefix: 'sha256=' },
    time: { header: 'x-chatwoot-timestamp', joint: '.' },
  },
  intercom: { header: 'x-hub-signature', algorithm: 'sha1', encoding: 'hex', prefix: 'sha1=' },
  shopify: { header: 'x-shopify-hmac-sha256', algorithm: 'sha256', encoding: 'base64', prefix: '' },
  typeform: { header: 'typeform-signature', algorithm: 'sha256', encoding: 'base64', prefix: 'sha256=' },
  hmac: { header: 'x-signature', algorithm: 'sha256', encoding: 'hex', prefix: 'sha256=' },
};
const tokenHeader = 'x-webhook-token';
const windowMs = 5 * 60_000;

/** Why a message does not count as signed, as a sentence; null when it does. */
export function signatureFault(
  scheme: Scheme,
  secret: string | null,
  headers: Headers,
  body: Buffer,
  now: number,
): string | null {
  if (scheme === 'none') return null;
  if (secret === null) return 'The webhook has no secret to check the signature with; set one.';
  if (scheme === 'token') return tokenFault(secret, headers[tokenHeader]);
  const hmac = hmacs[scheme]!;
  const given = headers[hmac.header];
  if (!given) return `The header ${hmac.header} is missing; it should hold the signature.`;
  const time = hmac.time ? headers[hmac.time.header] : undefined;
  if (hmac.time && !time)
    return `The header ${hmac.time.header} is missing; it should hold the time of sending.`;
  if (hmac.time && !isRecent(time!, now)) {
    return `The header ${hmac.time.header} is "${time!.slice(0, 40)}", more than five minutes from now.`;
  }
  const signed = createHmac(hmac.algorithm, secret);
  if (hmac.time) signed.update(`${time}${hmac.time.joint}`);
  const right = hmac.prefix + signed.update(body).digest(hmac.encoding);
  return sameText(given, right) ? null : `The header ${hmac.header} does not fit the body and the secret.`;
}

const tokenFault = (secret: string, given: string | undefined) =>
  given !== undefined && sameText(given, secret)
    ? null
    : `The header ${tokenHeader} should hold the webhook's secret.`;

/** Compares in the same time wherever two texts differ. */
function sameText(given: string, right: string): boolean {
  const mark = (text: string) => createHmac('sha256', 'same length').update(text).digest();
  return timingSafeEqual(mark(given), mark(right));
}

/** A moment in ISO 8601 or seconds (or milliseconds) since 1970. */
function isRecent(text: string, now: number): boolean {
  const number = Number(text);
  const at = Number.isFinite(number) ? (number > 1e11 ? number : number * 1_000) : Date.parse(text);
  return Math.abs(now - at) <= windowMs;
}
