import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCollect, type TestCollect } from '../../collect/testing/open-collect.ts';
import { createAnnouncements } from '../../platform/announcements/ledger-announcements.ts';
import { createHoldings } from './holdings.ts';

let test: TestCollect;
beforeAll(async () => {
  test = await openCollect();
});
afterAll(() => test.close());

it('what a workspace holds is counted again where news of commits may have been missed', async () => {
  const sender = await test.workspace();
  const announcements = await createAnnouncements(test.platform.log, null);
  const elsewhere = createHoldings({ ...test.platform, announcements });
  expect(await elsewhere.of(sender.workspaceId)).toMatchObject({ signals: false });
  const happenedAt = new Date().toISOString();
  await test.collect.recordSignals(sender, [
    { messageId: 's1', kind: 'survey', happenedAt, answers: [{ question: 'nps', value: 3 }] },
  ]);
  await test.collect.flush();
  test.platform.clock.set(new Date(Date.now() + 60_000).toISOString());
  expect(await elsewhere.of(sender.workspaceId)).toMatchObject({ signals: false });
  announcements.announce('signals.committed', null);
  expect(await elsewhere.of(sender.workspaceId)).toMatchObject({ signals: true });
  elsewhere.stop();
});
