// Promise: the warehouse knows which identifiers are one customer. `profile_keys` holds a row per identifier and
// profile that it has ever belonged to; the newest of each says whether it still does. An identifier without such a
// row stands alone and is its own profile.
import { type Viewer, workspaceScope } from '../../access/index.ts';
import { decimal, keyOfText } from '../../collect/index.ts';
import { Block } from '../../platform/stores/blocks/block.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { Unify } from '../../unify/index.ts';
import { type Halves, ProfileTable } from './profile-table.ts';

type Profiles = Pick<Unify, 'profileKeyOf' | 'eachOfProfile'>;

const holding = sql`argMax(holds, version) = 1`;
const keyList = (keys: readonly Halves[]): Sql =>
  sql.list(
    keys.map(({ high, low }) => decimal(high, low)),
    'UInt64',
  );

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
  const ends = new ProfileTable();
  const links = sql`select key_a, key_b from identity_links
    where workspace_id = ${workspaceId} and commit_no > ${sql.typed('UInt64', from)}
      and commit_no <= ${sql.typed('UInt64', to)}`;
  await eachPair(warehouse, links, (a, b) => {
    ends.add(a.high, a.low);
    ends.add(b.high, b.low);
  });
  const held = (await holdsAny(warehouse, workspaceId))
    ? (keys: readonly Halves[]) => heldWith(warehouse, workspaceId, keys)
    : heldByNone;
  const keysAtOnce = held === heldByNone ? firstKeysAtOnce : askedKeysAtOnce;
  for (const keys of groupsOf(ends.keys(), keysAtOnce)) {
    await rollKeys(warehouse, profiles, workspaceId, keys, held, version);
  }
}
/** Keys that one question names. */
const askedKeysAtOnce = 20_000;
/** Keys that are written at once when the table need not be asked. */
const firstKeysAtOnce = 500_000;

function* groupsOf(keys: Iterable<Halves>, size: number): Generator<readonly Halves[]> {
  let group: Halves[] = [];
  for (const key of keys) {
    group.push(key);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** Profile by identifier, as the table has it, of all that share a profile with one of the keys. */
type Held = (keys: readonly Halves[]) => Promise<ProfileTable>;
const heldByNone: Held = async () => new ProfileTable();

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
  keys: readonly Halves[],
  held: Held,
  version: () => Promise<bigint>,
): Promise<void> {
  const before = await held(keys);
  const now = new ProfileTable();
  const noteAll = (some: Iterable<Halves>) => {
    for (const key of some) noteProfile(profiles, workspaceId, key, now);
  };
  noteAll(keys);
  const asked = held === heldByNone ? null : new ProfileTable();
  if (asked) {
    for (const { high, low } of keys) asked.add(high, low);
    noteAll(before.keys());
    const beyond = [...now.keys()].filter((key) => !before.knows(key) && !asked.knows(key));
    if (beyond.length > 0) before.setAll(await held(beyond));
    noteAll(before.keys());
  }
  const block = new Block(shape);
  const next = Number(await version());
  const { column } = block;
  const write = (key: Halves, profile: Halves, holds: number) => {
    column.workspace_id.add(workspaceId);
    column.identifier_key.add(key);
    column.profile_key.add(profile);
    column.holds.add(holds);
    column.version.add(next);
    block.rowDone();
  };
  for (const key of now.keys()) {
    const [old, profile] = [before.profileOf(key), now.profileOf(key)];
    if (old?.high === profile?.high && old?.low === profile?.low) continue;
    if (old !== null) write(key, old, 0);
    if (profile !== null) write(key, profile, 1);
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
function noteProfile(profiles: Profiles, workspaceId: string, key: Halves, into: ProfileTable): void {
  if (into.knows(key)) return;
  profiles.eachOfProfile(workspaceId, key, (high, low, profile, members) => {
    into.add(high, low);
    if (members > 1) into.set(high, low, profile.high, profile.low);
  });
}

/** Profile by identifier, of every identifier that shares a profile with one of the keys. */
async function heldWith(
  warehouse: Warehouse,
  workspaceId: string,
  keys: readonly Halves[],
): Promise<ProfileTable> {
  const mine = sql`workspace_id = ${workspaceId}`;
  const held = new ProfileTable();
  const rows = sql`select identifier_key, profile_key from profile_keys where ${mine} and profile_key in (
        select profile_key from profile_keys where ${mine} and identifier_key in ${keyList(keys)})
      group by identifier_key, profile_key having ${holding}`;
  await eachPair(warehouse, rows, (key, profile) => held.set(key.high, key.low, profile.high, profile.low));
  return held;
}

const whole = { timeoutMs: 600_000 };
const pairBytes = 16;

/** Reads rows of two 64-bit numbers, without a text of any. */
async function eachPair(
  warehouse: Warehouse,
  rows: Sql,
  heard: (one: Halves, other: Halves) => void,
): Promise<void> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of await warehouse.stream(rows, 'RowBinary', whole)) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const end = bytes.length - (bytes.length % pairBytes);
    for (let at = 0; at < end; at += pairBytes) heard(halvesAt(bytes, at), halvesAt(bytes, at + 8));
    rest = bytes.subarray(end);
  }
}

const halvesAt = (bytes: Buffer, at: number): Halves => ({
  high: bytes.readUInt32LE(at + 4),
  low: bytes.readUInt32LE(at),
});

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
    .map(([key]) => keyOfText(key));
  const held: Held = (keys) => heldWith(warehouse, workspaceId, keys);
  for (const keys of groupsOf(wrong, askedKeysAtOnce)) {
    await rollKeys(warehouse, profiles, workspaceId, keys, held, version);
  }
}
