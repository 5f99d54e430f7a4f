// Which rows a number was counted of, and which others they are held against: the same kind of row, in the same
// period, seen by the same reader.
import type { Question } from '@lyhord/contract';
import { eventScope, signalScope } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { isOperations, metricDefinitions } from '../metrics/definitions.ts';
import { kindsOf } from '../metrics/kinds-of.ts';
import { previousPeriod } from '../questions/calendar.ts';
import type { QuestionContext } from '../questions/question-context.ts';
import { conditionsOn, ofQuestion } from '../questions/row-conditions.ts';

export type Against = 'rest' | 'before';
/** Conditions on the rows of one table. */
export interface RowSet {
  readonly table: 'signals' | 'events';
  /** Kinds of events that the number is made of; none for what was said. */
  readonly kinds: readonly string[];
  readonly these: Sql;
  readonly others: Sql;
}

/** The rows of a question among signals (what was said) or events (what was done). */
export function rowSet(question: Question, context: QuestionContext, against: Against): RowSet {
  const definition = metricDefinitions[question.metric];
  const { viewer } = context;
  const days = (period: Question['period']) => sql`local_day between ${period.from} and ${period.to}`;
  const before = { ...context, period: previousPeriod(context.period) };
  if (isOperations(definition) || definition.base === 'requests') {
    const kinds = isOperations(definition) ? kindsOf(definition.rows) : ['survey_sent', 'survey_answered'];
    const ofKinds = (condition: Sql) => sql`kind in ${sql.list(kinds, 'String')} and ${condition}`;
    const these = ofKinds(conditionsOn('events', question, context));
    const all = ofKinds(sql`${eventScope(viewer)} and ${days(context.period)}`);
    const others =
      against === 'rest'
        ? sql`${all} and not (${these})`
        : ofKinds(conditionsOn('events', { ...question, period: before.period }, before));
    return { table: 'events', kinds, these, others };
  }
  const said = (inside: QuestionContext): Sql =>
    definition.base === 'answers'
      ? sql`${signalScope(viewer)} and ${days(inside.period)} and signal_id in (select signal_id from answers
          where ${ofQuestion(definition)} and ${conditionsOn('answers', { ...question, period: inside.period }, inside)})`
      : conditionsOn('signals', { ...question, period: inside.period }, inside);
  const everyone =
    definition.base === 'answers'
      ? sql`${signalScope(viewer)} and ${days(context.period)} and signal_id in (select signal_id from answers
          where ${ofQuestion(definition)} and ${signalScope(viewer)} and ${days(context.period)})`
      : sql`${signalScope(viewer)} and ${days(context.period)}`;
  const these = said(context);
  const others = against === 'rest' ? sql`${everyone} and not (${these})` : said(before);
  return { table: 'signals', kinds: [], these, others };
}

/** Signals of the customers of a set of events, or the signals themselves. */
export function signalsOf(
  set: RowSet,
  which: 'these' | 'others',
  context: QuestionContext,
  against: Against,
): Sql {
  if (set.table === 'signals') return set[which];
  const { viewer } = context;
  const period = against === 'before' && which === 'others' ? previousPeriod(context.period) : context.period;
  const customers = (condition: Sql) => sql`identifier_key in (select identifier_key from events
    where ${condition} and identifier_key != 0)`;
  return sql`${signalScope(viewer)} and local_day between ${period.from} and ${period.to} and identifier_key != 0
    and ${customers(set[which])}
    ${sql.if(which === 'others' && against === 'rest', () => sql`and not ${customers(set.these)}`)}`;
}
