// Signals whose texts are to be read, and the mention rows that a reading makes of them.
import { questionScales, type TextAnalysis } from '@lyhord/contract';
import type { TextToAnalyse } from '../../collect/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { Reading } from './reading-store.ts';

export interface SignalWithText {
  readonly commit_no: string;
  readonly signal_id: string;
  readonly text: string;
  readonly kind: string;
  readonly channel: string;
  readonly touchpoint: string;
  readonly place_id: string;
  readonly happened_at: string;
  readonly local_day: string;
  readonly question: string;
  readonly score: number | null;
  readonly language: string;
  readonly identifier_key: string;
}

/**
 * The next signals that came with a text, after `after` and up to a commit, in the order in which they were committed; ''
 * where the text is no longer kept.
 */
export const nextTexts = (
  warehouse: Warehouse,
  workspaceId: string,
  after: Reading['readTo'],
  upToCommit: bigint,
  limit: number,
): Promise<SignalWithText[]> =>
  warehouse.query<SignalWithText>(sql`
    select s.commit_no as commit_no, s.signal_id as signal_id, t.text as text, s.kind as kind, s.channel as channel,
      s.touchpoint as touchpoint, s.place_id as place_id, s.happened_at as happened_at, s.local_day as local_day,
      s.question as question, s.score as score, s.language as language, s.identifier_key as identifier_key
    from (select * from signals where workspace_id = ${workspaceId} and has_text
        and commit_no >= ${sql.typed('UInt64', after.commitNo)} and commit_no <= ${sql.typed('UInt64', upToCommit)}
        and (commit_no, signal_id) > (${sql.typed('UInt64', after.commitNo)}, ${after.signalId})
      order by commit_no, signal_id limit ${limit}) as s
    left join (select commit_no, signal_id, text from signal_texts where workspace_id = ${workspaceId}
        and commit_no >= ${sql.typed('UInt64', after.commitNo)} and commit_no <= ${sql.typed('UInt64', upToCommit)})
      as t using (commit_no, signal_id)
    order by commit_no, signal_id`);

/** The answer beside the comment on −1 … 1, as the text engine wants it. */
function scaled(signal: SignalWithText): number | undefined {
  const scale = questionScales[signal.question];
  if (!scale || signal.score === null) return undefined;
  return (2 * (signal.score - scale.min)) / (scale.max - scale.min) - 1;
}

/** What the text engine is told of a signal. */
export const textOf = (signal: SignalWithText): TextToAnalyse => ({
  text: signal.text,
  languageHint: signal.language || undefined,
  score: scaled(signal),
});

export function mentionRows(
  workspaceId: string,
  reading: number,
  signal: SignalWithText,
  analysis: Pick<TextAnalysis, 'mentions'>,
): Record<string, unknown>[] {
  const { text: _, ...columns } = signal;
  return analysis.mentions.map((mention) => ({
    ...columns,
    workspace_id: workspaceId,
    reading,
    aspect: mention.aspect,
    polarity: mention.polarity,
    label: mention.label,
    confidence: mention.confidence,
    emotion: mention.emotion,
    span_start: mention.start,
    span_end: mention.end,
    clause_start: mention.clause.start,
    clause_end: mention.clause.end,
  }));
}
