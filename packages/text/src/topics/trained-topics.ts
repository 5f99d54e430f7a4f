import type { DocumentScorer } from '../model/document-features.ts';
import type { Reading } from '../reading.ts';
import type { Token } from '../segments/tokens.ts';
import type { TopicMatch } from './topic-matcher.ts';

/** The topics that a trained model gives a text, each with the word that speaks most for it. */
export function trainedTopics(
  model: DocumentScorer,
  reading: Reading,
  words: readonly string[],
): TopicMatch[] {
  if (words.length === 0) return [];
  const { classes, thresholds, choice } = model.scorer.model;
  const strengths = reading.opinions.flat().map((opinion) => opinion.strength);
  const scores = model.scores(words, 0, words.length, strengths);
  const top = scores.indexOf(Math.max(...scores));
  const given = classes.flatMap((topic, k) => {
    const over = (scores[k] as number) > (thresholds[k] ?? 0);
    if (choice === 'one' ? k !== top : !over && !(choice === 'at_least_one' && k === top)) return [];
    const at = tellingWord(model, reading.tokens, words, k);
    return at < 0 ? [] : [{ topic, first: at, last: at }];
  });
  return given.sort((a, b) => a.first - b.first);
}

/** The word that adds most to a topic's score; −1 where the text has no word. */
function tellingWord(
  model: DocumentScorer,
  tokens: readonly Token[],
  words: readonly string[],
  topic: number,
): number {
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  tokens.forEach((token, i) => {
    if (token.kind !== 'word' && token.kind !== 'emoji') return;
    const weight = model.weightOf(words[i] as string, topic);
    if (weight > most) [best, most] = [i, weight];
  });
  return best;
}
