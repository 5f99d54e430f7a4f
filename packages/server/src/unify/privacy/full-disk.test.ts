// A real disk of a few hundred megabytes (a tmpfs) that others fill to its last byte while the product runs on it.
import { execFileSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { ask, send } from './proof/plant-customer.ts';
import { type OpenProduct, openProduct } from './testing/open-product.ts';

let disk: string;
let mounted = false;
let product: OpenProduct;
beforeAll(async () => {
  disk = await mkdtemp(join(tmpdir(), 'lyhord-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=420m,mode=0755', 'lyhord-full', disk], {
      stdio: 'ignore',
    });
    mounted = true;
  } catch {
    return;
  }
  await chmod(disk, 0o755);
  product = await openProduct(join(disk, 'data'));
});
afterAll(async () => {
  await product?.close();
  if (mounted) execFileSync('umount', ['-l', disk]);
  await rm(disk, { recursive: true, force: true });
});

const filler = () => join(disk, 'filler');
/** Leaves nothing free. */
function fill(): void {
  const file = openSync(filler(), 'a');
  for (let size = 4 * 1024 ** 2; size >= 4096; ) {
    try {
      writeSync(file, Buffer.alloc(size, 1));
    } catch {
      size /= 2;
    }
  }
  fsyncSync(file);
  closeSync(file);
}

let count = 0;
const signals = () => ({
  signals: Array.from({ length: 5 }, () => {
    count += 1;
    return {
      ...{ messageId: `s${count}`, kind: 'survey', channel: 'web', happenedAt: Date.now() - 1000 },
      answers: [{ question: 'nps', value: 3 }],
      identifiers: [{ type: 'email', value: `c${count}@example.org` }],
      text: 'Slow again.',
    };
  }),
});
/** 'taken', or the status of the refusal. */
async function post(): Promise<string> {
  try {
    await send(product.session, '/v1/signals', signals());
    return 'taken';
  } catch (error) {
    return /answered (\d+)/.exec(String(error))?.[1] ?? String(error);
  }
}
/** The status of a write to the ledger. */
async function writeToLedger(): Promise<number> {
  const { origin, cookie } = product.session;
  const headers = { cookie, origin, 'content-type': 'application/json' };
  const body = JSON.stringify({ name: 'Source' });
  const reply = await fetch(`${origin}/api/sources`, { method: 'POST', headers, body });
  await reply.text();
  return reply.status;
}
const stored = async () => {
  const [row] = await product.platform.warehouse.query<{ n: string; ids: string }>(
    sql`select count() as n, uniqExact(message_key) as ids from signals`,
  );
  return row;
};
const patient = { interval: 500 };

test('while the disk is full items are refused in words and reading goes on; with room again all goes on, and what was acknowledged is there once', async (context) => {
  if (!mounted) return context.skip('This user may not mount a small disk.');
  expect(await post()).toBe('taken');
  fill();
  await expect.poll(post).toBe('507');
  const told = await send(product.session, '/v1/signals', signals()).catch(String);
  expect(told).toMatch(/disk is full/);
  expect(await stored()).toEqual({ n: '5', ids: '5' });
  const read = '/api/feed?from=2020-01-01&to=2030-01-01';
  expect((await ask<{ signals: object[] }>(product.session, 'GET', read)).signals).toHaveLength(5);

  // the ledger needs a new segment of its log and has no room for it: its server ends, and is started again by itself
  const much = sql`select pg_logical_emit_message(true, 'lyhord', repeat('x', 30000000))`;
  await expect(product.platform.ledger.query(much)).rejects.toThrow();
  expect([200, 503, 507]).toContain(await writeToLedger());
  await rm(filler());
  await expect.poll(post, patient).toBe('taken');
  await expect.poll(writeToLedger, patient).toBe(200);
  expect(await stored()).toEqual({ n: '10', ids: '10' });
});
