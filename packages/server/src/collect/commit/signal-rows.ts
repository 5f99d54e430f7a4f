import { touchpointStages } from '@lyhord/contract';
import type { Arrival, Draft } from '../arrivals/arrival.ts';
import { hexOf } from '../keys/key64.ts';
import { mainAnswer } from '../pipeline/analyse-text.ts';
import { withoutPersonal } from '../segment/personal-fields.ts';
import { signalFact, writeAccountFact } from './account-rows.ts';
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
  for (const answer of draft.signal.answers) writeAnswer(row, answer, into);
  if (draft.analysis) writeText(row, draft.analysis, into);
  if (arrival.account === null) return;
  const about = { key: arrival.key!, customer: row.identifier_key, place: arrival.place };
  writeAccountFact(signalFact(draft, arrival.account, about), context, into);
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

// Answers, texts and mentions are several to a signal: they are written column by column, without an object for each.

function writeAnswer(
  row: SignalRow,
  { question, value }: SignalDraft['signal']['answers'][number],
  { answers }: CommitRows,
): void {
  const { column } = answers;
  column.workspace_id.add(row.workspace_id);
  column.commit_no.add(row.commit_no);
  column.signal_id.add(row.signal_id);
  column.question.add(question);
  column.value.add(value);
  column.place_id.add(row.place_id);
  column.channel.add(row.channel);
  column.touchpoint.add(row.touchpoint);
  column.kind.add(row.kind);
  column.campaign.add(row.campaign);
  column.happened_at.add(row.happened_at);
  column.local_day.add(row.local_day);
  column.local_minute.add(row.local_minute);
  column.identifier_key.add(row.identifier_key);
  answers.rowDone();
}

type Analysis = NonNullable<SignalDraft['analysis']>;

function writeText(row: SignalRow, analysis: Analysis, into: CommitRows): void {
  const { column } = into.signal_texts;
  column.workspace_id.add(row.workspace_id);
  column.commit_no.add(row.commit_no);
  column.signal_id.add(row.signal_id);
  column.text.add(analysis.redacted);
  column.redactions.add(analysis.redactions.length > 0 ? JSON.stringify(analysis.redactions) : '[]');
  column.keyphrases.add(analysis.keyphrases);
  column.local_day.add(row.local_day);
  column.identifier_key.add(row.identifier_key);
  into.signal_texts.rowDone();
  for (const mention of analysis.mentions) writeMention(row, mention, into);
}

function writeMention(row: SignalRow, mention: Analysis['mentions'][number], { mentions }: CommitRows): void {
  const { column } = mentions;
  column.workspace_id.add(row.workspace_id);
  column.commit_no.add(row.commit_no);
  column.signal_id.add(row.signal_id);
  column.aspect.add(mention.aspect);
  column.polarity.add(mention.polarity);
  column.label.add(mention.label);
  column.confidence.add(mention.confidence);
  column.emotion.add(mention.emotion);
  column.span_start.add(mention.start);
  column.span_end.add(mention.end);
  column.clause_start.add(mention.clause.start);
  column.clause_end.add(mention.clause.end);
  column.place_id.add(row.place_id);
  column.channel.add(row.channel);
  column.touchpoint.add(row.touchpoint);
  column.kind.add(row.kind);
  column.happened_at.add(row.happened_at);
  column.local_day.add(row.local_day);
  column.question.add(row.question);
  column.score.add(row.score);
  column.language.add(row.language);
  column.identifier_key.add(row.identifier_key);
  mentions.rowDone();
}
