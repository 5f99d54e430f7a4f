import { type IdentifierType, IdentityRules } from '@lyhord/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteWithheld, serviceScope, systemViewer, type Viewer } from '../../../access/index.ts';
import { sql } from '../../../platform/stores/sql.ts';
import { createUnify, type Unify } from '../../index.ts';
import { callerOf } from '../../testing/caller.ts';
import { openUnify, type TestUnify } from '../../testing/open-unify.ts';

let it: TestUnify;
let unify: Unify;
beforeAll(async () => {
  it = await openUnify();
  unify = it.unify;
});
afterAll(() => it.close());

test('what another process of the server withholds is withheld here, and let go of again', async () => {
  const { workspaceId } = await it.workspace();
  const lead: Viewer = { ...systemViewer(workspaceId), role: 'lead' };
  const { text: key } = (await it.collect.keyOf(workspaceId, { type: 'user_id', value: 'u1' }))!;
  const told = async (withheld: 0 | 1, version: number) => {
    const row = { workspace_id: workspaceId, identifier_key: key, purpose: 'service', withheld, version };
    await it.platform.warehouse.insert('withheld_keys', [row]);
    it.platform.announcements.announce('privacy.withheld', { workspaceId, from: -1 });
  };
  const hides = () => JSON.stringify(serviceScope(lead).parts).includes('withheld_keys');
  noteWithheld(workspaceId, false);
  await told(1, 1);
  await expect.poll(hides).toBe(true);
  await told(0, 2);
  await expect.poll(hides).toBe(false);
});

const keyOf = async (workspaceId: string, type: IdentifierType, value: string) =>
  (await it.collect.keyOf(workspaceId, { type, value }))!.text;
const refuses = async (workspaceId: string, user: string) => {
  const { text: identifierKey } = (await it.collect.keyOf(workspaceId, { type: 'user_id', value: user }))!;
  const said = { purpose: 'marketing', allowed: false, channel: '', source: 'screen', wording: '' } as const;
  await it.collect.addConsents(workspaceId, [{ ...said, identifierKey, at: new Date() }]);
};
const withheld = async (workspaceId: string) =>
  (
    await it.rows<{ purpose: string }>(
      sql`select purpose from withheld_keys final where workspace_id = ${workspaceId} and withheld = 1`,
    )
  ).map(({ purpose }) => purpose);

test('who said no just before a stop is withheld after the next start', async () => {
  const { workspaceId } = await it.workspace();
  await refuses(workspaceId, 'u1');
  expect(await withheld(workspaceId)).toEqual([]);
  const next = createUnify(it);
  await next.start();
  await expect.poll(() => withheld(workspaceId)).toEqual(['marketing']);
  await next.stop();
});

test('who said no while the warehouse did not take it is withheld as soon as it does', async () => {
  const sender = await it.workspace();
  const { workspaceId } = sender;
  const consent = { categoryPreferences: { Marketing: false } };
  const move = (from: string, to: string) =>
    it.platform.warehouse.command(sql`rename table ${sql.name(from)} to ${sql.name(to)}`);
  await move('withheld_keys', 'withheld_keys_away');
  const message = { type: 'track', event: 'visit', messageId: 'm1', userId: 'u1', context: { consent } };
  await it.collect.recordSegment(sender, [message]);
  await move('withheld_keys_away', 'withheld_keys');
  expect(await withheld(workspaceId)).toEqual([]);
  await expect.poll(() => withheld(workspaceId), { timeout: 20_000 }).toEqual(['marketing']);
});

test('who becomes one customer by changed rules is withheld with them, and let go of with them', async () => {
  const sender = await it.workspace();
  const { workspaceId } = sender;
  const admin = systemViewer(workspaceId);
  const message = {
    type: 'identify',
    messageId: 'm1',
    userId: 'u1',
    traits: { email: 'info@firma.example' },
  };
  await it.collect.recordSegment(sender, [message]);
  await refuses(workspaceId, 'u1');
  await unify.privacy.say(admin, await keyOf(workspaceId, 'user_id', 'u1'), {
    purpose: 'marketing',
    allowed: false,
  });
  expect(await withheld(workspaceId)).toEqual(['marketing']);
  const { changeRules } = callerOf(unify);
  await changeRules(admin, IdentityRules.parse({ roleMailboxes: [] }));
  expect(await withheld(workspaceId)).toEqual(['marketing', 'marketing']);
  await changeRules(admin, IdentityRules.parse({}));
  expect(await withheld(workspaceId)).toEqual(['marketing']);
});

test('a word said long ago counts, however much was said of other uses since', async () => {
  const sender = await it.workspace();
  const { workspaceId } = sender;
  const identifierKey = await keyOf(workspaceId, 'user_id', 'u1');
  const said = { identifierKey, channel: '', source: 'screen', wording: '' };
  const at = (n: number) => new Date(Date.parse('2026-01-01T00:00:00Z') + n * 1000);
  await it.collect.addConsents(workspaceId, [
    { ...said, purpose: 'marketing', allowed: false, at: at(0) },
    ...Array.from({ length: 1_500 }, (_, n) => ({
      ...{ ...said, purpose: 'profiling' as const, allowed: n % 2 === 1, at: at(n + 1) },
    })),
  ]);
  await it.collect.recordSegment(sender, [{ type: 'track', event: 'visit', messageId: 'm1', userId: 'u1' }]);
  await unify.privacy.say(systemViewer(workspaceId), identifierKey, { purpose: 'analytics', allowed: true });
  expect(await withheld(workspaceId)).toEqual(['marketing']);
});

test('a no that is said to us counts at once, also after a yes of a device whose clock is ahead', async () => {
  const sender = await it.workspace();
  const { workspaceId } = sender;
  const yes = (hours: number) => ({
    ...{ type: 'track', event: 'visit', messageId: `m${hours}`, userId: 'u1' },
    timestamp: new Date(Date.now() + hours * 3_600_000).toISOString(),
    context: { consent: { categoryPreferences: { Marketing: true } } },
  });
  await it.collect.recordSegment(sender, [yes(2)]);
  const key = await keyOf(workspaceId, 'user_id', 'u1');
  const no = { purpose: 'marketing', allowed: false } as const;
  await unify.privacy.say(systemViewer(workspaceId), key, no);
  expect(await withheld(workspaceId)).toEqual(['marketing']);
  await it.collect.recordSegment(sender, [yes(3)]);
  expect(await withheld(workspaceId)).toEqual(['marketing']);
  await unify.privacy.say(systemViewer(workspaceId), key, { ...no, allowed: true });
  expect(await withheld(workspaceId)).toEqual([]);
});

test('of who is restricted only an admin finds and reads something', async () => {
  const sender = await it.workspace();
  const { workspaceId } = sender;
  const identify = (user: string) => ({
    ...{ type: 'identify', messageId: `i-${user}`, userId: user },
    traits: { first_name: 'Anna', last_name: 'Lind' },
  });
  await it.collect.recordSegment(sender, [
    ...['u1', 'u2'].map(identify),
    {
      type: 'track',
      event: 'Order Completed',
      messageId: 'o1',
      userId: 'u1',
      properties: { order_id: 'A-77' },
    },
  ]);
  const ask = callerOf(unify);
  const admin: Viewer = { ...systemViewer(workspaceId), role: 'admin' };
  const key = await keyOf(workspaceId, 'user_id', 'u1');
  await unify.privacy.say(admin, key, { purpose: 'service', allowed: false });
  for (const role of ['lead', 'agent', 'source'] as const) {
    const viewer: Viewer = { ...admin, role };
    for (const search of ['u1', 'A-77', key])
      expect((await ask.findCustomers(viewer, { search, limit: 5 })).customers, search).toEqual([]);
    expect((await ask.findCustomers(viewer, { search: 'lind', limit: 5 })).customers).toHaveLength(1);
    await expect(ask.readCustomer(viewer, key)).rejects.toMatchObject({ code: 'not_found' });
    await expect(ask.readIdentity(viewer, key)).rejects.toMatchObject({ code: 'not_found' });
  }
  expect((await ask.findCustomers(admin, { search: 'u1', limit: 5 })).customers).toHaveLength(1);
  expect((await ask.readCustomer(admin, key)).name).toBe('Anna Lind');
  expect(await withheld(workspaceId)).toHaveLength(4);
});
