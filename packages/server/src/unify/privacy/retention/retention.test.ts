import { chmod, mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Retention, RetentionCount } from '@lyhord/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/stores/sql.ts';
import { ask, send } from '../proof/plant-customer.ts';
import { type OpenProduct, openProduct } from '../testing/open-product.ts';

let dataDir: string;
let product: OpenProduct;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lyhord-retention-'));
  await chmod(dataDir, 0o711);
  product = await openProduct(dataDir);
});
afterAll(async () => {
  await product?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const dayMs = 86_400_000;
/** Noon, so many days before today at the place: a day there need not be the same in UTC. */
const daysAgo = (days: number) => {
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });
  return new Date(Date.parse(`${today}T12:00:00Z`) - days * dayMs);
};
const keepAll: Retention = {
  events: null,
  texts: null,
  refusals: 90,
  imports: null,
  logs: null,
  audit: null,
};
const short: Retention = { ...keepAll, events: 100, texts: 100, imports: 10, audit: 200 };
const rowsOf = (counts: readonly RetentionCount[]) =>
  Object.fromEntries(counts.map(({ kind, rows }) => [kind, rows]));
const preview = async (retention: Retention) =>
  rowsOf(
    (await ask<{ kinds: RetentionCount[] }>(product.session, 'POST', '/api/retention/preview', retention))
      .kinds,
  );
const kept = async () => {
  const rows = await product.platform.warehouse.query<{ kind: string; n: string }>(sql`
    select 'events' as kind, count() as n from events where kind != 'case_opened'
    union all select 'lines', count() from order_lines
    union all select 'texts', count() from signal_texts where text != ''
    union all select 'titles', count() from signals where title != ''
    union all select 'mentions', count() from mentions
    union all select 'answers', count() from answers`);
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, Number(n)]));
};

test('what is older than it is kept goes, kind by kind; a look before counts the same and removes nothing; counts stay', async () => {
  const { session, workspaceId, platform } = product;
  const order = (n: number, days: number) => ({
    ...{
      type: 'track',
      event: 'Order Completed',
      messageId: `o${n}`,
      userId: `u${n}`,
      timestamp: daysAgo(days),
    },
    properties: {
      order_id: `o${n}`,
      total: 10,
      currency: 'SEK',
      products: [{ product_id: 'p', price: 10, quantity: 1 }],
    },
  });
  await send(session, '/v1/batch', { batch: [order(1, 300), order(2, 101), order(3, 99)] });
  const review = (n: number, days: number) => ({
    ...{ messageId: `r${n}`, kind: 'review', channel: 'web', happenedAt: daysAgo(days), title: `Title ${n}` },
    answers: [{ question: 'stars', value: 2 }],
    text: 'The queue at the checkout was far too long.',
  });
  await send(session, '/v1/signals', { signals: [review(1, 150), review(2, 99)] });
  await mkdir(join(dataDir, 'uploads'), { recursive: true });
  for (const [id, age] of [
    ['old', 11],
    ['young', 9],
  ] as const) {
    await platform.ledger.query(sql`insert into imports (id, workspace_id, file_name, target, state)
      values (${id}, ${workspaceId}, 'f.csv', 'signals', 'failed')`);
    const path = join(dataDir, 'uploads', `${id}.upload`);
    await writeFile(path, 'x');
    await utimes(path, daysAgo(age), daysAgo(age));
  }
  for (const days of [300, 100])
    await platform.ledger.query(sql`insert into audit_entries (id, workspace_id, at, action, subject)
      values (${`old-${days}`}, ${workspaceId}, ${daysAgo(days)}, 'x', 'y')`);
  await product.understand.settled(workspaceId);

  const before = await kept();
  expect(before).toMatchObject({ events: 3, lines: 3, texts: 2, titles: 2, answers: 2 });
  expect(await preview(short)).toEqual({ events: 2, texts: 1, refusals: 0, imports: 1, logs: 0, audit: 1 });
  expect(await preview(keepAll)).toEqual({ events: 0, texts: 0, refusals: 0, imports: 0, logs: 0, audit: 0 });
  expect(rowsOf(await product.unify.privacy.removeOld(workspaceId))).toMatchObject({ events: 0, texts: 0 });
  expect(await kept()).toEqual(before);

  await ask(session, 'PATCH', '/api/workspace', { retention: short });
  const removed = await product.unify.privacy.removeOld(workspaceId);
  expect(rowsOf(removed)).toEqual({ events: 2, texts: 1, refusals: 0, imports: 1, logs: 0, audit: 1 });
  const after = { ...before, events: 1, lines: 1, texts: 1, titles: 1 };
  expect(await kept()).toEqual(after);
  expect((await readdir(join(dataDir, 'uploads'))).filter((name) => name.endsWith('.upload'))).toEqual([
    'young.upload',
  ]);
  // counts of events that are gone stay as they were; scores and topics can still be made again from what they are made of
  const { differences } = await product.understand.verifyRollups(workspaceId);
  expect(differences.filter((one) => 'question' in one || 'aspect' in one)).toEqual([]);
  expect(rowsOf(await product.unify.privacy.removeOld(workspaceId))).toMatchObject({ events: 0, audit: 0 });
  const { lastRun } = await ask<{ lastRun: { removed: object[] } }>(session, 'GET', '/api/retention');
  expect(lastRun.removed).toHaveLength(6);
  const { entries } = await ask<{ entries: { action: string; detail: string }[] }>(
    session,
    'GET',
    '/api/audit?limit=20',
  );
  expect(entries.find(({ action }) => action === 'retention.removed')?.detail).toBe(
    'events: 2, texts: 1, imports: 1, audit: 1',
  );
});

test('what was kept apart of events goes with them, by whole days', async () => {
  const { workspaceId, platform } = product;
  const day = (days: number) => daysAgo(days).toISOString().slice(0, 10);
  const ages = [300, 101, 100, 99];
  await platform.warehouse.insert(
    'customer_samples',
    ages.map((age) => ({ workspace_id: workspaceId, slice: 1, kind: 'visit', local_day: day(age) })),
  );
  await product.unify.privacy.removeOld(workspaceId);
  const left = await platform.warehouse.query<{ day: string }>(
    sql`select toString(local_day) as day from customer_samples where slice = 1 order by day`,
  );
  expect(left.map((row) => row.day)).toEqual([day(100), day(99)]);
});

test('entries of the audit go in no other way', async () => {
  await expect(
    product.platform.ledger.query(sql`delete from audit_entries where workspace_id = ${product.workspaceId}`),
  ).rejects.toThrow(/never changed or removed/);
});
