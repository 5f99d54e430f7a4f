// Chooses comments that say different things: clear ones first, each as unlike the chosen ones as can be had.

export interface Quotable {
  readonly id: string;
  readonly text: string;
  /** −1 … 1 */
  readonly polarity: number;
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu)
      ?.map((word) => word.slice(0, 6)) ?? [],
  );

/** Share of words in common, 0–1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return both / (a.size + b.size - both);
}

/** Very short comments say little, very long ones are not read. */
const readable = (words: number): number => (words < 4 ? 0.3 : words > 60 ? 0.6 : 1);

/** Maximal marginal relevance: how telling a comment is, less how much it repeats. */
export function diverse(candidates: readonly Quotable[], most: number): string[] {
  const left = candidates.map((one) => {
    const words = wordsOf(one.text);
    return { ...one, words, worth: Math.abs(one.polarity) * readable(words.size), repeats: 0 };
  });
  const chosen: string[] = [];
  while (chosen.length < most && left.length > 0) {
    const gain = (one: (typeof left)[number]) => one.worth - 1.5 * one.repeats;
    const best = left.reduce((a, b) => (gain(b) > gain(a) ? b : a));
    left.splice(left.indexOf(best), 1);
    chosen.push(best.id);
    for (const one of left) one.repeats = Math.max(one.repeats, likeness(one.words, best.words));
  }
  return chosen;
}
