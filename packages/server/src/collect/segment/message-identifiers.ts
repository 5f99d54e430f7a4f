import { type Identifier, lookupTable, type SegmentMessage } from '@lyhord/contract';

type Found = Identifier[];
const mostIdentifiers = 20;
const externalTypes: Readonly<Record<string, Identifier['type']>> = lookupTable({
  user_id: 'user_id',
  email: 'email',
  phone: 'phone',
  anonymous_id: 'anonymous_id',
  loyalty_number: 'loyalty_number',
  loyalty_id: 'loyalty_number',
});

/** Every identifier that a message names: its ids, those in its traits, and `context.externalIds`. */
export function identifiersOf(message: SegmentMessage): Found {
  const found: Found = [];
  add(found, 'user_id', message.userId);
  add(found, 'anonymous_id', message.type === 'alias' ? message.previousId : message.anonymousId);
  for (const traits of [message.traits, message.context?.traits]) addFromTraits(found, message.type, traits);
  for (const { id, type } of message.context?.externalIds ?? []) {
    const known = externalTypes[type];
    if (known) add(found, known, id);
    else put(found, { type: 'external_id', value: id, namespace: type });
  }
  return found.length > mostIdentifiers ? found.slice(0, mostIdentifiers) : found;
}

function addFromTraits(found: Found, type: SegmentMessage['type'], traits: unknown): void {
  // traits of a group call are the company's, not the customer's
  if (type === 'group' || traits === null || typeof traits !== 'object') return;
  const { email, phone, loyalty_number, loyaltyNumber } = traits as Record<string, unknown>;
  add(found, 'email', email);
  add(found, 'phone', phone);
  add(found, 'loyalty_number', loyalty_number ?? loyaltyNumber);
}

function add(found: Found, type: Identifier['type'], value: unknown): void {
  if (typeof value !== 'string' && typeof value !== 'number') return;
  const text = String(value).trim().slice(0, 320);
  if (text !== '') put(found, { type, value: text });
}

/** Adds an identifier unless it is there. */
function put(found: Found, one: Identifier): void {
  for (const { type, value, namespace } of found)
    if (value === one.value && type === one.type && (namespace ?? '') === (one.namespace ?? '')) return;
  found.push(one);
}
