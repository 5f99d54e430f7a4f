// The clients that shops have in their sites and servers already, as they are published, against our front door.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { Analytics } from '@segment/analytics-node';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';

const require = createRequire(import.meta.url);
let test: TestCollect;
let origin: string;
beforeAll(async () => {
  test = await openCollect();
  origin = await test.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => test.close());

interface Kept {
  kind: string;
  name: string;
  reference: string;
  amount_minor: string | null;
  known: boolean;
}
const keptIn = (workspaceId: string) =>
  test.rows<Kept>(sql`select kind, name, reference, amount_minor, identifier_key != 0 as known from events
    where workspace_id = ${workspaceId} order by kind, name`);
async function arrived(workspaceId: string, count: number): Promise<Kept[]> {
  for (let tries = 0; tries < 1_200; tries++) {
    const kept = await keptIn(workspaceId);
    if (kept.length >= count) return kept;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return keptIn(workspaceId);
}
const names = (kept: readonly Kept[]) => kept.map(({ kind, name }) => `${kind}: ${name}`);
const everyCall = [
  'alias: alias',
  'group: group',
  'identify: identify',
  'order_placed: Order Completed',
  'page_viewed: Home',
  'page_viewed: Start',
];
const order = { order_id: 'o-1', total: 129.9, currency: 'SEK', products: [{ sku: 'p1', price: 129.9 }] };

it('@segment/analytics-node sends every kind of call, and a flush is answered once all are kept', async () => {
  const { workspaceId, writeKey } = await test.workspace();
  const client = new Analytics({ writeKey, host: origin, path: '/v1/batch', maxEventsInBatch: 4 });
  const failed: unknown[] = [];
  client.on('error', (error) => failed.push(error));
  client.identify({ userId: 'u1', traits: { email: 'anna@example.org' } });
  client.track({ userId: 'u1', event: 'Order Completed', properties: order });
  client.page({ anonymousId: 'd1', name: 'Home' });
  client.screen({ anonymousId: 'd1', name: 'Start' });
  client.group({ userId: 'u1', groupId: 'acme' });
  client.alias({ userId: 'u1', previousId: 'd1' });
  await client.closeAndFlush({ timeout: 10_000 });
  expect(failed).toEqual([]);
  const kept = await keptIn(workspaceId);
  expect(names(kept)).toEqual(everyCall);
  expect(kept.every(({ known }) => known)).toBe(true);
  expect(kept.find(({ kind }) => kind === 'order_placed')).toMatchObject({
    reference: 'o-1',
    amount_minor: '12990',
  });
});

it('@rudderstack/rudder-sdk-node sends every kind of call, packed', async () => {
  const { workspaceId, writeKey } = await test.workspace();
  const RudderAnalytics = require('@rudderstack/rudder-sdk-node');
  const client = new RudderAnalytics(writeKey, { dataPlaneUrl: origin, logLevel: 'error', gzip: true });
  client.identify({ userId: 'u1', traits: { email: 'anna@example.org' } });
  client.track({ userId: 'u1', event: 'Order Completed', properties: order });
  client.page({ anonymousId: 'd1', name: 'Home' });
  client.screen({ anonymousId: 'd1', name: 'Start' });
  client.group({ userId: 'u1', groupId: 'acme' });
  client.alias({ userId: 'u1', previousId: 'd1' });
  await client.flush();
  expect(names(await arrived(workspaceId, 6))).toEqual(everyCall);
});

it('@segment/analytics-next in a browser on another site sends every kind of call, one by one and in batches', async () => {
  const one = await test.workspace();
  const many = await test.workspace();
  const shop = await serveShop();
  const browser = await chromium.launch({
    executablePath: process.env.LYHORD_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${shop.port}/`);
    for (const [workspace, delivery] of [
      [one, {}],
      [many, { deliveryStrategy: { strategy: 'batching', config: { size: 4, timeout: 200 } } }],
    ] as const) {
      await page.evaluate(shopping, {
        writeKey: workspace.writeKey,
        apiHost: `${new URL(origin).host}/v1`,
        delivery,
      });
    }
    const expected = everyCall.filter((name) => !name.endsWith('Start'));
    expect(names(await arrived(one.workspaceId, 5))).toEqual(expected);
    expect(names(await arrived(many.workspaceId, 5))).toEqual(expected);
  } finally {
    await browser.close();
    shop.server.close();
  }
});

/** Runs in the page. */
async function shopping({
  writeKey,
  apiHost,
  delivery,
}: {
  writeKey: string;
  apiHost: string;
  delivery: object;
}) {
  // biome-ignore lint/suspicious/noExplicitAny: the client's script puts itself there
  const { AnalyticsBrowser } = (globalThis as any).AnalyticsNext;
  const settings = { 'Segment.io': { apiKey: writeKey, apiHost, protocol: 'http', ...delivery } };
  const [analytics] = await AnalyticsBrowser.load(
    { writeKey, cdnSettings: { integrations: settings } },
    { initialPageview: false },
  );
  await analytics.identify('u1', { email: 'anna@example.org' });
  await analytics.track('Order Completed', { order_id: 'o-1', total: 129.9, currency: 'SEK' });
  await analytics.page('Home');
  await analytics.group('acme');
  await analytics.alias('u2', 'u1');
}

/** A site of its own, with the client's published script. */
async function serveShop(): Promise<{ server: Server; port: number }> {
  const folder = join(dirname(require.resolve('@segment/analytics-next/package.json')), 'dist/umd');
  const server = createServer((request, reply) => {
    const script = /^\/([\w.-]+\.js)$/.exec(request.url ?? '')?.[1];
    if (script) {
      reply.setHeader('content-type', 'text/javascript');
      reply.end(readFileSync(join(folder, script)));
    } else {
      reply.setHeader('content-type', 'text/html');
      reply.end('<!doctype html><title>Shop</title><script src="/index.js"></script>');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}
