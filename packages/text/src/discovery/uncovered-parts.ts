/** Where a mention stands and which clause it stands in, as UTF-16 offsets. */
export interface Covered {
  readonly start: number;
  readonly end: number;
}
const ends = /[.!?;\n]+|,\s|\s[–-]\s/gu;
const fewestLetters = 8;

/**
 * The parts of a text (between full stops, commas and dashes) that no known topic covers: where to look for themes
 * that nobody has defined. Joined by full stops, so that no phrase reaches over a gap.
 */
export function uncoveredParts(text: string, covered: readonly Covered[]): string {
  const kept: string[] = [];
  let from = 0;
  const take = (to: number) => {
    const part = text.slice(from, to);
    const free = covered.every(({ start, end }) => end <= from || start >= to);
    if (free && part.trim().length >= fewestLetters) kept.push(part.trim());
  };
  for (const end of text.matchAll(ends)) {
    take(end.index);
    from = end.index + end[0].length;
  }
  take(text.length);
  return kept.join('. ');
}
