import type { Mention } from '@lyhord/contract';
import type { Sign } from './languages/phrasebook.ts';
import { opinionOnAspect } from './opinions/mention-polarity.ts';
import { type Opinion, polarityOf } from './opinions/opinions.ts';
import type { Clause } from './segments/clauses.ts';
import type { Found } from './segments/pattern-index.ts';
import type { Token } from './segments/tokens.ts';
import { confidenceOf, labelOf } from './sentiment.ts';
import type { TopicMatch } from './topics/topic-matcher.ts';

export interface MentionContext {
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly opinions: readonly (readonly Opinion[])[];
  readonly matches: readonly TopicMatch[];
  readonly signs: readonly Found<Sign>[];
  readonly score: number | undefined;
  readonly wordsScore: number;
}

/** Without an opinion in its own clause an aspect takes this much of the text's feeling, and of the answer beside it. */
const borrowed = 0.4;
const borrowedFromScore = 0.2;

/** Every aspect named, with its exact span and the polarity of what is said of it. */
export function mentionsOf(context: MentionContext): Mention[] {
  return context.matches.flatMap((match) => {
    const index = context.clauses.findIndex(
      (clause) => match.first >= clause.first && match.first <= clause.last,
    );
    const clause = context.clauses[index];
    return clause === undefined ? [] : [mentionOf(match, clause, context.opinions[index] ?? [], context)];
  });
}

function mentionOf(
  match: TopicMatch,
  clause: Clause,
  opinions: readonly Opinion[],
  { tokens, matches, signs, score, wordsScore }: MentionContext,
): Mention {
  const others = matches.filter(
    (other) =>
      other !== match && other.first >= clause.first && other.last <= clause.last && apart(other, match),
  );
  const sum = opinionOnAspect(match, others, opinions, tokens);
  const polarity =
    opinions.length > 0 ? polarityOf(sum) : borrowed * wordsScore + borrowedFromScore * bounded(score);
  const last = Math.min(match.last, clause.last);
  return {
    aspect: match.topic,
    start: (tokens[match.first] as Token).start,
    end: (tokens[last] as Token).end,
    polarity,
    label: labelOf(polarity),
    confidence: confidenceOf(polarity),
    emotion: emotionOf(clause, signs, polarity),
    clause: { start: (tokens[clause.first] as Token).start, end: (tokens[clause.last] as Token).end },
  };
}

function apart(a: TopicMatch, b: TopicMatch): boolean {
  return a.last < b.first || b.last < a.first;
}

function bounded(score: number | undefined): number {
  return score === undefined || !Number.isFinite(score) ? 0 : Math.max(-1, Math.min(1, score));
}

const glad = new Set(['joy', 'trust', 'surprise']);

/** The feeling most often named in the clause that fits the polarity; `none` where no word names one. */
function emotionOf(clause: Clause, signs: readonly Found<Sign>[], polarity: number): Mention['emotion'] {
  const counts = new Map<Mention['emotion'], number>();
  for (const { payload, first, last } of signs) {
    if (payload.role !== 'emotion' || first < clause.first || last > clause.last) continue;
    const fits = payload.emotion === 'surprise' || glad.has(payload.emotion) === polarity >= 0;
    if (fits) counts.set(payload.emotion, (counts.get(payload.emotion) ?? 0) + 1);
  }
  let best: Mention['emotion'] = 'none';
  for (const [emotion, count] of counts) if (count > (counts.get(best) ?? 0)) best = emotion;
  return best;
}
