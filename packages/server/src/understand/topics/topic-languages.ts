// How a topic is spoken of in each language: counted from the comments, since the daily sums do not keep languages.
import { signalScope } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { andAt } from '../places/places-asked.ts';
import { andOf, noTopicCounts, type TopicCounts, type TopicScope } from './topic-counts.ts';

interface Row {
  grp: string;
  n: string;
  positive: string;
  negative: string;
}

/** Language → counts, by the same rule as the sums: a comment feels as most of its mentions of the topic do. */
export async function topicLanguages(
  warehouse: Warehouse,
  { viewer, period, places, reading, segment }: TopicScope,
  topics: readonly string[],
): Promise<Map<string, TopicCounts>> {
  const within = sql`local_day between ${period.from} and ${period.to}`;
  const rows = await warehouse.query<Row>(sql`
    select language as grp, count() as n, countIf(feeling > 0) as positive, countIf(feeling < 0) as negative
    from (select signal_id, sign(countIf(label = 'positive') - countIf(label = 'negative')) as feeling
      from mentions where ${signalScope(viewer)} and reading = ${reading} and ${within}
        and aspect in ${sql.list(topics, 'String')}
        ${andAt(places)} ${andOf(segment)}
      group by signal_id) as named
    inner join (select signal_id, language from signals where ${signalScope(viewer)} and ${within}) as told
      using (signal_id)
    group by grp`);
  return new Map(
    rows.map((row) => {
      const [volume, positive, negative] = [Number(row.n), Number(row.positive), Number(row.negative)];
      return [
        row.grp,
        { ...noTopicCounts, volume, positive, negative, neutral: volume - positive - negative },
      ];
    }),
  );
}
