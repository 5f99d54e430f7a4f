import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCollect } from '../collect.ts';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';

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
