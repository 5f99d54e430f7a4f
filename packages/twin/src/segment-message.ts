// An event as a message of the Segment tracking API, ready for POST /v1/batch: read there, it means the same again.
import type { Identifier, OperationalEvent, SegmentMessage } from '@lyhord/contract';

const keyOf = (identifiers: readonly Identifier[], type: Identifier['type']): string | undefined =>
  identifiers.find((identifier) => identifier.type === type)?.value;

const iso = (at: number): string => new Date(at).toISOString();

/** Null for an event of nobody (a purchase without card or receipt): the format cannot say it. */
export function segmentMessage(event: OperationalEvent): SegmentMessage | null {
  const { identifiers } = event;
  if (identifiers.length === 0) return null;
  const userId = keyOf(identifiers, 'user_id');
  const anonymousId = keyOf(identifiers, 'anonymous_id');
  const external = identifiers
    .filter(({ type }) => type !== 'user_id' && type !== 'anonymous_id')
    .map(({ type, value, namespace }) => ({
      id: value,
      type: type === 'external_id' ? (namespace ?? 'external_id') : type,
    }));
  return {
    ...typed(event),
    messageId: event.messageId,
    ...(userId === undefined ? {} : { userId }),
    ...(anonymousId === undefined ? {} : { anonymousId }),
    ...(external.length === 0 ? {} : { context: { externalIds: external } }),
    timestamp: iso(event.happenedAt),
  };
}

function typed(
  event: OperationalEvent,
): Pick<SegmentMessage, 'type' | 'event' | 'name' | 'traits' | 'properties' | 'groupId'> {
  if (event.kind === 'identify') return { type: 'identify', traits: event.properties };
  if (event.kind === 'group') {
    const { company_name: name, ...traits } = event.properties;
    return { type: 'group', groupId: event.reference ?? '', traits: { ...traits, name } };
  }
  const properties = propertiesOf(event);
  if (event.kind === 'page_viewed') return { type: 'page', name: event.name, properties };
  return { type: 'track', event: event.name, properties };
}

function propertiesOf(event: OperationalEvent): Record<string, unknown> {
  const given: [string, unknown][] = [
    ['place', event.placeCode],
    ['channel', event.channel],
    ['touchpoint', event.touchpoint],
    ['reference', event.reference],
    ['account_id', event.account ?? null],
    ['amount_minor', event.amountMinor],
    ['cost_minor', event.costMinor],
    ['currency', event.currency],
    ['due_at', event.dueAt === null ? null : iso(event.dueAt)],
    ['wait_seconds', event.waitSeconds],
    ['products', event.lines.length === 0 ? null : event.lines.map(product)],
  ];
  return { ...event.properties, ...Object.fromEntries(given.filter(([, value]) => value !== null)) };
}

function product(line: OperationalEvent['lines'][number]): Record<string, unknown> {
  return {
    product_id: line.productId,
    name: line.name,
    category: line.category,
    quantity: line.quantity,
    price_minor: line.priceMinor,
    cost_minor: line.costMinor,
  };
}
