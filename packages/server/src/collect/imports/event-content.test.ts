import type { OperationalEvent } from '@lyhord/contract';
import { expect, it } from 'vitest';
import { canonicalJson } from '../keys/canonical-json.ts';
import { eventContent } from './event-content.ts';

const full: OperationalEvent = {
  messageId: 'a "quoted" id',
  kind: 'order_placed',
  name: 'Order \\ Completed å',
  identifiers: [
    { type: 'user_id', value: 'u"1' },
    { type: 'external_id', namespace: 'crm', value: '7' },
  ],
  placeCode: 'lund',
  channel: 'web',
  touchpoint: 'checkout',
  happenedAt: 1_743_408_900_000,
  reference: 'o\n1',
  amountMinor: 1_250,
  costMinor: -3,
  currency: 'SEK',
  dueAt: 1_743_408_900_001,
  waitSeconds: 0.5,
  lines: [{ productId: 'p', name: 'Stol', quantity: 2, priceMinor: 500, costMinor: null }],
  properties: { b: 1, a: { d: [null, true], c: 'x' } },
};
const bare: OperationalEvent = {
  ...full,
  ...{
    identifiers: [],
    placeCode: null,
    channel: null,
    touchpoint: null,
    reference: null,
    amountMinor: null,
  },
  ...{ costMinor: null, currency: null, dueAt: null, waitSeconds: null, lines: [], properties: {} },
};

it('is what the canonical JSON of the event is', () => {
  for (const event of [
    full,
    bare,
    { ...full, waitSeconds: Number.NaN },
    { ...bare, properties: { x: '' }, account: 'a "1"' },
  ])
    expect(eventContent(event)).toBe(canonicalJson(event));
});
