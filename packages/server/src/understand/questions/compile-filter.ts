// Promise: a filter becomes SQL only through the shapes and fields written here, with every value bound. Missing
// values satisfy no comparison, so that `not` is always the exact complement.
import type { Filter } from '@lyhord/contract';
import { signalScope } from '../../access/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { standingAt } from '../places/places-asked.ts';
import { wordsCondition } from '../words/words-condition.ts';
import type { QuestionContext } from './question-context.ts';

/** The table whose rows a filter is asked of. */
export type FilterTable = 'answers' | 'signals' | 'events';
type Leaf = Exclude<Filter, { all: unknown } | { any: unknown } | { not: unknown } | { words: unknown }>;
type Field = Leaf['field'];
type FieldKind = 'text' | 'number' | 'yes_no' | 'place' | 'topic' | 'flag' | 'sentiment' | 'segment';

const fieldKinds: Readonly<Record<Field, FieldKind>> = {
  place: 'place',
  touchpoint: 'text',
  channel: 'text',
  kind: 'text',
  topic: 'topic',
  language: 'text',
  campaign: 'text',
  question: 'text',
  score: 'number',
  sentiment: 'sentiment',
  flag: 'flag',
  has_text: 'yes_no',
  source: 'text',
  hour: 'number',
  segment: 'segment',
  segment_then: 'segment',
};
const columns: Readonly<Record<Field, Sql>> = {
  place: sql`place_id`,
  touchpoint: sql`touchpoint`,
  channel: sql`channel`,
  kind: sql`kind`,
  topic: sql`topics`,
  language: sql`language`,
  campaign: sql`campaign`,
  question: sql`question`,
  score: sql`score`,
  sentiment: sql`sentiment`,
  flag: sql`flags`,
  has_text: sql`has_text`,
  source: sql`source_id`,
  hour: sql`intDiv(local_minute, 60)`,
  segment: sql`identifier_key`,
  segment_then: sql`signal_id`,
};
/** Fields that a table answers from its own row; what is missing is asked of the signal. */
const ownFields: Readonly<Record<FilterTable, ReadonlySet<Field>>> = {
  answers: new Set([
    'place',
    'touchpoint',
    'channel',
    'kind',
    'campaign',
    'question',
    'score',
    'hour',
    'segment',
    'segment_then',
  ]),
  signals: new Set(Object.keys(fieldKinds) as Field[]),
  events: new Set(['place', 'touchpoint', 'channel', 'source', 'hour', 'segment']),
};

/** Fields by which the daily rollup can be filtered. */
export const rollupFields: ReadonlySet<string> = new Set(['place', 'touchpoint', 'channel', 'kind']);

/** All fields that a filter names; `words` counts as one. */
export function fieldsOf(filter: Filter): Set<Field | 'words'> {
  if ('all' in filter) return union(filter.all);
  if ('any' in filter) return union(filter.any);
  if ('not' in filter) return fieldsOf(filter.not);
  return new Set(['words' in filter ? 'words' : filter.field]);
}
const union = (filters: readonly Filter[]) => new Set(filters.flatMap((one) => [...fieldsOf(one)]));

/** The filter as a condition on the rows of `table`. */
export function compileFilter(filter: Filter, table: FilterTable, context: QuestionContext): Sql {
  if ('all' in filter) return sql.and(filter.all.map((one) => compileFilter(one, table, context)));
  if ('any' in filter) return sql.or(filter.any.map((one) => compileFilter(one, table, context)));
  if ('not' in filter) return sql`not ${compileFilter(filter.not, table, context)}`;
  if ('words' in filter) return ofSignal(wordsCondition(filter.words, context), table, context, 'words');
  if (ownFields[table].has(filter.field)) return leafCondition(filter, table, context);
  return ofSignal(leafCondition(filter, 'signals', context), table, context, filter.field);
}

/** A condition on the signal that a row belongs to. */
function ofSignal(condition: Sql, table: FilterTable, context: QuestionContext, field: string): Sql {
  if (table === 'signals') return condition;
  if (table === 'events') {
    const known = [...ownFields.events].join(', ');
    throw new Problem('invalid_input', {
      detail: `This metric cannot be filtered by ${field}; it knows ${known}.`,
    });
  }
  return sql`signal_id in (select signal_id from signals where ${signalScope(context.viewer)}
    and local_day between ${context.period.from} and ${context.period.to} and ${condition})`;
}

function leafCondition(leaf: Leaf, table: FilterTable, context: QuestionContext): Sql {
  const kind = fieldKinds[leaf.field];
  if ('atLeast' in leaf) return sql`ifNull(${measured(leaf.field, table)} >= ${leaf.atLeast}, false)`;
  if ('atMost' in leaf) return sql`ifNull(${measured(leaf.field, table)} <= ${leaf.atMost}, false)`;
  const values = 'in' in leaf ? leaf.in : [leaf.is];
  for (const value of values) checkValue(leaf.field, kind, value);
  return oneOf(leaf.field, kind, values, table, context);
}

type Value = string | number | boolean;
function oneOf(
  field: Field,
  kind: FieldKind,
  values: readonly Value[],
  table: FilterTable,
  context: QuestionContext,
): Sql {
  const column = columnOf(field, table);
  const texts = values as readonly string[];
  switch (kind) {
    case 'place':
      return standingAt(context.placesBelow(texts, context.period));
    case 'topic':
      return mentioning(texts, context);
    case 'segment':
      return sql.or(texts.map((id) => sql`${column} in (${membersOf(field, id, context)})`));
    case 'flag':
      return sql`hasAny(${column}, ${sql.typed('Array(String)', texts)})`;
    case 'number':
      return sql`ifNull(toFloat64(${column}) in ${sql.list(values as readonly number[], 'Float64')}, false)`;
    case 'yes_no':
      return sql.or(values.map((value) => sql`${column} = ${value as boolean}`));
    default:
      return sql`${column} in ${sql.list(texts, 'String')}`;
  }
}

function membersOf(field: Field, id: string, { segments, segmentsThen }: QuestionContext): Sql {
  const members = (field === 'segment_then' ? segmentsThen : segments)?.get(id);
  if (members) return members;
  throw new Problem('invalid_input', {
    detail: `There is no segment "${id}" that could be asked for here; GET /api/segments lists them.`,
  });
}

/** Signals in which one of the topics, or a topic below it, is named; in the reading of the texts that is in use. */
export function mentioning(topics: readonly string[], context: QuestionContext): Sql {
  const keys = [...new Set(topics.flatMap((key) => context.topicsBelow(key)))];
  return sql`signal_id in (select signal_id from mentions where ${signalScope(context.viewer)}
    and reading = ${context.reading} and local_day between ${context.period.from} and ${context.period.to}
    and aspect in ${sql.list(keys, 'String')})`;
}

const columnOf = (field: Field, table: FilterTable): Sql =>
  table === 'answers' && field === 'score' ? sql`value` : columns[field];

function measured(field: Field, table: FilterTable): Sql {
  if (field === 'sentiment') return sql`if(sentiment = '', null, sentiment_score)`;
  if (fieldKinds[field] === 'number') return columnOf(field, table);
  throw new Problem('invalid_input', {
    detail: `${field} is not a number, so "at least" and "at most" mean nothing for it; use "is" or "in".`,
  });
}

const wanted: Readonly<Record<FieldKind, 'string' | 'number' | 'boolean'>> = {
  text: 'string',
  place: 'string',
  topic: 'string',
  flag: 'string',
  sentiment: 'string',
  number: 'number',
  yes_no: 'boolean',
  segment: 'string',
};
function checkValue(field: Field, kind: FieldKind, value: Value): void {
  if (typeof value === wanted[kind]) return;
  throw new Problem('invalid_input', {
    detail: `${JSON.stringify(value)} cannot be a value of ${field}; a ${wanted[kind]} is needed.`,
  });
}
