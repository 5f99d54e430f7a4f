// From a question to one statement of SQL: which table serves it, its keys, and the counts that a score is made of.
import { type Dimension, type Question, touchpointStages } from '@lyhord/contract';
import { eventScope, signalScope } from '../../access/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { MetricDefinition } from '../metrics/definitions.ts';
import { compileFilter, fieldsOf, rollupFields } from './compile-filter.ts';
import { countColumns, requestRows, type ServingTable } from './count-columns.ts';
import type { QuestionContext } from './question-context.ts';

export interface CompiledQuestion {
  readonly statement: Sql;
  readonly table: ServingTable;
}

const stageOf = sql`transform(touchpoint, ${sql.typed('Array(String)', Object.keys(touchpointStages))},
  ${sql.typed('Array(String)', Object.values(touchpointStages))}, '')`;
const dimensionColumns: Readonly<Record<Dimension, Sql>> = {
  place: sql`place_id`,
  day: sql`toString(local_day)`,
  week: sql`toString(toMonday(local_day))`,
  month: sql`toString(toStartOfMonth(local_day))`,
  hour: sql`intDiv(local_minute, 60)`,
  touchpoint: sql`touchpoint`,
  stage: stageOf,
  channel: sql`channel`,
  kind: sql`kind`,
  topic: sql`aspect`,
  language: sql`language`,
  campaign: sql`campaign`,
};
const rollupDimensions: ReadonlySet<Dimension> = new Set([
  'place',
  'day',
  'week',
  'month',
  'touchpoint',
  'stage',
  'channel',
  'kind',
]);
const requestDimensions: ReadonlySet<Dimension> = new Set([
  'place',
  'day',
  'week',
  'month',
  'hour',
  'touchpoint',
  'stage',
  'channel',
]);

/** Compiles a question whose period and place were checked. The policy of `context.viewer` is part of every table read. */
export function compileQuestion(
  question: Question,
  definition: MetricDefinition,
  context: QuestionContext,
): CompiledQuestion {
  const table = servingTable(question, definition);
  const keys = question.by.map(
    (dimension, index) => sql`${dimensionColumns[dimension]} as ${sql.name(`k${index}`)}`,
  );
  const names = question.by.map((_, index) => sql.name(`k${index}`));
  const statement = sql`select ${sql.join([...keys, countColumns(table, definition)])}
    from ${source(table, question, definition, context)}
    ${sql.if(names.length > 0, () => sql`group by ${sql.join(names)} order by ${order(question.by)}`)}
    limit ${question.limit}`;
  return { statement, table };
}

/** Time runs forward; otherwise the largest groups come first. */
function order(by: readonly Dimension[]): Sql {
  const timed = by.flatMap((dimension, index) =>
    ['day', 'week', 'month', 'hour'].includes(dimension) ? [sql.name(`k${index}`)] : [],
  );
  const rest = by.map((_, index) => sql.name(`k${index}`));
  return sql.join([...timed, sql`n desc`, ...rest]);
}

function servingTable(question: Question, definition: MetricDefinition): ServingTable {
  if (definition.base === 'requests') {
    const unknown = question.by.find((dimension) => !requestDimensions.has(dimension));
    if (unknown === undefined) return 'events';
    throw new Problem('invalid_input', {
      detail: `${definition.key} cannot be split by ${unknown}; it knows ${[...requestDimensions].join(', ')}.`,
    });
  }
  if (definition.base === 'signals') return question.by.includes('topic') ? 'mentions' : 'signals';
  const fields = question.where ? fieldsOf(question.where) : new Set<never>();
  const served =
    question.by.every((dimension) => rollupDimensions.has(dimension)) &&
    [...fields].every((field) => field !== 'words' && rollupFields.has(field));
  return served ? 'daily_scores' : 'answers';
}

function source(
  table: ServingTable,
  question: Question,
  definition: MetricDefinition,
  context: QuestionContext,
): Sql {
  switch (table) {
    case 'daily_scores':
      return sql`daily_scores final where ${rows('answers', question, context)} and question = ${definition.question}`;
    case 'answers':
      return answersSource(question, definition, context);
    case 'signals':
      return sql`signals where ${rows('signals', question, context)}
        ${sql.if(definition.key === 'sentiment', sql`and sentiment != ''`)}`;
    case 'mentions':
      return mentionsSource(question, context);
    case 'events':
      return requestRows(context.viewer, context.period.from, rows('events', question, context));
  }
}

/** A day of any place lies within a day of the same day in UTC; bounds the part of the table that is read. */
export const happenedAround = (from: string, to: string): Sql => sql`
  happened_at >= toDateTime64(${from}, 3, 'UTC') - interval 1 day
  and happened_at < toDateTime64(${to}, 3, 'UTC') + interval 2 day`;

/** Policy, period, place and filter: the conditions that every row of every table must meet. */
function rows(table: 'answers' | 'signals' | 'events', question: Question, context: QuestionContext): Sql {
  const scope = table === 'events' ? eventScope(context.viewer) : signalScope(context.viewer);
  const { from, to } = context.period;
  const below = question.place === undefined ? null : context.placesBelow(question.place);
  return sql.and([
    scope,
    sql`local_day between ${from} and ${to}`,
    sql.if(table === 'events', happenedAround(from, to)),
    sql.if(below !== null, () => sql`place_id in ${sql.list(below ?? [], 'String')}`),
    sql.if(question.where, () => compileFilter(question.where!, table, context)),
  ]);
}

/** Answers as they arrived, joined with what only their signal or its mentions know. */
function answersSource(question: Question, definition: MetricDefinition, context: QuestionContext): Sql {
  const answers = sql`(select * from answers where ${rows('answers', question, context)}
    and question = ${definition.question}) as answered`;
  const { from, to } = context.period;
  const within = sql`${signalScope(context.viewer)} and local_day between ${from} and ${to}`;
  return sql`${answers}
    ${sql.if(
      question.by.includes('language'),
      () =>
        sql`inner join (select signal_id, language from signals where ${within}) as spoken using (signal_id)`,
    )}
    ${sql.if(
      question.by.includes('topic'),
      () => sql`inner join (select distinct signal_id, aspect from mentions where ${within}
        and reading = ${context.reading}) as named using (signal_id)`,
    )}`;
}

/** One row per signal and aspect: favourable where most of its mentions are. */
function mentionsSource(question: Question, context: QuestionContext): Sql {
  const { from, to } = context.period;
  return sql`(select * from signals where ${rows('signals', question, context)}) as said
    inner join (select signal_id, aspect,
        sign(countIf(label = 'positive') - countIf(label = 'negative')) as feeling
      from mentions where ${signalScope(context.viewer)} and reading = ${context.reading}
        and local_day between ${from} and ${to} group by signal_id, aspect) as named using (signal_id)`;
}
