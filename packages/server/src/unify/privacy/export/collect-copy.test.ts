import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectTables } from '../../../collect/index.ts';
import { openCollect, type TestCollect } from '../../../collect/testing/open-collect.ts';
import { copyOf } from './collect-copy.ts';

let it: TestCollect;
beforeAll(async () => {
  it = await openCollect();
});
afterAll(() => it.close());

test('a zero that somebody said of the customer is in the copy', async () => {
  const sender = await it.workspace();
  const { workspaceId } = sender;
  await it.collect.recordSegment(sender, [
    { type: 'identify', messageId: 'i1', userId: 'u1', traits: { children: 0, plan: 'pro' } },
  ]);
  const { text: key } = (await it.collect.keyOf(workspaceId, { type: 'user_id', value: 'u1' }))!;
  const held = await copyOf(it.platform, collectTables, workspaceId, [key], new Map());
  const traits = held.find(({ table }) => table === 'traits')!.rows;
  expect(traits.map(({ name, value }) => [name, value]).sort()).toEqual([
    ['children', '0'],
    ['plan', 'pro'],
  ]);
});
