const odd =
  /[\u00a0\u00ad\u2000-\u200b\u2010-\u2015\u202f\u205f\u2060\u2212\u3000\ufe58\ufe63\uff0b\uff0d\uff0e\uff10-\uff19\uff20]/;
const spaces = /[\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000]/g;
const hyphens = /[\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const wide = /[\uff0b\uff0e\uff10-\uff19\uff20]/g;

/**
 * The text with the spaces, hyphens and digits that telephones, word processors and Eastern keyboards put into numbers
 * as plain ones; of the same length, sign for sign.
 */
export function plainSigns(text: string): string {
  if (!odd.test(text)) return text;
  return text
    .replace(spaces, ' ')
    .replace(hyphens, '-')
    .replace(wide, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
