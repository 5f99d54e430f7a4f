/** Opinion words with their strength after negation, strengthening and weakening. */
import type { Phrasebook, Sign } from '../languages/phrasebook.ts';
import type { Clause } from '../segments/clauses.ts';
import { type Found, longestOnly } from '../segments/pattern-index.ts';
import { sortByPlace } from '../segments/places.ts';
import type { Token } from '../segments/tokens.ts';
import { emojiStrength } from './emoji.ts';

/** `strength` −1.5 … 1.5 stands for the tokens `first` … `last`. */
export interface Opinion {
  readonly first: number;
  readonly last: number;
  readonly strength: number;
  /** What failed, and how long a wait was: said so plainly that no model is asked, nor taught with it. */
  readonly judged?: 'by words';
  /** Blame that a negation turned: "not long", "no problems". */
  readonly turned?: true;
}

const failureStrength = -0.6;
/** Of a long and of a short wait. */
const waitStrengths = { lengthy: -0.7, brief: 0.4 } as const;
const negationReach = 4;
/** "not bad" is mild praise, "not good" is blame almost as strong as "bad". */
const negatedPraise = -0.85;
const negatedBlame = -0.6;

type Roles = Set<Sign['role']>;
type Marks = Map<number, Roles>;

/** The opinions of one clause, in order. */
export function opinionsOf(
  tokens: readonly Token[],
  clause: Clause,
  signs: readonly Found<Sign>[],
  book: Phrasebook,
): Opinion[] {
  const own = signs.filter(({ first, last }) => first >= clause.first && last <= clause.last);
  const named: Found<Sign>[] = [];
  const marks: Marks = new Map();
  for (const sign of own) {
    const { role } = sign.payload;
    if (role === 'opinion') named.push(sign);
    else if (role !== 'emotion') mark(marks, sign.last, role);
  }
  if (marks.size > 0) addPlainOnes(named, own);
  const words = longestOnly(named);
  addLexiconWords(words, tokens, clause, marks, book);
  const opinions = words.length === 0 ? [] : judged(sortByPlace(words), tokens, clause, marks);
  addEmoji(opinions, tokens, clause);
  return sortByPlace(opinions);
}

/** The words of a clause with what stands around them, in order. */
function judged(
  words: readonly Found<Sign>[],
  tokens: readonly Token[],
  clause: Clause,
  marks: ReadonlyMap<number, Roles>,
): Opinion[] {
  const spent = new Set<number>();
  const opinions = words.map((word) => opinionOf(word, tokens, clause, marks, spent));
  negateBackwards(opinions, marks, clause, spent);
  return opinions;
}

/** What failed, and words of length where the clause names something that is waited in or for. */
function addPlainOnes(named: Found<Sign>[], own: readonly Found<Sign>[]): void {
  const waits = own.some(({ payload }) => payload.role === 'waits');
  for (const { payload, first, last } of own) {
    const strength = plainStrength(payload.role, waits);
    if (strength !== 0)
      named.push({ payload: { role: 'opinion', strength, emotion: null, judged: 'by words' }, first, last });
  }
}

function plainStrength(role: Sign['role'], waits: boolean): number {
  if (role === 'failures') return failureStrength;
  return waits && (role === 'lengthy' || role === 'brief') ? waitStrengths[role] : 0;
}

function mark(marks: Marks, at: number, role: Sign['role']): void {
  const roles = marks.get(at);
  if (roles === undefined) marks.set(at, new Set([role]));
  else roles.add(role);
}

function addEmoji(opinions: Opinion[], tokens: readonly Token[], clause: Clause): void {
  for (let i = clause.first; i <= clause.last; i++) {
    const token = tokens[i] as Token;
    const strength = token.kind === 'emoji' ? emojiStrength(token.text) : 0;
    if (strength !== 0) opinions.push({ first: i, last: i, strength });
  }
}

/** Words that only the lexicon knows; not those that negate, strengthen or weaken, nor parts of a known phrase. */
function addLexiconWords(
  words: Found<Sign>[],
  tokens: readonly Token[],
  clause: Clause,
  marks: ReadonlyMap<number, Roles>,
  book: Phrasebook,
): void {
  const known = words.length;
  for (let i = clause.first; i <= clause.last; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word') continue;
    const strength = book.strengthOf(token);
    if (strength === 0 || isMarker(marks.get(i)) || holds(words, known, i)) continue;
    words.push({ payload: { role: 'opinion', strength, emotion: null }, first: i, last: i });
  }
}

/** Whether one of the first `known` words stands at a token. */
function holds(words: readonly Found<Sign>[], known: number, at: number): boolean {
  for (let i = 0; i < known; i++) {
    const { first, last } = words[i] as Found<Sign>;
    if (first <= at && at <= last) return true;
  }
  return false;
}

function isMarker(roles: Roles | undefined): boolean {
  return (
    roles !== undefined && (roles.has('negators') || roles.has('intensifiers') || roles.has('diminishers'))
  );
}

function opinionOf(
  word: Found<Sign>,
  tokens: readonly Token[],
  clause: Clause,
  marks: ReadonlyMap<number, Roles>,
  spent: Set<number>,
): Opinion {
  let strength = word.payload.role === 'opinion' ? word.payload.strength : 0;
  let turned = strength > 0 && holdsNegator(word, marks);
  const nearest = Math.max(clause.first, word.first - negationReach);
  for (let i = word.first - 1; i >= nearest; i--) {
    if ((tokens[i] as Token).text === ',') break;
    const roles = marks.get(i);
    if (roles === undefined) continue;
    if (roles.has('notOnly')) break;
    if (word.first - i <= 2 && roles.has('intensifiers')) strength *= 1.3;
    else if (word.first - i <= 2 && roles.has('diminishers')) strength *= 0.7;
    if (roles.has('negators')) {
      turned = strength < 0;
      strength *= strength > 0 ? negatedPraise : negatedBlame;
      spent.add(i);
      break;
    }
  }
  const judged = word.payload.role === 'opinion' ? word.payload.judged : undefined;
  const bounded = Math.max(-1.5, Math.min(1.5, strength));
  return {
    first: word.first,
    last: word.last,
    strength: bounded,
    ...(judged && { judged }),
    ...(turned && { turned }),
  };
}

/** A known phrase of praise with a negator in it: "not dear", "no problems". */
function holdsNegator({ first, last }: Found<Sign>, marks: ReadonlyMap<number, Roles>): boolean {
  for (let i = first; i < last; i++) if (marks.get(i)?.has('negators')) return true;
  return false;
}

/** "fungerar inte", "gefällt mir nicht": a negator with no opinion behind it turns the one before it. */
function negateBackwards(
  opinions: Opinion[],
  marks: ReadonlyMap<number, Roles>,
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
