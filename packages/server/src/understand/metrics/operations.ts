// Metrics of what customers and the company did, as data: what one unit is (an event, an order, a ticket, a customer),
// what it is worth, and when it counts as a hit.
import type { Answer, EventKind, OperationsMetricKey } from '@lyhord/contract';
import type { IntervalMethod, MetricDefinition } from './metric-definition.ts';

/** How the rows of an operations metric are made. */
export type UnitRows =
  /** Every event of the kinds is a unit. */
  | { readonly unit: 'event'; readonly kinds: readonly EventKind[]; readonly worth: EventWorth }
  /** Every first event is a unit; its worth are the hours until the first one with the same reference that is not before it. */
  | { readonly unit: 'pair'; readonly opened: EventKind; readonly done: EventKind }
  /** Every first event is a unit; a hit when a later one with the same reference exists. */
  | { readonly unit: 'followed'; readonly first: EventKind; readonly later: EventKind }
  /** Every event whose days after are over is a unit; a hit when the same customer has another within them. */
  | { readonly unit: 'repeated'; readonly kind: EventKind; readonly withinDays: number }
  /** Every customer with such an event is a unit, worth the sum over them. */
  | { readonly unit: 'customer'; readonly kind: EventKind; readonly worth: 'one' | 'amount' | 'margin' }
  /** Every customer with such an event in the period is a unit, worth the sum over all of them until its end. */
  | { readonly unit: 'lifetime'; readonly kind: EventKind; readonly worth: 'margin' }
  /** Every pair of successive events of a customer is a unit, worth the days between them. */
  | { readonly unit: 'gap'; readonly kind: EventKind }
  /** Every customer of the period before, of the same length, is a unit; a hit when seen (or not) in this one. */
  | { readonly unit: 'returning'; readonly kind: EventKind; readonly hit: 'came_back' | 'stayed_away' }
  /** Every customer with the first event is a unit; a hit when the second followed within the period. */
  | { readonly unit: 'converted'; readonly from: EventKind; readonly to: EventKind }
  /** Events of one kind for each hundred of another. */
  | { readonly unit: 'rate'; readonly of: EventKind; readonly per: EventKind };
/** `late` and `waited` leave out events that do not know when they were due, or how long the wait was. */
export type EventWorth = 'one' | 'amount' | 'margin' | 'referred' | 'late' | 'waited';

export interface OperationsDefinition extends MetricDefinition {
  readonly key: OperationsMetricKey;
  readonly rows: UnitRows;
}

interface Kind {
  readonly numerator: MetricDefinition['numerator'];
  readonly unit: Answer['unit'];
  readonly interval: IntervalMethod;
  readonly range: readonly [number, number];
  readonly minimumN: number;
}
const endless = [0, Number.POSITIVE_INFINITY] as const;
const anyAmount = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
const share: Kind = { numerator: 'top', unit: 'share', interval: 'wilson', range: [0, 1], minimumN: 10 };
const meanOf = (unit: Answer['unit'], range: Kind['range'] = endless): Kind => ({
  ...{ numerator: 'mean', unit, interval: 'student_t', range, minimumN: 10 },
});
const sum: Kind = { numerator: 'sum', unit: 'money', interval: 'none', range: anyAmount, minimumN: 0 };
const number: Kind = { numerator: 'count', unit: 'count', interval: 'none', range: endless, minimumN: 0 };
const per100: Kind = {
  numerator: 'rate',
  unit: 'per_100',
  interval: 'poisson',
  range: endless,
  minimumN: 10,
};

const higher = 'higher_is_better';
const lower = 'lower_is_better';
const define = (
  key: OperationsMetricKey,
  kind: Kind,
  direction: MetricDefinition['direction'],
  rows: UnitRows,
): OperationsDefinition => ({
  ...kind,
  ...{ key, version: 1, base: 'events', question: null, direction, rows },
  scale: kind.numerator === 'rate' ? 100 : 1,
});

export const operationsDefinitions: readonly OperationsDefinition[] = [
  define('orders', number, higher, { unit: 'event', kinds: ['order_placed'], worth: 'one' }),
  define('revenue', sum, higher, { unit: 'event', kinds: ['order_placed'], worth: 'amount' }),
  define('margin', sum, higher, { unit: 'event', kinds: ['order_placed'], worth: 'margin' }),
  define('referral_revenue', sum, higher, { unit: 'event', kinds: ['order_placed'], worth: 'referred' }),
  define('order_value', meanOf('money'), higher, { unit: 'event', kinds: ['order_placed'], worth: 'amount' }),
  define('purchase_frequency', meanOf('per_customer'), higher, {
    unit: 'customer',
    kind: 'order_placed',
    worth: 'one',
  }),
  define('purchase_interval', meanOf('days'), lower, { unit: 'gap', kind: 'order_placed' }),
  define('customer_revenue', meanOf('money'), higher, {
    unit: 'customer',
    kind: 'order_placed',
    worth: 'amount',
  }),
  define('customer_margin', meanOf('money', anyAmount), higher, {
    unit: 'customer',
    kind: 'order_placed',
    worth: 'margin',
  }),
  define('lifetime_value', meanOf('money', anyAmount), higher, {
    unit: 'lifetime',
    kind: 'order_placed',
    worth: 'margin',
  }),
  define('cost_to_serve', meanOf('money'), lower, {
    unit: 'customer',
    kind: 'cost_to_serve',
    worth: 'amount',
  }),
  define('retention', share, higher, { unit: 'returning', kind: 'order_placed', hit: 'came_back' }),
  define('churn', share, lower, { unit: 'returning', kind: 'order_placed', hit: 'stayed_away' }),
  {
    ...define('repeat_purchases', share, higher, { unit: 'repeated', kind: 'order_placed', withinDays: 90 }),
    version: 2,
  },
  define('return_rate', share, lower, { unit: 'followed', first: 'order_placed', later: 'order_returned' }),
  define('late_payments', share, lower, { unit: 'event', kinds: ['payment_made'], worth: 'late' }),
  define('late_deliveries', share, lower, { unit: 'event', kinds: ['order_delivered'], worth: 'late' }),
  define('waiting_time', meanOf('seconds'), lower, { unit: 'event', kinds: ['visit'], worth: 'waited' }),
  {
    ...define('first_response_time', meanOf('hours'), lower, {
      ...{ unit: 'pair', opened: 'ticket_opened', done: 'ticket_answered' },
    }),
    version: 2,
  },
  {
    ...define('resolution_time', meanOf('hours'), lower, {
      ...{ unit: 'pair', opened: 'ticket_opened', done: 'ticket_solved' },
    }),
    version: 2,
  },
  define('contacts', number, lower, { unit: 'event', kinds: ['ticket_opened'], worth: 'one' }),
  define('contacts_per_100_orders', per100, lower, {
    unit: 'rate',
    of: 'ticket_opened',
    per: 'order_placed',
  }),
  {
    ...define('repeat_contacts', share, lower, { unit: 'repeated', kind: 'ticket_opened', withinDays: 14 }),
    version: 2,
  },
  define('conversion', share, higher, { unit: 'converted', from: 'page_viewed', to: 'order_placed' }),
];
