// What each topic does to the score among those who commented: leave-one-topic-out, exact arithmetic and no effect.
import type { Contribution } from '@lyhord/contract';
import { leaveOneTopicOut, type ScoreCell, type TopicCell, type TopicContribution } from '@lyhord/stats';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import type { Counts } from '../metrics/score.ts';
import { type TopicCounts, type TopicSeries, totalOf } from './topic-counts.ts';
import type { TopicNames } from './topic-names.ts';

const fewestForTrend = 5;

/** Answers by worth in points. For means, two cells with the same n, sum and squares: the method needs no more. */
function cellsOf(definition: MetricDefinition, counts: Counts): ScoreCell[] {
  if (definition.numerator === 'net') {
    return [
      { score: -definition.scale, answers: counts.detractors },
      { score: 0, answers: counts.passives },
      { score: definition.scale, answers: counts.promoters },
    ];
  }
  if (counts.n === 0) return [];
  const mean = counts.total / counts.n;
  const spread = Math.sqrt(Math.max(0, counts.totalSquares / counts.n - mean * mean));
  return [mean - spread, mean + spread].map((score) => ({ score, answers: counts.n / 2 }));
}

function leaveOut(
  definition: MetricDefinition,
  all: Counts,
  topics: readonly (readonly [string, TopicCounts])[],
): TopicContribution[] {
  const mentions = topics.flatMap(([topic, { counts }]): TopicCell[] =>
    cellsOf(definition, counts).map((cell) => ({ ...cell, topic, topics: 1 })),
  );
  return leaveOneTopicOut(cellsOf(definition, all), mentions);
}

/**
 * Contributions of all topics in a series, most harmful first, each with its course over the steps; topics that fewer
 * than `fewest` answers speak of are left out.
 */
export function contributionsOf(
  definition: MetricDefinition,
  series: TopicSeries,
  steps: readonly string[],
  names: TopicNames,
  locale: string,
  fewest = 0,
): Contribution[] {
  const topics = [...series.keys()]
    .filter((key) => key !== '')
    .map((key) => [key, totalOf(series, key)] as const)
    .filter(([, { counts }]) => counts.n >= fewest);
  const totals = new Map(topics);
  const courses = steps.map((step) => courseAt(definition, series, step));
  return leaveOut(definition, totalOf(series, '').counts, topics).map((found) => {
    const { volume, positive } = totals.get(found.topic)!;
    return {
      key: found.topic,
      label: names.label(found.topic, locale),
      points: found.points,
      low: found.low,
      high: found.high,
      n: found.n,
      share: found.share,
      positiveShare: volume > 0 ? positive / volume : 0,
      trend: courses.map((course) => course.get(found.topic) ?? null),
    };
  });
}

function courseAt(definition: MetricDefinition, series: TopicSeries, step: string): Map<string, number> {
  const all = series.get('')?.get(step)?.counts;
  if (!all) return new Map();
  const topics = [...series].flatMap(([key, groups]) => {
    const counts = groups.get(step);
    return key !== '' && counts && counts.counts.n >= fewestForTrend ? [[key, counts] as const] : [];
  });
  return new Map(leaveOut(definition, all, topics).map(({ topic, points }) => [topic, points]));
}

/**
 * The strongest contributions in one direction. Of a topic and those below it only the strongest is named, since they
 * speak of the same comments.
 */
export function strongest(
  contributions: readonly Contribution[],
  direction: 'up' | 'down',
  names: TopicNames,
  minimumN: number,
  most: number,
): Contribution[] {
  const sign = direction === 'up' ? 1 : -1;
  const sorted = contributions
    .filter((one) => one.points * sign > 0 && one.n >= minimumN)
    .sort((a, b) => sign * (b.points - a.points));
  const chosen: Contribution[] = [];
  for (const one of sorted) {
    const family = (other: Contribution) =>
      names.above(one.key).includes(other.key) || names.above(other.key).includes(one.key);
    if (chosen.length < most && !chosen.some(family)) chosen.push(one);
  }
  return chosen;
}
