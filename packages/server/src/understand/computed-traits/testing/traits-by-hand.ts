// The computed traits of customers counted event by event, for tests.
import type { OperationalEvent } from '@lyhord/contract';

const dayMs = 86_400_000;

/** Columns by customer, as the warehouse writes them. */
export function traitsByHand(
  events: readonly OperationalEvent[],
  customerOf: (user: string) => string,
  now: Date,
): Map<string, Record<string, unknown>> {
  const groups = grouped(events, customerOf);
  return new Map([...groups].map(([customer, own]) => [customer, counted(own, now)]));
}

function grouped(events: readonly OperationalEvent[], customerOf: (user: string) => string) {
  const groups = new Map<string, OperationalEvent[]>();
  for (const event of events) {
    const customer = customerOf(event.identifiers[0]!.value);
    groups.set(customer, [...(groups.get(customer) ?? []), event]);
  }
  return groups;
}

function counted(events: readonly OperationalEvent[], now: Date): Record<string, unknown> {
  const of = (...kinds: string[]) => events.filter(({ kind }) => kinds.includes(kind));
  const sum = (list: readonly OperationalEvent[]) => list.reduce((all, one) => all + one.amountMinor!, 0);
  const orders = of('order_placed').sort((a, b) => a.happenedAt - b.happenedAt);
  const returns = of('order_returned');
  const [first, last] = [orders[0], orders.at(-1)];
  const lastNews = new Map<string, OperationalEvent>();
  for (const one of of('ticket_opened', 'ticket_solved').sort((a, b) => a.happenedAt - b.happenedAt)) {
    lastNews.set(one.reference!, one);
  }
  const done = of('order_placed', 'order_returned', 'ticket_opened', 'page_viewed').map(
    (one) => one.happenedAt,
  );
  return {
    orders: String(orders.length),
    revenue: String(sum(orders) - sum(returns)),
    returns: String(returns.length),
    order_value: orders.length > 0 ? String(Math.round(sum(orders) / orders.length)) : null,
    purchase_gap_days:
      orders.length > 1 ? (last!.happenedAt - first!.happenedAt) / dayMs / (orders.length - 1) : null,
    first_seen_at: written(Math.min(...events.map((one) => one.happenedAt))),
    last_activity_at: done.length > 0 ? written(Math.max(...done)) : null,
    open_tickets: String([...lastNews.values()].filter(({ kind }) => kind === 'ticket_opened').length),
    contacts_90_days: of('ticket_opened').filter(
      ({ happenedAt }) => localDay(happenedAt) > localDay(now.getTime()) - 90,
    ).length,
  };
}

const written = (ms: number) => new Date(ms).toISOString().replace('T', ' ').replace('Z', '');
/** Days in summer time, which the test's places and moments keep to within the limits that are tested. */
const localDay = (ms: number) => Math.floor((ms + 7_200_000) / dayMs);
