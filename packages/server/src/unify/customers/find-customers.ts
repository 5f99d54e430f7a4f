// Promise: a customer is found by name, e-mail, phone, number or order; a viewer with some places only finds those who
// have been there, and one who may not see contacts cannot find anybody by them.
import { identifierTypes } from '@lyhord/contract';
import { isRestricted, maySeeContacts, serviceScope, type Viewer } from '../../access/index.ts';
import type { Collect } from '../../collect/index.ts';
import type { Identities } from '../identity/identities.ts';
import type { CustomerStore } from './customer-store.ts';

export interface FindingParts {
  readonly store: CustomerStore;
  readonly identities: Identities;
  readonly collect: Pick<Collect, 'keyOf'>;
  /** Countries in which the workspace has places; a phone number may be written as there. */
  readonly countriesOf: (viewer: Viewer) => Promise<string[]>;
}

/** Profile keys of the customers that a search finds, best first. */
export async function findCustomers(
  parts: FindingParts,
  viewer: Viewer,
  search: string,
  limit: number,
): Promise<string[]> {
  const words = search.trim().slice(0, 200);
  const found =
    words === ''
      ? await parts.store.recent(serviceScope(viewer), limit * 2)
      : await matches(parts, viewer, words, limit);
  const seen = isRestricted(viewer) ? await seenByViewer(parts, viewer, found) : found;
  const profiles = seen.map((key) => parts.identities.profileKeyOf(viewer.workspaceId, key));
  return [...new Set(profiles.filter((key) => key !== null))].slice(0, limit);
}

async function matches(parts: FindingParts, viewer: Viewer, words: string, limit: number): Promise<string[]> {
  const { store } = parts;
  const contacts = maySeeContacts(viewer);
  const keys = contacts ? await exactKeys(parts, viewer, words) : [];
  const most = limit * 4;
  const lists = await Promise.all([
    // who sees pseudonyms only finds nobody by what the customer is known by elsewhere
    contacts ? store.byIdentifier(viewer.workspaceId, keys, words, identifierTypes, most) : [],
    store.byReference(serviceScope(viewer), words, most),
    contacts && words.length >= 2
      ? store.byName(viewer.workspaceId, words.split(/\s+/).slice(0, 5), most)
      : [],
  ]);
  return [...new Set(lists.flat())];
}

/** Keys that the words would have as an identifier of each type. */
async function exactKeys(
  { collect, countriesOf }: FindingParts,
  viewer: Viewer,
  value: string,
): Promise<string[]> {
  const types = ['user_id', 'loyalty_number', 'email', 'anonymous_id'] as const;
  const phones = (await countriesOf(viewer)).map((country) =>
    collect.keyOf(viewer.workspaceId, { type: 'phone', value }, country),
  );
  const others = types.map((type) => collect.keyOf(viewer.workspaceId, { type, value }));
  return (await Promise.all([...others, ...phones])).flatMap((key) => (key ? [key.text] : []));
}

/** Those of the keys whose profile has done or said something where the viewer may see it. */
async function seenByViewer(
  { store, identities }: FindingParts,
  viewer: Viewer,
  keys: readonly string[],
): Promise<string[]> {
  const membersOf = new Map(keys.map((key) => [key, identities.identifierKeysOf(viewer.workspaceId, key)]));
  const seen = new Set(await store.seenIn(serviceScope(viewer), [...membersOf.values()].flat()));
  return keys.filter((key) => membersOf.get(key)!.some((member) => seen.has(member)));
}
