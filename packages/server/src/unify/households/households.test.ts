import type { HouseholdMember } from '@lyhord/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemViewer, type Viewer } from '../../access/index.ts';
import type { Unify } from '../index.ts';
import { callerOf } from '../testing/caller.ts';
import { openUnify, type TestUnify } from '../testing/open-unify.ts';
import { findHouseholds } from './find-households.ts';

let it: TestUnify;
let unify: Unify;
beforeAll(async () => {
  it = await openUnify();
  unify = it.unify;
});
afterAll(() => it.close());

const record = (given: string, family: string, street: string, phone = '') => ({
  ...{ given, family, birth: '', street, postcode: '22100', email: '', phone },
});

test('who shares a last name and an address or a phone is a pair, a house of many of one name is none', () => {
  const crowd = Array.from({ length: 9 }, (_, n) => record(`p${n}`, 'berg', 'storgatan 1'));
  const records = [
    record('anna', 'lind', 'skolgatan 2', '+46701234567'),
    record('erik', 'lind', 'skolgatan 2'),
    record('stina', 'lind', 'parkgatan 9'),
    record('lena', 'ek', 'skolgatan 2', '+46701234567'),
    ...crowd,
  ];
  const profiles = records.map((_, n) => String(n + 1));
  const phonesOf = (key: string) => (key === '3' ? ['070-123 45 67'] : []);
  expect(findHouseholds({ profiles, records }, phonesOf)).toEqual([
    { keyA: '1', keyB: '2', shares: ['address'] },
    { keyA: '1', keyB: '3', shares: ['phone'] },
  ]);
});

async function family() {
  const sender = await it.workspace();
  const { workspaceId } = sender;
  const person = (userId: string, firstName: string) => ({
    ...{ type: 'identify', messageId: userId, userId, timestamp: '2026-03-01T08:00:00Z' },
    traits: {
      ...{ firstName, lastName: 'Lind', phone: '070-123 45 67' },
      address: { street: 'Skolgatan 2', postalCode: '221 00' },
    },
  });
  await it.collect.recordSegment(sender, [person('u1', 'Anna'), person('u2', 'Erik')]);
  const viewer: Viewer = { ...systemViewer(workspaceId), role: 'lead' };
  const [anna, erik] = await Promise.all(
    ['u1', 'u2'].map(
      async (value) => (await it.collect.keyOf(workspaceId, { type: 'user_id', value }))!.text,
    ),
  );
  const call = async (id: string, input: object, as = viewer): Promise<HouseholdMember[]> => {
    const found = unify.routes.find(({ endpoint }) => endpoint.id === id)!;
    const reply = await found.handle(
      { params: { id: anna! }, query: {}, body: {}, ...input } as never,
      {
        viewer: as,
      } as never,
    );
    return (reply as { members: HouseholdMember[] }).members;
  };
  await unify.routes
    .find(({ endpoint }) => endpoint.id === 'findMatches')!
    .handle({ params: {}, query: {}, body: {} } as never, { viewer } as never);
  await expect.poll(() => call('readHousehold', {})).toHaveLength(1);
  return { sender, workspaceId, viewer, anna: anna!, erik: erik!, call };
}

test('a family under one roof stays as many customers as it is, each with the others beside them', async () => {
  const { workspaceId, viewer, erik, anna, call } = await family();
  expect(unify.profileKeyOf(workspaceId, anna)).not.toBe(unify.profileKeyOf(workspaceId, erik));
  expect(await call('readHousehold', {})).toMatchObject([
    { name: 'Erik Lind', state: 'proposed', shares: ['address', 'phone'], said: null },
  ]);
  const said = { with: erik, together: true, reason: 'She told us' };
  expect(await call('changeHousehold', { body: said })).toMatchObject([
    { state: 'together', said: { reason: 'She told us' } },
  ]);
  expect(await call('changeHousehold', { body: { ...said, together: false } })).toEqual([]);
  await expect(call('changeHousehold', { body: { ...said, with: '17' } })).rejects.toThrow('no customer');
  const analyst = { ...viewer, role: 'analyst' as const };
  expect(await call('readHousehold', {}, analyst)).toEqual([]);
});

test('who may not see one of them does not see that they live together', async () => {
  const { viewer, call } = await family();
  const manager: Viewer = { ...viewer, role: 'manager', placeIds: ['another'] };
  await expect(call('readHousehold', {}, manager)).rejects.toThrow('may not see them');
  const analyst = await call('readHousehold', {}, { ...viewer, role: 'analyst' });
  expect(JSON.stringify(analyst)).not.toMatch(/Erik|Lind|u2/);
});

test('of two words on who lives together the last one counts, also when one of the two was two customers before', async () => {
  const { sender, workspaceId, viewer, anna, erik, call } = await family();
  await it.collect.recordSegment(sender, [{ type: 'identify', messageId: 'u3', userId: 'u3' }]);
  const other = (await it.collect.keyOf(workspaceId, { type: 'user_id', value: 'u3' }))!.text;
  const said = { with: erik, together: false, reason: 'She told us' };
  expect(await call('changeHousehold', { body: said })).toEqual([]);
  await call('changeHousehold', { params: { id: other }, body: { ...said, together: true } });
  await callerOf(unify).merge(viewer, anna, other);
  expect(await call('readHousehold', {})).toMatchObject([{ name: 'Erik Lind', state: 'together' }]);
  expect(await call('changeHousehold', { body: said })).toEqual([]);
  expect(await call('changeHousehold', { body: { ...said, together: true } })).toHaveLength(1);
});
