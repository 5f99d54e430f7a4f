// Policy, period, place and filter of a question: what every row of every table must meet.
import type { Question } from '@lyhord/contract';
import { eventScope, signalScope } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { isFamily, isOperations, metricDefinitions } from '../metrics/definitions.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import { standingAt } from '../places/places-asked.ts';
import { compileFilter } from './compile-filter.ts';
import type { QuestionContext } from './question-context.ts';
import { sampled } from './sample-condition.ts';

/**
 * Bounds the part of the table that is read, for rows that are chosen by their day: a day of any place lies within a day
 * of the same day in UTC. The moments themselves are not read for it.
 */
export const happenedAround = (from: string, to: string): Sql => sql`
  indexHint(happened_at >= toDateTime64(${from}, 3, 'UTC') - interval 1 day
  and happened_at < toDateTime64(${to}, 3, 'UTC') + interval 2 day)`;

/** Policy, period, place and filter: the conditions that every row of every table must meet. */
export function conditionsOn(
  table: 'answers' | 'signals' | 'events' | 'daily_operations',
  question: Question,
  context: QuestionContext,
): Sql {
  const ofEvents = table === 'events' || table === 'daily_operations';
  const scope = ofEvents ? eventScope(context.viewer) : signalScope(context.viewer);
  const { from, to } = context.period;
  return sql.and([
    scope,
    sql`local_day between ${from} and ${to}`,
    sql.if(table === 'events' || table === 'signals', happenedAround(from, to)),
    sql.if(question.place !== undefined, () =>
      standingAt(context.placesBelow([question.place!], context.period)),
    ),
    sql.if(context.sample !== undefined && table !== 'daily_operations', () =>
      sampled(table as 'answers' | 'signals' | 'events', context, isOfCustomers(question)),
    ),
    sql.if(question.where, () => compileFilter(question.where!, ofEvents ? 'events' : table, context)),
  ]);
}

/** Whether the metric is made of customers, so that rows of nobody known never count. */
export function isOfCustomers({ metric }: Question): boolean {
  const definition: MetricDefinition = metricDefinitions[metric];
  return isOperations(definition) && !ofNobodyToo.has(definition.rows.unit);
}
const ofNobodyToo: ReadonlySet<string> = new Set(['event', 'pair', 'followed', 'rate']);

/** Rows of the question that a metric rests on, or of all of its family. */
export const ofQuestion = ({ question }: MetricDefinition): Sql =>
  isFamily(question ?? '') ? sql`startsWith(question, ${question})` : sql`question = ${question}`;
