import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteWithheld, serviceScope, systemViewer, type Viewer } from '../../../access/index.ts';
import { openCollect, type TestCollect } from '../../../collect/testing/open-collect.ts';
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
