// Promise: a refused item can be found again by the customer whom it was about, without keeping who that was.
import { type Identifier, lookupTable } from '@lyhord/contract';
import type { Keyring } from '../identifiers/keyring.ts';
import { normaliseIdentifier } from '../identifiers/normalise-identifier.ts';

const typesByField: Readonly<Record<string, Identifier['type']>> = lookupTable({
  userid: 'user_id',
  previousid: 'user_id',
  anonymousid: 'anonymous_id',
  email: 'email',
  emailaddress: 'email',
  mail: 'email',
  phone: 'phone',
  phonenumber: 'phone',
  mobile: 'phone',
  loyaltynumber: 'loyalty_number',
});
const most = 20;
/** No identifier is longer; what is sought in a text without end takes time without end. */
const longest = 320;
const mailbox = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const dialled = /^\+\d[\d\s()-]{6,18}$/;

/** Keys of the identifiers that an item names, read as generously as it may be broken. */
export function keysInItem(raw: unknown, keyring: Keyring): string[] {
  const keys = new Set<string>();
  const note = (type: unknown, value: unknown, namespace?: unknown) => {
    if (keys.size >= most || (typeof value !== 'string' && typeof value !== 'number')) return;
    if (String(value).length > longest) return;
    const normal = normaliseIdentifier({
      type: type as Identifier['type'],
      value: String(value),
      ...(typeof namespace === 'string' ? { namespace } : {}),
    });
    if (!('wrong' in normal)) keys.add(keyring.keyOf(normal.identifier).text);
  };
  const walk = (value: unknown, depth: number): void => {
    if (typeof value === 'string' && value.length <= longest) {
      if (mailbox.test(value)) note('email', value);
      if (dialled.test(value)) note('phone', value);
    }
    if (value === null || typeof value !== 'object' || depth > 12) return;
    if (Array.isArray(value)) {
      for (const one of value.slice(0, 200)) walk(one, depth + 1);
      return;
    }
    const { type, id, value: named, namespace } = value as Record<string, unknown>;
    if (typeof type === 'string' && named !== undefined) note(type, named, namespace);
    if (typeof type === 'string' && id !== undefined) note('external_id', id, type);
    for (const [name, one] of Object.entries(value)) {
      const known = typesByField[name.toLowerCase().replace(/[^a-z]/g, '')];
      if (known) note(known, one);
      walk(one, depth + 1);
    }
  };
  walk(raw, 0);
  return [...keys];
}
