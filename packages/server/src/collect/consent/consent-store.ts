// All SQL of consents: what customers allowed and refused, when, to which wording, and where it was said. Append-only.
import type { Purpose } from '@lyhord/contract';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';

export interface ConsentSaid {
  readonly identifierKey: string;
  readonly purpose: Purpose;
  /** '' for every channel. */
  readonly channel: string;
  readonly allowed: boolean;
  /** Where it was said: a source's id, `screen`, `survey`. */
  readonly source: string;
  /** Version of the words that were agreed to, or ''. */
  readonly wording: string;
  readonly at: Date;
}

interface Row {
  identifier_key: string;
  purpose: Purpose;
  channel: string;
  allowed: boolean;
  source: string;
  wording: string;
  said_at: Date;
}

const saidOf = (row: Row): ConsentSaid => ({
  identifierKey: row.identifier_key,
  purpose: row.purpose,
  channel: row.channel,
  allowed: row.allowed,
  source: row.source,
  wording: row.wording,
  at: row.said_at,
});

/** Adds what was said; the same said again at the same moment changes nothing, and of a yes and a no the no counts. */
export async function addConsents(
  ledger: Ledger,
  workspaceId: string,
  said: readonly ConsentSaid[],
): Promise<void> {
  if (said.length === 0) return;
  const rows = new Map<string, object>();
  for (const { identifierKey, at, ...rest } of said) {
    const row = { ...rest, identifier_key: identifierKey, said_at: at.toISOString() };
    const name = [identifierKey, rest.purpose, rest.channel, row.said_at, rest.source].join('|');
    if (!rows.has(name) || !rest.allowed) rows.set(name, row);
  }
  await ledger.query(sql`insert into consents
      (workspace_id, identifier_key, purpose, channel, allowed, source, wording, said_at)
    select ${workspaceId}, identifier_key, purpose, channel, allowed, source, wording, said_at
    from jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb) as each (identifier_key text, purpose text,
      channel text, allowed boolean, source text, wording text, said_at timestamptz)
    on conflict (workspace_id, identifier_key, purpose, channel, said_at, source) do update set allowed = false
    where consents.allowed and not excluded.allowed`);
}

/** Everything that was said for any of the keys, newest first. */
export async function consentsOf(
  ledger: Ledger,
  workspaceId: string,
  keys: readonly string[],
): Promise<ConsentSaid[]> {
  const rows =
    await ledger.query<Row>(sql`select identifier_key, purpose, channel, allowed, source, wording, said_at
    from consents where workspace_id = ${workspaceId} and identifier_key = any(${keys})
    order by said_at desc, allowed, recorded_at desc limit 1000`);
  return rows.map(saidOf);
}

export interface Newest {
  readonly identifierKey: string;
  readonly purpose: Purpose;
  readonly allowed: boolean;
}

/**
 * What counts of what was said for all channels: each no, what people said, and of a source's messages the first of those
 * that say the same one after another.
 */
const counting = (where: Sql): Sql => sql`(select * from (select *, lag(allowed) over (
      partition by workspace_id, identifier_key, purpose, source order by said_at) as before
    from consents where channel = '' and ${where}) as said
  where before is distinct from allowed or not allowed or source in ('screen', 'survey')) as counting`;

/** What was said last under each of the keys for all channels, the newest first. */
export async function newestConsents(
  ledger: Ledger,
  workspaceId: string,
  purposes: readonly Purpose[],
  keys: readonly string[],
): Promise<Newest[]> {
  if (keys.length === 0) return [];
  const rows = await ledger.query<Pick<Row, 'identifier_key' | 'purpose' | 'allowed'>>(sql`
    select identifier_key, purpose, allowed from (
      select distinct on (identifier_key, purpose) identifier_key, purpose, allowed, said_at, recorded_at
      from ${counting(sql`workspace_id = ${workspaceId} and identifier_key = any(${keys}) and purpose = any(${purposes})`)}
      order by identifier_key, purpose, said_at desc, allowed, recorded_at desc) as last
    order by said_at desc, allowed, recorded_at desc`);
  return rows.map(({ identifier_key: identifierKey, purpose, allowed }) => ({
    identifierKey,
    purpose,
    allowed,
  }));
}

export interface SaidBySource {
  readonly identifierKey: string;
  readonly purpose: Purpose;
  readonly source: string;
  readonly allowed: boolean;
  /** Since when it says so, and when that was last written. */
  readonly since: Date;
  readonly at: Date;
}

/** What each source said last under each of the keys for all channels. */
export async function lastOfSources(
  ledger: Ledger,
  workspaceId: string,
  keys: readonly string[],
): Promise<SaidBySource[]> {
  return ledger.query<SaidBySource>(sql`
    select distinct on (identifier_key, purpose, source) identifier_key as "identifierKey", purpose, source, allowed,
      said_at as since, last_at as at
    from (select *, max(said_at) over (partition by identifier_key, purpose, source) as last_at,
        lag(allowed) over (partition by identifier_key, purpose, source order by said_at) as before
      from consents where workspace_id = ${workspaceId} and identifier_key = any(${keys}) and channel = '') as said
    where before is distinct from allowed
    order by identifier_key, purpose, source, said_at desc`);
}

export interface Refusing {
  readonly workspaceId: string;
  readonly identifierKey: string;
  readonly purpose: Purpose;
}

/** Every identifier under which the last word on a purpose, for all channels, was no. */
export async function refusing(ledger: Ledger): Promise<Refusing[]> {
  return ledger.query<Refusing>(sql`
    select workspace_id as "workspaceId", identifier_key as "identifierKey", purpose from (
      select distinct on (workspace_id, identifier_key, purpose) workspace_id, identifier_key, purpose, allowed
      from ${counting(sql`true`)}
      order by workspace_id, identifier_key, purpose, said_at desc, allowed, recorded_at desc) as last
    where not allowed`);
}
