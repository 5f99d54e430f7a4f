/** Opinion words with their strength after negation, strengthening and weakening. */
import type { Phrasebook, Sign } from '../languages/phrasebook.ts';
import type { Clause } from '../segments/clauses.ts';
import { type Found, longestOnly } from '../segments/pattern-index.ts';
import type { Token } from '../segments/tokens.ts';
import { emojiStrength } from './emoji.ts';

/** `strength` −1.5 … 1.5 stands for the tokens `first` … `last`. */
export interface Opinion {
  readonly first: number;
  readonly last: number;
  readonly strength: number;
}

const negationReach = 4;
/** "not bad" is mild praise, "not good" is blame almost as strong as "bad". */
const negatedPraise = -0.85;
const negatedBlame = -0.45;

/** The opinions of one clause, in order. */
export function opinionsOf(
  tokens: readonly Token[],
  clause: Clause,
  signs: readonly Found<Sign>[],
  book: Phrasebook,
): Opinion[] {
  const inClause = signs.filter((sign) => sign.first >= clause.first && sign.last <= clause.last);
  const words = longestOnly(inClause.filter((sign) => sign.payload.role === 'opinion'));
  const marks = new Map<number, Set<string>>();
  for (const sign of inClause) {
    if (sign.payload.role === 'opinion' || sign.payload.role === 'emotion') continue;
    const roles = marks.get(sign.last) ?? new Set();
    marks.set(sign.last, roles.add(sign.payload.role));
  }
  words.push(...lexiconWords(tokens, clause, words, marks, book));
  words.sort((a, b) => a.first - b.first);
  const spent = new Set<number>();
  const opinions = words.map((word) => opinionOf(word, tokens, clause, marks, spent));
  negateBackwards(opinions, marks, clause, spent);
  for (let i = clause.first; i <= clause.last; i++) {
    const token = tokens[i] as Token;
    const strength = token.kind === 'emoji' ? emojiStrength(token.text) : 0;
    if (strength !== 0) opinions.push({ first: i, last: i, strength });
  }
  return opinions.sort((a, b) => a.first - b.first);
}

/** Words that only the lexicon knows; not those that negate, strengthen or weaken, nor parts of a known phrase. */
function lexiconWords(
  tokens: readonly Token[],
  clause: Clause,
  known: readonly Found<Sign>[],
  marks: ReadonlyMap<number, ReadonlySet<string>>,
  book: Phrasebook,
): Found<Sign>[] {
  const found: Found<Sign>[] = [];
  for (let i = clause.first; i <= clause.last; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || isMarker(marks.get(i))) continue;
    const strength = book.strengthOf(token);
    if (strength === 0 || known.some((word) => word.first <= i && i <= word.last)) continue;
    found.push({ payload: { role: 'opinion', strength }, first: i, last: i });
  }
  return found;
}

function isMarker(roles: ReadonlySet<string> | undefined): boolean {
  return (
    roles !== undefined && (roles.has('negators') || roles.has('intensifiers') || roles.has('diminishers'))
  );
}

function opinionOf(
  word: Found<Sign>,
  tokens: readonly Token[],
  clause: Clause,
  marks: ReadonlyMap<number, ReadonlySet<string>>,
  spent: Set<number>,
): Opinion {
  let strength = word.payload.role === 'opinion' ? word.payload.strength : 0;
  const nearest = Math.max(clause.first, word.first - negationReach);
  for (let i = word.first - 1; i >= nearest; i--) {
    if ((tokens[i] as Token).text === ',') break;
    const roles = marks.get(i);
    if (roles === undefined) continue;
    if (word.first - i <= 2 && roles.has('intensifiers')) strength *= 1.3;
    else if (word.first - i <= 2 && roles.has('diminishers')) strength *= 0.7;
    if (roles.has('negators')) {
      strength *= strength > 0 ? negatedPraise : negatedBlame;
      spent.add(i);
      break;
    }
  }
  return { first: word.first, last: word.last, strength: Math.max(-1.5, Math.min(1.5, strength)) };
}

/** "fungerar inte", "gefällt mir nicht": a negator with no opinion behind it turns the one before it. */
function negateBackwards(
  opinions: Opinion[],
  marks: ReadonlyMap<number, ReadonlySet<string>>,
  clause: Clause,
  spent: ReadonlySet<number>,
): void {
  for (const [at, roles] of marks) {
    if (!roles.has('negators') || spent.has(at) || at < clause.first) continue;
    const index = opinions.findIndex((opinion) => opinion.last < at && at - opinion.last <= 3);
    const opinion = opinions[index];
    if (opinion === undefined || opinion.strength <= 0) continue;
    opinions[index] = { ...opinion, strength: opinion.strength * negatedPraise };
  }
}
