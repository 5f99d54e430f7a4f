// The statements that make whole days of the rollups from the base tables. A key that has no rows any more is written
// with zeros, so that the newest version of a slice is always the whole truth about it.
import { notWithheld } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { favourable, unfavourable } from '../questions/count-columns.ts';

export interface Slice {
  readonly workspaceId: string;
  /** Calendar days to make again; all days when null. */
  readonly days: readonly string[] | null;
  /** Rows of later commits do not count: they may not be sealed. */
  readonly upToCommit: bigint;
}
export interface TopicSlice extends Slice {
  readonly reading: number;
  /** For each topic that has any, the topics above it. */
  readonly topicsAbove: Readonly<Record<string, readonly string[]>>;
}

const place = sql`place_id, touchpoint, channel, kind`;
const scoreKeys = sql`workspace_id, local_day, question, ${place}`;
const topicKeys = sql`workspace_id, reading, local_day, aspect, question, ${place}`;
const classColumns = sql`promoters, passives, detractors, total, total_squares`;

/** Rows of the slice's days. */
export const onDays = (slice: Slice): Sql => sql`workspace_id = ${slice.workspaceId}
  ${sql.if(slice.days, () => sql`and local_day in ${sql.list(slice.days ?? [], 'Date')}`)}`;
/** The same, as far as they are sealed and their customers allow it. */
export const sealed = (slice: Slice): Sql =>
  sql`${onDays(slice)} and commit_no <= ${sql.typed('UInt64', slice.upToCommit)}
    ${notWithheld(slice.workspaceId, 'analytics')}`;
/** So many days before the first of the days. */
export const daysBefore = (days: readonly string[], count: number): string => {
  const first = [...days].sort()[0] ?? '1970-01-01';
  return new Date(Date.parse(first) - count * 86_400_000).toISOString().slice(0, 10);
};
const sums = (columns: string): Sql =>
  sql.raw(
    columns
      .split(' ')
      .map((name) => `sum(${name}) as ${name}`)
      .join(', '),
  );
const classSums = sums('promoters passives detractors total total_squares');

/** Scores of a slice, computed afresh. */
export const freshScores = (slice: Slice): Sql => sql`select ${scoreKeys}, count() as n,
    countIf(good) as promoters, n - promoters - detractors as passives, countIf(bad) as detractors,
    sum(value) as total, sum(value * value) as total_squares
  from (select *, ${favourable(sql`question`, sql`value`)} as good, ${unfavourable(sql`question`, sql`value`)} as bad
    from answers where ${sealed(slice)})
  group by ${scoreKeys}`;

export const rollScores = (slice: Slice, version: bigint): Sql => sql`insert into daily_scores
    (${scoreKeys}, n, ${classColumns}, version)
  select ${scoreKeys}, sum(n) as n, ${classSums}, ${sql.typed('UInt64', version)}
  from (
    select ${scoreKeys}, n, ${classColumns} from (${freshScores(slice)})
    union all
    select ${scoreKeys}, 0, 0, 0, 0, 0, 0 from daily_scores where ${onDays(slice)}
  )
  group by ${scoreKeys}`;

/**
 * One row per signal and aspect (and per topic above it), with the prevailing feeling; aspect '' for every signal
 * that has text. `given` lists what the signal answered, behind a first entry without question.
 */
const named = ({ rows, reading, topicsAbove }: Omit<TopicsCounted, 'workspaceId'>): Sql => {
  const above = Object.entries(topicsAbove);
  const lookUp = sql`mapFromArrays(${sql.typed(
    'Array(String)',
    above.map(([key]) => key),
  )},
    ${sql.typed(
      'Array(Array(String))',
      above.map(([, keys]) => keys),
    )})`;
  const lines = sql`arrayJoin(arrayConcat([toString(aspect)], ${above.length > 0 ? sql`${lookUp}[toString(aspect)]` : sql`[]`}))`;
  return sql`
    select signal_id, ${lines} as line, local_day, ${place},
      sign(countIf(label = 'positive') - countIf(label = 'negative')) as feeling
    from mentions where ${rows} and reading = ${reading}
    group by signal_id, line, local_day, ${place}
    union all
    select signal_id, '' as line, local_day, place_id, touchpoint, channel, kind,
      multiIf(sentiment = 'positive', 1, sentiment = 'negative', -1, 0) as feeling
    from signals where ${rows} and has_text`;
};

/** Topics of a slice, computed afresh. */
export const freshTopics = (slice: TopicSlice): Sql => countedTopics({ ...slice, rows: sealed(slice) });

export interface TopicsCounted extends Pick<TopicSlice, 'workspaceId' | 'reading' | 'topicsAbove'> {
  /** What the rows of signals, mentions and answers must meet. */
  readonly rows: Sql;
}

/** The columns of `daily_topics`, counted from the base tables. */
export const countedTopics = (of: TopicsCounted): Sql => sql`select ${of.workspaceId} as workspace_id,
    ${sql.typed('UInt32', of.reading)} as reading, local_day, line as aspect, question, ${place},
    count() as n, countIf(feeling > 0) as positive, n - positive - negative as neutral,
    countIf(feeling < 0) as negative, countIf(${favourable(sql`question`, sql`value`)}) as promoters,
    countIf(question != '') - promoters - detractors as passives,
    countIf(${unfavourable(sql`question`, sql`value`)}) as detractors,
    sum(value) as total, sum(value * value) as total_squares
  from (
    select line, feeling, local_day, ${place}, answer.1 as question, answer.2 as value
    from (
      select line, feeling, local_day, ${place}, arrayJoin(arrayConcat([('', 0.)], given)) as answer
      from (${named(of)}) as named
      left join (select signal_id, groupArray((toString(question), value)) as given from answers
        where ${of.rows} group by signal_id) as answered using (signal_id)))
  group by local_day, aspect, question, ${place}`;

const topicColumns = sql`n, positive, neutral, negative, ${classColumns}`;
export const rollTopics = (slice: TopicSlice, version: bigint): Sql => sql`insert into daily_topics
    (${topicKeys}, ${topicColumns}, version)
  select ${topicKeys}, ${sums('n positive neutral negative')}, ${classSums}, ${sql.typed('UInt64', version)}
  from (
    select ${topicKeys}, ${topicColumns} from (${freshTopics(slice)})
    union all
    select ${topicKeys}, 0, 0, 0, 0, 0, 0, 0, 0, 0 from daily_topics
    where ${onDays(slice)} and reading = ${slice.reading}
  )
  group by ${topicKeys}`;
