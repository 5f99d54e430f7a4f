// One topic: its course, where it is named, what people say and which words are typical of it.
import type { SignalCard, TopicPage } from '@lyhord/contract';
import type { z } from 'zod';
import { signalScope, type Viewer } from '../../access/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import { sql } from '../../platform/stores/sql.ts';
import { type CardSources, cardsById } from '../feed/signal-cards.ts';
import type { Ground } from '../ground.ts';
import { metricDefinitions } from '../metrics/definitions.ts';
import type { PulseQuestion } from '../pulse/pulse.ts';
import { stepsOf } from '../questions/calendar.ts';
import { diverse, type Quotable } from './diverse-quotes.ts';
import { tellingWords, type WordScope } from './telling-words.ts';
import { noTopicCounts, topicSeries } from './topic-counts.ts';
import { sentimentScore, topicTable } from './topic-rows.ts';

const quotes = 6;
const words = 20;
const candidates = 300;

export async function readTopicPage(
  ground: Ground,
  sources: CardSources,
  viewer: Viewer,
  topic: string,
  question: PulseQuestion,
): Promise<z.input<typeof TopicPage>> {
  const { warehouse } = ground.platform;
  const period = { from: question.from, to: question.to };
  const context = await ground.context(viewer, period);
  const places = await ground.placesOf(viewer, question.place);
  const { names } = context.current;
  if (!names.tree.topics.some(({ key }) => key === topic)) {
    throw new Problem('not_found', { detail: `There is no topic "${topic}" in the topic tree.` });
  }
  const topics = names.below(topic);
  const scope = { viewer, period, places, reading: context.reading, question: question.metric };
  const [weekly, byPlace, tree, telling, chosen] = await Promise.all([
    topicSeries(warehouse, scope, 'week', [topic, '']),
    topicSeries(warehouse, scope, 'place', [topic]),
    ground.placeTree(viewer.workspaceId),
    tellingWords(warehouse, { ...scope, topics }, words),
    quotesOf(ground, sources, { ...scope, topics }),
  ]);
  const table = topicTable(metricDefinitions[question.metric], weekly, period, names, viewer.locale);
  const steps = weekly.get(topic);
  return {
    topic: table.topics[0] ?? {
      ...{ key: topic, label: names.label(topic, viewer.locale), parent: names.parentOf(topic) },
      ...{ volume: 0, share: 0, positive: 0, neutral: 0, negative: 0, trend: [] },
      sentiment: sentimentScore(noTopicCounts),
      contribution: null,
    },
    trend: stepsOf(period, 'week').map((day) => {
      const { volume, negative, positive } = steps?.get(day) ?? noTopicCounts;
      return { day, volume, negative, positive };
    }),
    places: [...(byPlace.get(topic) ?? [])]
      .filter(([placeId]) => placeId !== '')
      .map(([placeId, counts]) => ({
        placeId,
        name: tree.nameOf(placeId),
        volume: counts.volume,
        sentiment: sentimentScore(counts),
      }))
      .sort((a, b) => b.volume - a.volume),
    quotes: chosen,
    words: telling,
  };
}

/** Recent, clear and different comments on the topics. */
export async function quotesOf(
  ground: Ground,
  sources: CardSources,
  scope: WordScope,
  label: 'positive' | 'negative' | null = null,
  most = quotes,
): Promise<SignalCard[]> {
  const { viewer, period, places, topics, reading } = scope;
  const rows = await ground.platform.warehouse.query<{
    signal_id: string;
    text: string;
    language: string;
    polarity: number;
  }>(sql`
    select signal_id, text, language, polarity from (
      select signal_id, argMax(polarity, abs(polarity) * confidence) as polarity, max(abs(polarity) * confidence) as clear,
        any(language) as language
      from mentions where ${signalScope(viewer)} and reading = ${reading}
        and local_day between ${period.from} and ${period.to} and aspect in ${sql.list(topics, 'String')}
        ${sql.if(label, () => sql`and label = ${label!}`)}
        ${sql.if(places, () => sql`and place_id in ${sql.list(places ?? [], 'String')}`)}
      group by signal_id order by clear desc, signal_id limit ${candidates}) as clearest
    inner join (select signal_id, text from signal_texts where workspace_id = ${viewer.workspaceId}
        and local_day between ${period.from} and ${period.to}) as texts using (signal_id)`);
  const quotable = rows.map(
    (row): Quotable => ({ id: row.signal_id, text: row.text, polarity: row.polarity }),
  );
  return cardsById(ground, sources, viewer, diverse(quotable, most));
}
