// Source: Segment's e-commerce, B2B and e-mail event specifications; names are compared without case and punctuation.
import { type EventKind, eventKinds, eventMeanings, lookupTable } from '@lyhord/contract';

const meanings: Readonly<Record<string, EventKind>> = lookupTable({
  ordercompleted: 'order_placed',
  orderplaced: 'order_placed',
  completedorder: 'order_placed',
  orderdelivered: 'order_delivered',
  deliverycompleted: 'order_delivered',
  orderrefunded: 'order_returned',
  orderreturned: 'order_returned',
  subscriptionstarted: 'contract_started',
  contractstarted: 'contract_started',
  subscriptionrenewed: 'contract_renewed',
  contractrenewed: 'contract_renewed',
  subscriptioncancelled: 'contract_ended',
  subscriptioncanceled: 'contract_ended',
  subscriptionended: 'contract_ended',
  contractended: 'contract_ended',
  invoiceissued: 'invoice_issued',
  invoicecreated: 'invoice_issued',
  paymentmade: 'payment_made',
  invoicepaid: 'payment_made',
  paymentcompleted: 'payment_made',
  storevisited: 'visit',
  productviewed: 'product_viewed',
  productclicked: 'product_viewed',
  ordercancelled: 'order_cancelled',
  ordercanceled: 'order_cancelled',
  cartviewed: 'cart_changed',
  cartupdated: 'cart_changed',
  productadded: 'cart_changed',
  productremoved: 'cart_changed',
  checkoutstarted: 'checkout_started',
  invoicesent: 'invoice_issued',
  invoicereminded: 'invoice_reminded',
  paymentreminded: 'invoice_reminded',
  ticketreopened: 'ticket_reopened',
  waitingtimemeasured: 'wait_measured',
  waitmeasured: 'wait_measured',
  sensorread: 'sensor_read',
  costtoserve: 'cost_to_serve',
  storevisit: 'visit',
  emailopened: 'campaign_responded',
  unsubscribed: 'campaign_responded',
  productlistviewed: 'page_viewed',
  ticketopened: 'ticket_opened',
  ticketcreated: 'ticket_opened',
  ticketanswered: 'ticket_answered',
  ticketsolved: 'ticket_solved',
  ticketresolved: 'ticket_solved',
  ticketclosed: 'ticket_solved',
  emaildelivered: 'campaign_contacted',
  emaillinkclicked: 'campaign_responded',
  promotionviewed: 'campaign_contacted',
  promotionclicked: 'campaign_responded',
});

/** Kinds that may be of a place alone, with no customer. */
export const ofPlaces: ReadonlySet<EventKind> = new Set(['sensor_read', 'wait_measured', 'cost_to_serve']);

const own = new Set<string>(eventKinds);
const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
/** Kinds that sources tell of may be written in any way; what the product notes of itself has one name. */
const ownWritten = new Map(Object.keys(eventMeanings).map((kind) => [plain(kind), kind as EventKind]));

const mostRemembered = 2_000;
const remembered = new Map<string, EventKind>();

/** What an event's name means; `custom` where it means nothing of its own. */
export function kindOfName(name: string): EventKind {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const kind = meaningOf(name);
  if (remembered.size < mostRemembered) remembered.set(name, kind);
  return kind;
}

function meaningOf(name: string): EventKind {
  if (own.has(name)) return name as EventKind;
  return meanings[plain(name)] ?? ownWritten.get(plain(name)) ?? 'custom';
}
