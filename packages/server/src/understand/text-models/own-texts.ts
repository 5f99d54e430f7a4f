// A workspace's own comments as labelled texts: by the score beside them, and by what people corrected in them.
import type { LabelledText } from '@lyhord/text';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { correctionsOf } from '../feed/correction-store.ts';

/** The newest so many; more teach little that these do not. */
const mostTexts = 6_000;

/** Scores in the middle say little of the feeling of a comment, so they are left out. */
const good = sql`(question = 'nps' and score >= 9 or question in ('csat', 'stars') and score >= 4)`;
const bad = sql`(question = 'nps' and score <= 6 or question in ('csat', 'stars') and score <= 2)`;
const clear = (workspaceId: string): Sql =>
  sql`workspace_id = ${workspaceId} and has_text and score is not null and (${good} or ${bad})`;

export async function countOwnTexts(warehouse: Warehouse, workspaceId: string): Promise<number> {
  const [row] = await warehouse.query<{ n: string }>(
    sql`select count() as n from signals where ${clear(workspaceId)}`,
  );
  return Math.min(mostTexts, Number(row?.n ?? 0));
}

interface Row {
  signal_id: string;
  language: string;
  text: string;
  glad: boolean;
}

export async function ownTexts(
  warehouse: Warehouse,
  ledger: Ledger,
  workspaceId: string,
): Promise<LabelledText[]> {
  const rows = await warehouse.query<Row>(sql`
    select s.signal_id as signal_id, s.language as language, t.text as text, s.glad as glad
    from (select signal_id, language, happened_at, ${good} as glad from signals where ${clear(workspaceId)}
      order by happened_at desc, signal_id limit ${mostTexts}) as s
    inner join (select signal_id, text from signal_texts where workspace_id = ${workspaceId}) as t using (signal_id)
    order by s.happened_at desc, s.signal_id`);
  const ids = rows.map(({ signal_id }) => signal_id);
  const corrected = new Map<string, NonNullable<LabelledText['terms']>[number][]>();
  for (const { signalId, start, end, correctLabel } of await correctionsOf(ledger, workspaceId, ids)) {
    if (correctLabel === null) continue;
    const terms = (corrected.get(signalId) ?? []).filter((one) => one.start !== start || one.end !== end);
    corrected.set(signalId, [...terms, { start, end, label: correctLabel }]);
  }
  return rows.map(({ signal_id, language, text, glad }) => ({
    text,
    ...(language === '' ? {} : { language }),
    label: glad ? ('positive' as const) : ('negative' as const),
    ...(corrected.has(signal_id) ? { terms: corrected.get(signal_id)! } : {}),
  }));
}
