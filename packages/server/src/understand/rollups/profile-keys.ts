// Promise: the warehouse knows which identifiers are one customer. `profile_keys` holds a row per identifier and
// profile that it has ever belonged to; the newest of each says whether it still does. An identifier without such a
// row stands alone and is its own profile.
import { type Viewer, workspaceScope } from '../../access/index.ts';
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
    select identifier_key from profile_keys where ${mine} and profile_key in (
      select profile_key from profile_keys where ${mine} and identifier_key in (${keys})
      group by identifier_key, profile_key having ${holding})
    group by identifier_key, profile_key having ${holding}`;
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
interface Held {
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
  const ends = [...new Set(links.flatMap(({ key_a, key_b }) => [key_a, key_b]))];
  for (let at = 0; at < ends.length; at += keysAtOnce) {
    await rollKeys(warehouse, profiles, workspaceId, new Set(ends.slice(at, at + keysAtOnce)), version);
  }
}
const keysAtOnce = 20_000;

/** The keys, what they belonged to, what they belong to now, and what stands beside these. */
async function rollKeys(
  warehouse: Warehouse,
  profiles: Profiles,
  workspaceId: string,
  keys: ReadonlySet<string>,
  version: () => Promise<bigint>,
): Promise<void> {
  const before = await heldWith(warehouse, workspaceId, keys);
  const around = new Set<string>();
  for (const key of [...keys, ...before.keys()]) {
    if (around.has(key)) continue;
    for (const member of profiles.identifierKeysOf(workspaceId, key)) around.add(member);
    around.add(key);
  }
  const beyond = [...around].filter((key) => !before.has(key) && !keys.has(key));
  if (beyond.length > 0)
    for (const held of await heldWith(warehouse, workspaceId, beyond)) before.set(...held);
  const rows: { identifier_key: string; profile_key: string; holds: number }[] = [];
  for (const key of new Set([...around, ...before.keys()])) {
    const old = before.get(key);
    const alone = profiles.identifierKeysOf(workspaceId, key).length === 1;
    const profile = alone ? undefined : (profiles.profileKeyOf(workspaceId, key) ?? key);
    if (old === profile) continue;
    if (old !== undefined) rows.push({ identifier_key: key, profile_key: old, holds: 0 });
    if (profile !== undefined) rows.push({ identifier_key: key, profile_key: profile, holds: 1 });
  }
  if (rows.length === 0) return;
  const next = (await version()).toString();
  await warehouse.insert(
    'profile_keys',
    rows.map((row) => ({ workspace_id: workspaceId, ...row, version: next })),
  );
}

/** Profile by identifier, of every identifier that shares a profile with one of the keys. */
async function heldWith(
  warehouse: Warehouse,
  workspaceId: string,
  keys: Iterable<string>,
): Promise<Map<string, string>> {
  const mine = sql`workspace_id = ${workspaceId}`;
  const rows =
    await warehouse.query<Held>(sql`select toString(identifier_key) as identifier_key, toString(profile_key) as profile_key
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
  const rows = await warehouse.query<Held>(sql`select toString(key) as identifier_key,
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
  for (let at = 0; at < wrong.length; at += keysAtOnce) {
    await rollKeys(warehouse, profiles, workspaceId, new Set(wrong.slice(at, at + keysAtOnce)), version);
  }
}
