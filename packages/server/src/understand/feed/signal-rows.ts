// All SQL that reads single signals with their answers, texts and mentions.
import type { Mention, Period } from '@lyhord/contract';
import { signalScope, type Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';

export interface SignalRow {
  signal_id: string;
  kind: string;
  channel: string;
  touchpoint: string;
  place_id: string;
  happened_at: string;
  known_at: string;
  local_day: string;
  question: string;
  score: number | null;
  title: string;
  has_text: boolean;
  language: string;
  sentiment: string;
  sentiment_score: number;
  flags: string[];
  identifier_key: string;
}
export interface AnswerRow {
  signal_id: string;
  question: string;
  value: number;
}
export interface TextRow {
  signal_id: string;
  text: string;
  redactions: string;
}
export interface MentionRow {
  signal_id: string;
  aspect: string;
  polarity: number;
  label: 'positive' | 'neutral' | 'negative';
  confidence: number;
  emotion: string;
  span_start: number;
  span_end: number;
  clause_start: number;
  clause_end: number;
}

const signalColumns = sql`signal_id, kind, channel, touchpoint, place_id, happened_at, known_at,
  local_day, question, score, title, has_text, language, sentiment, sentiment_score, flags, identifier_key`;

export interface FeedPage {
  /** Local days of the signals. */
  readonly period: Period;
  readonly condition: Sql;
  /** Last signal of the page before; null for the newest. */
  readonly before: { readonly happenedAt: Date; readonly signalId: string } | null;
  readonly limit: number;
}

const dayMs = 86_400_000;
/** The newest page is mostly found among the last days; only where these have too few, more is read. */
const lookBackDays = [4, 32];

/** Signals that the viewer may see, newest first. */
export async function newestSignals(
  warehouse: Warehouse,
  viewer: Viewer,
  page: FeedPage,
): Promise<SignalRow[]> {
  const [from, to] = [Date.parse(page.period.from), Date.parse(page.period.to) + 2 * dayMs];
  const end = Math.min(to, page.before?.happenedAt.getTime() ?? to);
  for (const days of lookBackDays) {
    const since = end - days * dayMs;
    if (since <= from) break;
    const rows = await signalsSince(warehouse, viewer, page, new Date(since));
    if (rows.length >= page.limit) return rows;
  }
  return signalsSince(warehouse, viewer, page, new Date(from - dayMs));
}

const signalsSince = (
  warehouse: Warehouse,
  viewer: Viewer,
  { period, condition, before, limit }: FeedPage,
  since: Date,
): Promise<SignalRow[]> =>
  warehouse.query<SignalRow>(sql`select ${signalColumns} from signals
    where ${signalScope(viewer)} and happened_at >= ${since}
      and local_day between ${period.from} and ${period.to} and ${condition}
      ${sql.if(
        before,
        () => sql`and happened_at <= ${before!.happenedAt}
        and (happened_at, signal_id) < (${before!.happenedAt}, ${before!.signalId})`,
      )}
    order by signals.happened_at desc, signal_id desc limit ${limit}`);

export const signalsById = (
  warehouse: Warehouse,
  viewer: Viewer,
  ids: readonly string[],
): Promise<SignalRow[]> =>
  warehouse.query<SignalRow>(sql`select ${signalColumns} from signals
    where ${signalScope(viewer)} and signal_id in ${sql.list(ids, 'String')}`);

export interface SignalParts {
  readonly answers: readonly AnswerRow[];
  readonly texts: readonly TextRow[];
  readonly mentions: readonly MentionRow[];
}

/** What belongs to signals that have passed the policy. `days` bounds the search. */
export async function partsOf(
  warehouse: Warehouse,
  workspaceId: string,
  signals: readonly SignalRow[],
  reading: number,
): Promise<SignalParts> {
  if (signals.length === 0) return { answers: [], texts: [], mentions: [] };
  const days = signals.map((signal) => signal.local_day).sort();
  const ids = sql.list(
    signals.map((signal) => signal.signal_id),
    'String',
  );
  const mine = sql`workspace_id = ${workspaceId} and local_day between ${days[0]!} and ${days.at(-1)!}
    and signal_id in ${ids}`;
  const [answers, texts, mentions] = await Promise.all([
    warehouse.query<AnswerRow>(
      sql`select signal_id, question, value from answers where ${mine} order by question`,
    ),
    warehouse.query<TextRow>(sql`select signal_id, text, redactions from signal_texts where ${mine}`),
    warehouse.query<MentionRow>(sql`select signal_id, aspect, polarity, label, confidence, emotion, span_start,
        span_end, clause_start, clause_end
      from mentions where ${mine} and reading = ${reading} order by span_start, span_end`),
  ]);
  return { answers, texts, mentions };
}

export type StoredMention = Mention;
/** What a mention's row repeats of its signal. */
export interface SignalFacts {
  readonly commit_no: string;
  readonly signal_id: string;
  readonly place_id: string;
  readonly channel: string;
  readonly touchpoint: string;
  readonly kind: string;
  readonly happened_at: string;
  readonly local_day: string;
  readonly question: string;
  readonly score: number | null;
  readonly language: string;
  readonly identifier_key: string;
}

/** The mentions of one signal in a reading, and what a row of another would repeat of the signal. */
export async function mentionsOfSignal(
  warehouse: Warehouse,
  workspaceId: string,
  signalId: string,
  reading: number,
): Promise<{ facts: SignalFacts | null; mentions: StoredMention[] }> {
  const mine = sql`workspace_id = ${workspaceId} and signal_id = ${signalId}`;
  const [facts] =
    await warehouse.query<SignalFacts>(sql`select commit_no, signal_id, place_id, channel, touchpoint,
      kind, happened_at, local_day, question, score, language, identifier_key
    from signals where ${mine} limit 1`);
  const rows =
    await warehouse.query<MentionRow>(sql`select signal_id, aspect, polarity, label, confidence, emotion,
      span_start, span_end, clause_start, clause_end
    from mentions where ${mine} and reading = ${reading} order by span_start, span_end`);
  return { facts: facts ?? null, mentions: rows.map(mentionOf) };
}

export const mentionOf = (row: MentionRow): Mention => ({
  aspect: row.aspect,
  start: row.span_start,
  end: row.span_end,
  polarity: row.polarity,
  label: row.label,
  confidence: row.confidence,
  emotion: row.emotion as Mention['emotion'],
  clause: { start: row.clause_start, end: row.clause_end },
});
