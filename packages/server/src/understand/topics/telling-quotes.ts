// Comments that show a topic: clear ones, and each saying something else.
import { signalScope } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { diverse } from './diverse-quotes.ts';
import type { WordScope } from './telling-words.ts';

const candidates = 300;

/** Ids of signals, the most telling first. */
export async function quoteIds(
  warehouse: Warehouse,
  scope: WordScope,
  label: 'positive' | 'negative' | null,
  most: number,
): Promise<string[]> {
  const { viewer, period, places, topics, reading } = scope;
  const rows = await warehouse.query<{ signal_id: string; text: string; feeling: number }>(sql`
    select signal_id, text, feeling from (
      select signal_id, argMax(polarity, abs(polarity) * confidence) as feeling,
        max(abs(polarity) * confidence) as clear
      from mentions where ${signalScope(viewer)} and reading = ${reading}
        and local_day between ${period.from} and ${period.to} and aspect in ${sql.list(topics, 'String')}
        ${sql.if(label, () => sql`and label = ${label!}`)}
        ${sql.if(places, () => sql`and place_id in ${sql.list(places ?? [], 'String')}`)}
      group by signal_id order by clear desc, signal_id limit ${candidates}) as clearest
    inner join (select signal_id, text from signal_texts where workspace_id = ${viewer.workspaceId}
        and local_day between ${period.from} and ${period.to}) as texts using (signal_id)
    order by clear desc, signal_id`);
  return diverse(
    rows.map((row) => ({ id: row.signal_id, text: row.text, polarity: row.feeling })),
    most,
  );
}
