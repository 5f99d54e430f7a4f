import type { OperationalEvent } from '@lyhord/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';
import { createPreparer } from './prepare-events.ts';
import { transferOf } from './prepared-events.ts';

let test: TestCollect;
beforeAll(async () => {
  test = await openCollect();
});
afterAll(() => test.close());

const at = Date.UTC(2026, 2, 29, 0, 30);
const event = (n: number): OperationalEvent => ({
  messageId: `m${n}`,
  kind: n % 3 === 0 ? 'identify' : 'order_placed',
  name: 'Order Placed',
  identifiers: [
    { type: 'user_id', value: `u${n % 4}` },
    { type: 'email', value: `U${n % 4}@Example.org` },
  ],
  placeCode: n % 2 === 0 ? 'lund' : null,
  channel: 'web',
  touchpoint: null,
  happenedAt: at + n * 60_000,
  reference: `o-${n}`,
  amountMinor: n % 5 === 0 ? null : n * 100,
  costMinor: null,
  currency: 'SEK',
  dueAt: n % 7 === 0 ? at : null,
  waitSeconds: n,
  lines: [{ productId: `p${n}`, name: 'Stol', quantity: 2, priceMinor: 500, costMinor: null }],
  properties: { city: `Lund ${n}` },
  ...(n % 3 === 1 ? { account: `c-${n % 2}` } : {}),
});

const shown = [
  [
    'events',
    'message_key, kind, place_id, happened_at, local_day, amount_minor, due_at, wait_seconds, properties',
  ],
  ['order_lines', 'event_id, place_id, happened_at, line_no, product_id, product_name, price_minor'],
  [
    'account_facts',
    'account_key, account_id, fact_id, kind, identifier_key, place_id, happened_at, reference, amount_minor, details',
  ],
  ['traits', 'identifier_key, name, value, happened_at'],
  ['identifiers', 'identifier_key, type, value, first_seen_at'],
  ['identity_links', 'link_id, key_a, key_b, rule, evidence, linked_at'],
] as const;

async function rowsOf(workspaceId: string) {
  const tables = await Promise.all(
    shown.map(([table, columns]) =>
      test.rows(sql`select ${sql.raw(columns)} from ${sql.name(table)}
        where workspace_id = ${workspaceId} order by all`),
    ),
  );
  return Object.fromEntries(tables.map((rows, at) => [shown[at]![0], rows]));
}

it('prepared events leave the rows that unprepared ones leave, however often they come', async () => {
  const sender = await test.workspace();
  const plan = await test.collect.preparingPlan(sender);
  const prepare = createPreparer(structuredClone({ ...plan }));
  const events = Array.from({ length: 40 }, (_, n) => event(n));
  const travelled = (list: OperationalEvent[], make = prepare) => {
    make.add(list.slice(0, 3));
    make.add(list.slice(3));
    expect(make.count).toBe(list.length);
    const prepared = make.take();
    return structuredClone(prepared, { transfer: transferOf(prepared) });
  };
  const fill = (list: OperationalEvent[], make?: typeof prepare) =>
    test.collect.fillPrepared(sender, travelled(list, make));

  await test.collect.fill(sender, { events: events.slice(0, 5), signals: [] });
  expect(await fill(events.slice(0, 20))).toEqual({ accepted: 15 });
  expect(await fill(events)).toEqual({ accepted: 20 });
  expect(await fill(events, createPreparer(plan))).toEqual({ accepted: 0 });
  const prepared = await rowsOf(sender.workspaceId);
  expect(prepared.events!.length).toBe(40);
  expect(prepared.identifiers!.length).toBe(8);
  expect(prepared.identity_links!.length).toBe(4);

  await test.platform.warehouse.command(
    sql`alter table events delete where workspace_id = ${sender.workspaceId} settings mutations_sync = 2`,
  );
  for (const [table] of shown.slice(1)) {
    await test.platform.warehouse.command(
      sql`alter table ${sql.name(table)} delete where workspace_id = ${sender.workspaceId} settings mutations_sync = 2`,
    );
  }
  await test.collect.stop();
  await test.collect.start();
  await test.collect.fill(sender, { events, signals: [] });
  expect(await rowsOf(sender.workspaceId)).toEqual(prepared);
});
