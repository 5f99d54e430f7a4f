/**
 * Takes identity numbers, e-mail addresses, phone numbers, IBANs and card numbers out of a text. Each is masked in
 * place by as many characters, so that every offset into the text stays what it was.
 */
import type { TextAnalysis } from '@lyhord/contract';
import {
  isCard,
  isDanishIdForm,
  isFinnishId,
  isIban,
  isNorwegianId,
  isSwedishId,
  passesDanishCheck,
} from './checks.ts';
import { phoneAt } from './phone.ts';

export type RedactionKind = 'email' | 'phone' | 'national_id' | 'iban' | 'card';
type Redaction = TextAnalysis['redactions'][number];

export interface Redacted {
  /** The text with each find masked as `[phone••••]`; same length as the text given. */
  readonly redacted: string;
  /** UTF-16 offsets, the same in both texts; ordered, never overlapping. */
  readonly redactions: Redaction[];
}

const boundary = '(?![\\p{L}\\p{N}])';
const swedish = new RegExp(`(?:19|20|18)?(\\d{6})[-+ ]?(\\d{4})${boundary}`, 'uy');
const danish = new RegExp(`(\\d{6})([- ]?)(\\d{4})${boundary}`, 'uy');
const norwegian = new RegExp(`(\\d{6}) ?(\\d{3}) ?(\\d{2})${boundary}`, 'uy');
const finnish = new RegExp(`(\\d{6})[-+A-FU-Ya-fu-y](\\d{3})([0-9A-Ya-y])${boundary}`, 'uy');
const card = new RegExp(`\\d(?:[ -]?\\d){12,18}${boundary}`, 'uy');
const iban = /[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]){11,30}/y;
const danishContext = /(?:cpr|personnummer|person-?nr|født|fødselsdag|cpr-?nr|cpr-nummer)\D{0,15}$/i;

const anyDigit = /\d/;

/** Masks what identifies a person or an account in a text of any kind; linear in its length. */
export function redact(text: string): Redacted {
  if (!anyDigit.test(text) && !text.includes('@')) return { redacted: text, redactions: [] };
  const redactions = [...emailsIn(text), ...numbersIn(text)].sort((a, b) => a.start - b.start);
  const kept = redactions.filter((one, i) => i === 0 || one.start >= (redactions[i - 1] as Redaction).end);
  let redacted = '';
  let at = 0;
  for (const { kind, start, end } of kept) {
    redacted += text.slice(at, start) + maskOf(kind, end - start);
    at = end;
  }
  return { redacted: redacted + text.slice(at), redactions: kept };
}

function maskOf(kind: string, length: number): string {
  const name = kind === 'national_id' ? 'id' : kind;
  const filling = length - name.length - 2;
  return filling < 0 ? '•'.repeat(length) : `[${name}${'•'.repeat(filling)}]`;
}

const localPart = /[\p{L}\p{N}._%+'-]/u;
const domainPart = /[\p{L}\p{N}.-]/u;

function emailsIn(text: string): Redaction[] {
  const found: Redaction[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && localPart.test(text[start - 1] as string)) start -= 1;
    let end = at + 1;
    while (end < text.length && end - at < 255 && domainPart.test(text[end] as string)) end += 1;
    while (end > at && /[.-]/.test(text[end - 1] as string)) end -= 1;
    while (start < at && /[.'-]/.test(text[start] as string)) start += 1;
    const domain = text.slice(at + 1, end);
    if (start < at && /^[^.]+(?:\.[^.]+)*\.\p{L}{2,}$/u.test(domain))
      found.push({ kind: 'email', start, end });
  }
  return found;
}

const letterOrDigit = /[\p{L}\p{N}]/u;

function numbersIn(text: string): Redaction[] {
  const found: Redaction[] = [];
  const digit = /\d/g;
  let from = 0;
  for (let match = digit.exec(text); match !== null; match = digit.exec(text)) {
    const at = match.index;
    const hit = numberFrom(text, at, from);
    if (hit !== null) {
      found.push(hit);
      from = hit.end;
      digit.lastIndex = hit.end;
    } else digit.lastIndex = groupEnd(text, at);
  }
  return found;
}

function groupEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at += 1;
  return at;
}

/** What begins at the first digit of a group of digits; nothing that reaches back before `from`. */
function numberFrom(text: string, at: number, from: number): Redaction | null {
  const ibanStart = at - 2;
  if (ibanStart >= from && startsFresh(text, ibanStart)) {
    const end = ibanEnd(text, ibanStart);
    if (end > 0) return { kind: 'iban', start: ibanStart, end };
  }
  if (!startsFresh(text, at)) return null;
  const idEnd = nationalIdEnd(text, at);
  if (idEnd > 0) return { kind: 'national_id', start: at, end: idEnd };
  const cardDigits = take(card, text, at);
  if (cardDigits !== null && isCard(cardDigits[0].replace(/\D/g, ''))) {
    return { kind: 'card', start: at, end: at + cardDigits[0].length };
  }
  const phone = phoneAt(text, at, from);
  return phone === null ? null : { kind: 'phone', ...phone };
}

function startsFresh(text: string, at: number): boolean {
  return at === 0 || !letterOrDigit.test(text[at - 1] as string);
}

function take(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function nationalIdEnd(text: string, at: number): number {
  const fi = take(finnish, text, at);
  if (fi !== null && isFinnishId(`${fi[1]}${fi[2]}`, fi[3] as string)) return at + fi[0].length;
  const se = take(swedish, text, at);
  if (se !== null && isSwedishId(`${se[1]}${se[2]}`)) return at + se[0].length;
  const no = take(norwegian, text, at);
  if (no !== null && isNorwegianId(`${no[1]}${no[2]}${no[3]}`)) return at + no[0].length;
  const dk = take(danish, text, at);
  return dk !== null && isDanish(text, at, dk) ? at + dk[0].length : 0;
}

/** Without its hyphen, and failing the old check digit, ten digits are a CPR number only where the words say so. */
function isDanish(text: string, at: number, match: RegExpExecArray): boolean {
  const digits = `${match[1]}${match[3]}`;
  if (!isDanishIdForm(digits)) return false;
  if (match[2] === '-' || passesDanishCheck(digits)) return true;
  return danishContext.test(text.slice(Math.max(0, at - 40), at));
}

/** An IBAN may be followed by words, so the longest beginning that passes the check is taken. */
function ibanEnd(text: string, start: number): number {
  const match = take(iban, text, start);
  if (match === null) return 0;
  let candidate = match[0];
  while (candidate.replaceAll(' ', '').length >= 15) {
    const next = text[start + candidate.length];
    const whole = next === undefined || !letterOrDigit.test(next);
    if (whole && isIban(candidate.replaceAll(' ', '').toUpperCase())) return start + candidate.length;
    candidate = candidate.slice(0, -1).trimEnd();
  }
  return 0;
}
