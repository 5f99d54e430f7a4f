// Numbers inside sentences, in the reader's locale.
const tags = { en: 'en-GB', sv: 'sv-SE', da: 'da-DK' } as const;
export type LocaleKey = keyof typeof tags;
export const tagOf = (locale: LocaleKey): string => tags[locale];

/** `(3, 'answer', 'answers') → '3 answers'`. English, Swedish and Danish all tell one from the rest. */
export function countingIn(locale: LocaleKey): (n: number, one: string, many: string) => string {
  const format = new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 0 });
  return (n, one, many) => `${format.format(n)} ${n === 1 ? one : many}`;
}
