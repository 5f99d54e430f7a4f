// Promise: a company is shown with those of its people and doings that the viewer may see, and joins nobody: two who act
// for one company stay two customers.
import type { AccountOfCustomer, AccountPage, AccountRow } from '@lyhord/contract';
import type { z } from 'zod';
import { maySeeContacts, serviceScope, shownIdentifier, shownName, type Viewer } from '../../access/index.ts';
import type { Collect } from '../../collect/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import { customerRows } from '../customers/customer-rows.ts';
import { isoOf } from '../customers/moments.ts';
import type { PageParts } from '../customers/read-customer.ts';
import type { KeyCustomers } from '../key-customers/key-customers.ts';
import { type AccountFigures, accountStore, type ContractRow, type MemberRow } from './account-store.ts';

export interface AccountParts extends PageParts {
  readonly keyCustomers: KeyCustomers;
  readonly accountKeyOf: Collect['accountKeyOf'];
}
const [mostMembers, mostSaid, casesAtOnce] = [100, 20, 25];

/** Companies by what was typed, by their number first; of nothing typed, the last ones. */
export async function listAccounts(
  parts: AccountParts,
  viewer: Viewer,
  search: string,
  limit: number,
): Promise<AccountRow[]> {
  const store = accountStore(parts.warehouse);
  const [{ workspaceId }, scope, typed] = [viewer, serviceScope(viewer), search.trim()];
  if (typed === '')
    return (await store.recent(workspaceId, scope, limit)).map((row) => rowOf(parts, viewer, row));
  // who sees pseudonyms only finds nobody by what they are known by elsewhere
  if (!maySeeContacts(viewer)) return [];
  const key = await parts.accountKeyOf(workspaceId, typed);
  const [exact, others] = await Promise.all([
    key === null ? [] : store.byKeys(workspaceId, scope, [key]),
    typed.length < 2 ? [] : store.byWords(workspaceId, scope, typed, limit),
  ]);
  const found = new Map([...exact, ...others].map((row) => [row.account_key, row]));
  return [...found.values()].slice(0, limit).map((row) => rowOf(parts, viewer, row));
}

export async function readAccount(parts: AccountParts, viewer: Viewer, id: string): Promise<AccountPage> {
  const store = accountStore(parts.warehouse);
  const [{ workspaceId }, scope] = [viewer, serviceScope(viewer)];
  const [figures] = /^\d{1,20}$/.test(id) ? await store.byKeys(workspaceId, scope, [id]) : [];
  if (!figures) {
    const detail = `There is no company "${id.slice(0, 40)}", or you may not see it.`;
    throw new Problem('not_found', { detail });
  }
  const { account_key: key } = figures;
  const [acted, traits, contracts, sources] = await Promise.all([
    store.members(scope, key),
    store.traits(workspaceId, key),
    store.contracts(scope, key),
    parts.sourceNames(workspaceId),
  ]);
  const people = peopleOf(parts, workspaceId, acted).slice(0, mostMembers);
  const [members, cases, said] = await Promise.all([
    membersOf(parts, viewer, people),
    casesOf(parts, viewer, people),
    saidBy(parts, viewer, people),
  ]);
  return {
    ...rowOf(parts, viewer, figures),
    traits: traits
      .filter(({ name }) => name !== 'company_name')
      .map(({ name, value, source_id, happened_at }) => ({
        ...{ name, value: shownValue(viewer, value), source: sources.get(source_id) ?? source_id },
        at: isoOf(happened_at) ?? '',
      })),
    contracts: contracts.map(contractOf),
    ...{ members, cases, said },
  };
}

/** The companies that a customer acts for, the last one first. */
export async function accountsOf(
  parts: AccountParts,
  viewer: Viewer,
  keys: readonly string[],
): Promise<z.infer<typeof AccountOfCustomer>[]> {
  const store = accountStore(parts.warehouse);
  const scope = serviceScope(viewer);
  const rows = await store.ofCustomer(scope, keys);
  if (rows.length === 0) return [];
  const figures = await store.byKeys(
    viewer.workspaceId,
    scope,
    rows.map(({ account_key }) => account_key),
  );
  const named = new Map(figures.map((row) => [row.account_key, rowOf(parts, viewer, row)]));
  return rows.flatMap(({ account_key, since, last_at }) => {
    const row = named.get(account_key);
    if (!row) return [];
    const { key, id, name } = row;
    return [{ key, id, name, since: isoOf(since) ?? '', lastActedAt: isoOf(last_at) ?? '' }];
  });
}

function rowOf({ identities }: AccountParts, viewer: Viewer, figures: AccountFigures): AccountRow {
  const { account_key: key, id, name, keys, orders, sums, last_at } = figures;
  const profiles = new Set(keys.map((one) => identities.profileKeyOf(viewer.workspaceId, one) ?? one));
  return {
    key,
    id: shownIdentifier(viewer, { type: 'account', value: id }).value,
    name: shownName(viewer, name || null, `account ${key}`),
    people: profiles.size,
    orders: Number(orders),
    values: sums.map(([currency, minor]) => ({ currency, amountMinor: Number(minor) })),
    lastAt: isoOf(last_at),
  };
}

/** What a source says of a company may name its owner. */
const shownValue = (viewer: Viewer, value: string): string =>
  maySeeContacts(viewer) ? value : shownIdentifier(viewer, { type: 'account trait', value }).value;

interface Person {
  readonly profileKey: string;
  readonly keys: readonly string[];
  readonly since: string;
  readonly lastAt: string;
}

/** Members' identifiers as customers, who acted last first. */
function peopleOf({ identities }: AccountParts, workspaceId: string, acted: readonly MemberRow[]): Person[] {
  const people = new Map<string, Person>();
  for (const { identifier_key, since, last_at } of acted) {
    const profileKey = identities.profileKeyOf(workspaceId, identifier_key);
    if (profileKey === null) continue;
    const known = people.get(profileKey);
    people.set(profileKey, {
      profileKey,
      keys: known?.keys ?? identities.identifierKeysOf(workspaceId, profileKey),
      since: known && known.since < since ? known.since : since,
      lastAt: known?.lastAt ?? last_at,
    });
  }
  return [...people.values()];
}

async function membersOf(
  parts: AccountParts,
  viewer: Viewer,
  people: readonly Person[],
): Promise<AccountPage['members']> {
  const profiles = people.map(({ profileKey }) => profileKey);
  const [rows, marked] = await Promise.all([
    customerRows(parts.warehouse, parts.store, parts.identities, viewer, profiles),
    parts.keyCustomers.among(viewer.workspaceId, profiles),
  ]);
  return rows.map((row, at) => ({
    ...row,
    since: isoOf(people[at]!.since) ?? '',
    lastActedAt: isoOf(people[at]!.lastAt) ?? '',
    keyCustomer: marked.has(row.key),
  }));
}

/** Cases of those who acted last, open ones first. */
async function casesOf(
  parts: AccountParts,
  viewer: Viewer,
  people: readonly Person[],
): Promise<AccountPage['cases']> {
  const some = people.slice(0, casesAtOnce);
  const cases = await Promise.all(
    some.map(({ profileKey, keys }) => parts.later.casesOf(viewer, profileKey, keys)),
  );
  const isOpen = ({ state }: AccountPage['cases'][number]) => (state === 'closed' ? 1 : 0);
  return cases
    .flat()
    .sort((a, b) => isOpen(a) - isOpen(b))
    .slice(0, 50);
}

async function saidBy(
  parts: AccountParts,
  viewer: Viewer,
  people: readonly Person[],
): Promise<AccountPage['said']> {
  const keys = people.flatMap((person) => person.keys);
  if (keys.length === 0) return [];
  const ids = await parts.store.signalIds(serviceScope(viewer), keys, '2299-12-31 00:00:00.000', mostSaid);
  return ids.length === 0 ? [] : parts.later.signalCards(viewer, ids.slice(0, mostSaid));
}

function contractOf({ reference, ended, started_at, renews_at, ends_at }: ContractRow) {
  return {
    ...{ reference, state: ended === 1 ? ('ended' as const) : ('active' as const) },
    ...{ startedAt: isoOf(started_at), renewsAt: renews_at || null, endsAt: ends_at || null },
  };
}
