// One topic: its course, where it is named, what people say and which words are typical of it.
import type { TopicPage } from '@lyhord/contract';
import type { z } from 'zod';
import type { Viewer } from '../../access/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import { type CardSources, cardsById } from '../feed/signal-cards.ts';
import type { Ground } from '../ground.ts';
import { metricDefinitions } from '../metrics/definitions.ts';
import { stepsOf } from '../questions/calendar.ts';
import { askedSegment } from './asked-segment.ts';
import { quoteIds } from './telling-quotes.ts';
import { tellingWords } from './telling-words.ts';
import {
  noTopicCounts,
  type TopicCounts,
  type TopicScope,
  type TopicSeries,
  topicSeries,
} from './topic-counts.ts';
import { topicLanguages } from './topic-languages.ts';
import { sentimentScore, sentimentsOf, type TopicsQuestion, topicTable } from './topic-rows.ts';

const quotes = 6;
const words = 20;
const otherDimensions = ['touchpoint', 'channel', 'kind'] as const;

export async function readTopicPage(
  ground: Ground,
  sources: CardSources,
  viewer: Viewer,
  topic: string,
  question: TopicsQuestion,
): Promise<z.input<typeof TopicPage>> {
  const { warehouse } = ground.platform;
  const period = { from: question.from, to: question.to };
  const context = await ground.context(viewer, period);
  const places = await ground.placesOf(viewer, question.place, period);
  const { names } = context.current;
  if (!names.tree.topics.some(({ key }) => key === topic)) {
    throw new Problem('not_found', because('topic_unknown', { topic }));
  }
  const topics = names.below(topic);
  const everybody = { viewer, period, places, reading: context.reading, question: question.metric };
  const segment = await askedSegment(ground, viewer, question.segment, context.current.topicsAbove);
  const scope = { ...everybody, segment };
  const read = (asked: TopicScope) =>
    Promise.all([
      topicSeries(warehouse, asked, 'week', [topic, '']),
      topicSeries(warehouse, asked, 'place', [topic]),
      Promise.all(otherDimensions.map((by) => topicSeries(warehouse, asked, by, [topic]))),
      topicLanguages(warehouse, asked, topics),
    ]);
  const [[weekly, byPlace, others, languages], whole, tree, telling, chosen] = await Promise.all([
    read(scope),
    segment ? read(everybody) : null,
    ground.placeTree(viewer.workspaceId),
    tellingWords(warehouse, { ...scope, topics }, words),
    quoteIds(warehouse, { ...scope, topics }, null, quotes).then((ids) =>
      cardsById(ground, sources, viewer, ids),
    ),
  ]);
  const definition = metricDefinitions[question.metric];
  const table = topicTable({
    ...{ definition, weekly, whole: whole?.[0] ?? null, period, names },
    locale: viewer.locale,
  });
  const everywhere = (of: TopicSeries | undefined) => (whole ? (of?.get(topic) ?? new Map()) : null);
  const steps = weekly.get(topic);
  const placed = byPlace.get(topic) ?? new Map<string, TopicCounts>();
  const felt = sentimentsOf(placed, everywhere(whole?.[1]));
  return {
    topic: table.topics[0] ?? {
      ...{ key: topic, label: names.label(topic, viewer.locale), parent: names.parentOf(topic) },
      kind: names.kindOf(topic),
      ...{ volume: 0, share: 0, positive: 0, neutral: 0, negative: 0, trend: [] },
      sentiment: sentimentScore(noTopicCounts),
      contribution: null,
    },
    trend: stepsOf(period, 'week').map((day) => {
      const { volume, negative, positive } = steps?.get(day) ?? noTopicCounts;
      return { day, volume, negative, positive };
    }),
    places: [...placed]
      .filter(([placeId]) => placeId !== '')
      .map(([placeId, counts]) => ({
        placeId,
        name: tree.nameOf(placeId),
        volume: counts.volume,
        sentiment: felt.get(placeId)!,
      }))
      .sort((a, b) => b.volume - a.volume),
    by: [
      ...others.map((series, index) => ({
        dimension: otherDimensions[index]!,
        rows: rowsOf(series.get(topic) ?? new Map(), everywhere(whole?.[2][index])),
      })),
      { dimension: 'language' as const, rows: rowsOf(languages, whole?.[3] ?? null) },
    ],
    quotes: chosen,
    words: telling,
  };
}

function rowsOf(groups: ReadonlyMap<string, TopicCounts>, whole: ReadonlyMap<string, TopicCounts> | null) {
  const felt = sentimentsOf(groups, whole);
  return [...groups]
    .map(([key, { volume }]) => ({ key, volume, sentiment: felt.get(key)! }))
    .sort((a, b) => b.volume - a.volume || (a.key < b.key ? -1 : 1));
}
