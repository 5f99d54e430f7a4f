/** Phone numbers as people write them in the Nordic countries, Germany, Britain, North America and Brazil. */

interface Span {
  readonly start: number;
  readonly end: number;
}

const separated = /\d(?:[ \u00a0\-./()\u2011\u2013]{0,2}\d){6,14}/y;
const dateLike = /^(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2})(?!\d)/;
const yearsOrTimes = /^(?:19|20)\d{2} ?[-–] ?(?:19|20)\d{2}$/;
const notPhone =
  /(?:order|ordre|beställning|bestilling|tilaus|bestell|kund|kunde|asiakas|customer|faktura|invoice|lasku|rechnung|ärende|sak|ticket|case|artikel|article|art|tuote|ref|referens|kvitto|kvittering|kuitti|kolli|paket|pakke|tracking|spårning|pedido|protocolo|nota|serie|serial|ean|isbn|konto|account|medlem|medlems)[\p{L}-]*[ .:#]*(?:nr|no|nummer|number|numero|num|n[º°])?[ .:#]*$/iu;
const phoneWord =
  /(?:tel|tlf|tfn|phone|telefon|telefonnummer|telephone|mobil|mobile|mobilnummer|mob|puh|puhelin|puhelinnumero|numero|nummer|number|call|ring|ringa|ringe|soittakaa|soita|handy|celular|fone|whatsapp|sms|reach me)[\p{L} ]{0,18}[ .:]*\(?\+?$/iu;

/**
 * The phone number whose first digit stands at `at`, with its plus and brackets, or null. Numbers that the words
 * before call an order, an invoice or a case are left alone; so are dates.
 */
export function phoneAt(text: string, at: number, from: number): Span | null {
  separated.lastIndex = at;
  const match = separated.exec(text);
  if (match === null) return null;
  const start = openingOf(text, at, from);
  const plus = text[at - 1] === '+';
  const before = text.slice(Math.max(0, start - 40), start);
  const candidate = cut(match[0], text, at);
  if (candidate === null || dateLike.test(candidate) || yearsOrTimes.test(candidate)) return null;
  if (!plus && notPhone.test(before)) return null;
  const likely =
    plus || match[0].startsWith('00')
      ? isInternational(candidate)
      : isNational(candidate, phoneWord.test(before));
  return likely ? { start, end: at + candidate.length } : null;
}

function openingOf(text: string, at: number, from: number): number {
  let start = at;
  if (start > from && text[start - 1] === '+') start -= 1;
  if (start > from && text[start - 1] === '(') start -= 1;
  return start;
}

/** A number must end where its last digit group ends. */
function cut(found: string, text: string, at: number): string | null {
  const after = text[at + found.length];
  if (after === undefined || !/[\p{L}\p{N}%]/u.test(after)) return found;
  const shorter = found.replace(/[ \u00a0\-./()\u2011\u2013]{1,2}\d+$/, '');
  return shorter === found || shorter.replace(/\D/g, '').length < 7 ? null : shorter;
}

function isInternational(candidate: string): boolean {
  const digits = candidate.replace(/\D/g, '').replace(/^00/, '');
  return digits.length >= 8 && digits.length <= 15;
}

const brazilian = /^\d{2}\) ?9?\d{4}[- ]?\d{4}$/;
const american = /^(?:1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}$/;
const eightGrouped =
  /^[2-9]\d(?: \d{2}){3}$|^[2-9]\d{2} \d{2} \d{3}$|^[2-9]\d{3} \d{4}$|^[2-9]\d-\d{2}-\d{2}-\d{2}$/;

function isNational(candidate: string, named: boolean): boolean {
  const digits = candidate.replace(/\D/g, '');
  if (/^0[1-9]/.test(digits) && digits.length >= 8 && digits.length <= 12)
    return !/^0\d[./]\d/.test(candidate);
  if (brazilian.test(candidate) || american.test(candidate) || eightGrouped.test(candidate)) return true;
  if (/^[2-9]\d{7}$/.test(candidate)) return named || !/^20\d{6}$/.test(candidate);
  return named && digits.length >= 7 && digits.length <= 12;
}
