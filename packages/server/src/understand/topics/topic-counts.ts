// What the daily rollup of topics says: per topic and step, how many signals, how they felt and what they answered.
import type { Period } from '@lyhord/contract';
import { signalScope, type Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { addCounts, type Counts, noCounts } from '../metrics/score.ts';
import { andAt, type PlacesAsked } from '../places/places-asked.ts';
import { type Step, stepStart } from '../questions/calendar.ts';
import { countedTopics } from '../rollups/rollup-statements.ts';

/** Counts of the signals that name a topic. `counts` are of those who answered the question, the rest of all. */
export interface TopicCounts {
  readonly volume: number;
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
  readonly counts: Counts;
}
export const noTopicCounts: TopicCounts = {
  volume: 0,
  positive: 0,
  neutral: 0,
  negative: 0,
  counts: noCounts,
};

export function addTopicCounts(all: readonly TopicCounts[]): TopicCounts {
  if (all.length === 1) return all[0]!;
  const sum = (of: (one: TopicCounts) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    volume: sum((one) => one.volume),
    positive: sum((one) => one.positive),
    neutral: sum((one) => one.neutral),
    negative: sum((one) => one.negative),
    counts: addCounts(all.map((one) => one.counts)),
  };
}

/** Topic (`''` for every signal with text) → first day of the step → counts. */
export type TopicSeries = ReadonlyMap<string, ReadonlyMap<string, TopicCounts>>;

export interface TopicScope {
  readonly viewer: Viewer;
  readonly period: Period;
  readonly places: PlacesAsked | null;
  readonly reading: number;
  readonly question: string;
  /** Only the counts of those who answered are needed: a fraction of the rows. */
  readonly answersOnly?: boolean;
  /** Only the comments of these customers count; they are counted one by one, since the daily sums know no customers. */
  readonly segment?: TopicSegment | null;
}

export interface TopicSegment {
  /** Every identifier of its customers. */
  readonly members: Sql;
  /** For each topic that has any, the topics above it. */
  readonly topicsAbove: Readonly<Record<string, readonly string[]>>;
}

/** The condition on a row's customer; nothing where everybody counts. */
export const andOf = (segment: TopicSegment | null | undefined): Sql =>
  sql.if(segment, () => sql`and identifier_key in (${segment!.members})`);

interface Row {
  aspect: string;
  /** The question; '' for all signals with text. */
  answered: string;
  grp: string;
  n: string;
  /** Not there where only answers are asked for. */
  positive?: string;
  negative?: string;
  promoters: string;
  detractors: string;
  total?: number;
  total_squares?: number;
}

const steps = {
  day: sql`local_day`,
  week: sql`toMonday(local_day)`,
  month: sql`toStartOfMonth(local_day)`,
  place: sql`place_id`,
  touchpoint: sql`touchpoint`,
  channel: sql`channel`,
  kind: sql`kind`,
} as const;
/** Sums that only the score of a mean needs are not read for others; what classes and feelings leave is the rest. */
const meanQuestions: ReadonlySet<string> = new Set(['csat', 'ces', 'stars']);

/** The smallest rollup that says it: sums over all places only to who may see all places. */
function tableFor({ viewer, places }: Pick<TopicScope, 'viewer' | 'places'>, by: keyof typeof steps): Sql {
  if (by === 'touchpoint' || by === 'channel' || by === 'kind') return sql`daily_topics`;
  const whole = viewer.placeIds === 'all' && places === null && by !== 'place';
  return whole ? sql`daily_topic_sums` : sql`daily_place_topics`;
}

/** Rows of counts by topic, question, day and place that the viewer may see: a rollup's, or a segment's counted now. */
function countedRows(scope: TopicScope, by: keyof typeof steps): Sql {
  const { viewer, period, reading, segment } = scope;
  const within = sql`${signalScope(viewer)} and local_day between ${period.from} and ${period.to}`;
  if (!segment) return sql`${tableFor(scope, by)} final where ${within} and reading = ${reading}`;
  const rows = sql`${within} ${andOf(segment)}`;
  const { topicsAbove } = segment;
  return sql`(${countedTopics({ workspaceId: viewer.workspaceId, reading, topicsAbove, rows })}) as counted where true`;
}

/** Counts per topic and step, or per topic and place, touchpoint, channel or kind. */
export async function topicSeries(
  warehouse: Warehouse,
  scope: TopicScope,
  by: keyof typeof steps,
  topics: readonly string[] | null = null,
): Promise<TopicSeries> {
  const { places, question, answersOnly } = scope;
  const felt = sql`, sum(positive) as positive, sum(negative) as negative`;
  const rows =
    await warehouse.query<Row>(sql`select aspect, ${answersOnly ? sql`${question}` : sql`question`} as answered,
      ${steps[by]} as grp, sum(n) as n ${answersOnly ? sql.empty : felt},
      sum(promoters) as promoters, sum(detractors) as detractors
      ${sql.if(meanQuestions.has(question), sql`, sum(total) as total, sum(total_squares) as total_squares`)}
    from ${countedRows(scope, by)}
      and question in ${sql.list(answersOnly ? [question] : ['', question], 'String')}
      ${andAt(places)}
      ${sql.if(topics, () => sql`and aspect in ${sql.list(topics ?? [], 'String')}`)}
    group by aspect, ${answersOnly ? sql.empty : sql`question, `} grp having n > 0`);
  const series = new Map<string, Map<string, TopicCounts>>();
  for (const row of rows) {
    const groups = series.get(row.aspect) ?? new Map<string, TopicCounts>();
    series.set(row.aspect, groups);
    const known = groups.get(row.grp) ?? noTopicCounts;
    groups.set(
      row.grp,
      row.answered === '' ? { ...known, ...feelingsOf(row) } : { ...known, counts: countsOf(row) },
    );
  }
  return series;
}
function feelingsOf({ n, ...row }: Row) {
  const [volume, positive, negative] = [Number(n), Number(row.positive), Number(row.negative)];
  return { volume, positive, neutral: volume - positive - negative, negative };
}
function countsOf(row: Row): Counts {
  const [n, promoters, detractors] = [Number(row.n), Number(row.promoters), Number(row.detractors)];
  const { total = 0, total_squares: totalSquares = 0 } = row;
  return { n, promoters, passives: n - promoters - detractors, detractors, total, totalSquares };
}

/** The counts of one topic over all its steps. */
export const totalOf = (series: TopicSeries, topic: string): TopicCounts =>
  addTopicCounts([...(series.get(topic)?.values() ?? [])]);

/** The same series in longer steps. */
export function coarser(series: TopicSeries, step: Step): TopicSeries {
  const regrouped = new Map<string, Map<string, TopicCounts>>();
  for (const [topic, groups] of series) {
    const wider = new Map<string, TopicCounts>();
    for (const [day, counts] of groups) {
      const start = stepStart(day, step);
      wider.set(start, addTopicCounts([wider.get(start) ?? noTopicCounts, counts]));
    }
    regrouped.set(topic, wider);
  }
  return regrouped;
}
