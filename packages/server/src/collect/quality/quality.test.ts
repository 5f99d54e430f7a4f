import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';
import { dataQuality } from './data-quality.ts';

let test: TestCollect;
beforeAll(async () => {
  test = await openCollect();
});
afterAll(() => test.close());

it('says what arrived from whom, what was refused and why, and which places nobody knows', async () => {
  const sender = await test.workspace();
  const visit = (messageId: string, store: string) => ({
    type: 'track',
    event: 'visit',
    messageId,
    userId: 'u1',
    properties: { store },
  });
  await test.collect.recordSegment(sender, [
    visit('a', 'lund'),
    visit('b', 'atlantis'),
    visit('a', 'lund'),
    { type: 'track', userId: 'u1' },
  ]);
  await test.collect.recordSignals(sender, [
    { messageId: 's', kind: 'review', happenedAt: Date.now(), answers: [{ question: 'stars', value: 4 }] },
  ]);
  const { warehouse, ledger } = test.platform;
  const writeCounts = test.collect.flush;
  const quality = await dataQuality(
    { warehouse, ledger, access: test.access, writeCounts },
    sender.workspaceId,
  );
  expect(quality.sources[0]).toMatchObject({
    name: 'Till',
    events: 2,
    signals: 1,
    refused: 1,
    duplicates: 1,
  });
  expect(quality.refusals).toMatchObject([{ source: 'Till', reason: 'missing', field: 'event' }]);
  expect(quality.unknownPlaces).toEqual([{ code: 'atlantis', items: 1 }]);
  expect(quality.withoutCustomer).toBe(1);
  expect(Date.now() - Date.parse(quality.freshAt!)).toBeLessThan(60_000);
});
