/** Phone numbers as people write them in the Nordic countries, Germany, Britain, North America and Brazil. */

interface Span {
  readonly start: number;
  readonly end: number;
}

const separated = /\d(?:[ \-./()]{0,2}\d){6,14}/y;
/** An area code set apart: `070 - 123 45 67`, `+46 70 - 123 45 67`. */
const setApart = /(?:0\d{1,3}|\d{2,3} (?:\(0\) ?)?\d{1,3})\)? [-/] \d(?:[ \-.]{0,1}\d){4,9}/y;
const dateLike = /^(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2})(?!\d)/;
const yearsOrTimes = /^(?:19|20)\d{2} ?[-–] ?(?:19|20)\d{2}$/;
const things =
  'order|ordre|beställning|bestilling|tilaus|bestell|kund|kunde|asiakas|customer|faktura|invoice|lasku|rechnung|ärende|sak|ticket|case|artikel|article|art|tuote|ref|referens|kvitto|kvittering|kuitti|kolli|paket|pakke|tracking|spårning|pedido|protocolo|nota|serie|serial|ean|isbn|konto|account|medlem|medlems';
const counters = 'nr|no|nummer|number|numero|num|n[º°]|id';
const notPhone = new RegExp(
  `(?<!\\p{L})(?:${things})(?:s|n|en|et|e|er|ns|ing|ings|ung|ungs)?(?:[- .:#]*(?:${counters})\\p{L}{0,3})?[ .:#]*$`,
  'iu',
);
const phoneWord =
  /(?:tel|tlf|tfn|phone|telefon|telefonnummer|telephone|mobil|mobile|mobilnummer|mob|puh|puhelin|puhelinnumero|numero|nummer|number|call|ring|ringa|ringe|soittakaa|soita|handy|celular|fone|whatsapp|sms|reach me)[\p{L} ]{0,18}[ .:]*\(?\+?$/iu;

/**
 * The phone number whose first digit stands at `at`, with its plus and brackets, or null. Numbers that the words
 * before call an order, an invoice or a case are left alone; so are dates.
 */
export function phoneAt(text: string, at: number, from: number): Span | null {
  const start = openingOf(text, at, from);
  const plus = text[at - 1] === '+';
  const before = text.slice(Math.max(0, start - 40), start);
  if (!plus && notPhone.test(before)) return null;
  const named = phoneWord.test(before);
  const apart = found(setApart, text, at);
  if (apart !== null && (plus || named || digitsOf(apart).length >= 9) && isLikely(apart, plus, named))
    return { start, end: at + beforeNext(text, at, apart).length };
  const whole = found(separated, text, at);
  let candidate = whole;
  while (candidate !== null && !isLikely(candidate, plus, named)) candidate = shorter(candidate, plus);
  if (candidate === null && plus && whole !== null && digitsOf(whole).length >= 8) candidate = whole;
  if (candidate === null) return null;
  return { start, end: at + beforeNext(text, at, candidate).length };
}

function found(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? null : cut(match[0], text, at);
}

const digitsOf = (candidate: string): string => candidate.replace(/\D/g, '');

function isLikely(candidate: string, plus: boolean, named: boolean): boolean {
  if (dateLike.test(candidate) || yearsOrTimes.test(candidate)) return false;
  if (plus || candidate.startsWith('00')) return isInternational(candidate);
  return isNational(candidate, named);
}

/** A number with a country's or an area's code without its last group: other digits may have come after it. */
function shorter(candidate: string, plus: boolean): string | null {
  return plus || candidate.startsWith('0') ? withoutLastGroup(candidate) : null;
}

function withoutLastGroup(candidate: string): string | null {
  const kept = candidate.replace(/[ \-./()]{1,2}\d+$/, '');
  return kept === candidate || digitsOf(kept).length < 7 ? null : kept;
}

const nextNumber = / (?=0[1-9](?:[ \-/]{0,3}\d){6})/g;

/** A number that another follows: `070-123 45 67 08-123 45 67`. */
function beforeNext(text: string, at: number, candidate: string): string {
  const wide = text.slice(at, at + candidate.length + 12);
  for (const { index } of wide.matchAll(nextNumber)) {
    if (index >= candidate.length) break;
    if (digitsOf(wide.slice(0, index)).length >= 8) return wide.slice(0, index);
  }
  return candidate;
}

function openingOf(text: string, at: number, from: number): number {
  let start = at;
  if (start > from && text[start - 1] === '+') start -= 1;
  if (start > from && text[start - 1] === '(') start -= 1;
  return start;
}

/** A number must end where its last digit group ends. */
function cut(candidate: string, text: string, at: number): string | null {
  const after = text[at + candidate.length];
  return after === undefined || !/[\p{L}\p{N}%]/u.test(after) ? candidate : withoutLastGroup(candidate);
}

/** How many digits a number has at most with its country's code, where that is far below 15. */
const mostDigits: readonly (readonly [code: string, most: number])[] = [
  ['45', 10],
  ['46', 12],
  ['47', 10],
  ['1', 11],
];

function isInternational(candidate: string): boolean {
  const digits = digitsOf(candidate).replace(/^00/, '');
  const most = mostDigits.find(([code]) => digits.startsWith(code))?.[1] ?? 15;
  return digits.length >= 8 && digits.length <= most;
}

const brazilian = /^\d{2}\) ?9?\d{4}[- ]?\d{4}$/;
const american = /^(?:1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}$/;
const eightGrouped =
  /^[2-9]\d(?: \d{2}){3}$|^[2-9]\d{2} \d{2} \d{3}$|^[2-9]\d{3} \d{4}$|^[2-9]\d-\d{2}-\d{2}-\d{2}$/;

function isNational(candidate: string, named: boolean): boolean {
  const digits = digitsOf(candidate);
  if (/^0[1-9]/.test(digits) && digits.length >= 8 && digits.length <= 12)
    return !/^0\d[./]\d/.test(candidate);
  if (brazilian.test(candidate) || american.test(candidate) || eightGrouped.test(candidate)) return true;
  if (/^[2-9]\d{7}$/.test(candidate)) return named || !/^20\d{6}$/.test(candidate);
  return named && digits.length >= 7 && digits.length <= 12;
}
