// Promise: a customer is found by name, e-mail, phone, number or order; a viewer with some places only finds those who
// have been there, and one who may not see contacts cannot find anybody by them.
import { identifierTypes } from '@lyhord/contract';
import { isRestricted, maySeeContacts, serviceScope, type Viewer } from '../../access/index.ts';
import type { Collect } from '../../collect/index.ts';
import type { Identities } from '../identity/identities.ts';
import type { CustomerStore } from './customer-store.ts';
import type { Hides } from './read-customer.ts';
import { typedForms } from './typed-forms.ts';

export interface FindingParts {
  readonly store: CustomerStore;
  readonly identities: Identities;
  readonly collect: Pick<Collect, 'keyOf'>;
  /** Countries in which the workspace has places; a phone number may be written as there. */
  readonly countriesOf: (viewer: Viewer) => Promise<string[]>;
  readonly hides: Hides;
}

/** How a look-up came to a customer. */
export type FoundBy = 'identifier' | 'order' | 'customer' | 'words';
export interface FoundCustomer {
  readonly profileKey: string;
  readonly by: FoundBy;
}

/** Customers of one name who are looked through for those that a viewer of some places may see. */
const mostNamed = 5_000;

/** The customers that a search finds, best first. */
export async function findCustomers(
  parts: FindingParts,
  viewer: Viewer,
  search: string,
  limit: number,
): Promise<FoundCustomer[]> {
  const typed = search.trim();
  const found =
    typed === ''
      ? asWords(await parts.store.recent(serviceScope(viewer), limit * 2))
      : await matches(parts, viewer, typed, limit);
  const keys = found.map(({ key }) => key);
  const seen = new Set(isRestricted(viewer) ? await seenByViewer(parts, viewer, keys) : keys);
  const customers = new Map<string, FoundCustomer>();
  for (const { key, by } of found) {
    const profileKey = parts.identities.profileKeyOf(viewer.workspaceId, key);
    if (profileKey === null || !seen.has(key) || customers.has(profileKey)) continue;
    if (parts.hides(viewer, parts.identities.identifierKeysOf(viewer.workspaceId, profileKey))) continue;
    customers.set(profileKey, { profileKey, by });
  }
  return [...customers.values()].slice(0, limit);
}

interface Match {
  readonly key: string;
  readonly by: FoundBy;
}
const found = (by: FoundBy, keys: readonly string[]): Match[] => keys.map((key) => ({ key, by }));
const asWords = (keys: readonly string[]) => found('words', keys);

async function matches(parts: FindingParts, viewer: Viewer, typed: string, limit: number): Promise<Match[]> {
  const { store } = parts;
  const { workspaceId } = viewer;
  const forms = typedForms(typed);
  const most = limit * 4;
  // most of those who are called so may never have been where the viewer sees
  const named = isRestricted(viewer) ? mostNamed : most;
  const orders = store.byReferences(serviceScope(viewer), forms.references, most);
  // who sees pseudonyms only finds nobody by what the customer is known by elsewhere
  if (!maySeeContacts(viewer)) return found('order', await orders);
  const keys = await exactKeys(parts, viewer, forms.values);
  const [own, exact, ordered, beginning, called] = await Promise.all([
    forms.key === null ? [] : store.byIdentifier(workspaceId, [forms.key], '', identifierTypes, 1),
    keys.length === 0 ? [] : store.byIdentifier(workspaceId, keys, '', identifierTypes, most),
    orders,
    store.byIdentifier(workspaceId, [], typed, identifierTypes, named),
    typed.length >= 2 && forms.names.length > 0 ? store.byName(workspaceId, forms.names, named) : [],
  ]);
  return [
    ...found('customer', own),
    ...found('identifier', exact),
    ...found('order', ordered),
    ...asWords([...beginning, ...called]),
  ];
}

/** Keys that the values would have as an identifier of each type. */
async function exactKeys(
  { collect, countriesOf }: FindingParts,
  viewer: Viewer,
  values: readonly string[],
): Promise<string[]> {
  const types = ['user_id', 'loyalty_number', 'email', 'anonymous_id'] as const;
  const countries = [null, ...(await countriesOf(viewer))];
  const keys = values.flatMap((value) => [
    ...types.map((type) => collect.keyOf(viewer.workspaceId, { type, value })),
    ...countries.map((country) => collect.keyOf(viewer.workspaceId, { type: 'phone', value }, country)),
  ]);
  return [...new Set((await Promise.all(keys)).flatMap((key) => (key ? [key.text] : [])))];
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
