// All SQL of invitations.
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

export interface Invitation {
  readonly id: string;
  readonly workspaceId: string;
  readonly surveyId: string;
  readonly identifierKey: string;
  /** Only until the mail is sent. */
  readonly email: string | null;
  readonly name: string | null;
  readonly locale: string;
  readonly placeCode: string | null;
  readonly reference: string | null;
  readonly state: 'queued' | 'sent' | 'failed' | 'cancelled';
}

interface Row {
  id: string;
  workspace_id: string;
  survey_id: string;
  identifier_key: string;
  email: string | null;
  name: string | null;
  locale: string;
  place_code: string | null;
  reference: string | null;
  state: Invitation['state'];
}

const columns = sql`id, workspace_id, survey_id, identifier_key, email, name, locale, place_code, reference, state`;

const invitationOf = (row: Row): Invitation => ({
  id: row.id,
  workspaceId: row.workspace_id,
  surveyId: row.survey_id,
  identifierKey: row.identifier_key,
  email: row.email,
  name: row.name,
  locale: row.locale,
  placeCode: row.place_code,
  reference: row.reference,
  state: row.state,
});

export function invitationStore(ledger: Ledger) {
  return {
    async find(id: string): Promise<Invitation | null> {
      const row = await ledger.one<Row>(sql`select ${columns} from survey_invitations where id = ${id}`);
      return row && invitationOf(row);
    },

    /** Nobody else invites customers of the workspace while the transaction lasts. */
    async lock(workspaceId: string): Promise<void> {
      await ledger.query(sql`select pg_advisory_xact_lock(hashtextextended(${`invite ${workspaceId}`}, 0))`);
    },

    /** Those of the keys that were invited, or answered, since a moment. */
    async askedSince(workspaceId: string, keys: readonly string[], since: Date): Promise<Set<string>> {
      const rows = await ledger.query<{ identifier_key: string }>(sql`select distinct identifier_key
        from survey_invitations where workspace_id = ${workspaceId} and identifier_key = any(${keys})
          and state in ('queued', 'sent') and created_at > ${since}`);
      return new Set(rows.map((row) => row.identifier_key));
    },

    async insert(invitation: Invitation, at: Date): Promise<void> {
      const { id, workspaceId, surveyId, identifierKey, email, name, locale, placeCode, reference } =
        invitation;
      await ledger.query(sql`insert into survey_invitations (${columns}, created_at) values (${id}, ${workspaceId},
        ${surveyId}, ${identifierKey}, ${email}, ${name}, ${locale}, ${placeCode}, ${reference}, 'queued', ${at})`);
    },

    /** Takes the oldest waiting invitation not tried since `began`; call it in the transaction that ends its waiting. */
    async takeNext(surveyId: string, began: Date): Promise<Invitation | null> {
      const row = await ledger.one<Row>(sql`select ${columns} from survey_invitations
        where survey_id = ${surveyId} and state = 'queued' and (tried_at is null or tried_at < ${began})
        order by created_at, id limit 1 for update skip locked`);
      return row && invitationOf(row);
    },

    /** Ends the waiting; the address goes, the key stays. */
    async end(id: string, state: 'sent' | 'failed' | 'cancelled', at: Date): Promise<void> {
      await ledger.query(sql`update survey_invitations set state = ${state}, email = null, name = null,
        sent_at = ${state === 'sent' ? at : null} where id = ${id}`);
    },

    /** Notes that sending did not work; after the third time it is given up. True when it will be tried again. */
    async missed(id: string, at: Date): Promise<boolean> {
      const row = await ledger.one<{ attempts: number }>(sql`update survey_invitations
        set attempts = attempts + 1, tried_at = ${at} where id = ${id} returning attempts`);
      if ((row?.attempts ?? 3) < 3) return true;
      await this.end(id, 'failed', at);
      return false;
    },

    async answered(id: string, at: Date): Promise<void> {
      await ledger.query(
        sql`update survey_invitations set answered_at = coalesce(answered_at, ${at}) where id = ${id}`,
      );
    },

    async cancelAll(workspaceId: string, identifierKey: string): Promise<void> {
      await ledger.query(sql`update survey_invitations set state = 'cancelled', email = null, name = null
        where workspace_id = ${workspaceId} and identifier_key = ${identifierKey} and state = 'queued'`);
    },
  };
}
export type InvitationStore = ReturnType<typeof invitationStore>;
