/** ISO 8601 of a moment as the warehouse writes it; null for the empty moment. */
export function isoOf(moment: string | null): string | null {
  if (moment === null || moment.startsWith('1970-01-01 00:00:00')) return null;
  return `${moment.replace(' ', 'T')}Z`;
}

export const laterOf = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b > a) ? b : a;
