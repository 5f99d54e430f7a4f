import { z } from 'zod';
import { WrongValue } from './expectation.ts';
import { Identifier } from './identifier.ts';

/** Operational events with a meaning of their own; everything else that is tracked is `custom`. */
export const eventKinds = [
  'order_placed',
  'order_delivered',
  'order_cancelled',
  'order_returned',
  'cart_changed',
  'checkout_started',
  'product_viewed',
  'contract_started',
  'contract_renewed',
  'contract_ended',
  'invoice_issued',
  'invoice_reminded',
  'payment_made',
  'visit',
  'wait_measured',
  'page_viewed',
  'ticket_opened',
  'ticket_answered',
  'ticket_reopened',
  'ticket_solved',
  'campaign_contacted',
  'campaign_responded',
  'sensor_read',
  'cost_to_serve',
  'survey_sent',
  'survey_answered',
  'case_opened',
  'case_assigned',
  'case_replied',
  'case_closed',
  'message_sent',
  'identify',
  'group',
  'alias',
  'custom',
] as const;
export type EventKind = (typeof eventKinds)[number];

const text = (max: number) => z.string().max(max);
const moment = z.union([z.string(), z.number()]);

/** Segment's `context`; only the fields that mean something here are named, the rest is kept as it came. */
export const SegmentContext = z.looseObject({
  locale: text(35).nullish(),
  timezone: text(64).nullish(),
  externalIds: z
    .array(z.looseObject({ id: text(320), type: text(64), collection: text(64).nullish() }))
    .max(20)
    .nullish(),
});

/**
 * One message in the format of the Segment HTTP tracking API. A field that is null says nothing: clients of several
 * languages send every field of a call, such as `name: null` with a page.
 * Shape checks here are those that no meaning can be given without; sense checks (dates, amounts) name
 * the field in the item's verdict.
 */
export const SegmentMessage = z.looseObject({
  type: z.enum(['identify', 'track', 'page', 'screen', 'group', 'alias']),
  messageId: text(255).min(1).nullish(),
  userId: z.union([text(320), z.number()]).nullish(),
  anonymousId: z.union([text(320), z.number()]).nullish(),
  previousId: z.union([text(320), z.number()]).nullish(),
  groupId: z.union([text(320), z.number()]).nullish(),
  event: text(255).nullish(),
  name: text(255).nullish(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  traits: z.record(z.string(), z.unknown()).nullish(),
  context: SegmentContext.nullish(),
  timestamp: moment.nullish(),
  originalTimestamp: moment.nullish(),
  sentAt: moment.nullish(),
});
export type SegmentMessage = z.infer<typeof SegmentMessage>;

/** A product on an order, return or cart; amounts in minor units of the order's currency, per unit. */
export const OrderLine = z.object({
  productId: text(120),
  name: text(200).optional(),
  category: text(120).optional(),
  quantity: z.number(),
  priceMinor: z.number().int(),
  costMinor: z.number().int().nullable(),
});
export type OrderLine = z.infer<typeof OrderLine>;

/**
 * One piece of O-data after its meaning was read: what `collect` commits.
 * `reference` is the id of the thing that happened (order, ticket, contract, invoice, campaign).
 * `happenedAt` is milliseconds since 1970 in UTC. `dueAt` is when it should have been done at the latest.
 */
export const OperationalEvent = z.object({
  messageId: text(255).min(1),
  kind: z.enum(eventKinds),
  name: text(255),
  identifiers: z.array(Identifier).max(20),
  placeCode: text(64).nullable(),
  channel: text(32).nullable(),
  touchpoint: text(64).nullable(),
  happenedAt: z.number(),
  reference: text(120).nullable(),
  amountMinor: z.number().int().nullable(),
  costMinor: z.number().int().nullable(),
  currency: z.string().nullable(),
  dueAt: z.number().nullable(),
  waitSeconds: z.number().nullable(),
  lines: z.array(OrderLine).max(500),
  properties: z.record(z.string(), z.unknown()),
  /** The company that it was done for, by its number at the source. */
  account: text(120).nullish(),
});
export type OperationalEvent = z.infer<typeof OperationalEvent>;

/** The verdict on one item of a batch, in the order of arrival. */
export const Verdict = z.object({
  index: z.number().int(),
  messageId: z.string().nullable(),
  outcome: z.enum(['accepted', 'duplicate', 'differs', 'refused']),
  reason: z.string().optional(),
  field: z.string().optional(),
  detail: z.string().optional(),
  wrong: WrongValue.optional(),
});
export type Verdict = z.infer<typeof Verdict>;

export const Receipt = z.object({
  success: z.literal(true),
  accepted: z.number().int(),
  duplicates: z.number().int(),
  refused: z.number().int(),
  verdicts: z.array(Verdict),
});
export type Receipt = z.infer<typeof Receipt>;
