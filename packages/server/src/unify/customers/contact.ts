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
const wanted = [...nameTraits, ...givenNameTraits, ...familyNameTraits, ...localeTraits, 'email', 'phone'];
const endDigits = 8;

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
  const newestFirst = [...traits].sort((a, b) => (a.happened_at < b.happened_at ? 1 : -1));
  const said = (name: string) => newestFirst.filter((trait) => trait.name === name).map(({ value }) => value);
  const email = ofThose(identifiers, 'email', said('email'), (value) => value.trim().toLowerCase());
  const phone = ofThose(identifiers, 'phone', said('phone'), (value) =>
    value.replace(/\D/g, '').slice(-endDigits),
  );
  const name = nameFrom(traits);
  const locale = newestFirst.find((trait) => localeTraits.includes(trait.name))?.value;
  return {
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(name ? { name } : {}),
    ...(locale ? { locale } : {}),
  };
}

/** Of several addresses the one that was said last to be the customer's. */
function ofThose(
  identifiers: readonly { readonly type: string; readonly value: string }[],
  type: string,
  saidLastFirst: readonly string[],
  spelled: (value: string) => string,
): string | undefined {
  const own = identifiers.filter((one) => one.type === type).map(({ value }) => value);
  for (const said of saidLastFirst) {
    const match = own.find((value) => spelled(value) === spelled(said));
    if (match !== undefined) return match;
  }
  return own.sort()[0];
}
