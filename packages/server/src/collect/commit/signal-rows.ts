import { touchpointStages } from '@lyhord/contract';
import type { Arrival, Draft } from '../arrivals/arrival.ts';
import { hexOf } from '../keys/key64.ts';
import { warehouseMoment } from '../moments/read-moment.ts';
import { mainAnswer } from '../pipeline/analyse-text.ts';
import { withoutPersonal } from '../segment/personal-fields.ts';
import { type CommitRows, joinedLine, type Line, lineOf, type Row } from './commit-rows.ts';
import type { RowContext } from './row-context.ts';

type SignalDraft = Extract<Draft, { noun: 'signal' }>;

/** Writes a signal with its answers, its redacted text and its mentions. */
export function writeSignal(
  arrival: Arrival,
  draft: SignalDraft,
  context: RowContext,
  into: CommitRows,
  redact: (text: string) => string,
): void {
  const { signal, analysis } = draft;
  const local = context.zoneOf(arrival.place).local(draft.happenedAt);
  const main = mainAnswer(signal);
  const own: Row = {
    workspace_id: context.workspaceId,
    commit_no: context.commitNo,
    signal_id: hexOf(arrival.key!),
  };
  const columns: Row = {
    ...own,
    place_id: arrival.place?.id ?? '',
    channel: signal.channel,
    touchpoint: signal.touchpoint ?? '',
    kind: signal.kind,
    happened_at: warehouseMoment(draft.happenedAt),
    local_day: local.day,
    identifier_key: (arrival.identifiers[0]?.key ?? arrival.customer)?.text ?? '0',
  };
  const shared = lineOf(columns);
  const asked: Row = { question: main?.question ?? '', score: main?.value ?? null };
  const campaign = signal.campaign ?? '';
  into.signals.push({
    ...columns,
    ...asked,
    source_id: context.sourceId,
    message_key: arrival.key!.text,
    content_hash: arrival.contentHash,
    stage: touchpointStages[signal.touchpoint ?? ''] ?? '',
    place_code: signal.place ?? '',
    known_at: context.knownAt,
    local_minute: local.minute,
    author: signal.author,
    campaign,
    reference: signal.reference ?? '',
    conversation: signal.conversation ?? '',
    has_text: analysis !== null,
    language: analysis?.language ?? '',
    sentiment: analysis?.engine ? analysis.sentiment.label : '',
    sentiment_score: analysis?.sentiment.score ?? 0,
    flags: analysis?.flags ?? [],
    topics: analysis?.topics ?? [],
    title: draft.title,
    engine: analysis?.engine ?? '',
    properties: JSON.stringify(withoutPersonal(signal.properties, redact)),
  });
  for (const { question, value } of signal.answers) {
    into.answers.push(joinedLine(shared, { question, value, campaign, local_minute: local.minute }));
  }
  if (analysis) writeText(columns, shared, asked, analysis, into);
}

function writeText(
  columns: Row,
  shared: Line,
  asked: Row,
  analysis: NonNullable<SignalDraft['analysis']>,
  into: CommitRows,
): void {
  const { workspace_id, commit_no, signal_id, local_day, identifier_key } = columns;
  into.signal_texts.push(
    lineOf({
      workspace_id,
      commit_no,
      signal_id,
      text: analysis.redacted,
      redactions: JSON.stringify(analysis.redactions),
      keyphrases: analysis.keyphrases,
      local_day,
      identifier_key,
    }),
  );
  for (const mention of analysis.mentions) {
    into.mentions.push(
      joinedLine(shared, {
        ...asked,
        aspect: mention.aspect,
        polarity: mention.polarity,
        label: mention.label,
        confidence: mention.confidence,
        emotion: mention.emotion,
        span_start: mention.start,
        span_end: mention.end,
        clause_start: mention.clause.start,
        clause_end: mention.clause.end,
        language: analysis.language,
      }),
    );
  }
}
