/** Up to five short phrases that carry the comment: runs of content words, best where a topic or an opinion stands. */
import type { Reading } from '../reading.ts';
import type { Clause } from '../segments/clauses.ts';
import { entitiesRead } from '../segments/entities.ts';
import type { Token } from '../segments/tokens.ts';
import type { TopicMatch } from '../topics/topic-matcher.ts';

const otherSpace = /[^\S ]| {2}/;
const longest = 3;
const most = 5;

/** The telling phrases of a text, best first; a topic's words weigh most, then opinions. */
export function keyphrasesOf(text: string, reading: Reading, matches: readonly TopicMatch[]): string[] {
  const { tokens } = reading;
  const weights = weightsOf(reading, matches);
  const scored: { first: number; last: number; score: number }[] = [];
  for (const [first, last] of runs(reading)) {
    let score = 0;
    for (let i = first; i <= last; i++) score += (weights[i] as number) + 0.2;
    if (score > 0.6) scored.push({ first, last, score });
  }
  scored.sort((a, b) => b.score - a.score || a.first - b.first);
  const phrases: string[] = [];
  for (const { first, last } of scored) {
    if (phrases.length === most) break;
    const span = text.slice((tokens[first] as Token).start, (tokens[last] as Token).end);
    const lower = entitiesRead(span).toLowerCase();
    const phrase = otherSpace.test(lower) ? lower.replace(/\s+/g, ' ') : lower;
    if (!phrases.includes(phrase)) phrases.push(phrase);
  }
  return phrases;
}

function weightsOf({ tokens, said }: Reading, matches: readonly TopicMatch[]): Float64Array {
  const weights = new Float64Array(tokens.length);
  for (const match of matches) weights.fill(1, match.first, match.last + 1);
  for (const { first, last } of said) {
    for (let i = first; i <= last; i++) weights[i] = (weights[i] as number) + 0.6;
  }
  return weights;
}

/** Up to three content words in direct sequence within one clause. */
function runs({ tokens, clauses, book }: Reading): [number, number][] {
  const found: [number, number][] = [];
  let first = -1;
  let clause = 0;
  for (let i = 0; i <= tokens.length; i++) {
    const token = tokens[i];
    const carries = token !== undefined && book.isContent(token);
    while (clause < clauses.length && (clauses[clause] as Clause).first < i) clause += 1;
    const ends = !carries || clauses[clause]?.first === i || (first >= 0 && i - first >= longest);
    if (ends && first >= 0) {
      found.push([first, i - 1]);
      first = -1;
    }
    if (carries && first < 0) first = i;
  }
  return found;
}
