// From a question to one statement of SQL: which table serves it, its keys, and the counts that a score is made of.
import { customerDimensions, type Dimension, type Question, touchpointStages } from '@lyhord/contract';
import { eventScope, signalScope, type Viewer } from '../../access/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { isFamily, isOperations } from '../metrics/definitions.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import { compileFilter, fieldsOf, rollupFields } from './compile-filter.ts';
import {
  countColumns,
  isCountedDaily,
  kindsCounted,
  requestRows,
  type ServingTable,
} from './count-columns.ts';
import { isCustomerDimension, joinedParts, partColumns } from './customer-parts.ts';
import type { QuestionContext } from './question-context.ts';
import { sampled } from './sample-condition.ts';
import { unitRows } from './unit-rows.ts';

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
  question: sql`question`,
  language: sql`language`,
  campaign: sql`campaign`,
  ...partColumns,
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
  'question',
]);
const sumDimensions = new Set<Dimension>([
  'day',
  'week',
  'month',
  'touchpoint',
  'stage',
  'channel',
  'question',
]);
const sumFields: ReadonlySet<string> = new Set(['touchpoint', 'channel']);
const operationDimensions = new Set<Dimension>([
  'place',
  'day',
  'week',
  'month',
  'touchpoint',
  'stage',
  'channel',
]);
const operationFields: ReadonlySet<string> = new Set(['place', 'touchpoint', 'channel']);
const eventDimensions: ReadonlySet<Dimension> = new Set([
  'place',
  'day',
  'week',
  'month',
  'hour',
  'touchpoint',
  'stage',
  'channel',
  ...customerDimensions,
]);

/** Contacts and orders share places and days; the channel of one says nothing of the other. */
const rateDimensions: readonly Dimension[] = ['place', 'day', 'week', 'month', ...customerDimensions];

/** A customer's worth of all times has no day. */
const lifetimeDimensions: readonly Dimension[] = [
  'place',
  'touchpoint',
  'stage',
  'channel',
  ...customerDimensions,
];

/** The dimensions by which a metric can be split. */
export function dimensionsOf(definition: MetricDefinition): readonly Dimension[] {
  const all = Object.keys(dimensionColumns) as Dimension[];
  if (isOperations(definition) && definition.rows.unit === 'rate') return rateDimensions;
  if (isOperations(definition) && definition.rows.unit === 'lifetime') return lifetimeDimensions;
  if (definition.base === 'events') return [...eventDimensions];
  if (definition.base === 'requests') return [...eventDimensions].filter((one) => !isCustomerDimension(one));
  if (definition.base === 'feelings') {
    return all.filter((one) => one !== 'question' && one !== 'topic' && !isCustomerDimension(one));
  }
  return definition.base === 'answers' ? all : all.filter((one) => one !== 'question');
}

/** The keys of a question's groups: its dimensions, and the currency where the metric is in money. */
export const keysOf = (question: Question, definition: MetricDefinition): readonly string[] =>
  definition.unit === 'money' ? [...question.by, 'currency'] : question.by;

/** Compiles a question whose period and place were checked. The policy of `context.viewer` is part of every table read. */
export function compileQuestion(
  question: Question,
  definition: MetricDefinition,
  context: QuestionContext,
): CompiledQuestion {
  const table = servingTable(question, definition, context.viewer);
  const columns = keysOf(question, definition).map(
    (key) => (dimensionColumns as Record<string, Sql>)[key] ?? sql`currency`,
  );
  const names = columns.map((_, index) => sql.name(`k${index}`));
  const keys = columns.map((column, index) => sql`${column} as ${names[index]!}`);
  const counted = { question, definition, context, keys, names };
  const from =
    table === 'units' && isOperations(definition)
      ? unitRows({
          ...counted,
          ...{ definition, by: question.by },
          within: (period) => conditionsOn('events', question, { ...context, period }),
        })
      : table === 'topics'
        ? topicShareSource(counted)
        : source(table, question, definition, context);
  const known = table === 'units' || table === 'topics';
  const statement = sql`select ${sql.join([...(known ? names : keys), countColumns(table, definition)])}
    from ${from}
    ${sql.if(
      names.length > 0,
      () => sql`group by ${sql.join(names)} ${sql.if(daily.has(table), sql`having n > 0 or total > 0`)}
      order by ${order(question.by, names)}`,
    )}
    limit ${question.limit}`;
  return { statement, table };
}

/** Time runs forward; otherwise the largest groups come first. */
function order(by: readonly Dimension[], names: readonly Sql[]): Sql {
  const timed = names.filter((_, index) => ['day', 'week', 'month', 'hour'].includes(by[index]!));
  return sql.join([...timed, sql`n desc`, ...names]);
}

/** Whether daily counts answer the question, so that nothing is gained by a sample. */
export const isServedDaily = (question: Question, definition: MetricDefinition, viewer: Viewer): boolean =>
  daily.has(servingTable(question, definition, viewer));

/** Tables whose keys may stand with nothing but zeros, after the rows of a day have gone. */
const daily: ReadonlySet<ServingTable> = new Set(['daily_scores', 'daily_score_sums', 'daily_operations']);

function servingTable(question: Question, definition: MetricDefinition, viewer: Viewer): ServingTable {
  const known = dimensionsOf(definition);
  const unknown = question.by.find((dimension) => !known.includes(dimension));
  if (unknown !== undefined) {
    throw new Problem('invalid_input', {
      detail: `${definition.key} cannot be split by ${unknown}; it knows ${known.join(', ')}.`,
    });
  }
  const fields = question.where ? fieldsOf(question.where) : new Set<never>();
  const only = (dimensions: ReadonlySet<Dimension>, known: ReadonlySet<string>) =>
    question.by.every((dimension) => dimensions.has(dimension)) &&
    [...fields].every((field) => known.has(field));
  if (definition.base === 'requests' || definition.base === 'events') {
    if (isCountedDaily(definition) && only(operationDimensions, operationFields)) return 'daily_operations';
    return definition.base === 'requests' ? 'requests' : 'units';
  }
  if (definition.base === 'topics') {
    if (question.by.includes('topic')) return 'topics';
    throw new Problem('invalid_input', { detail: 'topic_share is a share per topic; ask for it by topic.' });
  }
  if (definition.base === 'feelings') return 'signals';
  if (definition.base === 'signals') return question.by.includes('topic') ? 'mentions' : 'signals';
  const everywhere = viewer.placeIds === 'all' && question.place === undefined;
  if (everywhere && only(sumDimensions, sumFields)) return 'daily_score_sums';
  return only(rollupDimensions, rollupFields) ? 'daily_scores' : 'answers';
}

function source(
  table: ServingTable,
  question: Question,
  definition: MetricDefinition,
  context: QuestionContext,
): Sql {
  switch (table) {
    case 'daily_scores':
      return sql`daily_scores final where ${conditionsOn('answers', question, context)} and ${ofQuestion(definition)}`;
    case 'daily_score_sums':
      return sql`daily_score_sums final where ${conditionsOn('answers', question, context)} and ${ofQuestion(definition)}`;
    case 'daily_operations':
      return sql`daily_operations final where ${conditionsOn('daily_operations', question, context)}
        and kind in ${sql.list(kindsCounted(definition), 'String')}`;
    case 'answers':
      return answersSource(question, definition, context);
    case 'signals':
      if (definition.base === 'feelings') return feelingsSource(question, context);
      return rowsWithParts(
        sql`signals where ${conditionsOn('signals', question, context)}
        ${sql.if(definition.key === 'sentiment', sql`and sentiment != ''`)}`,
        question,
        context,
      );
    case 'mentions':
      return mentionsSource(question, context);
    default:
      return requestRows(context.viewer, context.period.from, conditionsOn('events', question, context));
  }
}

/** `table where …`, each row with the parts of its customer that the question asks for. */
function rowsWithParts(rows: Sql, { by }: Question, context: QuestionContext): Sql {
  if (!by.some(isCustomerDimension)) return rows;
  return sql`(select * from ${rows}) as told ${joinedParts(by, 'told', context)}`;
}

/** Rows of the question that a metric rests on, or of all of its family. */
export const ofQuestion = ({ question }: MetricDefinition): Sql =>
  isFamily(question ?? '') ? sql`startsWith(question, ${question})` : sql`question = ${question}`;

/** One row per signal and topic that it names, with how many signals of its group have text at all. */
function topicShareSource(of: {
  question: Question;
  context: QuestionContext;
  keys: readonly Sql[];
  names: readonly Sql[];
}): Sql {
  const { question, context, keys, names } = of;
  const topic = question.by.indexOf('topic');
  const rest = names.filter((_, index) => index !== topic);
  const texts = rowsWithParts(
    sql`signals where ${conditionsOn('signals', question, context)} and has_text`,
    question,
    context,
  );
  const others = keys.filter((_, index) => index !== topic);
  const { from, to } = context.period;
  const group = sql.join([sql`one`, ...rest]);
  return sql`(select ${sql.join([...names, sql`said`])}
    from (select * from (select ${sql.join([sql`1 as one`, ...others, sql`signal_id`])} from ${texts}) as told
      inner join (select ${sql.join([sql`1 as one`, ...others, sql`count() as said`])} from ${texts} group by ${group}) as all_told
      using (${group})) as grouped
    inner join (select distinct signal_id, aspect as ${names[topic]!} from mentions
      where ${signalScope(context.viewer)} and reading = ${context.reading} and local_day between ${from} and ${to}
    ) as named using (signal_id))`;
}

/** A day of any place lies within a day of the same day in UTC; bounds the part of the table that is read. */
export const happenedAround = (from: string, to: string): Sql => sql`
  happened_at >= toDateTime64(${from}, 3, 'UTC') - interval 1 day
  and happened_at < toDateTime64(${to}, 3, 'UTC') + interval 2 day`;

/** Policy, period, place and filter: the conditions that every row of every table must meet. */
export function conditionsOn(
  table: 'answers' | 'signals' | 'events' | 'daily_operations',
  question: Question,
  context: QuestionContext,
): Sql {
  const ofEvents = table === 'events' || table === 'daily_operations';
  const scope = ofEvents ? eventScope(context.viewer) : signalScope(context.viewer);
  const { from, to } = context.period;
  const below = question.place === undefined ? null : context.placesBelow(question.place);
  return sql.and([
    scope,
    sql`local_day between ${from} and ${to}`,
    sql.if(table === 'events', happenedAround(from, to)),
    sql.if(below !== null, () => sql`place_id in ${sql.list(below ?? [], 'String')}`),
    sql.if(context.sample !== undefined && table !== 'daily_operations', () =>
      sampled(table as 'answers' | 'signals' | 'events', context),
    ),
    sql.if(question.where, () => compileFilter(question.where!, ofEvents ? 'events' : table, context)),
  ]);
}

/** Answers as they arrived, joined with what only their signal or its mentions know. */
function answersSource(question: Question, definition: MetricDefinition, context: QuestionContext): Sql {
  const answers = sql`(select * from answers where ${conditionsOn('answers', question, context)}
    and ${ofQuestion(definition)}) as answered`;
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
    )}
    ${joinedParts(question.by, 'answered', context)}`;
}

/** One row per comment, with whether any feeling that the workspace wants to give was felt; none where it wants none. */
function feelingsSource(question: Question, context: QuestionContext): Sql {
  const { from, to } = context.period;
  const wanted = context.feelings ?? [];
  return sql`(select *, signal_id in (select signal_id from mentions where ${signalScope(context.viewer)}
      and reading = ${context.reading} and local_day between ${from} and ${to} and label = 'positive'
      and aspect in ${sql.list(wanted, 'String')}) as felt
    from signals where ${conditionsOn('signals', question, context)} and has_text
      ${sql.if(wanted.length === 0, sql`and false`)}) as commented`;
}

/** One row per signal and aspect: favourable where most of its mentions are. */
function mentionsSource(question: Question, context: QuestionContext): Sql {
  const { from, to } = context.period;
  return sql`(select * from signals where ${conditionsOn('signals', question, context)}) as said
    inner join (select signal_id, aspect,
        sign(countIf(label = 'positive') - countIf(label = 'negative')) as feeling
      from mentions where ${signalScope(context.viewer)} and reading = ${context.reading}
        and local_day between ${from} and ${to} group by signal_id, aspect) as named using (signal_id)
    ${joinedParts(question.by, 'said', context)}`;
}
