// Topics as a list: how often each is named, how people feel about it, and what it does to the score.
import { type Contribution, Question, type Score, type TopicRow } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import type { Ground } from '../ground.ts';
import { metricDefinitions } from '../metrics/definitions.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import { type Counts, noCounts, scoreOf, withheldScore } from '../metrics/score.ts';
import type { PulseQuestion } from '../pulse/pulse.ts';
import { countGroups } from '../questions/ask.ts';
import { stepsOf } from '../questions/calendar.ts';
import type { QuestionContext } from '../questions/question-context.ts';
import { differsByFew, withheldKeys } from '../questions/withhold-cells.ts';
import { askedSegment } from './asked-segment.ts';
import { contributionsOf } from './contributions.ts';
import {
  coarser,
  type TopicCounts,
  type TopicSegment,
  type TopicSeries,
  topicSeries,
  totalOf,
} from './topic-counts.ts';
import type { TopicNames } from './topic-names.ts';

export interface TopicTable {
  readonly topics: TopicRow[];
  readonly commented: number;
  /** Share of comments that felt any of the wanted feelings; null where the workspace wants none. */
  readonly wantedFeelings: Score | null;
}

/** Of everybody's comments, or of those of one kept segment. */
export interface TopicsQuestion extends PulseQuestion {
  readonly segment?: string | undefined;
}

export async function listTopicRows(
  ground: Ground,
  viewer: Viewer,
  question: TopicsQuestion,
): Promise<TopicTable> {
  const period = { from: question.from, to: question.to };
  const context = await ground.context(viewer, period);
  const places = await ground.placesOf(viewer, question.place, period);
  const everybody = { viewer, period, places, reading: context.reading, question: question.metric };
  const { topicsAbove, names } = context.current;
  const segment = await askedSegment(ground, viewer, question.segment, topicsAbove);
  const { warehouse } = ground.platform;
  const [weekly, whole, wantedFeelings] = await Promise.all([
    topicSeries(warehouse, { ...everybody, segment }, 'week'),
    segment ? topicSeries(warehouse, everybody, 'week') : null,
    wantedFeelingsScore(ground, context, question, segment),
  ]);
  const definition = metricDefinitions[question.metric];
  const table = topicTable({ definition, weekly, whole, period, names, locale: viewer.locale });
  return { ...table, wantedFeelings };
}

async function wantedFeelingsScore(
  { platform }: Ground,
  context: QuestionContext,
  { place, segment: id }: TopicsQuestion,
  segment: TopicSegment | null,
): Promise<Score | null> {
  if (context.feelings === undefined || context.feelings.length === 0) return null;
  const where = segment ? { field: 'segment', is: id } : undefined;
  const question = Question.parse({ metric: 'wanted_feelings', period: context.period, place, where });
  const segments = new Map(segment && id !== undefined ? [[id, segment.members]] : []);
  const [row] = await countGroups(platform.warehouse, question, { ...context, segments });
  return scoreOf(metricDefinitions.wanted_feelings, row?.counts ?? noCounts);
}

export function topicTable({
  definition,
  weekly,
  whole = null,
  period,
  names,
  locale,
}: {
  definition: MetricDefinition;
  weekly: TopicSeries;
  /** Of everybody, where `weekly` is of a segment: who is left out of it is not told by subtraction. */
  whole?: TopicSeries | null;
  period: { from: string; to: string };
  names: TopicNames;
  locale: string;
}): Omit<TopicTable, 'wantedFeelings'> {
  const monthly = stepsOf(period, 'week').length > 26;
  const series = monthly ? coarser(weekly, 'month') : weekly;
  const steps = stepsOf(period, monthly ? 'month' : 'week');
  const contributions = new Map(
    contributionsOf(definition, series, steps, names, locale).map((one) => [one.key, one]),
  );
  const commented = totalOf(series, '').volume;
  const topics = [...series.keys()]
    .filter((key) => key !== '')
    .map((key) => {
      const course = steps.map((step) => series.get(key)?.get(step));
      const total = totalOf(series, key);
      const few =
        total.volume < minimumN ||
        (whole !== null && differsByFew(totalOf(whole, key).volume, total.volume, minimumN));
      const contribution = few ? null : (contributions.get(key) ?? null);
      return topicRow({ key, total, few, course, commented, contribution, names, locale });
    });
  return { topics: topics.sort((a, b) => b.volume - a.volume), commented };
}

const { minimumN } = metricDefinitions.sentiment;

function topicRow({
  key,
  total,
  few,
  course,
  commented,
  contribution,
  names,
  locale,
}: {
  key: string;
  total: TopicCounts;
  few: boolean;
  course: readonly (TopicCounts | undefined)[];
  commented: number;
  contribution: Contribution | null;
  names: TopicNames;
  locale: string;
}): TopicRow {
  return {
    key,
    label: names.label(key, locale),
    parent: names.parentOf(key),
    kind: names.kindOf(key),
    volume: total.volume,
    share: commented > 0 ? total.volume / commented : 0,
    positive: few ? null : total.positive,
    neutral: few ? null : total.neutral,
    negative: few ? null : total.negative,
    sentiment: few ? withheldScore(total.volume) : sentimentScore(total),
    contribution: contribution && contribution.n >= minimumN ? contribution : null,
    trend: course.map((at) =>
      at && at.volume >= minimumN ? (100 * (at.positive - at.negative)) / at.volume : null,
    ),
  };
}

/** Net feeling in points: share of positive minus share of negative signals. */
export const sentimentScore = (counts: TopicCounts): Score =>
  scoreOf(metricDefinitions.sentiment, feelings(counts));
/**
 * The same of the groups into which a topic is parted. Those that would tell of few by subtraction from the topic are
 * withheld, too; and where the groups are of a segment, those that would tell of few outside of it (`whole`: of everybody).
 */
export function sentimentsOf(
  groups: ReadonlyMap<string, TopicCounts>,
  whole: ReadonlyMap<string, TopicCounts> | null = null,
): Map<string, Score> {
  const hidden = withheldKeys(
    [...groups].map(([key, { volume }]) => [key, volume]),
    minimumN,
  );
  const few = (key: string, volume: number) =>
    hidden.has(key) || (whole !== null && differsByFew(whole.get(key)?.volume ?? 0, volume, minimumN));
  return new Map(
    [...groups].map(([key, counts]) => [
      key,
      few(key, counts.volume) ? withheldScore(counts.volume) : sentimentScore(counts),
    ]),
  );
}
const feelings = (counts: TopicCounts): Counts => ({
  n: counts.volume,
  promoters: counts.positive,
  passives: counts.neutral,
  detractors: counts.negative,
  total: 0,
  totalSquares: 0,
});
