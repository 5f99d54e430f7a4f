// Promise: the warehouse knows which identifiers are one customer. `profile_keys` holds a row per identifier and
// profile that it has ever belonged to; the newest of each says whether it still does. An identifier without such a
// row stands alone and is its own profile.
import { type Viewer, workspaceScope } from '../../access/index.ts';
import { keyOfText } from '../../collect/index.ts';
import { Block } from '../../platform/stores/blocks/block.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { Unify } from '../../unify/index.ts';

type Profiles = Pick<Unify, 'profileKeyOf' | 'identifierKeysOf'>;

const holding = sql`argMax(holds, version) = 1`;
const keyList = (keys: Iterable<string>): Sql => sql.list([...keys].map(BigInt), 'UInt64');

/** Keys of every identifier of the customers to whom the identifiers that `keys` selects belong. */
export const keysOfSameCustomers = (viewer: Viewer, keys: Sql): Sql => {
  const mine = workspaceScope(viewer);
  return sql`${keys} union distinct
    select identifier_key from profile_keys final where ${mine} and holds = 1 and profile_key in (
      select profile_key from profile_keys final where ${mine} and holds = 1 and identifier_key in (${keys}))`;
};

/** `identifier_key, profile_key` of every identifier that does not stand alone. */
export const profilesByKey = (
  viewer: Viewer,
): Sql => sql`select identifier_key, profile_key from profile_keys final
  where ${workspaceScope(viewer)} and holds = 1`;

interface Link {
  key_a: string;
  key_b: string;
}
interface HeldRow {
  identifier_key: string;
  profile_key: string;
}

/** Brings `profile_keys` to what the links of the commits after `from` up to `to` have made of profiles. */
export async function rollProfileKeys(
  warehouse: Warehouse,
  profiles: Profiles,
  slice: { readonly workspaceId: string; readonly from: bigint; readonly to: bigint },
  version: () => Promise<bigint>,
): Promise<void> {
  const { workspaceId, from, to } = slice;
  const links =
    await warehouse.query<Link>(sql`select toString(key_a) as key_a, toString(key_b) as key_b from identity_links
    where workspace_id = ${workspaceId} and commit_no > ${sql.typed('UInt64', from)}
      and commit_no <= ${sql.typed('UInt64', to)}`);
  const ends = new Set<string>();
  for (const { key_a, key_b } of links) ends.add(key_a).add(key_b);
  const held = (await holdsAny(warehouse, workspaceId))
    ? (keys: ReadonlySet<string>) => heldWith(warehouse, workspaceId, keys)
    : heldByNone;
  const keysAtOnce = held === heldByNone ? firstKeysAtOnce : askedKeysAtOnce;
  for (const keys of groupsOf(ends, keysAtOnce)) {
    await rollKeys(warehouse, profiles, workspaceId, keys, held, version);
  }
}
/** Keys that one question names. */
const askedKeysAtOnce = 20_000;
/** Keys that are written at once when the table need not be asked. */
const firstKeysAtOnce = 500_000;

function* groupsOf(keys: Iterable<string>, size: number): Generator<ReadonlySet<string>> {
  let group = new Set<string>();
  for (const key of keys) {
    group.add(key);
    if (group.size < size) continue;
    yield group;
    group = new Set();
  }
  if (group.size > 0) yield group;
}

/** Profile by identifier, as the table has it, of all that share a profile with one of the keys. */
type Held = (keys: ReadonlySet<string>) => Promise<Map<string, string>>;
const heldByNone: Held = async () => new Map();

async function holdsAny(warehouse: Warehouse, workspaceId: string): Promise<boolean> {
  const rows = await warehouse.query(
    sql`select 1 from profile_keys where workspace_id = ${workspaceId} limit 1`,
  );
  return rows.length > 0;
}

/** The keys, what they belonged to, what they belong to now, and what stands beside these. */
async function rollKeys(
  warehouse: Warehouse,
  profiles: Profiles,
  workspaceId: string,
  keys: ReadonlySet<string>,
  held: Held,
  version: () => Promise<bigint>,
): Promise<void> {
  const before = await held(keys);
  const now = new Map<string, string | undefined>();
  const noteAll = (some: Iterable<string>) => {
    for (const key of some) noteProfile(profiles, workspaceId, key, now);
  };
  noteAll(keys);
  noteAll(before.keys());
  const beyond = new Set([...now.keys()].filter((key) => !before.has(key) && !keys.has(key)));
  if (beyond.size > 0) for (const one of await held(beyond)) before.set(...one);
  noteAll(before.keys());
  const block = new Block(shape);
  const next = Number(await version());
  const write = (key: string, profile: string, holds: number) =>
    block.push({
      ...{ workspace_id: workspaceId, identifier_key: keyOfText(key), profile_key: keyOfText(profile) },
      ...{ holds, version: next },
    });
  for (const [key, profile] of now) {
    const old = before.get(key);
    if (old === profile) continue;
    if (old !== undefined) write(key, old, 0);
    if (profile !== undefined) write(key, profile, 1);
  }
  if (block.length > 0) await warehouse.insertBlock('profile_keys', block);
}
const shape = {
  workspace_id: 'word',
  identifier_key: 'key',
  profile_key: 'key',
  holds: 'uint8',
  version: 'key',
} as const;

/** Notes the profile of an identifier and of all that belong to it; an identifier that stands alone has none. */
function noteProfile(
  profiles: Profiles,
  workspaceId: string,
  key: string,
  into: Map<string, string | undefined>,
): void {
  if (into.has(key)) return;
  const members = profiles.identifierKeysOf(workspaceId, key);
  const profile = members.length > 1 ? (profiles.profileKeyOf(workspaceId, key) ?? key) : undefined;
  into.set(key, profile);
  for (const member of members) into.set(member, profile);
}

/** Profile by identifier, of every identifier that shares a profile with one of the keys. */
async function heldWith(
  warehouse: Warehouse,
  workspaceId: string,
  keys: Iterable<string>,
): Promise<Map<string, string>> {
  const mine = sql`workspace_id = ${workspaceId}`;
  const rows =
    await warehouse.query<HeldRow>(sql`select toString(identifier_key) as identifier_key, toString(profile_key) as profile_key
    from (select identifier_key, profile_key from profile_keys where ${mine} and profile_key in (
        select profile_key from profile_keys where ${mine} and identifier_key in ${keyList(keys)})
      group by identifier_key, profile_key having ${holding})`);
  return new Map(rows.map((row) => [row.identifier_key, row.profile_key]));
}

/** Identifiers of which the table says something else than the profiles; up to ten. */
export async function differingProfileKeys(
  warehouse: Warehouse,
  profiles: Profiles,
  workspaceId: string,
): Promise<Record<string, unknown>[]> {
  const differing: Record<string, unknown>[] = [];
  for (const [key, held] of await allHeld(warehouse, workspaceId)) {
    const profile = profiles.profileKeyOf(workspaceId, key) ?? key;
    if (profile !== held && differing.length < 10) differing.push({ identifier_key: key, profile, held });
  }
  return differing;
}

/** What every identifier that has a link, or had one, belongs to by the table. */
async function allHeld(warehouse: Warehouse, workspaceId: string): Promise<Map<string, string>> {
  const mine = sql`workspace_id = ${workspaceId}`;
  const rows = await warehouse.query<HeldRow>(sql`select toString(key) as identifier_key,
      toString(if(profile_key = 0, key, profile_key)) as profile_key
    from (select distinct arrayJoin([key_a, key_b]) as key from identity_links where ${mine}) as linked
    left join (select identifier_key, profile_key from profile_keys where ${mine}
      group by identifier_key, profile_key having ${holding}) as held on held.identifier_key = linked.key`);
  return new Map(rows.map((row) => [row.identifier_key, row.profile_key]));
}

/** Compares every identifier with its profile, and writes what differs. */
export async function remakeProfileKeys(
  warehouse: Warehouse,
  profiles: Profiles,
  workspaceId: string,
  version: () => Promise<bigint>,
): Promise<void> {
  const wrong = [...(await allHeld(warehouse, workspaceId))]
    .filter(([key, held]) => (profiles.profileKeyOf(workspaceId, key) ?? key) !== held)
    .map(([key]) => key);
  const held: Held = (keys) => heldWith(warehouse, workspaceId, keys);
  for (const keys of groupsOf(wrong, askedKeysAtOnce)) {
    await rollKeys(warehouse, profiles, workspaceId, keys, held, version);
  }
}
