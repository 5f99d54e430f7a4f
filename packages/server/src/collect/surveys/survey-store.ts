// All SQL of surveys.
import type { AskedPurpose } from '@lyhord/contract';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

export interface SurveyRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly question: 'nps' | 'csat';
  readonly touchpoint: string;
  readonly placeId: string | null;
  readonly active: boolean;
  readonly brandColour: string;
  readonly thanks: string | null;
  /** What invited customers are asked to allow, in which words; null for nothing. */
  readonly asks: { readonly purpose: AskedPurpose; readonly words: string } | null;
  /** Ends the survey's public link. */
  readonly token: string;
}

export interface SurveyCounts {
  readonly invited: number;
  readonly answered: number;
}

interface Row {
  id: string;
  workspace_id: string;
  name: string;
  question: 'nps' | 'csat';
  touchpoint: string;
  place_id: string | null;
  active: boolean;
  brand_colour: string;
  thanks: string | null;
  asks_purpose: AskedPurpose | null;
  asks_words: string | null;
  token: string;
}

const columns = sql`id, workspace_id, name, question, touchpoint, place_id, active, brand_colour, thanks,
  asks_purpose, asks_words, token`;

function surveyOf(row: Row): SurveyRow {
  const { id, name, question, touchpoint, active, thanks, token } = row;
  return {
    id,
    workspaceId: row.workspace_id,
    name,
    question,
    touchpoint,
    placeId: row.place_id,
    active,
    brandColour: row.brand_colour,
    thanks,
    asks: row.asks_purpose && { purpose: row.asks_purpose, words: row.asks_words ?? '' },
    token,
  };
}

export function surveyStore(ledger: Ledger) {
  const one = async (where: ReturnType<typeof sql>) => {
    const row = await ledger.one<Row>(sql`select ${columns} from surveys where ${where}`);
    return row && surveyOf(row);
  };
  return {
    async list(workspaceId: string): Promise<SurveyRow[]> {
      const rows = await ledger.query<Row>(
        sql`select ${columns} from surveys where workspace_id = ${workspaceId} order by created_at`,
      );
      return rows.map(surveyOf);
    },

    find: (workspaceId: string, id: string) => one(sql`workspace_id = ${workspaceId} and id = ${id}`),
    findByToken: (token: string) => one(sql`token = ${token}`),
    findById: (id: string) => one(sql`id = ${id}`),

    async insert(survey: SurveyRow, createdBy: string | null, at: Date): Promise<void> {
      await ledger.query(sql`insert into surveys (${columns}, created_by, created_at) values (${survey.id},
        ${survey.workspaceId}, ${survey.name}, ${survey.question}, ${survey.touchpoint}, ${survey.placeId},
        ${survey.active}, ${survey.brandColour}, ${survey.thanks}, ${survey.asks?.purpose ?? null},
        ${survey.asks?.words ?? null}, ${survey.token}, ${createdBy}, ${at})`);
    },

    async update(survey: SurveyRow): Promise<void> {
      await ledger.query(sql`update surveys set name = ${survey.name}, active = ${survey.active},
        brand_colour = ${survey.brandColour}, thanks = ${survey.thanks}, asks_purpose = ${survey.asks?.purpose ?? null},
        asks_words = ${survey.asks?.words ?? null}
        where workspace_id = ${survey.workspaceId} and id = ${survey.id}`);
    },

    /** Invitations sent or waiting, and answers given, by survey. */
    async counts(workspaceId: string): Promise<Map<string, SurveyCounts>> {
      const rows = await ledger.query<{ id: string; invited: string; answered: string }>(sql`select s.id,
          (select count(*) from survey_invitations i where i.survey_id = s.id and i.state in ('queued', 'sent')) as invited,
          (select count(*) from survey_responses r where r.survey_id = s.id) as answered
        from surveys s where s.workspace_id = ${workspaceId}`);
      return new Map(
        rows.map(({ id, invited, answered }) => [
          id,
          { invited: Number(invited), answered: Number(answered) },
        ]),
      );
    },
  };
}
export type SurveyStore = ReturnType<typeof surveyStore>;
