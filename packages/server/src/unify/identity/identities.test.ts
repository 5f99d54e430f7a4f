import { afterAll, beforeAll, expect, it } from 'vitest';
import { rewriteWithout } from '../../platform/purge/purge-warehouse.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { Unify } from '../index.ts';
import { openUnify, type TestUnify } from '../testing/open-unify.ts';
import { followIdentity } from './follow-identity.ts';
import { createIdentities, type Identities } from './identities.ts';
import { standardRules } from './identity-rules.ts';
import { identityRulesStore } from './identity-rules-store.ts';

let test: TestUnify;
let unify: Unify;
beforeAll(async () => {
  test = await openUnify();
  unify = test.unify;
});
afterAll(() => test.close());

const known = (name: string) => ({ type: 'identify', messageId: `${name} known`, userId: `user ${name}` });
const joined = (name: string) => ({ ...known(name), messageId: name, anonymousId: `device ${name}` });
async function areOne(by: Pick<Identities, 'profileKeyOf'>, workspaceId: string, name: string) {
  const profileOf = async (type: 'user_id' | 'anonymous_id', value: string) =>
    by.profileKeyOf(workspaceId, (await test.collect.keyOf(workspaceId, { type, value }))!.text);
  return (await profileOf('user_id', `user ${name}`)) === (await profileOf('anonymous_id', `device ${name}`));
}

it.each(['reload', 'load'] as const)('who is joined during a %s stays joined', async (deed) => {
  const sender = await test.workspace();
  const { workspaceId } = sender;
  let answers = 0;
  let late = { at: 0, meanwhile: async () => {} };
  // the same store far away: while one of its answers is on the way, something else is committed
  const query = async (...asked: Parameters<typeof test.platform.warehouse.query>) => {
    const rows = await test.platform.warehouse.query(...asked);
    answers += 1;
    if (answers === late.at) await late.meanwhile();
    return rows;
  };
  const near = test.platform.warehouse;
  const far: Warehouse = Object.assign(Object.create(near), { query, stream: near.stream.bind(near) });
  const identities = createIdentities(far, test.platform.ledger);
  test.collect.onIdentity(identities.note);
  const names = ['first', 'second', 'third'];
  await test.collect.recordSegment(sender, names.map(known));
  await identities.load();
  for (const [index, name] of names.entries()) {
    answers = 0;
    late = {
      at: index + 1,
      meanwhile: async () => void (await test.collect.recordSegment(sender, [joined(name)])),
    };
    await identities[deed](workspaceId);
    if (answers < late.at) await late.meanwhile();
    expect(await areOne(identities, workspaceId, name)).toBe(true);
  }
});

it('rules that another process has changed count once it is known that something was missed', async () => {
  const sender = await test.workspace();
  const { workspaceId } = sender;
  await test.collect.recordSegment(sender, [joined('both')]);
  expect(await areOne(unify, workspaceId, 'both')).toBe(true);
  const blockedValues = ['user both'];
  await identityRulesStore.put(test.platform.ledger, workspaceId, { ...standardRules, blockedValues });
  test.platform.announcements.announce('identity.rules', null);
  await expect.poll(() => areOne(unify, workspaceId, 'both')).toBe(false);
});

it('who is one no more since rows were taken out is two in every process', async () => {
  const sender = await test.workspace();
  const { workspaceId } = sender;
  await test.collect.recordSegment(sender, [joined('both')]);
  await test.collect.flush();
  const { platform } = test;
  const processes = await Promise.all(
    [1, 2].map(async () => {
      const identities = createIdentities(platform.warehouse, platform.ledger);
      await identities.load();
      const follow = followIdentity(platform, identities, { onIdentity: () => undefined });
      await follow.start();
      return { identities, follow };
    }),
  );
  const [own, other] = processes as [(typeof processes)[0], (typeof processes)[0]];
  for (const { identities } of processes) expect(await areOne(identities, workspaceId, 'both')).toBe(true);
  await rewriteWithout(platform.warehouse, 'identity_links', sql`workspace_id = ${workspaceId}`);
  await own.follow.remake(workspaceId);
  expect(await areOne(own.identities, workspaceId, 'both')).toBe(false);
  await expect.poll(() => areOne(other.identities, workspaceId, 'both')).toBe(false);
  for (const { follow } of processes) await follow.stop();
});

it('whose device it is does not hinge on the order in which messages arrive, here or after a start', async () => {
  const seen = (userId: string, day: string, device = 'tablet') => ({
    ...{ type: 'track', event: 'visit', userId, anonymousId: device, messageId: `${userId} ${day}` },
    timestamp: `2026-${day}T08:15:00Z`,
  });
  const anna = [seen('anna', '03-01'), seen('anna', '01-01')];
  const [later, earlier] = anna as [object, object];
  const bo = seen('bo', '02-01');
  const orders = [
    [earlier, bo, later],
    [earlier, later, bo],
    [bo, earlier, later],
    [bo, later, earlier],
    [later, bo, earlier],
    [later, earlier, bo],
  ];
  for (const order of orders) {
    const sender = await test.workspace();
    const { workspaceId } = sender;
    for (const message of order) await test.collect.recordSegment(sender, [message]);
    await test.collect.flush();
    const anew = createIdentities(test.platform.warehouse, test.platform.ledger);
    await anew.load();
    for (const by of [unify, anew]) {
      const profileOf = async (type: 'user_id' | 'anonymous_id', value: string) =>
        by.profileKeyOf(workspaceId, (await test.collect.keyOf(workspaceId, { type, value }))!.text);
      expect(await profileOf('anonymous_id', 'tablet')).toBe(await profileOf('user_id', 'anna'));
      expect(await profileOf('anonymous_id', 'tablet')).not.toBe(await profileOf('user_id', 'bo'));
    }
  }
});
