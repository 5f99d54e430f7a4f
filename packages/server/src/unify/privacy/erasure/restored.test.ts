// A backup of a product under load, restored by the operator's command, and erasures done since done again.
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../../../access/index.ts';
import { restoreDataDirectory } from '../../../operator/back-up.ts';
import { backup } from '../../../platform/backup/backup.ts';
import { scanData } from '../../../platform/scan/scan-data.ts';
import { sql } from '../../../platform/stores/sql.ts';
import { ask, send } from '../proof/plant-customer.ts';
import { type OpenProduct, openProduct } from '../testing/open-product.ts';

let base: string;
let product: OpenProduct;
const open: OpenProduct[] = [];
const folder = (name: string) => join(base, name);
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'lyhord-restored-'));
  await chmod(base, 0o711);
  product = await openProduct(folder('data'));
  open.push(product);
});
afterAll(async () => {
  for (const each of open) await each.close();
  await rm(base, { recursive: true, force: true });
});

const words = 'The wobbling zeppelin lamp came broken.';
const signal = (number: number, email: string, text = `Answer ${number}`) => ({
  ...{ messageId: `answer-${number}`, kind: 'survey', channel: 'web', happenedAt: Date.now() - 60_000, text },
  answers: [{ question: 'nps', value: number % 11 }],
  identifiers: [{ type: 'email', value: email }],
});
const gone = 'quillfeather.gone@example.org';
const post = (to: OpenProduct, ...signals: object[]) => send(to.session, '/v1/signals', { signals });
const customersNamed = async (at: OpenProduct, email: string) =>
  (await ask<{ customers: { key: string }[] }>(at.session, 'GET', `/api/customers?search=${email}`))
    .customers;

test('a backup under load, restored, holds what was acknowledged before it, and erasures since are done again before anybody is served', async () => {
  await post(product, signal(1, gone, words), signal(2, 'stays@example.org'));
  const load = { on: true, sent: 10 };
  const sending = (async () => {
    while (load.on) {
      const from = load.sent;
      await post(
        product,
        ...Array.from({ length: 20 }, (_, n) => signal(from + n, `load${from + n}@example.org`)),
      );
      load.sent += 20;
    }
  })();
  await expect.poll(() => load.sent).toBeGreaterThan(30);
  const acknowledged = load.sent - 10;
  await backup(product.platform, folder('data'), folder('copy'));
  load.on = false;
  await sending;

  const boss = { workspaceId: product.workspaceId, name: 'Boss', personId: null } as Viewer;
  const [customer] = await customersNamed(product, gone);
  await product.unify.privacy.erase(boss, customer!.key);
  const journal = await readFile(join(folder('data'), 'erasures.jsonl'), 'utf8');
  expect(journal.trim().split('\n')).toHaveLength(1);
  expect(journal).not.toContain('quillfeather');
  await cp(join(folder('data'), 'erasures.jsonl'), folder('journal'));

  // one data folder a process
  await open.pop()!.close();
  await restoreDataDirectory(folder('copy'), folder('again'), folder('journal'));
  const before = await scanData(folder('again'), ['zeppelin', 'quillfeather']);
  expect(new Set(before.findings.map(({ index }) => index)).size).toBe(2);
  await chmod(folder('again'), 0o711);
  const again = await openProduct(folder('again'));
  open.push(again);
  expect(await customersNamed(again, gone)).toEqual([]);
  expect(await customersNamed(again, 'stays@example.org')).toHaveLength(1);
  const after = await scanData(folder('again'), ['zeppelin', 'quillfeather']);
  expect(after.findings).toEqual([]);
  const [kept] = await again.platform.warehouse.query<{ n: string }>(
    sql`select count() as n from signals where identifier_key != 0`,
  );
  expect(Number(kept!.n)).toBeGreaterThanOrEqual(acknowledged + 1);
  const resent = await post(again, signal(1, gone, words));
  expect(resent.verdicts).toMatchObject([{ outcome: 'refused', reason: 'erased' }]);
  const { requests } = await ask<{ requests: object[] }>(again.session, 'GET', '/api/privacy/requests');
  expect(requests).toMatchObject([{ kind: 'erasure', state: 'done' }]);
});

test('a file that is no journal is told before anything is restored', async () => {
  await writeFile(folder('wrong'), '{"erasure": 1}\n');
  await expect(restoreDataDirectory(folder('copy'), folder('never'), folder('wrong'))).rejects.toThrow(
    /line 1/,
  );
  await expect(restoreDataDirectory(folder('copy'), folder('never'), folder('absent'))).rejects.toThrow(
    /no journal of erasures/,
  );
});
