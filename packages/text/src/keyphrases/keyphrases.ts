/** Up to five short phrases that carry the comment: runs of content words, best where a topic or an opinion stands. */
import type { Reading } from '../reading.ts';
import type { Token } from '../segments/tokens.ts';
import type { TopicMatch } from '../topics/topic-matcher.ts';

const longest = 3;
const most = 5;

/** The telling phrases of a text, best first; a topic's words weigh most, then opinions. */
export function keyphrasesOf(text: string, reading: Reading, matches: readonly TopicMatch[]): string[] {
  const { tokens, book } = reading;
  const weights = weightsOf(reading, matches);
  const breaks = new Set(reading.clauses.map((clause) => clause.first));
  const scored: { phrase: string; score: number; at: number }[] = [];
  for (const [first, last] of runs(tokens, book.stopWords, breaks)) {
    let score = 0;
    for (let i = first; i <= last; i++) score += (weights.get(i) ?? 0) + 0.2;
    const span = text.slice((tokens[first] as Token).start, (tokens[last] as Token).end);
    if (score > 0.6) scored.push({ phrase: span.toLowerCase().replace(/\s+/g, ' '), score, at: first });
  }
  const best = scored.sort((a, b) => b.score - a.score || a.at - b.at);
  return [...new Set(best.map((one) => one.phrase))].slice(0, most);
}

function weightsOf(reading: Reading, matches: readonly TopicMatch[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (const match of matches) for (let i = match.first; i <= match.last; i++) weights.set(i, 1);
  for (const opinion of reading.opinions.flat()) {
    for (let i = opinion.first; i <= opinion.last; i++) weights.set(i, (weights.get(i) ?? 0) + 0.6);
  }
  return weights;
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
