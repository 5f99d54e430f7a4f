import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { Identities } from '../identity/identities.ts';
import { identifiersByKey } from '../identity/identity-store.ts';
import { type CustomerStore, familyNameTraits, givenNameTraits, nameTraits } from './customer-store.ts';
import { nameFrom } from './names.ts';

export interface Contact {
  readonly email?: string;
  readonly phone?: string;
  readonly name?: string;
  /** The language that the customer uses, such as `sv`. */
  readonly locale?: string;
}

const localeTraits = ['locale', 'language'];
const wanted = [...nameTraits, ...givenNameTraits, ...familyNameTraits, ...localeTraits];

export async function contactOf(
  warehouse: Warehouse,
  store: CustomerStore,
  identities: Identities,
  workspaceId: string,
  profileKey: string,
): Promise<Contact> {
  const keys = identities.identifierKeysOf(workspaceId, profileKey);
  const [identifiers, traits] = await Promise.all([
    identifiersByKey(warehouse, workspaceId, keys),
    store.traits(workspaceId, keys, wanted),
  ]);
  const email = identifiers.find(({ type }) => type === 'email')?.value;
  const phone = identifiers.find(({ type }) => type === 'phone')?.value;
  const name = nameFrom(traits);
  const locale = traits.find((trait) => localeTraits.includes(trait.name))?.value;
  return {
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(name ? { name } : {}),
    ...(locale ? { locale } : {}),
  };
}
