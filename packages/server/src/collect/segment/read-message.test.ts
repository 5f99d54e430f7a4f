import { describe, expect, it } from 'vitest';
import type { Reading } from '../arrivals/reading.ts';
import { placeCodes } from '../places/place-codes.ts';
import { segmentReader } from './read-message.ts';

const receivedAt = Date.UTC(2026, 2, 31, 9);
const reading: Reading = {
  ...{ receivedAt, placeOf: placeCodes([]), timeZone: 'Europe/Stockholm', currency: 'SEK' },
  newId: () => 'new',
};
const read = segmentReader({}, (text) => text);
const sent = { messageId: 'm1', userId: 'u1', timestamp: '2026-03-31T08:15:00Z' };
/** The event that a call becomes, or what is refused of it. */
const eventOf = (call: object) => {
  const item = read({ type: 'track', event: 'Order Completed', ...sent, ...call }, reading);
  if ('refused' in item) return { refused: item.refused.detail };
  return item.draft.noun === 'event' ? item.draft.event : null;
};

describe('a field that is null', () => {
  it('says nothing, as the clients mean that send every field of a call', () => {
    // analytics-python sends `name` and `category` with each page, whether it has them or not
    const page = { type: 'page', event: null, name: null, category: null, properties: {} };
    const context = { locale: null, timezone: null, externalIds: null, traits: null };
    expect(eventOf({ ...page, context })).toMatchObject({ kind: 'page_viewed', name: 'page' });
    expect(eventOf({ ...page, messageId: null })).toMatchObject({
      messageId: expect.stringMatching(/^content-/),
    });
    expect(eventOf({ event: null })).toMatchObject({ refused: expect.stringContaining('event is missing') });
  });
  it('loses no money with it: an amount whose currency is not told is of the workspace’s', () => {
    for (const currency of [null, '', ' ', undefined])
      expect(eventOf({ properties: { total: 349, currency } })).toMatchObject({
        ...{ amountMinor: 34_900, currency: 'SEK' },
      });
    expect(eventOf({ properties: { total: ' ', revenue: '12.5' } })).toMatchObject({ amountMinor: 1_250 });
    expect(eventOf({ properties: { total: 349, currency: 'kronor' } })).toHaveProperty('refused');
  });
});

describe('an event of which no amount means anything', () => {
  const properties = {
    value: 'high',
    lines: 12,
    products: 3,
    price: 'free',
    due_at: 'soon',
    wait_seconds: 'long',
  };
  it('keeps under those names what it has there', () => {
    expect(eventOf({ event: 'Setting Changed', properties })).toMatchObject({
      ...{ kind: 'custom', amountMinor: null, lines: [], dueAt: null, waitSeconds: null, properties },
    });
    expect(eventOf({ type: 'page', name: 'Prices', properties: { price: 'free' } })).toMatchObject({
      properties: { price: 'free' },
    });
  });
  it('has an amount all the same where it tells one', () => {
    expect(eventOf({ event: 'Gift Card Sold', properties: { value: 300 } })).toMatchObject({
      ...{ amountMinor: 30_000, properties: {} },
    });
  });
  it('is no excuse for an order', () => {
    expect(eventOf({ properties: { total: 'much' } })).toEqual({
      refused: 'properties.total is "much", but should be an amount such as 12.5.',
    });
  });
});

it('numbers may come as text, wherever they stand', () => {
  const properties = {
    total: '25.90',
    wait_seconds: '90',
    products: [{ sku: 'p', price: '12.95', quantity: '2' }],
  };
  expect(eventOf({ properties })).toMatchObject({
    ...{ amountMinor: 2_590, waitSeconds: 90, lines: [{ priceMinor: 1_295, quantity: 2 }] },
  });
  expect(eventOf({ properties: { products: [{ sku: 'p', quantity: 'some' }] } })).toEqual({
    refused: 'properties.products[0].quantity is "some", but should be a number such as 2.',
  });
});

it.each([
  ['Campaign Contacted', 'campaign_contacted'],
  ['campaign responded', 'campaign_responded'],
  ['Visit', 'visit'],
  ['case_opened', 'case_opened'],
  ['Message Sent', 'custom'],
  ['identify', 'custom'],
  ['group', 'custom'],
])('an event called "%s" is a %s', (event, kind) => {
  expect(eventOf({ event, properties: { plan: 'L' } })).toMatchObject({ kind, properties: { plan: 'L' } });
});
