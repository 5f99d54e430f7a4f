// A first answer from some of the customers: all rows of one customer in so many, so that what is counted per customer
// stays whole. Sums are estimated from them, with an interval.
import type { Question, Score } from '@lyhord/contract';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { isOperations } from '../metrics/definitions.ts';
import { kindsOf } from '../metrics/kinds-of.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import type { Counts } from '../metrics/score.ts';
import { isServedByHistories } from './history-units.ts';
import type { QuestionContext } from './question-context.ts';
import { conditionsOn, isOfCustomers } from './row-conditions.ts';
import { isServedDaily } from './serving-table.ts';

/** Rows that are counted at once; a sample has about a quarter of them. */
const readAtOnce = 2_000_000;
const two = 1.959963984540054;

/** One customer in how many is looked at; null where everything is counted. */
export async function sampleFor(
  warehouse: Warehouse,
  question: Question,
  definition: MetricDefinition,
  context: QuestionContext,
): Promise<number | null> {
  if (question.sample === undefined || isServedDaily(question, definition, context.viewer)) return null;
  if (isOperations(definition) && isServedByHistories(question, definition, context)) return null;
  if (question.sample !== 'preview') return question.sample;
  const asked = { ...question, where: undefined } as Question;
  const done = definition.base === 'events' || definition.base === 'requests';
  const table = definition.base === 'answers' ? 'answers' : 'signals';
  const kinds = isOperations(definition) ? kindsOf(definition.rows) : [];
  // of events the daily counts tell it, without reading them
  const [row] = await warehouse.query<{ n: string }>(
    done
      ? sql`select sum(n) as n from daily_operations final where ${conditionsOn('daily_operations', asked, context)}
          ${sql.if(kinds.length > 0, () => sql`and kind in ${sql.list(kinds, 'String')}`)}`
      : sql`select count() as n from ${sql.name(table)} where ${conditionsOn(table, asked, context)}`,
  );
  const rows = Number(row?.n ?? 0);
  if (rows <= readAtOnce) return null;
  const oneIn = 2 ** Math.ceil(Math.log2((4 * rows) / readAtOnce));
  const kept = isOfCustomers(question) ? context.samples?.oneIn : undefined;
  return kept !== undefined && 2 * oneIn >= kept ? Math.max(oneIn, kept) : oneIn;
}

/** What a count or a sum over a sample says of everything; other scores hold as they are. */
export function estimated(
  definition: MetricDefinition,
  { n, total, totalSquares }: Counts,
  score: Score,
  oneIn: number,
): Score {
  if (definition.interval !== 'none' || score.value === null) return score;
  const [seen, squares] = definition.numerator === 'sum' ? [total, totalSquares] : [n, n];
  const half = two * oneIn * Math.sqrt((1 - 1 / oneIn) * squares);
  const value = oneIn * seen;
  return { ...score, value, low: Math.max(definition.range[0], value - half), high: value + half };
}
