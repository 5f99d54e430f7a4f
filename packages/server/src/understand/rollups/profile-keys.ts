// Promise: the warehouse knows which identifiers are one customer. `profile_keys` holds a row per identifier and
// profile that it has ever belonged to; the newest of each says whether it still does. An identifier without such a
// row stands alone and is its own profile.
import { type Viewer, workspaceScope } from '../../access/index.ts';
import { decimal, keyOfText } from '../../collect/index.ts';
import { Block } from '../../platform/stores/blocks/block.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { Unify } from '../../unify/index.ts';
import { ProfileTable } from './profile-table.ts';

type Profiles = Pick<Unify, 'profileKeyOf' | 'eachOfProfile'>;

const holding = sql`argMax(holds, version) = 1`;
function keyList(keys: ProfileTable): Sql {
  const texts: string[] = [];
  keys.each((high, low) => texts.push(decimal(high, low)));
  return sql.list(texts, 'UInt64');
}

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
  const within = sql`workspace_id = ${workspaceId} and commit_no > ${sql.typed('UInt64', from)}
      and commit_no <= ${sql.typed('UInt64', to)}`;
  const links = sql`select key_a, key_b from identity_links where ${within}`;
  await eachPair(warehouse, links, (highA, lowA, highB, lowB) => {
    ends.add(highA, lowA);
    ends.add(highB, lowB);
  });
  if (!(await holdsAny(warehouse, workspaceId))) {
    for (const keys of ends.groups(mostKeysWritten))
      await rollKeys(warehouse, profiles, workspaceId, keys, null, version);
    return;
  }
  const byNames: Held = (keys) => heldWith(warehouse, workspaceId, keyList(keys));
  const asked = sql`(select arrayJoin([key_a, key_b]) from identity_links where ${within})`;
  const held: Held = (keys) => (keys === ends ? heldWith(warehouse, workspaceId, asked) : byNames(keys));
  // few enough to be written at once: the links themselves say whom the question is about
  const keysAtOnce = ends.size <= mostKeysWritten ? mostKeysWritten : mostKeysNamed;
  for (const keys of ends.groups(keysAtOnce))
    await rollKeys(warehouse, profiles, workspaceId, keys, held, version);
}
/** Keys that one question names. */
const mostKeysNamed = 20_000;
/** Keys that are written at once. */
const mostKeysWritten = 500_000;

/** Profile by identifier, as the table has it, of all that share a profile with one of the keys. */
type Held = (keys: ProfileTable) => Promise<ProfileTable>;

async function holdsAny(warehouse: Warehouse, workspaceId: string): Promise<boolean> {
  const rows = await warehouse.query(
    sql`select 1 from profile_keys where workspace_id = ${workspaceId} limit 1`,
  );
  return rows.length > 0;
}

/** The keys, what they belonged to, what they belong to now, and what stands beside these; `held` null: to nothing. */
async function rollKeys(
  warehouse: Warehouse,
  profiles: Profiles,
  workspaceId: string,
  keys: ProfileTable,
  held: Held | null,
  version: () => Promise<bigint>,
): Promise<void> {
  const now = new ProfileTable();
  const noteAll = (some: ProfileTable) =>
    some.each((high, low) => noteProfile(profiles, workspaceId, high, low, now));
  const before = held === null ? new ProfileTable() : await held(keys);
  noteAll(keys);
  if (held !== null) {
    noteAll(before);
    const beyond = new ProfileTable();
    now.each((high, low) => {
      if (!before.knows(high, low) && !keys.knows(high, low)) beyond.add(high, low);
    });
    for (const some of beyond.groups(mostKeysNamed)) before.setAll(await held(some));
    noteAll(before);
  }
  const block = differing(workspaceId, before, now, Number(await version()));
  if (block.length > 0) await warehouse.insertBlock('profile_keys', block);
}

/** Rows that bring the table from what it has to what is now. */
function differing(workspaceId: string, before: ProfileTable, now: ProfileTable, version: number) {
  const block = new Block(shape);
  const { column } = block;
  const [key, old, profile] = [
    { high: 0, low: 0 },
    { high: 0, low: 0 },
    { high: 0, low: 0 },
  ];
  const write = (of: typeof key, holds: number) => {
    if (of.high === 0 && of.low === 0) return;
    column.workspace_id.add(workspaceId);
    column.identifier_key.add(key);
    column.profile_key.add(of);
    column.holds.add(holds);
    column.version.add(version);
    block.rowDone();
  };
  now.each((high, low, profileHigh, profileLow) => {
    before.profileOf(high, low, old);
    if (old.high === profileHigh && old.low === profileLow) return;
    [key.high, key.low, profile.high, profile.low] = [high, low, profileHigh, profileLow];
    write(old, 0);
    write(profile, 1);
  });
  return block;
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
  high: number,
  low: number,
  into: ProfileTable,
): void {
  if (into.knows(high, low)) return;
  profiles.eachOfProfile(workspaceId, { high, low }, (memberHigh, memberLow, profile, members) => {
    if (members > 1) into.set(memberHigh, memberLow, profile.high, profile.low);
    else into.add(memberHigh, memberLow);
  });
}

/** Profile by identifier, of every identifier that shares a profile with one of the keys. */
async function heldWith(warehouse: Warehouse, workspaceId: string, keys: Sql): Promise<ProfileTable> {
  const mine = sql`workspace_id = ${workspaceId}`;
  const held = new ProfileTable();
  const rows = sql`select identifier_key, profile_key from profile_keys where ${mine} and profile_key in (
        select profile_key from profile_keys where ${mine} and identifier_key in ${keys})
      group by identifier_key, profile_key having ${holding}`;
  await eachPair(warehouse, rows, (high, low, profileHigh, profileLow) =>
    held.set(high, low, profileHigh, profileLow),
  );
  return held;
}

const whole = { timeoutMs: 600_000 };
const pairBytes = 16;

/** Reads rows of two 64-bit numbers, without a text or an object of any. */
async function eachPair(
  warehouse: Warehouse,
  rows: Sql,
  heard: (high: number, low: number, otherHigh: number, otherLow: number) => void,
): Promise<void> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of await warehouse.stream(rows, 'RowBinary', whole)) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const end = bytes.length - (bytes.length % pairBytes);
    const numbers = new DataView(bytes.buffer, bytes.byteOffset, end);
    const at = (offset: number) => numbers.getUint32(offset, true);
    for (let from = 0; from < end; from += pairBytes)
      heard(at(from + 4), at(from), at(from + 12), at(from + 8));
    rest = bytes.subarray(end);
  }
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
  const wrong = new ProfileTable();
  for (const [key, held] of await allHeld(warehouse, workspaceId)) {
    if ((profiles.profileKeyOf(workspaceId, key) ?? key) === held) continue;
    const { high, low } = keyOfText(key);
    wrong.add(high, low);
  }
  const held: Held = (keys) => heldWith(warehouse, workspaceId, keyList(keys));
  for (const keys of wrong.groups(mostKeysNamed))
    await rollKeys(warehouse, profiles, workspaceId, keys, held, version);
}
