import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemViewer, type Viewer } from '../../access/index.ts';
import type { Unify } from '../index.ts';
import { callerOf } from '../testing/caller.ts';
import { openUnify, type TestUnify } from '../testing/open-unify.ts';

let it: TestUnify;
let unify: Unify;
beforeAll(async () => {
  it = await openUnify();
  unify = it.unify;
});
afterAll(() => it.close());

test('who sees one place finds its customer by name among many of that name elsewhere', async () => {
  const sender = await it.workspace();
  const viewer: Viewer = { ...systemViewer(sender.workspaceId), role: 'manager' };
  const ystad = await unify.createPlace(viewer, {
    ...{ code: 'ystad', name: 'Ystad', kind: 'store', parentId: null, timeZone: 'Europe/Stockholm' },
    ...{ currency: 'SEK', country: 'SE', latitude: null, longitude: null, hours: null, ownerId: null },
  });
  const people = Array.from({ length: 120 }, (_, n) => ({
    ...{ type: 'identify', messageId: `i${n}`, userId: `u${n}`, traits: { name: 'Maria Berg' } },
  }));
  const order = (n: number, store: string) => ({
    ...{ type: 'track', event: 'Order Completed', messageId: `o${n}`, userId: `u${n}` },
    properties: { order_id: `order-${n}`, total: 100, currency: 'SEK', store },
  });
  const orders = people.map((_, n) => order(n, n % 40 === 7 ? 'ystad' : 'lund'));
  await it.collect.recordSegment(sender, [...people, ...orders]);
  const ask = callerOf(unify);
  const manager = { ...viewer, placeIds: [ystad.id] };
  const { customers } = await ask.findCustomers(manager, { search: 'Maria Berg', limit: 8 });
  expect(customers.map(({ orders: count }) => count)).toEqual([1, 1, 1]);
});

test('a number with letters beyond English, and an order in other letters than it was written in, is found', async () => {
  const sender = await it.workspace();
  const viewer: Viewer = { ...systemViewer(sender.workspaceId), role: 'lead' };
  await it.collect.recordSegment(sender, [
    {
      ...{ type: 'track', event: 'Order Completed', messageId: 'o1', userId: 'Åberg-77' },
      properties: { order_id: 'web-17a', total: 100, currency: 'SEK' },
    },
  ]);
  const ask = callerOf(unify);
  for (const search of ['Åber', 'åberg', 'ÅBERG-7', 'WEB-17A', 'Order Web-17A']) {
    const { customers } = await ask.findCustomers(viewer, { search, limit: 8 });
    expect(customers.length, search).toBe(1);
  }
});
