// Comments that show a topic: clear ones, and each saying something else.
import { signalScope } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { diverse } from './diverse-quotes.ts';
import type { WordScope } from './telling-words.ts';

const usualCandidates = 300;

/** Ids of signals, the most telling first. */
export async function quoteIds(
  warehouse: Warehouse,
  scope: WordScope,
  label: 'positive' | 'negative' | null,
  most: number,
): Promise<string[]> {
  const { places, topics } = scope;
  const which = sql`aspect in ${sql.list(topics, 'String')}
    ${sql.if(label, () => sql`and label = ${label!}`)}
    ${sql.if(places, () => sql`and place_id in ${sql.list(places ?? [], 'String')}`)}`;
  return clearestComments(warehouse, scope, which, most);
}

/** Ids of the comments whose mentions under a condition are clearest, each saying something else. */
export async function clearestComments(
  warehouse: Warehouse,
  { viewer, period, reading }: Pick<WordScope, 'viewer' | 'period' | 'reading'>,
  which: Sql,
  most: number,
  candidates = usualCandidates,
): Promise<string[]> {
  const rows = await warehouse.query<{ signal_id: string; text: string; feeling: number }>(sql`
    select signal_id, text, feeling from (
      select signal_id, argMax(polarity, abs(polarity) * confidence) as feeling,
        max(abs(polarity) * confidence) as clear
      from mentions where ${signalScope(viewer)} and reading = ${reading}
        and local_day between ${period.from} and ${period.to} and ${which}
      group by signal_id order by clear desc, signal_id limit ${candidates}) as clearest
    inner join (select signal_id, text from signal_texts where workspace_id = ${viewer.workspaceId}
        and local_day between ${period.from} and ${period.to}) as texts using (signal_id)
    order by clear desc, signal_id`);
  return diverse(
    rows.map((row) => ({ id: row.signal_id, text: row.text, polarity: row.feeling })),
    most,
  );
}
