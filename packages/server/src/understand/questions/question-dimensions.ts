// The dimensions of a question: the column behind each, and which a metric can be split by.
import { customerDimensions, type Dimension, subjectDimensions, touchpointStages } from '@lyhord/contract';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { isOperations } from '../metrics/definitions.ts';
import { kindsOf } from '../metrics/kinds-of.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import { isCustomerDimension, partColumns } from './customer-parts.ts';
import { isLineDimension, isSubject, subjectColumns } from './subject-parts.ts';

const stageOf = sql`transform(touchpoint, ${sql.typed('Array(String)', Object.keys(touchpointStages))},
  ${sql.typed('Array(String)', Object.values(touchpointStages))}, '')`;
/** The column of each dimension, in every table that knows it. */
export const dimensionColumns: Readonly<Record<Dimension, Sql>> = {
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
  product: subjectColumns.product,
  category: subjectColumns.category,
  employee_group: subjectColumns.employee_group,
};
/** What parts customers of events, which count customers over time; what was true then parts what was said. */
const lastingParts = customerDimensions.filter((one) => one !== 'trait' && one !== 'life_cycle_then');
/** When and by which way: every row and every daily count knows them. */
export const whenAndHow = ['day', 'week', 'month', 'touchpoint', 'stage', 'channel'] as const;

const eventDimensions: ReadonlySet<Dimension> = new Set(['place', 'hour', ...whenAndHow, ...lastingParts]);

/** Contacts and orders share places and days; the channel of one says nothing of the other. */
const rateDimensions: readonly Dimension[] = ['place', 'day', 'week', 'month', ...lastingParts];

/** A customer's worth of all times has no day. */
const lifetimeDimensions: readonly Dimension[] = ['place', 'touchpoint', 'stage', 'channel', ...lastingParts];

/** The dimensions by which a metric can be split. */
export function dimensionsOf(definition: MetricDefinition): readonly Dimension[] {
  const all = Object.keys(dimensionColumns) as Dimension[];
  if (isOperations(definition) && definition.rows.unit === 'rate') return rateDimensions;
  if (isOperations(definition) && definition.rows.unit === 'lifetime') return lifetimeDimensions;
  if (definition.base === 'events') return [...eventDimensions, ...subjectsOf(definition)];
  if (definition.base === 'requests') return [...eventDimensions].filter((one) => !isCustomerDimension(one));
  if (definition.base === 'feelings') {
    const apart = (one: Dimension) => isCustomerDimension(one) || isSubject(one);
    return all.filter((one) => one !== 'question' && one !== 'topic' && !apart(one));
  }
  if (definition.base === 'answers') return all;
  // How many told at all is not known per employee who is told of in a topic.
  const unknown = definition.base === 'topics' ? ['question', 'employee_group'] : ['question'];
  return all.filter((one) => !unknown.includes(one));
}

/** Orders know their lines; what one employee did is one event. */
function subjectsOf(definition: MetricDefinition): readonly Dimension[] {
  if (!isOperations(definition)) return [];
  const { rows } = definition;
  const ordered = rows.unit !== 'converted' && kindsOf(rows)[0] === 'order_placed';
  const single = rows.unit === 'event' || rows.unit === 'pair' || rows.unit === 'followed';
  return subjectDimensions.filter((one) => (isLineDimension(one) ? ordered : single));
}
