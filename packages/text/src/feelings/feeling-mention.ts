/**
 * Promise: a feeling that the workspace wants to give is felt where its words stand, missed where its opposites do,
 * and a negation turns either round. No labelled set of such feelings exists, so no accuracy is claimed.
 */
import type { Mention } from '@lyhord/contract';
import type { Reading } from '../reading.ts';
import type { Clause } from '../segments/clauses.ts';
import type { Token } from '../segments/tokens.ts';
import type { TopicMatch } from '../topics/topic-matcher.ts';

/** "did not really feel safe": so many tokens may stand between the negation and the feeling. */
const reach = 5;
/** What words alone are worth; 1 is kept for what a person has said. */
const byWords = 0.5;
const strength = 0.8;

/** The mention of a feeling; null where its words lie across two clauses. */
export function feelingMention(match: TopicMatch, reading: Reading): Mention | null {
  const { tokens, clauses } = reading;
  const clause = clauses.find((one) => match.first >= one.first && match.last <= one.last);
  if (clause === undefined) return null;
  const felt = (match.opposite !== true) !== isNegated(match, clause, reading);
  return {
    aspect: match.topic,
    start: (tokens[match.first] as Token).start,
    end: (tokens[match.last] as Token).end,
    polarity: felt ? strength : -strength,
    label: felt ? 'positive' : 'negative',
    confidence: byWords,
    emotion: 'none',
    clause: { start: (tokens[clause.first] as Token).start, end: (tokens[clause.last] as Token).end },
  };
}

/** By a negation before it in its clause, or by one that ends the clause: "välkommen kände jag mig inte". */
function isNegated({ first, last }: TopicMatch, clause: Clause, { tokens, signs }: Reading): boolean {
  const lastWord = lastWordOf(clause, tokens);
  return signs.some(({ payload, first: from, last: to }) => {
    if (payload.role !== 'negators' || from < clause.first || to > clause.last) return false;
    if (from > last) return to === lastWord;
    return to < first && first - to <= reach && !commaBetween(to, first, tokens);
  });
}

function lastWordOf(clause: Clause, tokens: readonly Token[]): number {
  let at = clause.last;
  while (at > clause.first && tokens[at]?.kind !== 'word') at -= 1;
  return at;
}

function commaBetween(from: number, to: number, tokens: readonly Token[]): boolean {
  return tokens.slice(from, to).some(({ text }) => text === ',');
}
