// What the rows of the Olist tables mean here. An order is late when it was delivered after the day that was promised:
// `dueAt` is the last moment of the estimated day, so that `happened_at > due_at` says it.
import type { OperationalEvent, OrderLine, SignalInput } from '@lyhord/contract';
import { readMoment } from '../../moments/read-moment.ts';
import { toMinorUnits } from '../../money/minor-units.ts';
import type { OlistRow } from './olist-files.ts';
import { olistZone, stateCode } from './olist-places.ts';

/** An order with everything that the other tables say of it. */
export interface OlistOrder {
  readonly order: OlistRow;
  readonly customer: OlistRow | undefined;
  readonly items: readonly OlistRow[];
  readonly payments: readonly OlistRow[];
  /** English category by product id, and the state of the seller by seller id. */
  readonly categoryOf: (productId: string) => string;
  readonly stateOfSeller: (sellerId: string) => string;
}

const dayMs = 86_400_000;

function moment(text: string | undefined): number | null {
  if (!text) return null;
  const reading = readMoment(text, olistZone);
  return 'at' in reading ? reading.at : null;
}

/** The last moment of a day. */
function endOfDay(text: string | undefined): number | null {
  if (!text) return null;
  const day = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  const next = readMoment(new Date(day + dayMs).toISOString().slice(0, 10), olistZone);
  return 'at' in next ? next.at - 1 : null;
}

const cents = (amount: string | undefined) => toMinorUnits(Number(amount ?? 0), 'BRL');

/** Order placed, payments made, order delivered, and what is known of the customer. */
export function olistEvents(whole: OlistOrder): OperationalEvent[] {
  const { order, payments } = whole;
  const placedAt = moment(order.order_purchase_timestamp);
  if (placedAt === null) return [];
  const base = baseOf(whole);
  const dueAt = endOfDay(order.order_estimated_delivery_date);
  const lines = linesOf(whole);
  const goods = lines.reduce((sum, line) => sum + line.priceMinor * line.quantity, 0);
  const freight = whole.items.reduce((sum, item) => sum + cents(item.freight_value), 0);
  const events: OperationalEvent[] = [
    {
      ...base,
      messageId: `order:${order.order_id}`,
      kind: 'order_placed',
      name: 'Order placed',
      touchpoint: 'checkout',
      happenedAt: placedAt,
      amountMinor: goods + freight,
      dueAt,
      lines,
      properties: {
        status: order.order_status,
        city: whole.customer?.customer_city ?? null,
        freightMinor: freight,
        sellerStates: [...new Set(whole.items.map((item) => whole.stateOfSeller(item.seller_id ?? '')))],
      },
    },
    ...payments.map((payment) => ({
      ...base,
      messageId: `payment:${order.order_id}:${payment.payment_sequential}`,
      kind: 'payment_made' as const,
      name: 'Payment made',
      touchpoint: 'payment',
      happenedAt: moment(order.order_approved_at) ?? placedAt,
      amountMinor: cents(payment.payment_value),
      properties: { type: payment.payment_type, instalments: Number(payment.payment_installments ?? 1) },
    })),
  ];
  const deliveredAt = moment(order.order_delivered_customer_date);
  if (deliveredAt !== null) {
    events.push({
      ...base,
      messageId: `delivery:${order.order_id}`,
      kind: 'order_delivered',
      name: 'Order delivered',
      touchpoint: 'delivery',
      happenedAt: deliveredAt,
      dueAt,
    });
  }
  return events;
}

function baseOf({ order, customer }: OlistOrder) {
  return {
    identifiers: customer ? [{ type: 'user_id' as const, value: customer.customer_unique_id ?? '' }] : [],
    placeCode: customer ? stateCode(customer.customer_state ?? '') : null,
    channel: 'web',
    reference: order.order_id ?? null,
    amountMinor: null,
    costMinor: null,
    currency: 'BRL',
    dueAt: null,
    waitSeconds: null,
    lines: [],
    properties: {},
  };
}

/** Equal products of an order are one line with their number. */
function linesOf({ items, categoryOf }: OlistOrder): OrderLine[] {
  const lines = new Map<string, OrderLine>();
  for (const item of items) {
    const key = `${item.product_id}|${item.price}`;
    const before = lines.get(key);
    const category = categoryOf(item.product_id ?? '');
    lines.set(key, {
      productId: item.product_id ?? '',
      name: category.replaceAll('_', ' '),
      category,
      quantity: (before?.quantity ?? 0) + 1,
      priceMinor: cents(item.price),
      costMinor: null,
    });
  }
  return [...lines.values()];
}

/**
 * A review, tied to its order's customer. One review id stands at two orders, so both make its id. The shop asks how
 * satisfied the customer is and shows the answer as stars: it is both.
 */
export function olistSignal(review: OlistRow, customer: OlistRow | undefined): SignalInput {
  return {
    messageId: `review:${review.review_id}:${review.order_id}`,
    kind: 'review',
    channel: 'email',
    touchpoint: 'delivery',
    place: customer ? stateCode(customer.customer_state ?? '') : null,
    happenedAt: moment(review.review_answer_timestamp) ?? moment(review.review_creation_date) ?? 0,
    identifiers: customer ? [{ type: 'user_id', value: customer.customer_unique_id ?? '' }] : [],
    answers: [{ question: 'stars', value: Number(review.review_score) }],
    title: review.review_comment_title || null,
    text: review.review_comment_message || null,
    language: 'pt',
    reference: review.order_id ?? null,
  };
}
