// Corrections of mentions by people: new rows that lie over what the engine said, never changes of it.
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

export interface Correction {
  readonly signalId: string;
  readonly aspect: string;
  readonly start: number;
  readonly end: number;
  readonly correctAspect: string | null;
  readonly correctLabel: 'positive' | 'neutral' | 'negative' | null;
}
interface Row {
  signal_id: string;
  aspect: string;
  span_start: number;
  span_end: number;
  correct_aspect: string | null;
  correct_label: Correction['correctLabel'];
}

/** In the order in which they were made; the last one on a span counts. */
export async function correctionsOf(
  ledger: Ledger,
  workspaceId: string,
  signalIds: readonly string[],
): Promise<Correction[]> {
  const rows =
    await ledger.query<Row>(sql`select signal_id, aspect, span_start, span_end, correct_aspect, correct_label
    from mention_corrections where workspace_id = ${workspaceId} and signal_id = any(${signalIds}) order by id`);
  return rows.map((row) => ({
    signalId: row.signal_id,
    aspect: row.aspect,
    start: row.span_start,
    end: row.span_end,
    correctAspect: row.correct_aspect,
    correctLabel: row.correct_label,
  }));
}

export const addCorrection = (
  ledger: Ledger,
  workspaceId: string,
  id: string,
  by: string | null,
  at: Date,
  correction: Correction,
): Promise<unknown> =>
  ledger.query(sql`insert into mention_corrections
      (id, workspace_id, signal_id, aspect, span_start, span_end, correct_aspect, correct_label, corrected_by, corrected_at)
    values (${id}, ${workspaceId}, ${correction.signalId}, ${correction.aspect}, ${correction.start},
      ${correction.end}, ${correction.correctAspect}, ${correction.correctLabel}, ${by}, ${at})`);

/** Comments that people gave a topic, newest first, each once. */
export async function examplesOf(
  ledger: Ledger,
  workspaceId: string,
  topic: string,
  most: number,
): Promise<(Correction & { at: Date })[]> {
  const rows = await ledger.query<Row & { corrected_at: Date }>(sql`select distinct on (signal_id, span_start)
      signal_id, aspect, span_start, span_end, correct_aspect, correct_label, corrected_at
    from mention_corrections where workspace_id = ${workspaceId} and correct_aspect = ${topic}
    order by signal_id, span_start, id desc limit ${most}`);
  return rows
    .map((row) => ({
      ...{ signalId: row.signal_id, aspect: row.aspect, start: row.span_start, end: row.span_end },
      ...{ correctAspect: row.correct_aspect, correctLabel: row.correct_label, at: row.corrected_at },
    }))
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}
