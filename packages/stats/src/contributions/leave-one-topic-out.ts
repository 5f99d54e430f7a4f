import { normalQuantile } from '../distributions/normal.ts';
import { requireOpenShare } from '../ranges.ts';
import { byTopic, type ScoreCell, type TopicCell, totalsOf } from './comment-cells.ts';

/** What one topic's answers do to the score. */
export interface TopicContribution {
  topic: string;
  /** score of all answers minus the score of those that do not mention the topic; below 0 pulls down */
  points: number;
  low: number;
  high: number;
  /** answers that mention the topic */
  n: number;
  /** their share of all answers, 0–1 */
  share: number;
  /** score of the answers that mention it */
  score: number;
}

/**
 * How much higher or lower the score is than it would be without the answers that mention a topic: exact arithmetic
 * about those who commented, a contribution and not an effect. Contributions of several topics do not add up, since
 * one answer may mention several; for parts that do, see `shapleyTopicParts`.
 *
 * The interval treats answers as a sample (influence function of the difference of the two means).
 *
 * @param all        every answer of the group looked at, by score, with or without a comment
 * @param mentions   the answers among them that mention each topic, by score and number of topics
 * @param confidence share strictly between 0 and 1 (default 0.95)
 * @returns one contribution per topic, in points of the score, most harmful first; a topic mentioned by every answer
 *          is left out, since there is nothing to compare it with
 * @throws RangeError when a topic has more answers than there are, or a value is outside its range
 *
 * Source: influence functions as in Hampel (1974), JASA 69, 383–393.
 * @example leaveOneTopicOut([{ score: 100, answers: 60 }, { score: -100, answers: 40 }], [{ topic: 'queue', score: -100, answers: 20, topics: 1 }]) // [{ topic: 'queue', points: -30, share: 0.2, n: 20 }]
 */
export function leaveOneTopicOut(
  all: readonly ScoreCell[],
  mentions: readonly TopicCell[],
  confidence = 0.95,
): TopicContribution[] {
  requireOpenShare('confidence', confidence);
  const z = normalQuantile((1 + confidence) / 2);
  const total = totalsOf(all);
  const found: TopicContribution[] = [];
  for (const [topic, cells] of byTopic(mentions)) {
    const own = totalsOf(cells);
    if (own.n > total.n + 1e-9) {
      throw new RangeError(`topic ${topic} has ${own.n} answers, more than the ${total.n} there are`);
    }
    const restN = total.n - own.n;
    if (own.n === 0 || restN < 1e-9) continue;
    const restMean = (total.sum - own.sum) / restN;
    const points = total.mean - restMean;
    const keep = restN / total.n;
    const restSquares = total.squares - own.squares - restN * restMean * restMean;
    const ownSpread = own.squares - 2 * own.sum * total.mean + own.n * total.mean ** 2;
    const slope = 1 - 1 / keep;
    const restSpread = slope * slope * Math.max(0, restSquares) + restN * points * points;
    const half = (z * Math.sqrt(ownSpread + restSpread)) / total.n;
    found.push({
      topic,
      points,
      low: points - half,
      high: points + half,
      n: own.n,
      share: own.n / total.n,
      score: own.mean,
    });
  }
  return found.sort((a, b) => a.points - b.points);
}
