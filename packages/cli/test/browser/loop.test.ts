// The loop, walked in a real browser: a customer answers, a colleague acts, the customer gets an answer.
import type { Answer, KnownTotals } from '@lyhord/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { type Product, picture, startProduct, within } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.close());

const unhappy = (id: string, text: string) => ({
  messageId: id,
  kind: 'survey',
  channel: 'email',
  touchpoint: 'store_visit',
  happenedAt: new Date().toISOString(),
  identifiers: [{ type: 'email', value: `${id}@example.org` }],
  answers: [{ question: 'nps', value: 1 }],
  text,
});

const caseOn = async (text: string) => {
  const { body } = await product.admin.get<{ signals: { text: string | null; caseId: string | null }[] }>(
    '/api/feed?limit=20',
  );
  return body.signals.find((signal) => signal.text === text)?.caseId ?? null;
};

/** A page of somebody; where the test fails, what it shows is printed. */
const opened = async (user: string) => {
  const page = await product.open(user);
  onTestFailed(async () => console.error(page.url(), await page.locator('body').ariaSnapshot()));
  return page;
};

test('the demo company brings goals, known totals that weigh, and segments that hold somebody', async () => {
  const { admin } = product;
  const { body: settings } = await admin.get<{
    knownTotals: KnownTotals[];
    touchpointTargets: Record<string, number>;
  }>('/api/workspace');
  expect(Object.keys(settings.touchpointTargets).length).toBeGreaterThan(1);
  const { body: kept } = await admin.get<{ segments: { name: string; count: { n: number } }[] }>(
    '/api/segments',
  );
  expect(kept.segments).toHaveLength(3);
  // so small and young a demo may have no subscription that renews soon, and nobody valued who drifts away
  expect(kept.segments.find(({ name }) => name === 'Unhappy regulars')!.count.n).toBeGreaterThan(0);
  const today = new Date();
  const day = (back: number) => new Date(today.getTime() - back * 86_400_000).toISOString().slice(0, 10);
  const { body: answer } = await admin.post<Answer>('/api/questions', {
    ...{ metric: 'nps', period: { from: day(170), to: day(0) }, weights: settings.knownTotals },
  });
  expect(answer.weighting!.designEffect).toBeGreaterThan(1);
  expect(answer.rows[0]!.n).toBeGreaterThan(100);
});

describe('the loop', () => {
  test('feedback appears on the open Feed and as a case in the queue, without reloading', async () => {
    const page = await opened('lead');
    await page.goto(`${product.origin}/feed`);
    await page.getByRole('heading', { name: 'Feed' }).waitFor();
    await page.locator('[role=status][data-state=live]').waitFor({ state: 'attached' });
    const text = 'The queue at the checkout was endless and nobody came to help';
    expect((await product.post([unhappy('live-1', text)])).status).toBe(200);
    await page.getByText('endless').first().waitFor();
    await picture(page, 'feed-live');
    await within(120_000, async () => (await caseOn(text)) !== null);
    await page.context().close();
  });

  test('a case is taken, answered by real e-mail, given a cause and closed; what was still being written stays', async () => {
    const text = 'The lamp arrived broken and customer service never called back';
    await product.post([unhappy('loop-1', text)]);
    await within(120_000, async () => (await caseOn(text)) !== null);
    const page = await opened('agent');
    await page.goto(`${product.origin}/cases/${await caseOn(text)}`);
    await page.getByRole('button', { name: 'Take it' }).click();
    await page.getByText(/^\S.* took it$/).waitFor();
    await page.locator('#write').fill('We are sorry. A new lamp is on its way to you today.');
    await page.getByRole('button', { name: 'Send e-mail' }).click();
    await within(120_000, () =>
      product.letters.some((letter) => letter.includes('A new lamp is on its way')),
    );
    const letter = product.letters.find((each) => each.includes('A new lamp is on its way'))!;
    expect(letter).toMatch(/^To: .*loop-1@example\.org/m);
    await page.getByLabel('Cause').selectOption('product');
    await picture(page, 'case-answered');
    await page.locator('#write').fill('I shall call you on Friday.');
    await page.getByRole('button', { name: 'Close the case' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close the case' }).click();
    await page.getByRole('button', { name: 'Open again' }).waitFor();
    await page.getByText('I shall call you on Friday.').waitFor();
    await picture(page, 'case-closed');
    await page.context().close();
  });

  test('a number on Pulse opens the rows behind it', async () => {
    const page = await opened('lead');
    await page.goto(`${product.origin}/pulse`);
    await page
      .getByText(/comments?$/)
      .first()
      .click();
    await page.waitForURL(/\/feed/);
    await page.locator('main li, main article').first().waitFor();
    await page.context().close();
  });

  test('whose session ended is told so and comes back to where they were', async () => {
    const page = await opened('lead');
    await page.context().clearCookies();
    await page.goto(`${product.origin}/changes`);
    await page.getByText('you come back to where you were').waitFor();
    await page.getByLabel('E-mail').fill('lead@solvik.example');
    await page.getByLabel('Password', { exact: true }).fill(product.server.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${product.origin}/changes`);
    await page.context().close();
  });

  test('a manager sees own places and nothing of others', async () => {
    const page = await opened('manager');
    const all = await product.admin.get<{ places: unknown[] }>('/api/places');
    const own = await page.evaluate(
      async () => (await (await fetch('/api/places')).json()) as { places: unknown[] },
    );
    expect(own.places.length).toBeGreaterThan(0);
    expect(own.places.length).toBeLessThan(all.body.places.length);
    await page.goto(`${product.origin}/settings/people`);
    expect(await page.getByText('Invite a person').count()).toBe(0);
    await page.context().close();
  });
});

describe('a survey', () => {
  let link: string;
  beforeAll(async () => {
    const { body, status } = await product.admin.post<{ link: string }>('/api/surveys', { name: 'Checkout' });
    expect(status).toBe(200);
    link = `${product.origin}${new URL(body.link).pathname}`;
  });

  const respondent = async (): Promise<Page> => {
    const context = await product.browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
      locale: 'en-GB',
    });
    return context.newPage();
  };

  test('is answered without JavaScript, on a small phone', async () => {
    const page = await respondent();
    await page.goto(link);
    await picture(page, 'survey-score');
    expect(await page.evaluate('document.documentElement.scrollWidth').catch(() => 360)).toBeLessThanOrEqual(
      360,
    );
    await page.getByRole('button', { name: '3', exact: true }).click();
    await page.locator('textarea').fill('Nobody could find the right size for me');
    await picture(page, 'survey-why');
    await page.getByRole('button', { name: 'Send' }).click();
    await picture(page, 'survey-thanks');
    await within(120_000, async () => {
      const { body } = await product.admin.get<{ signals: { text: string | null; score: number | null }[] }>(
        '/api/feed?limit=20',
      );
      return body.signals.some((signal) => signal.text?.includes('right size') || signal.score === 3);
    });
    await page.context().close();
  });

  test('is not answered by a scanner that follows its links', async () => {
    const before = (await product.admin.get<{ surveys: { answered: number }[] }>('/api/surveys')).body
      .surveys[0]!.answered;
    for (let score = 0; score <= 10; score++) await fetch(`${link}?score=${score}`);
    const after = (await product.admin.get<{ surveys: { answered: number }[] }>('/api/surveys')).body
      .surveys[0]!.answered;
    expect(after).toBe(before);
  });

  test('is under 12 kB', async () => {
    const reply = await fetch(link);
    expect((await reply.text()).length).toBeLessThan(12_000);
  });
});

test('a person is invited by mail and joins', async () => {
  const { body, status } = await product.admin.post<{ link: string; mailed: boolean }>(
    '/api/people/invitations',
    { email: 'new.colleague@example.org', role: 'analyst', placeIds: [] },
  );
  expect(status).toBe(200);
  await within(120_000, () => product.letters.some((letter) => letter.includes('new.colleague@example.org')));
  const context = await product.browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${product.origin}${new URL(body.link).pathname}`);
  await page.getByLabel('Your name').fill('New Colleague');
  await page.getByLabel('Choose a password').fill('a few words to remember');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('link', { name: 'Pulse' }).first().waitFor();
  await context.close();
});
