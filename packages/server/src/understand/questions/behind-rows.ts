// The newest rows behind an answer: answers, signals or events, under the same policy, period, place and filter.
import type { BehindRow, Question } from '@lyhord/contract';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { isOperations, metricDefinitions } from '../metrics/definitions.ts';
import { kindsOf } from '../metrics/kinds-of.ts';
import { daysOver } from './days-over.ts';
import type { QuestionContext } from './question-context.ts';
import { conditionsOn, ofQuestion } from './row-conditions.ts';

const mostRows = 100;

interface Row {
  at: string;
  place: string;
  kind: string;
  channel: string;
  touchpoint: string;
  value: number | null;
  currency: string;
  reference: string;
  signal: string;
}

export async function rowsBehind(
  warehouse: Warehouse,
  question: Question,
  context: QuestionContext,
): Promise<{ rows: BehindRow[]; more: boolean }> {
  const found = await warehouse.query<Row>(sql`
    select toString(happened_at) as at, place_id as place, kind, channel, touchpoint, ${listed(question, context)}
    order by happened_at desc limit ${mostRows + 1}`);
  const rows = found.slice(0, mostRows).map(
    (row): BehindRow => ({
      at: `${row.at.replace(' ', 'T')}Z`,
      placeId: row.place || null,
      kind: row.kind,
      channel: row.channel,
      touchpoint: row.touchpoint || null,
      value: row.value,
      currency: row.currency || null,
      reference: row.reference || null,
      signalId: row.signal || null,
    }),
  );
  return { rows, more: found.length > mostRows };
}

function listed(question: Question, context: QuestionContext) {
  const definition = metricDefinitions[question.metric];
  const within = (table: 'answers' | 'signals' | 'events') => conditionsOn(table, question, context);
  if (definition.base === 'answers') {
    return sql`value, '' as currency, '' as reference, signal_id as signal from answers
      where ${ofQuestion(definition)} and ${within('answers')}`;
  }
  if (['signals', 'topics', 'feelings'].includes(definition.base)) {
    return sql`score as value, '' as currency, reference, signal_id as signal from signals where ${within('signals')}`;
  }
  const kinds = isOperations(definition) ? kindsOf(definition.rows) : ['survey_sent', 'survey_answered'];
  const followed = isOperations(definition) && definition.rows.unit === 'repeated' ? definition.rows : null;
  return sql`toFloat64(amount_minor) as value, currency, reference, '' as signal from events
    where kind in ${sql.list(kinds, 'String')} and ${within('events')}
    ${sql.if(followed, () => sql`and ${daysOver(sql`local_day`, followed!.withinDays, context.viewer)}`)}`;
}
