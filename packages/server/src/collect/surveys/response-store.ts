// All SQL of answers between the score and the signal that it becomes.
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';

export interface ResponseRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly surveyId: string;
  readonly invitationId: string | null;
  readonly score: number;
  readonly comment: string | null;
  readonly locale: string;
  readonly placeCode: string | null;
  readonly channel: string;
  readonly state: 'rated' | 'recorded';
  readonly ratedAt: Date;
}

interface Row {
  id: string;
  workspace_id: string;
  survey_id: string;
  invitation_id: string | null;
  score: number;
  comment: string | null;
  locale: string;
  place_code: string | null;
  channel: string;
  state: 'rated' | 'recorded';
  rated_at: Date;
}

const columns = sql`id, workspace_id, survey_id, invitation_id, score, comment, locale, place_code, channel, state,
  rated_at`;

const responseOf = (row: Row): ResponseRow => ({
  id: row.id,
  workspaceId: row.workspace_id,
  surveyId: row.survey_id,
  invitationId: row.invitation_id,
  score: row.score,
  comment: row.comment,
  locale: row.locale,
  placeCode: row.place_code,
  channel: row.channel,
  state: row.state,
  ratedAt: row.rated_at,
});

export function responseStore(ledger: Ledger) {
  const first = async (statement: Sql) => {
    const row = await ledger.one<Row>(statement);
    return row && responseOf(row);
  };
  return {
    find: (id: string) => first(sql`select ${columns} from survey_responses where id = ${id}`),

    /** Keeps a score; pressing another before the end changes it, after the end nothing does. */
    async rate(response: Omit<ResponseRow, 'comment' | 'state'>): Promise<ResponseRow> {
      const { id, workspaceId, surveyId, invitationId, score, locale, placeCode, channel, ratedAt } =
        response;
      await ledger.query(sql`insert into survey_responses as r (${columns}) values (${id}, ${workspaceId},
        ${surveyId}, ${invitationId}, ${score}, ${null}, ${locale}, ${placeCode}, ${channel}, 'rated', ${ratedAt})
        on conflict (id) do update set score = excluded.score, locale = excluded.locale where r.state = 'rated'`);
      return (await first(sql`select ${columns} from survey_responses where id = ${id}`))!;
    },

    /** Adds the reason to a score that waits for it; null where it does not wait any more. */
    comment: (id: string, comment: string, hash: string) =>
      first(sql`update survey_responses set comment = ${comment}, reason_hash = ${hash}
        where id = ${id} and state = 'rated' returning ${columns}`),

    /** Whether a score has been given this very reason. */
    async hasReason(id: string, hash: string): Promise<boolean> {
      return (
        (await ledger.one(sql`select 1 from survey_responses where id = ${id} and reason_hash = ${hash}`)) !==
        null
      );
    },

    /** Marks as recorded; true for the first who does. */
    async recorded(id: string, at: Date): Promise<boolean> {
      const row = await ledger.one(sql`update survey_responses set state = 'recorded', recorded_at = ${at},
        comment = ${null} where id = ${id} and state = 'rated' returning id`);
      return row !== null;
    },

    /** Scores whose reason has not come since `before`. */
    async waiting(before: Date, limit: number): Promise<ResponseRow[]> {
      const rows = await ledger.query<Row>(sql`select ${columns} from survey_responses
        where state = 'rated' and rated_at < ${before} order by rated_at limit ${limit}`);
      return rows.map(responseOf);
    },
  };
}
export type ResponseStore = ReturnType<typeof responseStore>;
