import {
  isCard,
  isDanishIdForm,
  isFinnishId,
  isIban,
  isNorwegianId,
  isSwedishId,
  passesDanishCheck,
} from './checks.ts';
import type { Found } from './found.ts';
import { phoneAt } from './phone.ts';

const boundary = '(?![\\p{L}\\p{N}])';
const hyphen = ' ?[-+] ?';
const swedish = new RegExp(`(?:19|20|18)?(\\d{6})(?:${hyphen}| )?(\\d{4})${boundary}`, 'uy');
const swedishDashed = new RegExp(`(?:19|20|18)?(\\d{2})-(\\d{2})-(\\d{2})[-+](\\d{4})${boundary}`, 'uy');
const danish = new RegExp(`(\\d{2})[ ./-]?(\\d{2})[ ./-]?(\\d{2})( ?- ?| )?(\\d{4})${boundary}`, 'uy');
const norwegian = new RegExp(`(\\d{2})[ .]?(\\d{2})[ .]?(\\d{2})[ -]?(\\d{3}) ?(\\d{2})${boundary}`, 'uy');
const finnish = new RegExp(`(\\d{6}) ?[-+A-FU-Ya-fu-y] ?(\\d{3})([0-9A-Ya-y])${boundary}`, 'uy');
const card = new RegExp(`\\d(?:[ .-]?\\d){12,18}${boundary}`, 'uy');
const cardGroups = /^(?:\d{13,19}|\d{4}([ .-])\d{4}\1\d{4}\1\d{1,7}|\d{4}[ .-]\d{6}[ .-]\d{4,5})$/;
const iban = /[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){11,30}/y;
const danishContext = /(?:cpr|personnummer|person-?nr|født|fødselsdag|cpr-?nr|cpr-nummer)\D{0,15}$/i;
/** Words that may stand before a number without a space. */
const glued =
  /(?<![\p{L}\p{N}])(?:pnr|personnr|personnummer|cpr|fnr|hetu|nr|tel|tlf|tfn|mobil|mob|puh|kort|sms|fax)$/iu;
const letterOrDigit = /[\p{L}\p{N}]/u;

/** Identity numbers, bank accounts, cards and phone numbers of a text. */
export function numbersIn(text: string): Found[] {
  const found: Found[] = [];
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
function numberFrom(text: string, at: number, from: number): Found | null {
  const ibanStart = at - 2;
  if (ibanStart >= from && startsFresh(text, ibanStart)) {
    const end = ibanEnd(text, ibanStart);
    if (end > 0) return { kind: 'iban', start: ibanStart, end };
  }
  if (!startsFresh(text, at) && !glued.test(text.slice(Math.max(from, at - 15), at))) return null;
  const idEnd = nationalIdEnd(text, at);
  if (idEnd > 0) return { kind: 'national_id', start: at, end: idEnd };
  const ofCard = cardEnd(text, at);
  if (ofCard > 0) return { kind: 'card', start: at, end: ofCard };
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
  const se = take(swedish, text, at) ?? take(swedishDashed, text, at);
  if (se !== null && isSwedishId(se.slice(1).join(''))) return at + se[0].length;
  const no = take(norwegian, text, at);
  if (no !== null && isNorwegianId(no.slice(1).join(''))) return at + no[0].length;
  const dk = take(danish, text, at);
  return dk !== null && isDanish(text, at, dk) ? at + dk[0].length : 0;
}

/** Without its hyphen, and failing the old check digit, ten digits are a CPR number only where the words say so. */
function isDanish(text: string, at: number, match: RegExpExecArray): boolean {
  const [whole, day, month, year, between = '', last] = match;
  const digits = `${day}${month}${year}${last}`;
  if (!isDanishIdForm(digits)) return false;
  const inOne = /^\d{6}/.test(whole);
  if (between.includes('-') && (inOne || between === '-')) return true;
  if (inOne && passesDanishCheck(digits)) return true;
  return danishContext.test(text.slice(Math.max(0, at - 40), at));
}

/** What follows a card number may be digits, too: its expiry, or the start of what is said next. */
function cardEnd(text: string, at: number): number {
  if (text[at - 1] === '+') return 0;
  const whole = take(card, text, at)?.[0] ?? '';
  for (let candidate = whole; candidate.length >= 13; ) {
    const isGrouped = candidate === whole || cardGroups.test(candidate);
    if (isGrouped && isCard(candidate.replace(/\D/g, ''))) return at + candidate.length;
    const shorter = candidate.replace(/[ .-]\d+$/, '');
    if (shorter === candidate) break;
    candidate = shorter;
  }
  return 0;
}

/** An IBAN may be followed by words, so the longest beginning that passes the check is taken. */
function ibanEnd(text: string, start: number): number {
  const match = take(iban, text, start);
  if (match === null) return 0;
  let candidate = match[0];
  while (candidate.replace(/[ -]/g, '').length >= 15) {
    const next = text[start + candidate.length];
    const whole = next === undefined || !letterOrDigit.test(next);
    if (whole && isIban(candidate.replace(/[ -]/g, '').toUpperCase())) return start + candidate.length;
    candidate = candidate.slice(0, -1).replace(/[ -]$/, '');
  }
  return 0;
}
