// The counts that every score is made of, in the same six columns whatever table they come from.
import { signalScope, type Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { answerClasses, isFamily, isOperations } from '../metrics/definitions.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import type { EventWorth } from '../metrics/operations.ts';

/** The table that serves a question. */
export type ServingTable =
  | 'daily_scores'
  | 'daily_score_sums'
  | 'daily_operations'
  | 'daily_tickets'
  | 'answers'
  | 'signals'
  | 'mentions'
  | 'topics'
  | 'requests'
  | 'units';

/** True in SQL where an answer is favourable (promoter, top-two); unknown questions have no classes. */
export const favourable = (question: Sql, value: Sql): Sql =>
  classed(question, (one) => sql`${value} >= ${sql.typed('Float64', one.favourableFrom)}`);
export const unfavourable = (question: Sql, value: Sql): Sql =>
  classed(question, (one) => sql`${value} <= ${sql.typed('Float64', one.unfavourableTo)}`);

type AnswerClass = (typeof answerClasses)[string];
function classed(question: Sql, test: (one: AnswerClass) => Sql): Sql {
  const branches = Object.entries(answerClasses).flatMap(([key, one]) => [
    isFamily(key) ? sql`startsWith(${question}, ${key})` : sql`${question} = ${key}`,
    sql`ifNull(${test(one)}, false)`,
  ]);
  return sql`multiIf(${sql.join(branches)}, false)`;
}

const ofOne = (question: string | null, side: (one: AnswerClass) => Sql, every: Sql): Sql => {
  if (question === null || isFamily(question)) return every;
  const one = answerClasses[question];
  return one ? side(one) : sql`false`;
};
/** True where `value` is favourable, of rows that are all of the metric's question: each is asked for its value alone. */
const isFavourable = ({ question }: Pick<MetricDefinition, 'question'>): Sql =>
  ofOne(
    question,
    (one) => sql`value >= ${sql.typed('Float64', one.favourableFrom)}`,
    favourable(sql`question`, sql`value`),
  );
export const isUnfavourable = ({ question }: Pick<MetricDefinition, 'question'>): Sql =>
  ofOne(
    question,
    (one) => sql`value <= ${sql.typed('Float64', one.unfavourableTo)}`,
    unfavourable(sql`question`, sql`value`),
  );

/** Whether the daily counts of operations can say this metric. */
export const isCountedDaily = (definition: MetricDefinition): boolean =>
  definition.base === 'requests' ||
  (isOperations(definition) && (definition.rows.unit === 'event' || definition.rows.unit === 'rate'));

const ticketSums = {
  ticket_answered: [sql`sum(answered)`, sql`sum(answer_hours)`, sql`sum(answer_squares)`],
  ticket_solved: [sql`sum(solved)`, sql`sum(solve_hours)`, sql`sum(solve_squares)`],
} as const;
/** How many tickets, their hours and the squares of these, from the days of tickets; null where these do not say the metric. */
export function ticketSumsOf(definition: MetricDefinition): readonly [Sql, Sql, Sql] | null {
  if (!isOperations(definition) || definition.rows.unit !== 'pair') return null;
  const { opened, done } = definition.rows;
  return opened === 'ticket_opened' && done in ticketSums
    ? ticketSums[done as keyof typeof ticketSums]
    : null;
}

/** Kinds of events whose daily counts a metric is made of. */
export function kindsCounted(definition: MetricDefinition): readonly string[] {
  if (!isOperations(definition)) return ['survey_sent', 'survey_answered'];
  const { rows } = definition;
  if (rows.unit === 'rate') return [rows.of, rows.per];
  return rows.unit === 'event' ? rows.kinds : [];
}

const counts = (n: Sql, hits: Sql, total: Sql, squares: Sql): Sql => sql`${n} as n, ${hits} as promoters,
  n - promoters as passives, 0 as detractors, ${total} as total, ${squares} as total_squares`;
const none = sql`0`;
const perWorth: Readonly<Record<EventWorth, Sql>> = {
  one: counts(sql`sum(daily_operations.n)`, none, sql`sum(daily_operations.n)`, sql`sum(daily_operations.n)`),
  amount: counts(sql`sum(amounts)`, none, sql`sum(amount)`, sql`sum(amount_squares)`),
  margin: counts(sql`sum(margins)`, none, sql`sum(daily_operations.margin)`, sql`sum(margin_squares)`),
  referred: counts(
    sql`sum(referrals)`,
    none,
    sql`sum(daily_operations.referred)`,
    sql`sum(referred_squares)`,
  ),
  late: counts(sql`sum(dues)`, sql`sum(daily_operations.late)`, none, none),
  waited: counts(sql`sum(waits)`, none, sql`sum(daily_operations.waited)`, sql`sum(waited_squares)`),
};
function operationColumns(definition: MetricDefinition): Sql {
  if (!isOperations(definition)) {
    return sql`sumIf(daily_operations.n, kind = 'survey_sent') as n, sum(answered) as promoters, 0 as passives,
      0 as detractors, 0 as total, 0 as total_squares`;
  }
  const { rows } = definition;
  if (rows.unit === 'rate') {
    const of = sql`sumIf(daily_operations.n, kind = ${rows.of})`;
    return counts(sql`sumIf(daily_operations.n, kind = ${rows.per})`, none, of, of);
  }
  return perWorth[rows.unit === 'event' ? rows.worth : 'one'];
}

/**
 * Requests among the events that `where` selects, one row each with `sent` and `answered`: a request is answered when
 * a survey's answer names it as its conversation, not more than a week before it. The product's own surveys report answers as events of their own;
 * these count when somebody had been asked. The heavy columns are read only where they say something.
 */
export const requestRows = (viewer: Viewer, from: string, where: Sql): Sql => sql`(
    select ${requestColumns}, 1 as sent, told.last >= local_day - ${answerBeforeRequest} as answered
    from (select * from events where kind = 'survey_sent' and ${where}) as asked
    left any join (select conversation, max(local_day) as last from signals
      where ${signalScope(viewer)} and kind = 'survey' and conversation != ''
        and local_day >= toDate(${from}) - ${answerBeforeRequest}
      group by conversation) as told on told.conversation = asked.reference
    union all
    select ${requestColumns}, 0 as sent,
      not JSONHas(properties, 'invited') or JSONExtractBool(properties, 'invited') as answered
    from events where kind = 'survey_answered' and ${where})`;
/** An answer that came more than a week before the request was given to another one. */
export const answerBeforeRequest = 7;
const requestColumns = sql`place_id, channel, touchpoint, local_day, local_minute, source_id`;

/** `n, promoters, passives, detractors, total, total_squares` of one group of rows. */
export function countColumns(table: ServingTable, definition: MetricDefinition): Sql {
  switch (table) {
    case 'daily_scores':
    case 'daily_score_sums':
      return sql`sum(n) as n, sum(promoters) as promoters, sum(passives) as passives,
        sum(detractors) as detractors, sum(total) as total, sum(total_squares) as total_squares`;
    case 'daily_operations':
      return operationColumns(definition);
    case 'daily_tickets': {
      const [n, hours, squares] = ticketSumsOf(definition)!;
      return counts(n, none, hours, squares);
    }
    case 'answers':
      return sql`count() as n, countIf(${isFavourable(definition)}) as promoters,
        n - promoters - detractors as passives, countIf(${isUnfavourable(definition)}) as detractors,
        sum(value) as total, sum(value * value) as total_squares`;
    case 'signals':
      if (definition.base === 'feelings') return felt(sql`commented.felt`, sql`false`);
      return definition.key === 'signals'
        ? counted
        : felt(sql`sentiment = 'positive'`, sql`sentiment = 'negative'`);
    case 'mentions':
      return definition.key === 'signals' ? counted : felt(sql`feeling > 0`, sql`feeling < 0`);
    case 'units':
      return sql`sum(counted) as n, countIf(hit) as promoters, n - promoters as passives, 0 as detractors,
        sum(worth) as total, sum(worth * worth) as total_squares`;
    case 'topics':
      return sql`any(said) as n, sum(hits) as promoters, n - promoters as passives, 0 as detractors, 0 as total,
        0 as total_squares`;
    case 'requests':
      return sql`sum(sent) as n, countIf(answered) as promoters, 0 as passives, 0 as detractors, 0 as total, 0 as total_squares`;
  }
}

const counted = sql`count() as n, 0 as promoters, 0 as passives, 0 as detractors, 0 as total, 0 as total_squares`;
const felt = (good: Sql, bad: Sql): Sql => sql`count() as n, countIf(${good}) as promoters,
  n - promoters - detractors as passives, countIf(${bad}) as detractors, 0 as total, 0 as total_squares`;
