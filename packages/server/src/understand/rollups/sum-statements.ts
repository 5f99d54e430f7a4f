// The daily rollups added up over all places, kinds (and, for topics, touchpoints and channels): what a reader who sees
// everything is answered from, of a size that does not grow with the number of places. Topics of a place are added up
// over kinds, touchpoints and channels, too: a day of many comments has far fewer of these than comments.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { onDays, type Slice, type TopicSlice } from './rollup-statements.ts';

const scoreKeys = sql`workspace_id, local_day, question, touchpoint, channel`;
const topicKeys = sql`workspace_id, reading, local_day, aspect, question`;
const placeTopicKeys = sql`workspace_id, reading, local_day, aspect, question, place_id`;
const scoreCounts = 'n promoters passives detractors total total_squares';
const topicCounts = 'n positive neutral negative promoters passives detractors total total_squares';

const list = (columns: string): Sql => sql.raw(columns.replaceAll(' ', ', '));
const sums = (columns: string): Sql =>
  sql.raw(
    columns
      .split(' ')
      .map((name) => `sum(${name}) as ${name}`)
      .join(', '),
  );
const zeros = (columns: string): Sql => sql.raw(columns.replaceAll(/\w+/g, '0').replaceAll(' ', ', '));

/** Sums of a slice of the scores as the daily rollup has them. */
export const freshScoreSums = (where: Sql): Sql => sql`select ${scoreKeys}, ${sums(scoreCounts)}
  from daily_scores final where ${where} group by ${scoreKeys}`;
export const freshPlaceTopics = (where: Sql): Sql => sql`select ${placeTopicKeys}, ${sums(topicCounts)}
  from daily_topics final where ${where} group by ${placeTopicKeys}`;
export const freshTopicSums = (where: Sql): Sql => sql`select ${topicKeys}, ${sums(topicCounts)}
  from daily_place_topics final where ${where} group by ${topicKeys}`;

/** Writes whole days of a table of counts; a key that has none any more is written with zeros. */
export const rolled = (
  table: Sql,
  keys: Sql,
  counts: string,
  fresh: Sql,
  where: Sql,
  version: bigint,
): Sql => sql`
  insert into ${table} (${keys}, ${list(counts)}, version)
  select ${keys}, ${sums(counts)}, ${sql.typed('UInt64', version)} from (
    select ${keys}, ${list(counts)} from (${fresh})
    union all
    select ${keys}, ${zeros(counts)} from ${table} where ${where})
  group by ${keys}`;

export const rollScoreSums = (slice: Slice, version: bigint): Sql =>
  rolled(
    sql`daily_score_sums`,
    scoreKeys,
    scoreCounts,
    freshScoreSums(onDays(slice)),
    onDays(slice),
    version,
  );

const ofReading = (slice: TopicSlice): Sql => sql`${onDays(slice)} and reading = ${slice.reading}`;
export const rollPlaceTopics = (slice: TopicSlice, version: bigint): Sql => {
  const where = ofReading(slice);
  const fresh = freshPlaceTopics(where);
  return rolled(sql`daily_place_topics`, placeTopicKeys, topicCounts, fresh, where, version);
};
/** Of the topics of places, which have to be made before. */
export const rollTopicSums = (slice: TopicSlice, version: bigint): Sql => {
  const where = ofReading(slice);
  return rolled(sql`daily_topic_sums`, topicKeys, topicCounts, freshTopicSums(where), where, version);
};

/** Once, when the tables are made: what the daily rollups hold already. */
export const sumsOfAllScores =
  (): Sql => sql`insert into daily_score_sums (${scoreKeys}, ${list(scoreCounts)}, version)
  select ${scoreKeys}, ${sums(scoreCounts)}, 0 from daily_scores final group by ${scoreKeys}`;
export const sumsOfAllTopics =
  (): Sql => sql`insert into daily_topic_sums (${topicKeys}, ${list(topicCounts)}, version)
  select ${topicKeys}, ${sums(topicCounts)}, 0 from daily_topics final group by ${topicKeys}`;
export const topicsOfAllPlaces =
  (): Sql => sql`insert into daily_place_topics (${placeTopicKeys}, ${list(topicCounts)}, version)
  select ${placeTopicKeys}, ${sums(topicCounts)}, 0 from daily_topics final group by ${placeTopicKeys}`;
