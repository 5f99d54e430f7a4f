import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnnouncements, type RunningAnnouncements } from '../announcements/ledger-announcements.ts';
import { openTestStores, type TestPlatform } from '../testing/open-test-stores.ts';
import { createJobs, type RunningJobs } from './pg-boss-jobs.ts';

describe('jobs', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await openTestStores({ ledger: [], warehouse: [] });
  });
  afterAll(() => platform.close());
  const until = async (condition: () => boolean) => {
    for (let n = 0; n < 2_400 && !condition(); n++) await new Promise((resolve) => setTimeout(resolve, 25));
    expect(condition()).toBe(true);
  };

  it('are done soon after they were sent, one after the other without pause', async () => {
    const done: number[] = [];
    await platform.jobs.work<{ n: number }>('count', async ({ n }) => void done.push(n));
    const sent = performance.now();
    for (let n = 0; n < 20; n++) await platform.jobs.send('count', { n });
    await until(() => done.length === 20);
    expect(performance.now() - sent).toBeLessThan(30_000);
    expect([...done].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('wait at most once per key', async () => {
    const done: string[] = [];
    for (let n = 0; n < 3; n++)
      await platform.jobs.send('digest', { n: `first ${n}` }, { singletonKey: 'workspace 1' });
    await platform.jobs.send('digest', { n: 'other' }, { singletonKey: 'workspace 2' });
    await platform.jobs.work<{ n: string }>('digest', async ({ n }) => void done.push(n));
    await until(() => done.length === 2);
    expect(done.sort()).toEqual(['first 0', 'other']);
  });

  it('that fail are tried again', async () => {
    let tries = 0;
    await platform.jobs.work('shaky', async () => {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
    });
    await platform.jobs.send('shaky', {});
    await until(() => tries === 2);
  });

  it('do not start before their time', async () => {
    const done: number[] = [];
    await platform.jobs.work<{ n: number }>('later', async ({ n }) => void done.push(n));
    await platform.jobs.send('later', { n: 1 }, { startAfter: new Date(Date.now() + 3_600_000) });
    await platform.jobs.send('later', { n: 2 });
    await until(() => done.length > 0);
    expect(done).toEqual([2]);
  });
});

describe('two processes on one ledger', () => {
  let platform: TestPlatform;
  let announcements: RunningAnnouncements[];
  let other: RunningJobs;
  beforeAll(async () => {
    platform = await openTestStores({ ledger: [], warehouse: [] });
    announcements = [
      await createAnnouncements(platform.log, platform.ledger),
      await createAnnouncements(platform.log, platform.ledger),
    ];
    other = createJobs({ ledger: platform.ledger, log: platform.log, announcements: announcements[1]! });
  });
  afterAll(async () => {
    await other.stop();
    for (const each of announcements) await each.stop();
    await platform.close();
  });
  const heardSoon = async (list: unknown[], length: number) => {
    for (let n = 0; n < 6_000 && list.length < length; n++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    return list;
  };

  it("hear each other's announcements once, large ones without their content", async () => {
    const [here, there] = announcements as [RunningAnnouncements, RunningAnnouncements];
    const heard: unknown[] = [];
    const own: unknown[] = [];
    const forget = there.subscribe('signals.committed', (payload) => heard.push(payload));
    here.subscribe('signals.committed', (payload) => own.push(payload));
    here.announce('signals.committed', { workspace: 'å' });
    here.announce('signals.committed', { list: 'x'.repeat(10_000) });
    expect(own).toHaveLength(2);
    expect(await heardSoon(heard, 2)).toEqual([{ workspace: 'å' }, null]);
    forget();
    here.announce('signals.committed', {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([heard.length, own.length]).toEqual([2, 3]);
  });

  it('a subscriber that fails does not keep others from hearing', () => {
    const heard: unknown[] = [];
    announcements[0]!.subscribe('news', () => {
      throw new Error('deaf');
    });
    announcements[0]!.subscribe('news', (payload) => heard.push(payload));
    announcements[0]!.announce('news', 1);
    expect(heard).toEqual([1]);
  });

  it('hear again after the connection was lost, and first of every topic that something may be missed', async () => {
    const heard: unknown[] = [];
    const others: unknown[] = [];
    announcements[1]!.subscribe('again', (payload) => heard.push(payload));
    announcements[1]!.subscribe('places.changed', (payload) => others.push(payload));
    await platform.ledger.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()",
    );
    expect(await heardSoon(heard, 1)).toEqual([null]);
    expect(others).toEqual([null]);
    for (let n = 0; n < 1_200 && heard.length === 1; n++) {
      announcements[0]!.announce('again', n);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(heard.length).toBeGreaterThan(1);
    expect(others).toEqual([null]);
  });
});
