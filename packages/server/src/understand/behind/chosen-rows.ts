// Some rows behind a number and some of the others, the same ones each time.
import type { Question } from '@lyhord/contract';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { QuestionContext } from '../questions/question-context.ts';
import { type Against, rowSet } from './row-set.ts';

/** Rows of each side; more say nothing that these do not say. */
const mostRows = 3_000;

export interface ChosenRow {
  readonly mine: 0 | 1;
  readonly place: string;
  readonly week: string;
  readonly key: string;
  readonly at: string;
}

/** Rows of customers who are known, of both sides. */
export function chosenRows(
  warehouse: Warehouse,
  question: Question,
  context: QuestionContext,
  against: Against,
): Promise<ChosenRow[]> {
  const set = rowSet(question, context, against);
  const id = set.table === 'signals' ? sql`signal_id` : sql`event_id`;
  const side = (which: 'these' | 'others') => sql`
    select ${which === 'these' ? sql`1` : sql`0`} as mine, toString(place_id) as place,
      toString(toMonday(local_day)) as week, toString(identifier_key) as key,
      toString(toUnixTimestamp64Milli(happened_at)) as at
    from ${set.table === 'signals' ? sql`signals` : sql`events`}
    where identifier_key != 0 and ${set[which]} order by cityHash64(${id}), ${id} limit ${mostRows}`;
  return warehouse.query<ChosenRow>(sql`(${side('these')}) union all (${side('others')})`);
}
