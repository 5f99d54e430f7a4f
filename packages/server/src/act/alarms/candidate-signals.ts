// All SQL of the signals that may open a case; the rules themselves are in bad-answer.ts.

import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { stronglyNegative } from './bad-answer.ts';

export interface CandidateSignal {
  readonly commitNo: string;
  readonly signalId: string;
  readonly kind: string;
  readonly channel: string;
  readonly placeId: string | null;
  readonly identifierKey: string;
  readonly author: string;
  readonly question: string;
  readonly score: number | null;
  readonly sentiment: string;
  readonly sentimentScore: number;
  readonly flags: readonly string[];
  readonly topics: readonly string[];
  readonly language: string;
  readonly happenedAt: Date;
  /** Redacted. */
  readonly text: string;
}

interface Row {
  commit_no: string;
  signal_id: string;
  kind: string;
  channel: string;
  place_id: string;
  identifier_key: string;
  author: string;
  question: string;
  score: number | null;
  sentiment: string;
  sentiment_score: number;
  flags: string[];
  topics: string[];
  language: string;
  happened_at: string;
}

const alarmingFlags = ['safety_risk', 'legal_risk', 'threat_to_leave'];

export interface CommitRange {
  /** Exclusive. */
  readonly after: string;
  /** Inclusive. */
  readonly upTo: string;
}

export const lastCommit = async (warehouse: Warehouse): Promise<string> => {
  const [row] = await warehouse.query<{ last: string }>(sql`select max(commit_no) as last from commits`);
  return row?.last ?? '0';
};

export async function workspacesIn(warehouse: Warehouse, range: CommitRange): Promise<string[]> {
  const rows = await warehouse.query<{ workspace_id: string }>(
    sql`select distinct workspace_id from signals where ${within(range)}`,
  );
  return rows.map((row) => row.workspace_id);
}

/** Signals of the range that any rule could fire on, in order; `after` is the last one of the page before. */
export async function candidateSignals(
  warehouse: Warehouse,
  workspaceId: string,
  range: CommitRange,
  wanted: { since: Date; criticalWords: readonly string[]; after: string; limit: number },
): Promise<CandidateSignal[]> {
  const rows = await warehouse.query<Row>(sql`
    select commit_no, signal_id, kind, channel, place_id, identifier_key, author, question, score, sentiment,
      sentiment_score, flags, topics, language, happened_at
    from signals
    where workspace_id = ${workspaceId} and ${within(range)} and signal_id > ${wanted.after}
      and happened_at >= ${wanted.since} and author = 'customer' and kind <> 'staff'
      and ${mayAlarm(workspaceId, range, wanted.criticalWords)}
    order by signal_id limit ${wanted.limit}`);
  const texts = await textsOf(
    warehouse,
    workspaceId,
    rows.map((row) => row.signal_id),
  );
  return rows.map((row) => candidate(row, texts.get(row.signal_id) ?? ''));
}

function mayAlarm(workspaceId: string, range: CommitRange, criticalWords: readonly string[]): Sql {
  const words = criticalWords.map((word) => word.trim()).filter((word) => word !== '');
  return sql.or([
    sql`question = 'nps' and score <= 6`,
    sql`question in ('csat', 'stars') and score <= 2`,
    sql`hasAny(flags, ${alarmingFlags})`,
    sql`score is null and sentiment in ('negative', 'mixed') and has(flags, 'wants_answer')
      and sentiment_score <= ${sql.typed('Float32', stronglyNegative)}`,
    sql.if(
      words.length > 0,
      () => sql`signal_id in (select signal_id from signal_texts
        where workspace_id = ${workspaceId} and ${within(range)}
          and multiSearchAnyCaseInsensitiveUTF8(text, ${words}))`,
    ),
  ]);
}

async function textsOf(
  warehouse: Warehouse,
  workspaceId: string,
  signalIds: readonly string[],
): Promise<Map<string, string>> {
  if (signalIds.length === 0) return new Map();
  const rows = await warehouse.query<{ signal_id: string; text: string }>(sql`select signal_id, text
    from signal_texts where workspace_id = ${workspaceId} and signal_id in ${sql.list(signalIds, 'String')}`);
  return new Map(rows.map((row) => [row.signal_id, row.text]));
}

const within = ({ after, upTo }: CommitRange): Sql =>
  sql`commit_no > ${BigInt(after)} and commit_no <= ${BigInt(upTo)}`;

const candidate = (row: Row, text: string): CandidateSignal => ({
  commitNo: row.commit_no,
  signalId: row.signal_id,
  kind: row.kind,
  channel: row.channel,
  placeId: row.place_id || null,
  identifierKey: row.identifier_key,
  author: row.author,
  question: row.question,
  score: row.score,
  sentiment: row.sentiment,
  sentimentScore: row.sentiment_score,
  flags: row.flags,
  topics: row.topics,
  language: row.language,
  happenedAt: new Date(`${row.happened_at.replace(' ', 'T')}Z`),
  text,
});
