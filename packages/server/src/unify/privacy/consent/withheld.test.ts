import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteWithheld, serviceScope, systemViewer, type Viewer } from '../../../access/index.ts';
import { openCollect, type TestCollect } from '../../../collect/testing/open-collect.ts';
import { sql } from '../../../platform/stores/sql.ts';
import { createUnify, type Unify, unifyLedgerMigrations } from '../../index.ts';

let it: TestCollect;
let unify: Unify;
beforeAll(async () => {
  it = await openCollect(unifyLedgerMigrations);
  unify = createUnify(it);
  await unify.start();
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
