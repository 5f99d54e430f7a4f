// Promise: a theme keeps its identity when themes are found again; what was born, split, joined or faded is said.

/** What is needed of a theme to know it again. */
export interface KnownTheme {
  readonly language: string;
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
  readonly members: readonly string[];
}
/** What became of a theme of before, or where one of now comes from; numbers are positions in the two lists. */
export interface Descent {
  /** For each theme of now the theme of before whose identity it keeps, or null for one that is new. */
  readonly keeps: readonly (number | null)[];
  /** For each theme of now the other themes of before that went into it. */
  readonly joins: readonly (readonly number[])[];
  /** For each theme of now that is new: the theme of before that it split from, or null. */
  readonly splitFrom: readonly (number | null)[];
  /** Themes of before that are in none of now. */
  readonly faded: readonly number[];
}
const same = 0.4;

/**
 * Which of today's themes is which of before. Two themes are alike by the texts that both lists know (share of the
 * smaller one's texts that the other has) or by the cosine of their terms, whichever is larger; those of different
 * languages never are. The most alike pair first, each theme keeps one identity at most.
 */
export function followThemes(before: readonly KnownTheme[], now: readonly KnownTheme[]): Descent {
  const pairs = now.flatMap((theme, to) =>
    before.flatMap((old, from) => {
      const value = likeness(old, theme);
      return value >= same ? [{ from, to, value }] : [];
    }),
  );
  pairs.sort((a, b) => b.value - a.value || a.from - b.from || a.to - b.to);
  const keeps = now.map((): number | null => null);
  const takenBy = new Map<number, number>();
  for (const { from, to } of pairs) {
    if (keeps[to] !== null || takenBy.has(from)) continue;
    keeps[to] = from;
    takenBy.set(from, to);
  }
  const joins = now.map((_, to) =>
    pairs.filter((pair) => pair.to === to && !takenBy.has(pair.from)).map(({ from }) => from),
  );
  const splitFrom = now.map((_, to) =>
    keeps[to] === null
      ? (pairs.find((pair) => pair.to === to && takenBy.has(pair.from))?.from ?? null)
      : null,
  );
  const followed = new Set(pairs.map(({ from }) => from));
  return { keeps, joins, splitFrom, faded: before.flatMap((_, from) => (followed.has(from) ? [] : [from])) };
}

function likeness(a: KnownTheme, b: KnownTheme): number {
  if (a.language !== b.language) return 0;
  const members = new Set(a.members);
  const both = b.members.filter((id) => members.has(id)).length;
  const share = both / Math.max(1, Math.min(a.members.length, b.members.length));
  return Math.max(share, cosineOf(a.terms, b.terms));
}

function cosineOf(a: KnownTheme['terms'], b: KnownTheme['terms']): number {
  const weights = new Map(a.map(({ term, weight }) => [term, weight]));
  const length = (terms: KnownTheme['terms']) =>
    Math.sqrt(terms.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  const product = b.reduce((sum, { term, weight }) => sum + weight * (weights.get(term) ?? 0), 0);
  return product / (length(a) * length(b));
}
