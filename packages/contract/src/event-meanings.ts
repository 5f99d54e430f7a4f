import type { EventKind } from './event.ts';

/**
 * What a named property of an event may be. `money` comes as a decimal amount (`shipping: 49.5`) or in minor units
 * (`shippingMinor: 4950`) and is kept in minor units of the event's currency under the second name; `moment` is kept
 * as ISO 8601 in UTC.
 */
export interface PropertyMeaning {
  readonly type: 'text' | 'number' | 'whole' | 'flag' | 'moment' | 'money';
  readonly means: string;
  /** Inclusive ends of a number. */
  readonly min?: number;
  readonly max?: number;
  readonly oneOf?: readonly string[];
  /** The event is refused without it. */
  readonly needed?: true;
}

/** What the fields of an event mean for one kind; fields that are not named mean nothing of their own there. */
export interface EventMeaning {
  readonly means: string;
  readonly reference?: string;
  readonly amount?: string;
  readonly cost?: string;
  readonly due?: string;
  readonly wait?: string;
  readonly lines?: string;
  readonly properties?: Readonly<Record<string, PropertyMeaning>>;
}

const text = (means: string): PropertyMeaning => ({ type: 'text', means });
const count = (means: string): PropertyMeaning => ({ type: 'whole', means, min: 0 });
const moment = (means: string): PropertyMeaning => ({ type: 'moment', means });
const money = (means: string): PropertyMeaning => ({ type: 'money', means });
const coordinates = {
  latitude: { type: 'number', means: 'degrees north', min: -90, max: 90 },
  longitude: { type: 'number', means: 'degrees east', min: -180, max: 180 },
} as const;

const order = {
  shipping: money('freight that the customer pays, in the amount'),
  discount: money('taken off, not in the amount'),
  tax: money('in the amount'),
  coupon: text('code of the offer'),
};
const contract = {
  endsAt: moment('when it ends unless it is renewed'),
  renewsAt: moment('when it is renewed by itself'),
  termMonths: count('months that it is bound for'),
  plan: text('what is subscribed to'),
};
const cart = { reference: 'cart or checkout', amount: 'worth of the cart', lines: 'products in it' };

/** The events that have a meaning of their own, and what their fields and properties mean. */
export const eventMeanings: Readonly<Partial<Record<EventKind, EventMeaning>>> = {
  order_placed: {
    means: 'A customer orders or buys',
    reference: 'order number',
    amount: 'what the customer pays',
    cost: 'what the goods cost the company; margin is amount less cost',
    due: 'delivery promised for',
    lines: 'products with quantity, price and cost a piece',
    properties: order,
  },
  order_delivered: { means: 'An order has arrived', reference: 'order number', due: 'delivery promised for' },
  order_cancelled: {
    means: 'An order is called off',
    reference: 'order number',
    amount: 'what was to be paid',
    properties: { reason: text('why') },
  },
  order_returned: {
    means: 'Goods come back, or money is paid back',
    reference: 'order number',
    amount: 'what is paid back',
    cost: 'what the return costs the company',
    lines: 'products that come back',
    properties: { reason: text('why') },
  },
  cart_changed: { means: 'Something is put into the cart or taken out', ...cart },
  checkout_started: { means: 'A customer begins to pay', ...cart },
  product_viewed: {
    means: 'A customer looks at a product',
    reference: 'product number',
    amount: 'its price',
  },
  page_viewed: { means: 'A page or screen is looked at' },
  contract_started: {
    means: 'A contract or subscription begins',
    reference: 'contract number',
    amount: 'price of one period',
    cost: 'what one period costs the company',
    properties: contract,
  },
  contract_renewed: {
    means: 'A contract goes on for another term',
    reference: 'contract number',
    amount: 'price of one period',
    cost: 'what one period costs the company',
    properties: contract,
  },
  contract_ended: {
    means: 'A contract ends',
    reference: 'contract number',
    properties: {
      reason: text('why'),
      byCustomer: { type: 'flag', means: 'true where the customer ended it' },
    },
  },
  invoice_issued: {
    means: 'An invoice is sent',
    reference: 'invoice number',
    amount: 'to pay',
    due: 'to be paid at the latest',
    properties: { order: text('order or contract number') },
  },
  invoice_reminded: {
    means: 'A reminder of an invoice is sent',
    reference: 'invoice number',
    amount: 'still to pay',
    due: 'to be paid at the latest',
    properties: { level: count('which reminder it is') },
  },
  payment_made: {
    means: 'A customer pays',
    reference: 'invoice or order number',
    amount: 'paid',
    due: 'was to be paid at the latest; later is late',
    properties: { method: text('card, invoice, cash …') },
  },
  visit: {
    means: 'A customer comes to a place',
    wait: 'time in the queue',
    properties: { durationSeconds: count('how long the visit was'), purpose: text('what for') },
  },
  wait_measured: {
    means: 'A waiting time, of one customer or as a mean',
    reference: 'queue or line',
    wait: 'the time waited',
    properties: { queueLength: count('customers waiting'), abandoned: { type: 'flag', means: 'gave up' } },
  },
  ticket_opened: {
    means: 'A customer asks for help',
    reference: 'ticket number',
    due: 'to be answered at the latest',
    properties: { topic: text('what it is about'), priority: text('how urgent') },
  },
  ticket_answered: {
    means: 'The company answers',
    reference: 'ticket number',
    wait: 'time to the first answer',
    properties: { agent: text('team or queue that answers') },
  },
  ticket_reopened: {
    means: 'A solved ticket comes back',
    reference: 'ticket number',
    properties: { reason: text('why') },
  },
  ticket_solved: {
    means: 'A ticket is solved',
    reference: 'ticket number',
    wait: 'time from opening to solution',
    cost: 'what it cost to solve',
    properties: { contacts: count('how often the customer had to write or call') },
  },
  campaign_contacted: {
    means: 'A customer is contacted by a campaign',
    reference: 'campaign',
    cost: 'of the contact',
    properties: {
      variant: text('which version'),
      control: { type: 'flag', means: 'kept out, to compare with' },
    },
  },
  campaign_responded: {
    means: 'A customer responds to a campaign',
    reference: 'campaign',
    amount: 'what it brought',
    properties: {
      variant: text('which version'),
      response: {
        type: 'text',
        means: 'how',
        oneOf: ['opened', 'clicked', 'replied', 'bought', 'declined', 'unsubscribed'],
      },
    },
  },
  cost_to_serve: {
    means: 'What serving a customer or a place cost',
    reference: 'order, ticket or visit',
    cost: 'the cost',
    properties: {
      activity: text('picking, call, delivery …'),
      minutes: { type: 'number', means: 'time spent', min: 0 },
    },
  },
  sensor_read: {
    means: 'A sensor at a place tells a value',
    reference: 'sensor',
    properties: {
      measure: {
        type: 'text',
        means: 'what is measured',
        oneOf: [
          'footfall',
          'queue_length',
          'temperature',
          'humidity',
          'rfid_count',
          'video_count',
          'noise',
          'air_quality',
          'other',
        ],
        needed: true,
      },
      value: { type: 'number', means: 'the reading', needed: true },
      unit: text('such as persons, °C or %'),
      seconds: count('of the period that is counted, up to the time of the event'),
      ...coordinates,
    },
  },
};

/** Every property that means something in some kind, by its name. */
export const propertyNames: readonly string[] = [
  ...new Set(Object.values(eventMeanings).flatMap((meaning) => Object.keys(meaning.properties ?? {}))),
];
