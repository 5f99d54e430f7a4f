// Pulse: the common metric, what pulls it up and down, and what stands behind it.
import type { CommonMetric, Period, Pulse } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import type { Ground } from '../ground.ts';
import { metricDefinitions } from '../metrics/definitions.ts';
import { methodWords } from '../metrics/method-words.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import { type Counts, scoreDifference, scoreOf, withheldScore } from '../metrics/score.ts';
import type { PlacesAsked } from '../places/places-asked.ts';
import { previousPeriod, type Step, stepsOf } from '../questions/calendar.ts';
import { withheldKeys } from '../questions/withhold-cells.ts';
import { contributionsOf, strongest } from '../topics/contributions.ts';
import { topicSeries, totalOf } from '../topics/topic-counts.ts';
import { operationsIn } from './operations.ts';
import { countsWithin, fittingStep, inSteps, scoreSeries } from './score-series.ts';
import { targetsOf } from './target.ts';

export interface PulseQuestion extends Period {
  readonly place?: string | undefined;
  readonly metric: CommonMetric;
}
export type Mark = Pulse['marks'][number];
/** Who knows what happened in a period: detected changes here, actions in later steps. */
export type Marks = (viewer: Viewer, period: Period, places: PlacesAsked | null) => Promise<Mark[]>;

const mostContributions = 8;

export async function readPulse(
  ground: Ground,
  marks: Marks,
  viewer: Viewer,
  question: PulseQuestion,
): Promise<Pulse> {
  const { warehouse } = ground.platform;
  const period = { from: question.from, to: question.to };
  const context = await ground.context(viewer, period);
  const before = previousPeriod(period);
  const places = await ground.placesOf(viewer, question.place, { from: before.from, to: period.to });
  const definition = metricDefinitions[question.metric];
  const histories = await ground.histories.counting(viewer.workspaceId);
  const scope = {
    viewer,
    period,
    places,
    histories,
    reading: context.reading,
    question: question.metric,
  };
  const pullStep: Step = stepsOf(period, 'week').length > 26 ? 'month' : 'week';
  const [topics, operations, series, marked, targets, freshAt] = await Promise.all([
    topicSeries(warehouse, scope, pullStep),
    operationsIn(warehouse, scope),
    scoreSeries(warehouse, viewer, scope.question, { from: before.from, to: period.to }, period, places),
    marks(viewer, period, places),
    targetsOf(ground, viewer.workspaceId, question.metric),
    ground.freshAt(viewer.workspaceId),
  ]);
  const now = countsWithin(series.days, period);
  const then = countsWithin(series.days, before);
  const step = fittingStep(series.days, period, definition.minimumN);
  return {
    metric: question.metric,
    score: scoreOf(definition, now),
    previous: scoreOf(definition, then),
    difference: scoreDifference(definition, then, now),
    target: targets({ place: question.place }),
    trend: inSteps(series.days, period, step).map(([day, counts]) => ({
      day,
      ...scoreOf(definition, counts),
    })),
    step,
    marks: marked,
    ...pulls(definition, topics, stepsOf(period, pullStep), viewer, context.current.names),
    commented: totalOf(topics, '').volume,
    touchpoints: parts(definition, series.touchpoints, (touchpoint) =>
      targets({ place: question.place, touchpoint }),
    ),
    channels: parts(definition, series.channels, () => null),
    ...operations,
    method: methodWords[viewer.locale].intervals[definition.interval],
    freshAt,
  };
}

function pulls(
  definition: MetricDefinition,
  topics: Awaited<ReturnType<typeof topicSeries>>,
  steps: readonly string[],
  viewer: Viewer,
  names: Parameters<typeof contributionsOf>[3],
): Pick<Pulse, 'up' | 'down'> {
  const all = contributionsOf(definition, topics, steps, names, viewer.locale);
  return {
    up: strongest(all, 'up', names, definition.minimumN, mostContributions),
    down: strongest(all, 'down', names, definition.minimumN, mostContributions),
  };
}

function parts(
  definition: MetricDefinition,
  groups: ReadonlyMap<string, Counts>,
  targetOf: (key: string) => number | null,
): Pulse['touchpoints'] {
  const all = [...groups];
  const hidden = withheldKeys(
    all.map(([key, { n }]) => [key, n]),
    definition.minimumN,
  );
  return all
    .map(([key, counts]) => ({
      ...{ key, label: key, target: targetOf(key) },
      score: hidden.has(key) ? withheldScore(counts.n) : scoreOf(definition, counts),
    }))
    .filter(({ key }) => key !== '')
    .sort((a, b) => b.score.n - a.score.n);
}
