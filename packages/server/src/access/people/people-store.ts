// All SQL of people and their membership in workspaces.
import type { Locale, Role } from '@lyhord/contract';
import type { Ids } from '../../platform/ids.ts';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Member } from '../access.ts';

export interface MemberChange {
  readonly role: Role;
  readonly placeIds: readonly string[];
  readonly team: string | null;
  readonly active: boolean;
}

export interface Membership extends Member {
  readonly workspaceId: string;
}

interface MemberRow {
  workspace_id: string;
  person_id: string;
  name: string;
  email: string;
  role: Role;
  locale: Locale;
  place_ids: string[];
  team: string | null;
  active: boolean;
  last_seen_at: Date | null;
}

const select = sql`select m.workspace_id, m.person_id, p.name, p.email, m.role, m.locale, m.place_ids, m.team,
    m.active, m.last_seen_at from members m join people p on p.id = m.person_id`;

export type PeopleStore = ReturnType<typeof peopleStore>;

export function peopleStore(ledger: Ledger) {
  const list = async (where: Sql) =>
    (await ledger.query<MemberRow>(sql`${select} where ${where} order by lower(p.name), m.person_id`)).map(
      membership,
    );
  const first = async (where: Sql) => (await list(where))[0] ?? null;
  return {
    members: (workspaceId: string) => list(sql`m.workspace_id = ${workspaceId}`),
    find: (workspaceId: string, personId: string) =>
      first(sql`m.workspace_id = ${workspaceId} and m.person_id = ${personId}`),
    /** Active memberships of a person, in every workspace. */
    membershipsOf: (personId: string) => list(sql`m.person_id = ${personId} and m.active`),
    findByEmail: (email: string) =>
      ledger.one<{ id: string; name: string; password: string | null }>(
        sql`select p.id, p.name, c.password from people p
            left join credentials c on c.person_id = p.id and c.provider_id = 'credential'
            where p.email = ${email.toLowerCase()}`,
      ),
    async add(ids: Ids, person: { name: string; email: string; passwordHash: string }): Promise<string> {
      const id = ids.next();
      await ledger.query(sql`insert into people (id, name, email, email_verified)
        values (${id}, ${person.name}, ${person.email.toLowerCase()}, true)`);
      // The sign-in library's own convention: provider 'credential', account id = person id.
      await ledger.query(sql`insert into credentials (id, person_id, account_id, provider_id, password, updated_at)
        values (${ids.next()}, ${id}, ${id}, 'credential', ${person.passwordHash}, now())`);
      return id;
    },
    async join(
      workspaceId: string,
      personId: string,
      member: MemberChange & { locale: Locale },
      at: Date,
    ): Promise<void> {
      await ledger.query(sql`insert into members
          (workspace_id, person_id, role, place_ids, team, locale, active, joined_at)
        values (${workspaceId}, ${personId}, ${member.role}, ${member.placeIds}, ${member.team},
          ${member.locale}, ${member.active}, ${at})
        on conflict (workspace_id, person_id) do update set role = excluded.role,
          place_ids = excluded.place_ids, team = excluded.team, active = excluded.active`);
    },
    async change(workspaceId: string, personId: string, member: MemberChange): Promise<void> {
      await ledger.query(sql`update members set role = ${member.role}, place_ids = ${member.placeIds},
          team = ${member.team}, active = ${member.active}
        where workspace_id = ${workspaceId} and person_id = ${personId}`);
    },
    rename: (personId: string, name: string) =>
      ledger.query(sql`update people set name = ${name}, updated_at = now() where id = ${personId}`),
    changeLocale: (workspaceId: string, personId: string, locale: Locale) =>
      ledger.query(sql`update members set locale = ${locale}
        where workspace_id = ${workspaceId} and person_id = ${personId}`),
    seen: (workspaceId: string, personId: string, at: Date) =>
      ledger.query(sql`update members set last_seen_at = ${at}
        where workspace_id = ${workspaceId} and person_id = ${personId}`),
    /** Locks the workspace's admins until the transaction ends, so that two removals cannot cross. */
    async otherAdmins(workspaceId: string, personId: string): Promise<number> {
      const rows = await ledger.query(sql`select 1 from members
        where workspace_id = ${workspaceId} and role = 'admin' and active and person_id <> ${personId}
        order by person_id for update`);
      return rows.length;
    },
    /** Sessions in this workspace end at once. */
    endSessions: (workspaceId: string, personId: string) =>
      ledger.query(sql`delete from sessions where person_id = ${personId} and workspace_id = ${workspaceId}`),
    moveSession: (sessionId: string, workspaceId: string) =>
      ledger.query(sql`update sessions set workspace_id = ${workspaceId} where id = ${sessionId}`),
  };
}

function membership(row: MemberRow): Membership {
  return {
    workspaceId: row.workspace_id,
    personId: row.person_id,
    name: row.name,
    email: row.email,
    role: row.role,
    locale: row.locale,
    placeIds: row.place_ids,
    team: row.team,
    active: row.active,
    lastSeenAt: row.last_seen_at,
  };
}
