// Reads the fields that have a meaning of their own out of a track call's properties: reference, money, lines, times.
import { type EventKind, type Expected, eventMeanings, expects, type OrderLine } from '@lyhord/contract';
import type { Remark } from '../arrivals/arrival.ts';
import { wrongField } from '../arrivals/wrong-field.ts';
import { readDueBy } from '../moments/read-moment.ts';
import { isCurrency, toMinorUnits } from '../money/minor-units.ts';
import { isGiven, numberOf } from '../operational/event-properties.ts';

type Properties = Record<string, unknown>;

const referenceFields =
  'order_id orderId reference ticket_id ticketId invoice_id invoiceId contract_id contractId subscription_id subscriptionId campaign_id campaignId cart_id cartId checkout_id checkoutId sensor_id sensorId'.split(
    ' ',
  );
/** What a kind of event is about comes before what it only mentions: an invoice may name its order, too. */
const ownReferences: readonly (readonly [RegExp, string])[] = [
  [/^(invoice|payment)_/, 'invoice_id invoiceId reference'],
  [/^ticket_/, 'ticket_id ticketId reference'],
  [/^contract_/, 'contract_id contractId subscription_id subscriptionId reference'],
  [/^campaign_/, 'campaign_id campaignId promotion_id promotionId reference'],
  [/^product_viewed$/, 'product_id productId sku reference'],
  [/^(cart_changed|checkout_started)$/, 'cart_id cartId checkout_id checkoutId reference'],
  [/^sensor_read$/, 'sensor_id sensorId sensor reference'],
];

const referencesByKind = new Map<EventKind, readonly string[]>();

export function referenceFieldsOf(kind: EventKind): readonly string[] {
  const known = referencesByKind.get(kind);
  if (known) return known;
  const own = ownReferences.find(([kinds]) => kinds.test(kind));
  const fields = own ? [...own[1].split(' '), ...referenceFields] : referenceFields;
  referencesByKind.set(kind, fields);
  return fields;
}

export const placeFields = 'place place_code placeCode store store_code storeCode store_id storeId'.split(
  ' ',
);
/** Of the company that somebody acts for. */
export const accountFields =
  'account_id accountId company_id companyId organization_id organizationId organisation_id organisationId group_id groupId'.split(
    ' ',
  );
const amountFields = 'total revenue value amount price'.split(' ');
const dueFields = 'due_at dueAt estimated_delivery estimatedDelivery delivery_estimate'.split(' ');
const waitFields = 'wait_seconds waitSeconds'.split(' ');
const moneyFields =
  'currency products lines amount_minor amountMinor cost cost_minor costMinor price_minor priceMinor'.split(
    ' ',
  );

/** Groups of fields that are read together; one bit each. */
export const fieldGroups = {
  place: 1,
  reference: 2,
  money: 4,
  timing: 8,
  channel: 16,
  touchpoint: 32,
  account: 64,
} as const;
const groupByField = new Map<string, number>();
const inGroup = (group: number, fields: readonly string[]) => {
  for (const field of fields) groupByField.set(field, (groupByField.get(field) ?? 0) | group);
};
inGroup(fieldGroups.place, placeFields);
inGroup(fieldGroups.reference, [...referenceFields, ...ownReferences.flatMap(([, own]) => own.split(' '))]);
inGroup(fieldGroups.money, [...amountFields, ...moneyFields]);
inGroup(fieldGroups.timing, [...dueFields, ...waitFields]);
inGroup(fieldGroups.channel, ['channel']);
inGroup(fieldGroups.touchpoint, ['touchpoint']);
inGroup(fieldGroups.account, accountFields);

/** Which groups of fields some properties have any field of, as bits: most have few, and the rest need no look. */
export function groupsIn(properties: Properties): number {
  let groups = 0;
  for (const name of Object.keys(properties)) groups |= groupByField.get(name) ?? 0;
  return groups;
}

export interface Money {
  readonly amountMinor: number | null;
  readonly costMinor: number | null;
  readonly currency: string | null;
  readonly lines: OrderLine[];
}

/** The first of some fields that holds text or a number, as text. */
export function firstText(properties: Properties, fields: readonly string[], longest: number): string | null {
  for (const field of fields) {
    const value = properties[field];
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, longest);
    if (typeof value === 'number') return String(value);
  }
  return null;
}

/** Amounts in minor units. Decimals (`total: 12.5`) need a currency; `amount_minor` and the like are minor already. */
export function readMoney(
  kind: EventKind,
  all: Properties,
  fallback: string | null,
): Money | { wrong: Remark } {
  const properties = eventMeanings[kind]?.properties?.value ? withoutValue(all) : all;
  const currency = isGiven(properties.currency) ? properties.currency : fallback;
  if (currency !== null && !isCurrency(currency)) {
    return {
      wrong: wrongField('properties.currency', currency, expects('currency')),
    };
  }
  try {
    const lines = readLines(properties.products ?? properties.lines, currency);
    const amountMinor = minorOf(properties, 'amount_minor', amountFields, currency);
    const costMinor = minorOf(properties, 'cost_minor', ['cost'], currency);
    const anyMoney = amountMinor !== null || costMinor !== null || lines.length > 0;
    return { amountMinor, costMinor, currency: anyMoney ? currency : null, lines };
  } catch (problem) {
    if (problem instanceof WrongAmount) return { wrong: problem.remark };
    throw problem;
  }
}

export const noMoney: Money = { amountMinor: null, costMinor: null, currency: null, lines: [] };
export const noTiming: Timing = { dueAt: null, waitSeconds: null };

/** The value that a sensor tells is no money. */
function withoutValue({ value: _reading, ...properties }: Properties): Properties {
  return properties;
}

class WrongAmount extends Error {
  readonly remark: Remark;
  constructor(field: string, value: unknown, expected: Expected) {
    super(field);
    this.remark = wrongField(`properties.${field}`, value, expected);
  }
}

const largest = 1e13;
const camelOf = { amount_minor: 'amountMinor', cost_minor: 'costMinor', price_minor: 'priceMinor' } as const;

function minorOf(
  properties: Properties,
  minorField: keyof typeof camelOf,
  decimalFields: readonly string[],
  currency: string | null,
  path = '',
): number | null {
  const minor = properties[minorField] ?? properties[camelOf[minorField]];
  if (minor !== undefined && minor !== null) {
    if (Number.isInteger(minor) && Math.abs(minor as number) < largest) return minor as number;
    throw new WrongAmount(`${path}${minorField}`, minor, expects('minor_units'));
  }
  for (const field of decimalFields) {
    const value = properties[field];
    if (!isGiven(value)) continue;
    const amount = numberOf(value);
    if (amount === null || Math.abs(amount) > largest / 100) {
      throw new WrongAmount(`${path}${field}`, value, expects('amount'));
    }
    return currency === null ? null : toMinorUnits(amount, currency);
  }
  return null;
}

function readLines(products: unknown, currency: string | null): OrderLine[] {
  if (products === undefined || products === null || currency === null) return [];
  if (!Array.isArray(products) || products.length > 500) {
    throw new WrongAmount('products', products, expects('products'));
  }
  return products.map((product: unknown, index) => readLine(product, currency, `products[${index}].`));
}

function readLine(product: unknown, currency: string, path: string): OrderLine {
  if (product === null || typeof product !== 'object')
    throw new WrongAmount(path.slice(0, -1), product, expects('product'));
  const fields = product as Properties;
  const quantity = isGiven(fields.quantity) ? numberOf(fields.quantity) : 1;
  if (quantity === null || Math.abs(quantity) > 1e6) {
    throw new WrongAmount(`${path}quantity`, fields.quantity, expects('number_like', { example: 2 }));
  }
  const name = firstText(fields, ['name', 'title'], 200);
  const category = firstText(fields, ['category'], 120);
  return {
    productId: firstText(fields, ['product_id', 'productId', 'sku', 'id'], 120) ?? '',
    ...(name === null ? {} : { name }),
    ...(category === null ? {} : { category }),
    quantity,
    priceMinor: minorOf(fields, 'price_minor', ['price'], currency, path) ?? 0,
    costMinor: minorOf(fields, 'cost_minor', ['cost'], currency, path),
  };
}

export interface Timing {
  readonly dueAt: number | null;
  readonly waitSeconds: number | null;
}

export function readTiming(properties: Properties, now: number, zone: string): Timing | { wrong: Remark } {
  let dueAt: number | null = null;
  for (const field of dueFields) {
    const value = properties[field];
    if (!isGiven(value)) continue;
    const due = readDueBy(value, now, zone);
    if ('wrong' in due) return { wrong: wrongField(`properties.${field}`, value, due.wrong) };
    dueAt = due.at;
    break;
  }
  for (const field of waitFields) {
    const value = properties[field];
    if (!isGiven(value)) continue;
    const seconds = numberOf(value);
    if (seconds !== null && seconds >= 0 && seconds < 1e8) return { dueAt, waitSeconds: Math.round(seconds) };
    return { wrong: wrongField(`properties.${field}`, value, expects('seconds')) };
  }
  return { dueAt, waitSeconds: null };
}

const meant = new Set([
  ...referenceFields,
  ...placeFields,
  ...amountFields,
  ...dueFields,
  ...waitFields,
  ...'currency products lines channel touchpoint amount_minor amountMinor cost cost_minor costMinor'.split(
    ' ',
  ),
]);

/** As an own property whatever its name; a plain assignment of `__proto__` would change the object instead. */
function setOwn(into: Properties, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(into, name, { value, enumerable: true, writable: true, configurable: true });
  else into[name] = value;
}

/** What is left of the properties once the fields with a meaning have been read; those of the `unread` groups, too. */
export function otherProperties(kind: EventKind, properties: Properties, unread = 0): Properties {
  const own = eventMeanings[kind]?.properties ?? {};
  const others: Properties = {};
  for (const name of Object.keys(properties)) {
    const stays = !meant.has(name) || name in own || ((groupByField.get(name) ?? 0) & unread) !== 0;
    if (stays) setOwn(others, name, properties[name]);
  }
  return others;
}
