// Which table answers a question: sums and daily counts where they can say it, else rows.
import type { Dimension, Question } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import { fieldsOf, rollupFields } from './compile-filter.ts';
import { isCountedDaily, type ServingTable, ticketSumsOf } from './count-columns.ts';
import { dimensionsOf, whenAndHow } from './question-dimensions.ts';

const rollupDimensions: ReadonlySet<Dimension> = new Set(['place', 'kind', 'question', ...whenAndHow]);
const sumDimensions: ReadonlySet<Dimension> = new Set(['question', ...whenAndHow]);
const sumFields: ReadonlySet<string> = new Set(['touchpoint', 'channel']);
const operationDimensions: ReadonlySet<Dimension> = new Set(['place', ...whenAndHow]);
const operationFields: ReadonlySet<string> = new Set(['place', 'touchpoint', 'channel']);

/** Tables whose keys may stand with nothing but zeros, after the rows of a day have gone. */
export const dailyTables: ReadonlySet<ServingTable> = new Set([
  'daily_scores',
  'daily_score_sums',
  'daily_operations',
  'daily_tickets',
]);

/** Whether daily counts answer the question, so that nothing is gained by a sample. */
export const isServedDaily = (question: Question, definition: MetricDefinition, viewer: Viewer): boolean =>
  dailyTables.has(servingTable(question, definition, viewer));

/** Refuses a dimension that the metric does not know. */
export function servingTable(question: Question, definition: MetricDefinition, viewer: Viewer): ServingTable {
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
    const known = only(operationDimensions, operationFields);
    if (known && isCountedDaily(definition)) return 'daily_operations';
    if (known && ticketSumsOf(definition)) return 'daily_tickets';
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
