// The tracker in a real browser, on a site of its own, against our front door.
import { execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../platform/stores/sql.ts';
import { openCollect, type TestCollect } from './testing/open-collect.ts';

let test: TestCollect;
let origin: string;
let browser: Browser;
let shop: Server;
let shopUrl: string;
let key = '';

beforeAll(async () => {
  execFileSync(process.execPath, ['scripts/build.mjs', 'widget']);
  test = await openCollect();
  origin = await test.app.listen({ port: 0, host: '127.0.0.1' });
  shop = createServer((request, reply) => {
    reply.setHeader('content-type', 'text/html');
    reply.end(`<!doctype html><title>Shop${request.url}</title><script>lyhord = [['track', 'Early', {}]]</script>
      <script async src="${origin}/lyhord.js" data-write-key="${key}"></script>`);
  });
  await new Promise<void>((resolve) => shop.listen(0, 'localhost', resolve));
  shopUrl = `http://localhost:${(shop.address() as AddressInfo).port}/`;
  browser = await chromium.launch({
    executablePath: process.env.LYHORD_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
});
afterAll(async () => {
  await browser.close();
  shop.close();
  await test.close();
});

async function visit(): Promise<{ page: Page; workspaceId: string; sent: string[] }> {
  const { workspaceId, writeKey } = await test.workspace();
  key = writeKey;
  const page = await (await browser.newContext()).newPage();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url());
  });
  await page.goto(shopUrl);
  await page.waitForFunction('typeof lyhord.track === "function"');
  return { page, workspaceId, sent };
}
const say = (page: Page, script: string) => page.evaluate(script);
const stored = (page: Page) => page.evaluate('JSON.stringify(localStorage)') as Promise<string>;
async function names(workspaceId: string, atLeast: number): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    const rows = await test.rows<{ name: string }>(
      sql`select name from events where workspace_id = ${workspaceId} order by name`,
    );
    if (rows.length >= atLeast || tries > 1_200) return rows.map(({ name }) => name);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('is served to any site, small, and without asking again for what has not changed', async () => {
  const reply = await test.app.inject({ url: '/lyhord.js' });
  expect(gzipSync(reply.body, { level: 9 }).length).toBeLessThanOrEqual(3_000);
  expect(reply.headers).toMatchObject({
    ...{ 'cross-origin-resource-policy': 'cross-origin', 'cache-control': 'public, max-age=3600' },
  });
  const again = await test.app.inject({
    url: '/lyhord.js',
    headers: { 'if-none-match': String(reply.headers.etag) },
  });
  expect(again.statusCode).toBe(304);
});

it('stores and sends nothing before the visitor agrees, then what this page had to say', async () => {
  const { page, workspaceId, sent } = await visit();
  await say(page, `lyhord.identify('u1', { email: 'anna@example.org' }); lyhord.track('Product Viewed')`);
  await page.waitForTimeout(400);
  expect([await stored(page), sent, await page.context().cookies()]).toEqual(['{}', [], []]);
  await say(page, 'lyhord.consent(true)');
  expect(await names(workspaceId, 4)).toEqual(['Early', 'Product Viewed', 'Shop/', 'identify']);
  const [known] = await test.rows(sql`select countIf(identifier_key != 0) as n, uniq(identifier_key) as people
    from events where workspace_id = ${workspaceId}`);
  expect(known).toMatchObject({ n: '4' });
  await say(page, 'lyhord.consent(false)');
  await say(page, `lyhord.track('After')`);
  await page.waitForTimeout(300);
  expect(await stored(page)).toBe('{}');
  expect(await names(workspaceId, 4)).toHaveLength(4);
  await page.context().close();
});

it('keeps what is said offline and sends it once when the line is back, over pages', async () => {
  const { page, workspaceId } = await visit();
  await say(page, 'lyhord.consent(true)');
  await names(workspaceId, 2);
  await page.context().setOffline(true);
  await say(page, `lyhord.track('Offline 1'); lyhord.track('Offline 2')`);
  await page.waitForFunction(`JSON.stringify(localStorage).includes('Offline 2')`);
  await page.context().setOffline(false);
  expect(await names(workspaceId, 4)).toEqual(['Early', 'Offline 1', 'Offline 2', 'Shop/']);
  await page.waitForFunction('localStorage.getItem("lyhord.queue") === null');
  await page.context().close();
});

it('sends what waits when the page is left, and what is sent twice counts once', async () => {
  const { page, workspaceId } = await visit();
  await say(page, 'lyhord.consent(true)');
  await names(workspaceId, 2);
  await say(page, `for (const n of [1, 2, 3]) lyhord.track('Leaving ' + n); location.href = '/next'`);
  await page.waitForURL('**/next');
  const all = await names(workspaceId, 7);
  expect(all.filter((name) => name.startsWith('Leaving'))).toEqual(['Leaving 1', 'Leaving 2', 'Leaving 3']);
  await page.waitForTimeout(500);
  expect((await names(workspaceId, 7)).filter((name) => name.startsWith('Leaving'))).toHaveLength(3);
  await page.context().close();
});

it('is bounded: the oldest waiting give way', async () => {
  const { page } = await visit();
  await page.context().setOffline(true);
  await say(
    page,
    `lyhord.consent(true); for (let n = 0; n < 300; n++) lyhord.track('n' + n, { note: 'x'.repeat(3000) })`,
  );
  const queue = (await page.evaluate('localStorage.getItem("lyhord.queue")')) as string;
  expect(queue.length).toBeLessThanOrEqual(200_000);
  expect(queue).toContain('"n299"');
  await page.context().close();
});

it('forgets who it was on reset', async () => {
  const { page } = await visit();
  await say(page, `lyhord.consent(true); lyhord.identify('u1')`);
  const before = (await page.evaluate('localStorage.getItem("lyhord.visitor")')) as string;
  await say(page, 'lyhord.reset()');
  expect(await page.evaluate('localStorage.getItem("lyhord.user")')).toBeNull();
  await say(page, `lyhord.track('New')`);
  expect(await page.evaluate('localStorage.getItem("lyhord.visitor")')).not.toBe(before);
  await page.context().close();
});

it('tells apart who is who where the shop’s own pages have filled the browser’s store', async () => {
  const { page, workspaceId } = await visit();
  await say(page, `lyhord.consent(true); lyhord.identify('u1')`);
  await names(workspaceId, 3);
  await page.waitForFunction('localStorage.getItem("lyhord.queue") === null');
  await say(
    page,
    `for (let size = 4_000_000, n = 0; size >= 1; size = Math.floor(size / 2))
      try { for (;;) localStorage.setItem('shop' + n++, 'x'.repeat(size)); } catch {}`,
  );
  await say(page, `lyhord.identify('another visitor with a longer number'); lyhord.track('Theirs')`);
  await names(workspaceId, 5);
  const key = await test.collect.keyOf(workspaceId, {
    ...{ type: 'user_id', value: 'another visitor with a longer number' },
  });
  expect(
    await test.rows(
      sql`select identifier_key as k from events where workspace_id = ${workspaceId} and name = 'Theirs'`,
    ),
  ).toEqual([{ k: key!.text }]);
  await page.context().close();
});

it('stops in every window when the visitor takes consent back in one', async () => {
  const { page, workspaceId } = await visit();
  await say(page, 'lyhord.consent(true)');
  await names(workspaceId, 2);
  const other = await page.context().newPage();
  await other.goto(shopUrl);
  await other.waitForFunction('typeof lyhord.track === "function"');
  await names(workspaceId, 4);
  await say(page, 'lyhord.consent(false)');
  await other.waitForFunction('localStorage.length === 0');
  await say(other, `lyhord.track('After')`);
  await other.waitForTimeout(400);
  expect(await stored(other)).toBe('{}');
  expect(await names(workspaceId, 4)).toHaveLength(4);
  await say(page, 'lyhord.consent(true)');
  expect(await names(workspaceId, 5)).toContain('After');
  await say(page, 'lyhord.consent(false)');
  await other.waitForFunction('localStorage.length === 0');
  // as if written while the word of the other window was on its way
  await say(other, `localStorage.setItem('lyhord.visitor', 'late')`);
  await say(other, `dispatchEvent(new StorageEvent('storage', { key: 'lyhord.consent' }))`);
  expect(await stored(other)).toBe('{}');
  await page.context().close();
});

it('goes on after a call that it does not know, that names nobody, or that cannot be written down', async () => {
  const { page, workspaceId } = await visit();
  await say(page, `const ring = {}; ring.ring = ring; lyhord.track('Ring', ring)`);
  await say(page, `lyhord.page('x'.repeat(300))`);
  await say(page, `lyhord.consent(true); lyhord.push(['nonsense']); lyhord.identify(null, { city: 'Lund' })`);
  await say(page, `lyhord.push(['track', 'Still here'])`);
  expect(await names(workspaceId, 5)).toEqual(['Early', 'Shop/', 'Still here', 'identify', 'x'.repeat(255)]);
  await page.context().close();
});
