import { requireFinite, requireNonNegative, requireWhole } from '../ranges.ts';

/** Answers that share a score: what a database gives for `group by score`. */
export interface ScoreCell {
  /** the answer's worth in points: for NPS −100, 0 or 100; for CSAT the answer itself */
  score: number;
  answers: number;
}

/** Answers that mention a topic, by score and by how many topics they mention: `group by topic, score, topics`. */
export interface TopicCell extends ScoreCell {
  topic: string;
  /** how many different topics each of these answers mentions, this one included; whole number ≥ 1 */
  topics: number;
}

/** Sums over all answers. */
export interface Totals {
  n: number;
  sum: number;
  squares: number;
  mean: number;
}

/**
 * Number, sum, sum of squares and mean of scored answers.
 *
 * @throws RangeError naming a score that is not finite or a number of answers that is negative
 */
export function totalsOf(cells: readonly ScoreCell[]): Totals {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (const { score, answers } of cells) {
    requireFinite('score', score);
    requireNonNegative('answers', answers);
    n += answers;
    sum += answers * score;
    squares += answers * score * score;
  }
  return { n, sum, squares, mean: n > 0 ? sum / n : 0 };
}

/** Cells by topic, checked. */
export function byTopic(mentions: readonly TopicCell[]): Map<string, TopicCell[]> {
  const groups = new Map<string, TopicCell[]>();
  for (const cell of mentions) {
    requireWhole(`topics of ${cell.topic}`, cell.topics, 1);
    const group = groups.get(cell.topic);
    if (group) group.push(cell);
    else groups.set(cell.topic, [cell]);
  }
  return groups;
}
