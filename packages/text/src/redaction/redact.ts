/**
 * Takes identity numbers, e-mail addresses, phone numbers, IBANs, card numbers and names out of a text. Each is masked
 * in place by as many characters, so that every offset into the text stays what it was.
 */
import { emailsIn } from './emails.ts';
import type { Found, Redaction } from './found.ts';
import { namesIn } from './names.ts';
import { numbersIn } from './numbers.ts';
import { plainSigns } from './plain-signs.ts';

export interface Redacted {
  /** The text with each find masked as `[phone••••]`; same length as the text given. */
  readonly redacted: string;
  /** UTF-16 offsets, the same in both texts; ordered, never overlapping. */
  readonly redactions: Redaction[];
}

const anyDigit = /\d/;

/** Masks what identifies a person or an account in a text of any kind; linear in its length. */
export function redact(text: string): Redacted {
  const plain = plainSigns(text);
  const found: Found[] = [
    ...emailsIn(plain),
    ...(anyDigit.test(plain) ? numbersIn(plain) : []),
    ...namesIn(plain),
  ];
  if (found.length === 0) return { redacted: text, redactions: [] };
  const redactions: Redaction[] = [];
  let redacted = '';
  let at = 0;
  for (const one of found.sort((a, b) => a.start - b.start)) {
    if (one.start < at) continue;
    redacted += text.slice(at, one.start) + maskOf(one);
    redactions.push(one);
    at = one.end;
  }
  return { redacted: redacted + text.slice(at), redactions };
}

function maskOf({ kind, start, end }: Found): string {
  const name = kind === 'national_id' ? 'id' : kind;
  const filling = end - start - name.length - 2;
  return filling < 0 ? '•'.repeat(end - start) : `[${name}${'•'.repeat(filling)}]`;
}
