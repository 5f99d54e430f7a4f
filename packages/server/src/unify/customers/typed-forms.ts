// Promise: whoever looks for a customer may type what they have as it stands before them: a number with its label, a phone
// number with blanks, a mail's "Name <address>", a link to the customer's page.

const labels =
  /^(?:(?:order|ordre|beställning|bestilling|köp|kund|kunde|customer|account|konto|member|medlem)(?:\s?(?:number|nummer|nr|no|id))?|number|nummer|nr|no|id|tel|telefon|phone|mobil|mobile|mail|e-?mail|e-?post)\s*[.:#]+\s*|^(?:order|ordre|beställning|bestilling|köp|kund|kunde|customer|account|konto|member|medlem)(?:\s?(?:number|nummer|nr|no|id))?\s+(?=\S*\d)|^(?:mailto|tel):|^#\s*/iu;

export interface TypedForms {
  /** What it may be as an identifier, the likeliest first. */
  readonly values: readonly string[];
  /** What it may be as the number of an order. */
  readonly references: readonly string[];
  /** A customer's key, from the address of a page or by itself. */
  readonly key: string | null;
  /** Words of a name. */
  readonly names: readonly string[];
}

export function typedForms(typed: string): TypedForms {
  const words = typed.trim().replace(/\s+/g, ' ').slice(0, 200);
  const mail = /[^\s<>,;"']+@[^\s<>,;"']+\.[^\s<>,;"']+/.exec(words)?.[0]?.replace(/^mailto:/i, '');
  const plain = words.replace(labels, '').trim() || words;
  const joined = /\d/.test(plain) && !plain.includes('@') ? plain.replace(/[\s-]/g, '') : plain;
  const key = /\/customers\/(\d{1,20})\b/.exec(words)?.[1] ?? (/^\d{15,20}$/.test(plain) ? plain : null);
  const references = [words, plain, joined, `#${plain}`];
  const nameWords = plain.replaceAll(',', ' ').split(' ').filter(Boolean);
  return {
    values: unique([...(mail ? [mail] : []), words, plain, joined]),
    references: unique([
      ...references,
      ...references.map((one) => one.toUpperCase()),
      ...references.map((one) => one.toLowerCase()),
    ]),
    key,
    names: mail ? [] : nameWords.slice(0, 5),
  };
}

const unique = (list: readonly string[]): string[] => [...new Set(list.filter((one) => one !== ''))];
