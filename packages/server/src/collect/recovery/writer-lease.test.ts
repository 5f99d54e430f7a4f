import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { createCollect } from '../collect.ts';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';
import { WriterLease } from './writer-lease.ts';

let test: TestCollect;
beforeAll(async () => {
  test = await openCollect();
});
afterAll(() => test.close());

const visit = (messageId: string) => ({ type: 'track', event: 'visit', messageId, userId: 'u1' });

it('of two processes on the same stores one takes data in, and the other takes over when it goes', async () => {
  const sender = await test.workspace();
  await test.collect.recordSegment(sender, [visit('a')]);
  const second = createCollect(test);
  await second.start();
  await expect(second.recordSegment(sender, [visit('a')])).rejects.toMatchObject({ code: 'overloaded' });
  await test.collect.stop();
  let verdicts = null;
  for (let tries = 0; verdicts === null && tries < 400; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    verdicts = await second.recordSegment(sender, [visit('a'), visit('b')]).catch(() => null);
  }
  expect(verdicts!.map(({ outcome }) => outcome)).toEqual(['duplicate', 'accepted']);
  await second.stop();
});

const holders = async () =>
  (
    await test.platform.ledger.query<{ pid: number }>(
      sql`select pid from pg_locks where locktype = 'advisory' and granted and objsubid = 1
        and database = (select oid from pg_database where datname = current_database())
        and ((classid::bigint << 32) | objid::bigint) = hashtextextended('lyhord collect writer', 0)`,
    )
  ).map(({ pid }) => pid);

it('who loses the connection while taking over is not the writer', async () => {
  const { ledger, log } = test.platform;
  await expect.poll(holders, { timeout: 20_000 }).toEqual([]);
  const lease = new WriterLease(ledger.pool, log, async () => {
    const [pid] = await holders();
    await ledger.query(sql`select pg_terminate_backend(${pid!})`);
    await expect.poll(holders).toEqual([]);
  });
  await expect(lease.start()).rejects.toThrow('was lost');
  expect(lease.held).toBe(false);
  await lease.stop();
});

it('who is stopped while taking over lets go', async () => {
  const { ledger, log } = test.platform;
  let stopped: Promise<void> | null = null;
  const lease = new WriterLease(ledger.pool, log, async () => {
    stopped = lease.stop();
    await stopped;
  });
  await lease.start();
  expect(lease.held).toBe(false);
  await expect.poll(holders).toEqual([]);
});
