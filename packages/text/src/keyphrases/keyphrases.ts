/** Up to five short phrases that carry the comment: runs of content words, best where a topic or an opinion stands. */
import type { Token } from '../segments/tokens.ts';

const longest = 3;
const most = 5;

/**
 * @param breaks tokens at which a phrase may not continue (clause starts, negators)
 * @param weights token → what it carries: topics and opinions count, others 0
 */
export function keyphrasesOf(
  text: string,
  tokens: readonly Token[],
  stopWords: ReadonlySet<string>,
  breaks: ReadonlySet<number>,
  weights: ReadonlyMap<number, number>,
): string[] {
  const scored: { phrase: string; score: number; at: number }[] = [];
  for (const [first, last] of runs(tokens, stopWords, breaks)) {
    let score = 0;
    for (let i = first; i <= last; i++) score += (weights.get(i) ?? 0) + 0.2;
    const span = text.slice((tokens[first] as Token).start, (tokens[last] as Token).end);
    if (score > 0.6) scored.push({ phrase: span.toLowerCase().replace(/\s+/g, ' '), score, at: first });
  }
  const best = scored.sort((a, b) => b.score - a.score || a.at - b.at);
  return [...new Set(best.map((one) => one.phrase))].slice(0, most);
}

function runs(
  tokens: readonly Token[],
  stopWords: ReadonlySet<string>,
  breaks: ReadonlySet<number>,
): [number, number][] {
  const found: [number, number][] = [];
  let first = -1;
  for (let i = 0; i <= tokens.length; i++) {
    const token = tokens[i];
    const carries = token !== undefined && isContent(token, stopWords);
    const ends = !carries || breaks.has(i) || (first >= 0 && i - first >= longest);
    if (ends && first >= 0) {
      found.push([first, i - 1]);
      first = -1;
    }
    if (carries && first < 0) first = i;
  }
  return found;
}

function isContent(token: Token, stopWords: ReadonlySet<string>): boolean {
  return (
    token.kind === 'word' &&
    token.text.length > 1 &&
    !stopWords.has(token.text) &&
    !/^[\d.,:]+$/.test(token.text)
  );
}
