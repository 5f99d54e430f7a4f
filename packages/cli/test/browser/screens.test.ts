// Every screen, at desktop and phone width, light and dark: nothing serious for axe, no sideways scrolling, a picture to look at.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Product, picture, startProduct } from './product.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let product: Product;
let desktop: Page;
let phone: Page;
const addresses: Record<string, string> = {};

beforeAll(async () => {
  product = await startProduct();
  desktop = await product.open('admin');
  phone = await product.open('admin', { width: 360, height: 740 });
  const first = async <T>(path: string, pick: (body: T) => string | undefined) =>
    pick((await product.admin.get<T>(path)).body) ?? '';
  addresses.case = `/cases/${await first<{ cases: { id: string }[] }>('/api/cases', (body) => body.cases[0]?.id)}`;
  addresses.customer = `/customers/${await first<{ signals: { customerKey: string | null }[] }>('/api/feed?limit=50', (body) => body.signals.find((signal) => signal.customerKey)?.customerKey ?? undefined)}`;
  addresses.place = `/places/${await first<{ places: { id: string; kind: string }[] }>('/api/places', (body) => body.places.find((place) => place.kind === 'store')?.id)}`;
  addresses.topic = '/topics/queue';
  await sendCompany();
  addresses.account = `/accounts/${await first<{ accounts: { key: string }[] }>('/api/accounts', (body) => body.accounts[0]?.key)}`;
  for (const show of ['buying', 'kinds', 'kept']) addresses[`segments-${show}`] = `/segments?show=${show}`;
  addresses.explore = '/explore?ask=nps&by=touchpoint';
});
afterAll(() => product?.close());

/** The demo's customers are persons; a company comes with a message of its own. */
async function sendCompany(): Promise<void> {
  const bakery = {
    type: 'group',
    groupId: 'B-77',
    traits: { name: 'Bageriet Lund', industry: 'food', employees: 12 },
  };
  const order = { order_id: 'B-1', total: 1_250, currency: 'SEK', company_id: 'B-77' };
  const contract = { contract_id: 'K-12', company_id: 'B-77', renews_at: '2027-03-08T00:00:00Z' };
  const reply = await fetch(`${product.origin}/v1/batch`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${product.writeKey}:`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      batch: [
        { ...bakery, messageId: 'company-1', userId: 'baker-1' },
        { ...bakery, messageId: 'company-2', userId: 'baker-2' },
        { type: 'identify', messageId: 'company-3', userId: 'baker-1', traits: { name: 'Maja Ek' } },
        {
          type: 'track',
          event: 'Order Completed',
          messageId: 'company-4',
          userId: 'baker-1',
          properties: order,
        },
        {
          type: 'track',
          event: 'Subscription Started',
          messageId: 'company-5',
          userId: 'baker-2',
          properties: contract,
        },
      ],
    }),
  });
  expect(reply.status).toBe(200);
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: { html: string }[];
}

async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    violations: Violation[];
  };
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

/** What a page asks for from now on; the stream of what happens now never ends and does not count. */
function asking(page: Page) {
  const open = new Set<Request>();
  const begins = (request: Request) => request.resourceType() !== 'eventsource' && open.add(request);
  const ends = (request: Request) => open.delete(request);
  page.on('request', begins).on('requestfinished', ends).on('requestfailed', ends);
  return {
    /** Resolves when nothing was asked for some moments: what was drawn with the last answer asks no more. */
    async answered() {
      for (let quiet = 0; quiet < 4; quiet = open.size === 0 ? quiet + 1 : 0) await page.waitForTimeout(100);
      page.off('request', begins).off('requestfinished', ends).off('requestfailed', ends);
    },
  };
}

async function settled(page: Page, path: string): Promise<void> {
  const asked = asking(page);
  await page.goto(`${product.origin}${path}`);
  await page.locator('h1').first().waitFor();
  await page
    .waitForFunction(`!document.querySelector('.mantine-Skeleton-root')`, undefined, { timeout: 30_000 })
    .catch(() => undefined);
  await asked.answered();
}

const screens = [
  'today',
  'pulse',
  'places',
  'place',
  'topics',
  'topic',
  'drivers',
  'compare-words',
  'explore',
  'support',
  'loyalty',
  'segments',
  'segments-buying',
  'segments-kinds',
  'segments-kept',
  'feed',
  'cases',
  'case',
  'customers',
  'matches',
  'customer',
  'accounts',
  'account',
  'changes',
  'surveys',
  'start',
];
const settings = [
  'me',
  'workspace',
  'places',
  'people',
  'sources',
  'connectors',
  'webhooks',
  'refused',
  'topics',
  'feelings',
  'mail',
  'quality',
  'audit',
  'privacy',
];
const all = [
  ...screens.map((name) => [name, '']),
  ...settings.map((name) => [`settings-${name}`, `/settings/${name}`]),
] as [string, string][];
const pathOf = (name: string, path: string) => path || addresses[name] || `/${name}`;

describe.each(all)('%s', (name, path) => {
  test('has nothing serious for axe, in light and dark', async () => {
    await settled(desktop, pathOf(name, path));
    await picture(desktop, `${name}-desktop`);
    expect(await serious(desktop)).toEqual([]);
    await desktop.emulateMedia({ colorScheme: 'dark' });
    await desktop.waitForTimeout(200);
    await picture(desktop, `${name}-dark`);
    expect(await serious(desktop)).toEqual([]);
    await desktop.emulateMedia({ colorScheme: 'light' });
  });

  test('fits a phone of 360 px without sideways scrolling', async () => {
    await settled(phone, pathOf(name, path));
    await picture(phone, `${name}-phone`);
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(await serious(phone)).toEqual([]);
  });
});

describe('before signing in', () => {
  test.each(['/sign-in', '/forgotten-password'])('%s has nothing serious for axe', async (path) => {
    const context = await product.browser.newContext({ locale: 'sv-SE' });
    const page = await context.newPage();
    await settled(page, path);
    await picture(page, path.slice(1));
    expect(await serious(page)).toEqual([]);
    await context.close();
  });
});
