// All warehouse SQL of themes: texts with what topics cover of them, and counts of members that a reader may see.
import type { Period } from '@lyhord/contract';
import { signalScope, type Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { andAt, type PlacesAsked } from '../places/places-asked.ts';

export interface TextWithMentions {
  readonly signal_id: string;
  readonly text: string;
  readonly language: string;
  readonly starts: number[];
  readonly ends: number[];
}

/** The last day with a text, or null where there is none. */
export async function lastDayWithText(warehouse: Warehouse, workspaceId: string): Promise<string | null> {
  const [row] = await warehouse.query<{ day: string; n: string }>(sql`select toString(max(local_day)) as day,
    count() as n from signals where workspace_id = ${workspaceId} and has_text and author != 'staff'`);
  return row && Number(row.n) > 0 ? row.day : null;
}

/** The newest texts of a period, with the clauses in which the current reading found a topic. */
export const textsWithMentions = (
  warehouse: Warehouse,
  workspaceId: string,
  period: Period,
  reading: number,
  most: number,
): Promise<TextWithMentions[]> => {
  const within = sql`workspace_id = ${workspaceId} and local_day between ${period.from} and ${period.to}`;
  return warehouse.query<TextWithMentions>(sql`
    select s.signal_id as signal_id, t.text as text, s.language as language, m.starts as starts, m.ends as ends
    from (select signal_id, language, happened_at from signals where ${within} and has_text and author != 'staff'
      order by signals.happened_at desc, signal_id limit ${most}) as s
    inner join (select signal_id, text from signal_texts where ${within}) as t using (signal_id)
    left join (select signal_id, groupArray(clause_start) as starts, groupArray(clause_end) as ends from mentions
      where ${within} and reading = ${reading} group by signal_id) as m using (signal_id)
    order by s.signal_id`);
};

export interface MemberRow {
  readonly signal_id: string;
  readonly place_id: string;
  readonly week: string;
  readonly sentiment: string;
}
/** The members among these ids that the viewer may see. */
export const membersSeen = (
  warehouse: Warehouse,
  viewer: Viewer,
  ids: readonly string[],
  places: PlacesAsked | null,
): Promise<MemberRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : warehouse.query<MemberRow>(sql`select signal_id, place_id, toString(toMonday(local_day)) as week, sentiment
        from signals where ${signalScope(viewer)} and signal_id in ${sql.list(ids, 'String')}
        ${andAt(places)}`);
