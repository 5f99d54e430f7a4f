// Each topic's own part in the score of those who commented. The parts add up, which leaving a topic out does not.
import type { TopicParts } from '@lyhord/contract';
import { type ScoreCell, shapleyTopicParts, type TopicCell } from '@lyhord/stats';
import { signalScope, type Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Ground } from '../ground.ts';
import { metricDefinitions } from '../metrics/definitions.ts';
import { andAt } from '../places/places-asked.ts';
import type { PulseQuestion } from '../pulse/pulse.ts';
import { favourable, unfavourable } from '../questions/count-columns.ts';

interface Row {
  topic: string;
  topics: string;
  worth: number;
  answers: string;
}

export async function readTopicParts(
  ground: Ground,
  viewer: Viewer,
  question: PulseQuestion,
): Promise<TopicParts> {
  const period = { from: question.from, to: question.to };
  const context = await ground.context(viewer, period);
  const places = await ground.placesOf(viewer, question.place, period);
  const definition = metricDefinitions[question.metric];
  const answer = [sql`question`, sql`value`] as const;
  const worth =
    definition.numerator === 'net'
      ? sql`multiIf(${favourable(...answer)}, toFloat64(${definition.scale}), ${unfavourable(...answer)}, toFloat64(${-definition.scale}), 0.)`
      : sql`value`;
  const within = sql`${signalScope(viewer)} and local_day between ${period.from} and ${period.to}
    ${andAt(places)}`;
  const rows = await ground.platform.warehouse.query<Row>(sql`
    select topic, topics, worth, count() as answers from (
      select arrayJoin(if(empty(named), [''], named)) as topic, length(named) as topics, worth from (
        select signal_id, ${worth} as worth from answers where ${within} and question = ${question.metric}
          and signal_id in (select signal_id from signals where ${within} and has_text)) as answered
      left join (select signal_id, groupUniqArray(toString(aspect)) as named from mentions
        where ${within} and reading = ${context.reading}
          and aspect not in ${sql.list([...context.current.names.feelings], 'String')} group by signal_id) as mentioned using (signal_id))
    group by topic, topics, worth`);
  const cells = rows.map((row) => ({
    ...{ topic: row.topic, topics: Number(row.topics), score: row.worth, answers: Number(row.answers) },
  }));
  const all = cells.map(
    ({ score, answers, topics }): ScoreCell => ({
      ...{ score, answers: answers / Math.max(1, topics) },
    }),
  );
  const mentions = cells.filter(({ topic }): boolean => topic !== '') satisfies TopicCell[];
  const found = shapleyTopicParts(all, mentions);
  return {
    score: found?.score ?? null,
    n: Math.round(all.reduce((sum, { answers }) => sum + answers, 0)),
    parts: (found?.parts ?? []).map(({ topic, points, low, high, n }) => ({
      ...{ key: topic, label: context.current.names.label(topic, viewer.locale), points, low, high, n },
    })),
    withoutTopic: found?.withoutTopic ?? 0,
  };
}
