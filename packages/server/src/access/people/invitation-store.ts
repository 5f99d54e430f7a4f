// All SQL of invitations; their tokens are stored as hashes.
import type { Locale, Role } from '@lyhord/contract';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import { hashKey } from '../secrets/keys.ts';

export interface Invitation {
  readonly id: string;
  readonly workspaceId: string;
  readonly email: string;
  readonly role: Role;
  readonly placeIds: readonly string[];
  readonly team: string | null;
  readonly locale: Locale;
  readonly expiresAt: Date;
}

interface Row {
  id: string;
  workspace_id: string;
  email: string;
  role: Role;
  place_ids: string[];
  team: string | null;
  locale: Locale;
  expires_at: Date;
}

const columns = sql`id, workspace_id, email, role, place_ids, team, locale, expires_at`;
const standing = sql`accepted_at is null and revoked_at is null`;

export function invitationStore(ledger: Ledger) {
  return {
    async list(workspaceId: string, now: Date): Promise<Invitation[]> {
      const rows = await ledger.query<Row>(sql`select ${columns} from invitations
        where workspace_id = ${workspaceId} and ${standing} and expires_at > ${now} order by id`);
      return rows.map(invitation);
    },
    /** The invitation of a token, when it can still be accepted. */
    async find(token: string, now: Date, lock = false): Promise<Invitation | null> {
      const row = await ledger.one<Row>(sql`select ${columns} from invitations
        where token_hash = ${hashKey(token)} and ${standing} and expires_at > ${now}
        ${sql.if(lock, sql`for update`)}`);
      return row && invitation(row);
    },
    async add(made: Invitation, tokenHash: string, invitedBy: string | null, at: Date): Promise<void> {
      await ledger.query(sql`update invitations set revoked_at = ${at}
        where workspace_id = ${made.workspaceId} and email = ${made.email} and ${standing}`);
      await ledger.query(sql`insert into invitations (id, workspace_id, email, role, place_ids, team, locale,
          token_hash, invited_by, created_at, expires_at)
        values (${made.id}, ${made.workspaceId}, ${made.email}, ${made.role}, ${made.placeIds}, ${made.team},
          ${made.locale}, ${tokenHash}, ${invitedBy}, ${at}, ${made.expiresAt})`);
    },
    async revoke(workspaceId: string, id: string, at: Date): Promise<boolean> {
      const row = await ledger.one(sql`update invitations set revoked_at = ${at}
        where workspace_id = ${workspaceId} and id = ${id} and ${standing} returning id`);
      return row !== null;
    },
    accepted: (id: string, at: Date) =>
      ledger.query(sql`update invitations set accepted_at = ${at} where id = ${id}`),
  };
}

const invitation = (row: Row): Invitation => ({
  id: row.id,
  workspaceId: row.workspace_id,
  email: row.email,
  role: row.role,
  placeIds: row.place_ids,
  team: row.team,
  locale: row.locale,
  expiresAt: row.expires_at,
});
