// The numbers before and after an onset: for the card's two scores, and to see where a change really is.
import type { Period } from '@lyhord/contract';
import { systemViewer } from '../../../access/index.ts';
import type { Ground } from '../../ground.ts';
import { metricDefinitions } from '../../metrics/definitions.ts';
import type { MetricDefinition } from '../../metrics/metric-definition.ts';
import { addCounts, type Counts, noCounts } from '../../metrics/score.ts';
import { always } from '../../places/places-asked.ts';
import { countGroups } from '../../questions/ask.ts';
import { addDays } from '../../questions/calendar.ts';
import { type TopicSeries, topicSeries, totalOf } from '../../topics/topic-counts.ts';
import { dayOfNumber } from './day-tallies.ts';
import type { FamilyKey } from './families.ts';
import type { Alarm } from './stories.ts';

const daysBefore = 90;

export interface Around {
  readonly before: Period;
  readonly after: Period;
}
/** The quarter before an onset, and what came since. */
export function around(since: number, today: number): Around {
  const first = dayOfNumber(since);
  return {
    before: { from: addDays(first, -daysBefore), to: addDays(first, -1) },
    after: { from: first, to: dayOfNumber(Math.max(since, today)) },
  };
}

export const definitionOf = (family: FamilyKey): MetricDefinition =>
  metricDefinitions[family === 'topic' ? 'sentiment' : family];

/** Counts of an alarm's stream in a period, at some of its places. */
export async function countsOf(
  ground: Ground,
  workspaceId: string,
  alarm: Pick<Alarm, 'family' | 'topic'>,
  places: readonly string[],
  period: Period,
): Promise<Counts> {
  if (places.length === 0) return noCounts;
  if (alarm.family === 'topic') {
    const series = await topicsIn(ground, workspaceId, places, period, [alarm.topic!, '']);
    return feelingAbout(series, alarm.topic!);
  }
  const viewer = systemViewer(workspaceId);
  const context = await ground.context(viewer, period);
  const where = { field: 'place' as const, in: [...places] };
  const question = { metric: alarm.family, by: [], period, where, few: 'hide' as const, limit: 1 };
  // The places are leaves of the question already, so nothing is added below them.
  const groups = await countGroups(ground.platform.warehouse, question, {
    ...context,
    placesBelow: always,
  });
  return addCounts(groups.map((group) => group.counts));
}

export async function topicsIn(
  ground: Ground,
  workspaceId: string,
  places: readonly string[],
  period: Period,
  topics: readonly string[] | null,
  question = 'nps',
): Promise<TopicSeries> {
  const { reading } = await ground.readings.current(workspaceId);
  const scope = { viewer: systemViewer(workspaceId), period, places: always(places), reading, question };
  return topicSeries(ground.platform.warehouse, scope, 'month', topics);
}

/** Of all comments: how many praise the topic, how many complain about it; the rest says nothing of it. */
export function feelingAbout(series: TopicSeries, topic: string): Counts {
  const named = totalOf(series, topic);
  const n = totalOf(series, '').volume;
  const { positive: promoters, negative: detractors } = named;
  return { ...noCounts, n, promoters, detractors, passives: Math.max(0, n - promoters - detractors) };
}
