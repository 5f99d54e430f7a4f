import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemViewer, type Viewer } from '../../access/index.ts';
import type { Unify } from '../index.ts';
import { callerOf } from '../testing/caller.ts';
import { openUnify, type TestUnify } from '../testing/open-unify.ts';
import { newestTraits } from './newest-traits.ts';

let it: TestUnify;
let unify: Unify;
beforeAll(async () => {
  it = await openUnify();
  unify = it.unify;
});
afterAll(() => it.close());

test('who sees pseudonyms reads no trait that names or reaches the customer, at whatever depth and under whatever name', async () => {
  const sender = await it.workspace();
  await it.collect.recordSegment(sender, [
    {
      ...{ type: 'identify', messageId: 'i1', userId: 'u1' },
      traits: {
        ...{ plan: 'pro', visits: 12, joined_on: '2026-01-31', score: 1234567 },
        member: { firstName: 'Anna', level: 'gold', contact: { email: 'a.lind@example.org' } },
        reachable: 'anna.lind@example.org',
        call_back: '070-123 45 67',
        owner_no: '19710823-2398',
      },
    },
  ]);
  const { workspaceId } = sender;
  const key = (await it.collect.keyOf(workspaceId, { type: 'user_id', value: 'u1' }))!.text;
  const traitsFor = async (role: Viewer['role']) =>
    (await callerOf(unify).readCustomer({ ...systemViewer(workspaceId), role }, key)).traits;
  const kept = ['joined_on', 'member.level', 'plan', 'score', 'visits'];
  expect((await traitsFor('analyst')).map(({ name }) => name)).toEqual(kept);
  expect(JSON.stringify(await traitsFor('lead'))).toContain('Anna');
});

test('of two words at one moment the one of the smaller identifier counts, by its number', () => {
  const said = (identifier_key: string, value: string) => ({
    ...{ identifier_key, name: 'tier', value, source_id: 's', happened_at: '2026-01-01 00:00:00.000' },
  });
  const rows = [said('10000000000000000001', 'gold'), said('9000000000000000000', 'silver')];
  const viewer = systemViewer('w');
  for (const order of [rows, rows.toReversed()])
    expect(newestTraits(viewer, order, new Map())[0]!.value).toBe('silver');
});
