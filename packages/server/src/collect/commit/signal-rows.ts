import { touchpointStages } from '@lyhord/contract';
import type { Arrival, Draft } from '../arrivals/arrival.ts';
import { hexOf } from '../keys/key64.ts';
import { mainAnswer } from '../pipeline/analyse-text.ts';
import { withoutPersonal } from '../segment/personal-fields.ts';
import type { CommitNews } from './commit-news.ts';
import type { CommitRows } from './commit-rows.ts';
import type { RowContext } from './row-context.ts';

type SignalDraft = Extract<Draft, { noun: 'signal' }>;
type SignalRow = ReturnType<typeof signalRow>;

/** Writes a signal with its answers, its redacted text and its mentions. */
export function writeSignal(
  arrival: Arrival,
  draft: SignalDraft,
  context: RowContext,
  into: CommitRows,
  news: CommitNews,
  redact: (text: string) => string,
): void {
  const local = context.zoneOf(arrival.place).local(draft.happenedAt);
  const row = signalRow(arrival, draft, local, context, redact);
  into.signals.push(row);
  news.signals.add(row.signal_id, row.place_id, local.day);
  for (const { question, value } of draft.signal.answers) into.answers.push({ ...row, question, value });
  if (draft.analysis) writeText(row, draft.analysis, into);
}

function signalRow(
  arrival: Arrival,
  { signal, analysis, happenedAt, title }: SignalDraft,
  local: { dayNumber: number; minute: number },
  context: RowContext,
  redact: (text: string) => string,
) {
  const main = mainAnswer(signal);
  return {
    workspace_id: context.workspaceId,
    commit_no: context.commitNo,
    source_id: context.sourceId,
    message_key: arrival.key,
    content_hash: arrival.contentHash,
    signal_id: hexOf(arrival.key!),
    kind: signal.kind,
    channel: signal.channel,
    touchpoint: signal.touchpoint ?? '',
    stage: touchpointStages[signal.touchpoint ?? ''] ?? '',
    place_id: arrival.place?.id ?? '',
    place_code: signal.place ?? '',
    happened_at: happenedAt,
    known_at: context.knownAt,
    local_day: local.dayNumber,
    local_minute: local.minute,
    identifier_key: arrival.identifiers[0]?.key ?? arrival.customer,
    author: signal.author,
    campaign: signal.campaign ?? '',
    reference: signal.reference ?? '',
    conversation: signal.conversation ?? '',
    question: main?.question ?? '',
    score: main?.value ?? null,
    has_text: analysis !== null,
    language: analysis?.language ?? '',
    sentiment: analysis?.engine ? analysis.sentiment.label : '',
    sentiment_score: analysis?.sentiment.score ?? 0,
    flags: analysis?.flags ?? [],
    topics: analysis?.topics ?? [],
    title,
    engine: analysis?.engine ?? '',
    properties: JSON.stringify(withoutPersonal(signal.properties, redact)),
  };
}

function writeText(row: SignalRow, analysis: NonNullable<SignalDraft['analysis']>, into: CommitRows): void {
  into.signal_texts.push({
    ...row,
    text: analysis.redacted,
    redactions: JSON.stringify(analysis.redactions),
    keyphrases: analysis.keyphrases,
  });
  for (const mention of analysis.mentions) {
    into.mentions.push({
      ...row,
      aspect: mention.aspect,
      polarity: mention.polarity,
      label: mention.label,
      confidence: mention.confidence,
      emotion: mention.emotion,
      span_start: mention.start,
      span_end: mention.end,
      clause_start: mention.clause.start,
      clause_end: mention.clause.end,
    });
  }
}
