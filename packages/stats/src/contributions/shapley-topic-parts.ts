import { normalQuantile } from '../distributions/normal.ts';
import { requireOpenShare } from '../ranges.ts';
import { byTopic, type ScoreCell, type TopicCell, type Totals, totalsOf } from './comment-cells.ts';

/** One topic's part of how far the score is from the reference. */
export interface TopicPart {
  topic: string;
  /** points of the score; all parts and `withoutTopic` sum to score − reference */
  points: number;
  low: number;
  high: number;
  /** answers that mention the topic */
  n: number;
}

/** Parts that add up exactly. */
export interface TopicParts {
  score: number;
  reference: number;
  parts: TopicPart[];
  /** part of the answers that mention no topic */
  withoutTopic: number;
}

/**
 * Splits the distance of the score from a reference over the topics, so that the parts add up exactly.
 *
 * The game: a group of topics is worth Σ(score − reference)/n over the answers all of whose topics are in the group.
 * Its Shapley value has a closed form: each answer's distance from the reference is shared equally among the topics it
 * mentions (the game is a sum of unanimity games, one per answer, and a unanimity game splits equally). Counting an
 * answer as soon as *one* of its topics is in the group gives the same values, since that is the dual game. So no
 * sampling is needed: part(topic) = 1/n · Σ over its answers of (score − reference)/(number of topics).
 *
 * @param all        every answer of the group looked at, by score
 * @param mentions   the answers that mention each topic, by score and number of topics; an answer with three topics
 *                   appears in three topics' cells, each time with topics = 3
 * @param reference  what the parts are measured from: the mean (default; parts then say what pulls up and down within
 *                   the score), 0, last period's score or a target
 * @param confidence share strictly between 0 and 1 (default 0.95)
 * @returns parts sorted from most harmful, in points of the score; null when there are no answers
 * @throws RangeError naming the value outside its range
 *
 * Source: Shapley (1953), "A value for n-person games".
 * @example shapleyTopicParts([{ score: 100, answers: 60 }, { score: -100, answers: 40 }], [{ topic: 'queue', score: -100, answers: 20, topics: 2 }, { topic: 'staff', score: -100, answers: 20, topics: 2 }], 0) // { score: 20, withoutTopic: 40, parts: [{ topic: 'queue', points: -10 }, { topic: 'staff', points: -10 }] }
 */
export function shapleyTopicParts(
  all: readonly ScoreCell[],
  mentions: readonly TopicCell[],
  reference?: number,
  confidence = 0.95,
): TopicParts | null {
  requireOpenShare('confidence', confidence);
  const total = totalsOf(all);
  if (total.n === 0) return null;
  const from = reference ?? total.mean;
  const z = normalQuantile((1 + confidence) / 2);
  const parts: TopicPart[] = [];
  for (const [topic, cells] of byTopic(mentions)) {
    const points = cells.reduce((sum, c) => sum + (c.answers * (c.score - from)) / c.topics, 0) / total.n;
    const half = z * standardError(cells, total, from, points, reference === undefined);
    const n = cells.reduce((sum, cell) => sum + cell.answers, 0);
    parts.push({ topic, points, low: points - half, high: points + half, n });
  }
  const assigned = parts.reduce((sum, part) => sum + part.points, 0);
  parts.sort((a, b) => a.points - b.points);
  return { score: total.mean, reference: from, parts, withoutTopic: total.mean - from - assigned };
}

/** From the influence of each answer; a reference that is itself the mean moves with every answer. */
function standardError(
  cells: readonly TopicCell[],
  total: Totals,
  from: number,
  points: number,
  movingReference: boolean,
): number {
  const weight = movingReference ? cells.reduce((sum, c) => sum + c.answers / c.topics, 0) / total.n : 0;
  let n = 0;
  let sum = 0;
  let squares = 0;
  let spread = 0;
  for (const { score, answers, topics } of cells) {
    n += answers;
    sum += answers * score;
    squares += answers * score * score;
    spread += answers * ((score - from) / topics - points - weight * (score - from)) ** 2;
  }
  const restN = Math.max(0, total.n - n);
  const restSum = total.sum - sum - restN * from;
  const restSquares = total.squares - squares - 2 * from * (total.sum - sum) + restN * from * from;
  spread +=
    restN * points * points + 2 * points * weight * restSum + weight * weight * Math.max(0, restSquares);
  return Math.sqrt(Math.max(0, spread)) / total.n;
}
