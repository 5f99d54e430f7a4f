import type { Phrasebooks } from '../languages/phrasebooks.ts';
import type { DocumentScorer } from '../model/document-features.ts';
import { givenBy } from '../model/giving-rule.ts';
import { hashText } from '../model/hashing.ts';
import type { Reading } from '../reading.ts';
import type { Token } from '../segments/tokens.ts';
import { shippedTopics } from './shipped-topics.ts';
import { type TopicMatch, TopicMatcher } from './topic-matcher.ts';

const hintKind = 7;

/** Names the shipped topics that a text speaks of, as features: what the tree knows, a few labelled texts need not teach. */
export class TopicHints {
  private readonly matcher: TopicMatcher;

  constructor(books: Phrasebooks) {
    this.matcher = new TopicMatcher(shippedTopics, (language) => books.stemOf(language));
  }

  of({ tokens }: Reading, language: string): number[] {
    const topics = new Set<string>();
    for (const { topic } of this.matcher.find(tokens, language)) {
      topics.add(topic);
      topics.add(topic.split('.')[0] as string);
    }
    return [...topics].map((topic) => hashText(topic, hintKind));
  }
}

/** The topics that a trained model gives a text, each with the word that speaks most for it. */
export function trainedTopics(
  model: DocumentScorer,
  { tokens, taught }: Reading,
  hints: readonly number[],
): TopicMatch[] {
  if (tokens.length === 0) return [];
  const { classes, thresholds, choice } = model.scorer.model;
  const strengths = taught.map((opinion) => opinion.strength);
  const scores = model.scores(tokens, strengths, hints);
  const given = givenBy({ choice, thresholds: [...thresholds] }, scores).flatMap((k) => {
    const at = tellingWord(model, tokens, k);
    return at < 0 ? [] : [{ topic: classes[k] as string, first: at, last: at }];
  });
  return given.sort((a, b) => a.first - b.first);
}

/** The word that adds most to a topic's score; −1 where the text has no word. */
function tellingWord(model: DocumentScorer, tokens: readonly Token[], topic: number): number {
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  tokens.forEach((token, i) => {
    if (token.kind !== 'word' && token.kind !== 'emoji') return;
    const weight = model.weightOf(token, topic);
    if (weight > most) [best, most] = [i, weight];
  });
  return best;
}
