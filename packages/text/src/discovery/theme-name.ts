// A theme's name is a phrase as customers wrote it: the one that most of its texts have and that carries its terms.
import type { TermReader } from './term-reader.ts';

const longestInWords = 4;
const shortestTexts = 2;

/**
 * @param weights stem → how much it carries in the theme
 * @returns the phrase, and others that say it differently, most frequent first
 */
export function namesOf(
  texts: readonly string[],
  reader: TermReader,
  weights: ReadonlyMap<string, number>,
  most: number,
): string[] {
  const phrases = new Map<string, { texts: number; worth: number; forms: Map<string, number> }>();
  for (const text of texts) {
    for (const [stems, form] of phrasesOf(text, reader)) {
      const worth = stems.reduce((sum, stem) => sum + (weights.get(stem) ?? -0.2), 0);
      if (worth <= 0) continue;
      const key = stems.join(' ');
      const known = phrases.get(key) ?? { texts: 0, worth, forms: new Map<string, number>() };
      known.texts += 1;
      known.forms.set(form, (known.forms.get(form) ?? 0) + 1);
      phrases.set(key, known);
    }
  }
  const ranked = [...phrases]
    .filter(([, { texts: n }]) => n >= Math.min(shortestTexts, texts.length))
    .map(([key, { texts: n, worth, forms }]) => ({ key, value: Math.sqrt(n) * worth, form: usual(forms) }))
    .sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1));
  const chosen: string[] = [];
  const said = new Set<string>();
  for (const { key, form } of ranked) {
    const stems = key.split(' ');
    if (chosen.length >= most) break;
    if (stems.every((stem) => said.has(stem))) continue;
    for (const stem of stems) said.add(stem);
    chosen.push(form);
  }
  return chosen;
}

/** Runs of one to three content words with the small words between them, once a text. */
function phrasesOf(text: string, reader: TermReader): Map<string[], string> {
  const words = reader.words(text);
  const found = new Map<string, [string[], string]>();
  for (let first = 0; first < words.length; first++) {
    for (let last = first; last < Math.min(words.length, first + 3); last++) {
      if (words[last]!.at - words[first]!.at >= longestInWords) break;
      const form = text.slice(words[first]!.start, words[last]!.end);
      if (/[.,;:!?\n]/.test(form)) break;
      const stems = words.slice(first, last + 1).map(({ stem }) => stem);
      found.set(stems.join(' '), [stems, form.toLowerCase()]);
    }
  }
  return new Map(found.values());
}

function usual(forms: ReadonlyMap<string, number>): string {
  return [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
}
