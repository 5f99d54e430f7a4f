// Numbers inside sentences, in the reader's locale.
const tags = { en: 'en-GB', sv: 'sv-SE', da: 'da-DK' } as const;
export type LocaleKey = keyof typeof tags;
export const tagOf = (locale: LocaleKey): string => tags[locale];

/** How a number field writes large and broken numbers. */
export function separatorsIn(locale: LocaleKey): { thousandSeparator: string; decimalSeparator: string } {
  const parts = new Intl.NumberFormat(tags[locale]).formatToParts(12_345.6);
  const part = (type: string) => parts.find((one) => one.type === type)!.value;
  return { thousandSeparator: part('group'), decimalSeparator: part('decimal') };
}

/** `(3, 'answer', 'answers') → '3 answers'`. English, Swedish and Danish all tell one from the rest. */
export function countingIn(locale: LocaleKey): (n: number, one: string, many: string) => string {
  const format = new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 0 });
  return (n, one, many) => `${format.format(n)} ${n === 1 ? one : many}`;
}
