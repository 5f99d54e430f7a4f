import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCollect, type TestCollect } from '../../../collect/testing/open-collect.ts';
import { tracesOf } from './traces.ts';

let it: TestCollect;
beforeAll(async () => {
  it = await openCollect();
});
afterAll(() => it.close());

test('who is known by the parts of a name is found by the whole of it, as letters call them', async () => {
  const sender = await it.workspace();
  const { workspaceId } = sender;
  const said = (day: string, traits: object) => ({
    ...{ type: 'identify', messageId: day, userId: 'u1', timestamp: `2026-03-${day}T08:00:00Z`, traits },
  });
  await it.collect.recordSegment(sender, [
    said('01', { first_name: 'Åsa', last_name: 'Lind' }),
    said('02', { last_name: 'Öberg' }),
  ]);
  const { text: key } = (await it.collect.keyOf(workspaceId, { type: 'user_id', value: 'u1' }))!;
  const { values } = await tracesOf(it.platform.warehouse, workspaceId, [key]);
  expect(values.toSorted()).toEqual(['Åsa Lind', 'Åsa Öberg']);
});
