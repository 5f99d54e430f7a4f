// Promise: soon after a customer says no to a use, or is restricted, no question of that use counts their rows, whoever
// they turn out to be; and when they say yes again, all of them count.
import type { Purpose } from '@lyhord/contract';
import { purposes } from '@lyhord/contract';
import { noteWithheld } from '../../../access/index.ts';
import type { Collect, IdentityNews } from '../../../collect/index.ts';
import { sql } from '../../../platform/stores/sql.ts';
import type { Warehouse } from '../../../platform/stores/warehouse.ts';
import type { Identities } from '../../identity/identities.ts';

/** What counts now of what was said, newest first: who refuses service is restricted, and allows nothing. */
export function refusedPurposes(
  said: readonly { readonly purpose: Purpose; readonly allowed: boolean }[],
): ReadonlySet<Purpose> {
  const newest = new Map<Purpose, boolean>();
  for (const { purpose, allowed } of said) if (!newest.has(purpose)) newest.set(purpose, allowed);
  const refused = purposes.filter((purpose) => newest.get(purpose) === false);
  return new Set(refused.includes('service') ? purposes : refused);
}

interface Parts {
  readonly warehouse: Warehouse;
  readonly identities: Pick<Identities, 'identifierKeysOf' | 'profileKeyOf'>;
  readonly lastConsentsOf: Collect['lastConsentsOf'];
  /** Every identifier under which the last word on a purpose was no. */
  readonly refusing: Collect['refusing'];
  /** Makes the counts of days again. */
  readonly recount: (workspaceId: string, days: readonly string[]) => Promise<void>;
  /** Tells other processes of the server that the table has changed. */
  readonly announce: (workspaceId: string) => void;
  readonly now: () => Date;
}

export interface Withheld {
  start(): Promise<void>;
  /** Brings the table to what was said before a stop that came between the two, and to what customers are now. */
  catchUp(workspaceId?: string): Promise<void>;
  /** Another process of the server has changed what is withheld. */
  readAgain(): Promise<void>;
  /** Brings what is withheld of these customers to what they have said. */
  refresh(workspaceId: string, identifierKeys: readonly string[]): Promise<void>;
  /** True where one of the identifiers is withheld from a use. */
  from(workspaceId: string, identifierKeys: readonly string[], use: Purpose): boolean;
  /** The uses that one of the identifiers is withheld from. */
  refusedBy(workspaceId: string, identifierKeys: readonly string[]): Purpose[];
  /** New links may make a withheld identifier part of a larger customer. */
  heardIdentity(workspaceId: string, news: IdentityNews): Promise<void>;
}

export function createWithheld(parts: Parts): Withheld {
  /** By workspace, key and purpose: what the warehouse's table says. */
  const standing = new Map<string, Map<string, ReadonlySet<Purpose>>>();
  let turn: Promise<unknown> = Promise.resolve();
  let version = 0n;
  /** Whose rows, and whose days, are still to do; what fails is tried again. */
  const owed = { rows: new Map<string, Set<string>>(), days: new Map<string, Set<string>>() };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  async function refresh(workspaceId: string, identifierKeys: readonly string[]): Promise<void> {
    addTo(owed.rows, workspaceId, identifierKeys);
    try {
      await inTurn(() => refreshNow(workspaceId));
    } catch (error) {
      setTimeout(() => void refresh(workspaceId, []).catch(() => undefined), againMs).unref();
      throw error;
    }
  }

  async function refreshNow(workspaceId: string): Promise<void> {
    const keys = taken(owed.rows, workspaceId);
    try {
      addTo(owed.days, workspaceId, await writeRows(workspaceId, keys));
    } catch (error) {
      addTo(owed.rows, workspaceId, keys);
      throw error;
    }
    const counted = taken(owed.days, workspaceId);
    try {
      if (counted.length > 0)
        await parts.recount(workspaceId, await daysOf(parts.warehouse, workspaceId, counted));
    } catch (error) {
      addTo(owed.days, workspaceId, counted);
      throw error;
    }
  }

  /** Writes what has changed; says of whom the counts of days are others now. */
  async function writeRows(workspaceId: string, identifierKeys: readonly string[]): Promise<string[]> {
    const known = standing.get(workspaceId) ?? new Map<string, ReadonlySet<Purpose>>();
    const after = new Map<string, ReadonlySet<Purpose>>();
    const rows: Record<string, unknown>[] = [];
    const counted: string[] = [];
    for (const members of profilesOf(parts, workspaceId, identifierKeys)) {
      const refused = refusedPurposes(await parts.lastConsentsOf(workspaceId, members));
      for (const key of members) {
        const had = known.get(key) ?? new Set<Purpose>();
        const changed = purposes.filter((purpose) => had.has(purpose) !== refused.has(purpose));
        for (const purpose of changed) rows.push(rowOf(workspaceId, key, purpose, refused.has(purpose)));
        if (changed.includes('analytics')) counted.push(key);
        after.set(key, refused);
      }
    }
    if (rows.length === 0) return [];
    await parts.warehouse.insert('withheld_keys', rows);
    for (const [key, refused] of after) refused.size > 0 ? known.set(key, refused) : known.delete(key);
    standing.set(workspaceId, known);
    noteWithheld(workspaceId, known.size > 0);
    parts.announce(workspaceId);
    return counted;
  }

  /**
   * Customers who said no under one identifier and are not withheld under all of them, and who are withheld and said no
   * to nothing; of one workspace, or of all.
   */
  async function catchUp(only?: string): Promise<void> {
    const odd = new Map<string, Set<string>>();
    const refused = new Map<string, Set<string>>();
    const isMeant = (workspaceId: string) => only === undefined || only === workspaceId;
    for (const { workspaceId, identifierKey, purpose } of await parts.refusing()) {
      if (!isMeant(workspaceId)) continue;
      addTo(refused, `${workspaceId}|${identifierKey}`, [purpose]);
      const known = standing.get(workspaceId);
      const members = profilesOf(parts, workspaceId, [identifierKey]).flat();
      if (!members.every((key) => known?.get(key)?.has(purpose))) addTo(odd, workspaceId, [identifierKey]);
    }
    for (const [workspaceId, known] of standing)
      for (const members of isMeant(workspaceId) ? profilesOf(parts, workspaceId, [...known.keys()]) : [])
        if (isWithheldTooMuch(members, known, (key) => refused.get(`${workspaceId}|${key}`)))
          addTo(odd, workspaceId, members);
    for (const [workspaceId, keys] of odd) await refresh(workspaceId, [...keys]);
  }

  /** What the table says, for every workspace; one in which nobody says no any more is noted, too. */
  async function readTable(): Promise<void> {
    const rows = await parts.warehouse.query<{ workspace_id: string; key: string; held: Purpose[] }>(
      sql`select workspace_id, identifier_key as key, groupArray(purpose) as held
        from withheld_keys final where withheld = 1 group by workspace_id, key`,
    );
    const before = [...standing.keys()];
    standing.clear();
    for (const { workspace_id: workspaceId, key, held } of rows) {
      const known = standing.get(workspaceId) ?? new Map<string, ReadonlySet<Purpose>>();
      standing.set(workspaceId, known.set(key, new Set(held)));
    }
    for (const workspaceId of new Set([...before, ...standing.keys()]))
      noteWithheld(workspaceId, standing.has(workspaceId));
  }

  const rowOf = (workspaceId: string, key: string, purpose: Purpose, withheld: boolean) => {
    const now = BigInt(parts.now().getTime()) * 1000n;
    version = now > version ? now : version + 1n;
    return {
      ...{ workspace_id: workspaceId, identifier_key: key, purpose },
      ...{ withheld: withheld ? 1 : 0, version: version.toString() },
    };
  };

  return {
    start: () => inTurn(readTable),
    readAgain: () => inTurn(readTable),
    from: (workspaceId, keys, use) => {
      const known = standing.get(workspaceId);
      return known !== undefined && keys.some((key) => known.get(key)?.has(use));
    },
    refusedBy: (workspaceId, keys) => {
      const known = standing.get(workspaceId);
      if (known === undefined) return [];
      return purposes.filter((purpose) => keys.some((key) => known.get(key)?.has(purpose)));
    },
    catchUp,
    refresh,
    async heardIdentity(workspaceId, { links }) {
      const known = standing.get(workspaceId);
      if (!known || known.size === 0 || links.length === 0) return;
      const touched = profilesOf(
        parts,
        workspaceId,
        links.flatMap(({ a, b }) => [a.text, b.text]),
      );
      const some = touched.filter((members) => members.some((key) => known.has(key))).flat();
      if (some.length > 0) await refresh(workspaceId, some);
    },
  };
}

/** True where an identifier is withheld from a use that nobody of the customer's identifiers refuses. */
function isWithheldTooMuch(
  members: readonly string[],
  known: ReadonlyMap<string, ReadonlySet<Purpose>>,
  refusedBy: (key: string) => ReadonlySet<string> | undefined,
): boolean {
  const refused = new Set(members.flatMap((key) => [...(refusedBy(key) ?? [])]));
  if (refused.has('service')) return false;
  return members.some((key) => [...(known.get(key) ?? [])].some((purpose) => !refused.has(purpose)));
}

const againMs = 5_000;

function addTo(sets: Map<string, Set<string>>, name: string, members: readonly string[]): void {
  const set = sets.get(name) ?? new Set();
  sets.set(name, set);
  for (const member of members) set.add(member);
}

function taken(sets: Map<string, Set<string>>, name: string): string[] {
  const members = [...(sets.get(name) ?? [])];
  sets.delete(name);
  return members;
}

/** The keys of each customer among the identifiers, once. */
function profilesOf(
  { identities }: Parts,
  workspaceId: string,
  identifierKeys: readonly string[],
): string[][] {
  const profiles = new Set(identifierKeys.map((key) => identities.profileKeyOf(workspaceId, key) ?? key));
  return [...profiles].map((profile) => identities.identifierKeysOf(workspaceId, profile));
}

async function daysOf(warehouse: Warehouse, workspaceId: string, keys: readonly string[]): Promise<string[]> {
  const rows = await warehouse.query<{
    day: string;
  }>(sql`select distinct toString(local_day) as day from (
      select local_day, workspace_id, identifier_key from signals
      union all select local_day, workspace_id, identifier_key from events)
    where workspace_id = ${workspaceId} and identifier_key in ${sql.list(keys, 'UInt64')} order by day`);
  return rows.map(({ day }) => day);
}
