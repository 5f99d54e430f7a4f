// Each kind of O-data goes in through the door, by Segment and as a file, and is read back as it was meant.
import { eventKinds, eventMeanings } from '@lyhord/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';

let test: TestCollect;
beforeAll(async () => {
  test = await openCollect();
});
afterAll(() => test.close());

const at = '2026-03-31T08:15:00Z';
const stored = (workspaceId: string) =>
  test.rows<
    Record<string, unknown>
  >(sql`select kind, reference, amount_minor, cost_minor, currency, wait_seconds,
      toString(due_at) as due, place_id != '' as placed, properties from events
    where workspace_id = ${workspaceId} order by kind, length(reference)`);
const send = (workspace: Awaited<ReturnType<TestCollect['workspace']>>, messages: object[]) =>
  test.collect.recordSegment(
    workspace,
    messages.map((message, index) => ({
      type: 'track',
      messageId: `m${index}`,
      userId: 'u1',
      timestamp: at,
      ...message,
    })),
  );

/** Event name as senders write it, its properties, and what is stored. */
const cases: readonly [string, object, object, object?][] = [
  [
    'Order Completed',
    {
      order_id: 'A1',
      total: 120.5,
      cost: 70,
      shipping: 20,
      discount: '5.50',
      tax: 'much',
      estimated_delivery: '2026-04-02T10:00:00Z',
    },
    {
      kind: 'order_placed',
      reference: 'A1',
      amount_minor: '12050',
      cost_minor: '7000',
      currency: 'EUR',
      due: '2026-04-02 10:00:00.000',
    },
    { shippingMinor: 2000, discountMinor: 550, tax: 'much' },
  ],
  [
    'Order Cancelled',
    { order_id: 'A2', reason: 'late' },
    { kind: 'order_cancelled', reference: 'A2' },
    { reason: 'late' },
  ],
  [
    'Order Refunded',
    { order_id: 'A1', total: 20, currency: 'EUR' },
    { kind: 'order_returned', amount_minor: '2000', currency: 'EUR' },
  ],
  ['order_delivered', { order_id: 'A1', due_at: '2026-04-01' }, { kind: 'order_delivered', reference: 'A1' }],
  [
    'Product Added',
    { cart_id: 'c1', products: [{ product_id: 'p', price: 3 }] },
    { kind: 'cart_changed', reference: 'c1' },
  ],
  [
    'Checkout Started',
    { checkout_id: 'k1', value: 12 },
    { kind: 'checkout_started', reference: 'k1', amount_minor: '1200' },
  ],
  [
    'Product Viewed',
    { product_id: 'p7', price: 9.9 },
    { kind: 'product_viewed', reference: 'p7', amount_minor: '990' },
  ],
  ['Product List Viewed', {}, { kind: 'page_viewed' }],
  [
    'Subscription Started',
    {
      subscription_id: 's1',
      total: 99,
      ends_at: '2027-03-31',
      renewsAt: '2027-03-01',
      term_months: 12,
      plan: 'L',
    },
    { kind: 'contract_started', reference: 's1', amount_minor: '9900' },
    { endsAt: '2027-03-30T22:00:00.000Z', renewsAt: '2027-02-28T23:00:00.000Z', termMonths: 12, plan: 'L' },
  ],
  ['Subscription Renewed', { contract_id: 's1' }, { kind: 'contract_renewed', reference: 's1' }],
  [
    'Subscription Cancelled',
    { contract_id: 's1', by_customer: 'yes', reason: 'price' },
    { kind: 'contract_ended' },
    { byCustomer: true, reason: 'price' },
  ],
  [
    'Invoice Issued',
    { order_id: 'A1', invoice_id: 'F1', amount: 120.5, due_at: '2026-04-30T00:00:00Z' },
    { kind: 'invoice_issued', reference: 'F1', due: '2026-04-30 00:00:00.000' },
  ],
  [
    'invoice_reminded',
    { invoice_id: 'F1', level: 2 },
    { kind: 'invoice_reminded', reference: 'F1' },
    { level: 2 },
  ],
  [
    'Payment Made',
    { invoice_id: 'F1', amount: 120.5, method: 'card' },
    { kind: 'payment_made', amount_minor: '12050' },
    { method: 'card' },
  ],
  [
    'Store Visited',
    { place: 'lund', wait_seconds: 90, duration_seconds: 600 },
    { kind: 'visit', wait_seconds: 90, placed: 1 },
    { durationSeconds: 600 },
  ],
  [
    'wait_measured',
    { place: 'lund', wait_seconds: 300, queueLength: 7, abandoned: false },
    { kind: 'wait_measured', wait_seconds: 300 },
    { queueLength: 7, abandoned: false },
  ],
  [
    'Ticket Opened',
    { ticket_id: 'T1', topic: 'delivery', priority: 'high' },
    { kind: 'ticket_opened', reference: 'T1' },
    { topic: 'delivery', priority: 'high' },
  ],
  [
    'Ticket Answered',
    { ticket_id: 'T1', wait_seconds: 3600 },
    { kind: 'ticket_answered', wait_seconds: 3600 },
  ],
  ['Ticket Reopened', { ticket_id: 'T1' }, { kind: 'ticket_reopened', reference: 'T1' }],
  [
    'Ticket Solved',
    { ticket_id: 'T1', contacts: 3, cost: 45 },
    { kind: 'ticket_solved', cost_minor: '4500' },
    { contacts: 3 },
  ],
  [
    'campaign_contacted',
    { campaign_id: 'spring', variant: 'B', control: false, cost: 0.5 },
    { kind: 'campaign_contacted', reference: 'spring', cost_minor: '50' },
    { variant: 'B', control: false },
  ],
  [
    'campaign_responded',
    { campaign_id: 'spring', response: 'Clicked' },
    { kind: 'campaign_responded' },
    { response: 'clicked' },
  ],
  [
    'cost_to_serve',
    { cost: 12.25, activity: 'picking', minutes: 4.5 },
    { kind: 'cost_to_serve', cost_minor: '1225' },
    { activity: 'picking', minutes: 4.5 },
  ],
  [
    'sensor_read',
    {
      sensor_id: 'door-1',
      place: 'lund',
      measure: 'RFID count',
      value: 41,
      unit: 'items',
      latitude: 55.7,
      longitude: 13.2,
    },
    { kind: 'sensor_read', reference: 'door-1', amount_minor: null, placed: 1 },
    { measure: 'rfid_count', value: 41, unit: 'items', latitude: 55.7, longitude: 13.2 },
  ],
];

it.each(cases)('%s means what it means, with its fields', async (event, properties, row, kept = {}) => {
  const workspace = await test.workspace();
  const verdicts = await send(workspace, [{ event, properties }]);
  expect(verdicts).toMatchObject([{ outcome: 'accepted' }]);
  const [found] = await stored(workspace.workspaceId);
  expect(found).toMatchObject(row);
  expect(JSON.parse(found!.properties as string)).toMatchObject(kept);
});

it('every kind with a meaning is tried here, and every meaning is of a kind', () => {
  const tried = new Set(cases.map(([, , row]) => (row as { kind: string }).kind));
  expect(Object.keys(eventMeanings).filter((kind) => !tried.has(kind))).toEqual([]);
  expect(
    Object.keys(eventMeanings).filter((kind) => !(eventKinds as readonly string[]).includes(kind)),
  ).toEqual([]);
});

describe('what cannot be', () => {
  it.each([
    ['sensor_read', { measure: 'footfall' }, 'properties.value'],
    ['sensor_read', { value: 3 }, 'properties.measure'],
    ['sensor_read', { measure: 'mood', value: 3 }, 'properties.measure'],
    ['sensor_read', { measure: 'footfall', value: 3, latitude: 200 }, 'properties.latitude'],
    ['contract_started', { endsAt: 'soon' }, 'properties.endsAt'],
    ['campaign_responded', { response: 'sang' }, 'properties.response'],
  ])('%s with %o is refused by its field', async (event, properties, field) => {
    const [verdict] = await send(await test.workspace(), [{ event, properties }]);
    expect(verdict).toMatchObject({ outcome: 'refused', field });
  });
});

it('files bring order lines, readings and contracts with their properties, and no customer is needed for a sensor', async () => {
  const { workspaceId } = await test.workspace();
  const load = (text: string, columns: object, constants: object) =>
    test.collect.importFile({
      workspaceId,
      fileName: 'o.csv',
      mapping: { target: 'events', columns, constants, dateFormat: 'iso', decimalComma: true } as never,
      bytes: (async function* () {
        yield Buffer.from(text);
      })(),
      startedBy: null,
    });
  const sensor = { happenedAt: 't', value: 'v', measure: 'm', reference: 's', place: 'p' };
  const readings =
    't;v;m;s;p\n2026-03-31 08:00;21,5;temperature;k1;lund\n2026-03-31 09:00;warm;temperature;k1;lund\n';
  expect(await load(readings, sensor, { event: 'sensor_read' })).toMatchObject({ accepted: 1, refused: 1 });
  const contract = { happenedAt: 't', reference: 'c', amount: 'a', endsAt: 'e' };
  await load('t;c;a;e\n2026-03-31;K9;99,50;2027-03-31\n', contract, { event: 'contract_started' });
  const order = { happenedAt: 't', reference: 'o', productId: 'p', quantity: 'n', price: 'x', lineCost: 'c' };
  await load('t;o;p;n;x;c\n2026-03-31;A9;p7;3;10,50;4\n', order, { event: 'order_placed' });
  const list = { happenedAt: 't', reference: 'o', lines: 'l', amount: 'a' };
  await load(
    '{"t":"2026-03-31","o":"A10","a":21,"l":[{"product_id":"p7","price":10.5,"quantity":2,"cost":4}]}\n',
    list,
    { event: 'order_placed' },
  );
  const rows = await stored(workspaceId);
  expect(
    rows.map(({ kind, reference, properties }) => [kind, reference, JSON.parse(properties as string)]),
  ).toEqual([
    ['contract_started', 'K9', { endsAt: '2027-03-30T22:00:00.000Z' }],
    ['order_placed', 'A9', {}],
    ['order_placed', 'A10', {}],
    ['sensor_read', 'k1', { measure: 'temperature', value: 21.5 }],
  ]);
  const lines = await test.rows(sql`select product_id, quantity, price_minor, cost_minor,
    toInt64(quantity) * (price_minor - cost_minor) as margin from order_lines where workspace_id = ${workspaceId} order by quantity`);
  expect(lines).toEqual([
    { product_id: 'p7', quantity: 2, price_minor: '1050', cost_minor: '400', margin: '1300' },
    { product_id: 'p7', quantity: 3, price_minor: '1050', cost_minor: '400', margin: '1950' },
  ]);
});

it('what is due on a day is not late on that day, by every door; with a time it is due then', async () => {
  const workspace = await test.workspace();
  const { workspaceId } = workspace;
  const paid = { invoice_id: 'F1', amount: 5, currency: 'SEK', place: 'lund' };
  await send(workspace, [
    {
      event: 'Payment Made',
      timestamp: '2026-03-31T21:30:00Z',
      properties: { ...paid, due_at: '2026-03-31' },
    },
    {
      event: 'Payment Made',
      timestamp: '2026-03-31T22:30:00Z',
      properties: { ...paid, due_at: '2026-03-31' },
    },
    { event: 'Payment Made', timestamp: at, properties: { ...paid, due_at: '2026-03-31T08:00:00Z' } },
  ]);
  async function* bytes() {
    yield Buffer.from(
      'when;event;place;due\n31.03.2026 23.30;payment_made;lund;31.03.2026\n01.04.2026 00.30;payment_made;lund;31.03.2026\n',
    );
  }
  await test.collect.importFile({
    ...{ workspaceId, fileName: 'paid.csv', bytes: bytes(), startedBy: null },
    mapping: {
      ...{ target: 'events', constants: { userId: 'u1' }, dateFormat: 'day_first', decimalComma: true },
      columns: { happenedAt: 'when', event: 'event', place: 'place', dueAt: 'due' },
    },
  });
  const late = await test.rows(sql`select happened_at > due_at as late, count() as n,
      groupUniqArray(toString(due_at)) as dues from events
    where workspace_id = ${workspaceId} group by late order by late`);
  expect(late).toEqual([
    { late: 0, n: '2', dues: ['2026-03-31 21:59:59.999'] },
    {
      ...{ late: 1, n: '3' },
      dues: expect.arrayContaining(['2026-03-31 21:59:59.999', '2026-03-31 08:00:00.000']),
    },
  ]);
});
