// Pairs of customers on real stores: what a person has said of two holds, whatever becomes of their keys.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemViewer, type Viewer } from '../../access/index.ts';
import { openCollect, type TestCollect } from '../../collect/testing/open-collect.ts';
import { customerStore } from '../customers/customer-store.ts';
import { createIdentityDecisions } from '../decisions/decide-identity.ts';
import { createIdentities } from '../identity/identities.ts';
import { unifyLedgerMigrations } from '../index.ts';
import { createMatching } from './match-customers.ts';

let it: TestCollect;
beforeAll(async () => {
  it = await openCollect(unifyLedgerMigrations);
});
afterAll(() => it.close());

type Known = Record<string, string>;
const maria = { first_name: 'Maria', last_name: 'Ekwall', birthday: '1971-08-23', postcode: '22100' };

/**
 * A company of strangers and of Maria, who is known twice: by two numbers, which never are one by themselves, or by a number
 * and from a device.
 */
async function twice(second: 'user_id' | 'anonymous_id' = 'user_id') {
  const sender = await it.workspace();
  const { workspaceId } = sender;
  const { platform, access, collect } = it;
  const identities = createIdentities(platform.warehouse, platform.ledger);
  await identities.load();
  collect.onIdentity(identities.note);
  const person = (id: string, traits: Known) => ({
    ...{ type: 'identify', messageId: `i-${id}`, traits },
    ...(id === 'm2' && second === 'anonymous_id' ? { anonymousId: id } : { userId: id }),
  });
  const strangers = Array.from({ length: 30 }, (_, n) =>
    person(`s${n}`, {
      ...{ first_name: `Given${n * 7}`, last_name: `Family${n * 3}`, birthday: `19${60 + n}-01-1${n % 9}` },
      email: `s${n}@example.org`,
    }),
  );
  await collect.recordSegment(sender, [
    ...strangers,
    ...['m1', 'm2'].map((userId) => person(userId, { ...maria, email: `${userId}@example.org` })),
  ]);
  const hidden = new Set<string>();
  const hides = (_: Viewer, keys: readonly string[]) => keys.some((key) => hidden.has(key));
  const store = customerStore(platform.warehouse);
  const names = async () => new Map<string, string>();
  const decisions = createIdentityDecisions({
    ...{ warehouse: platform.warehouse, store, identities, collect, access, hides },
    ...{ sourceNames: names, personNames: names },
  });
  const matching = createMatching({
    ...{ platform, access, collect, identities, store, decisions, hides },
    refusesService: () => false,
  });
  const viewer: Viewer = { ...systemViewer(workspaceId), role: 'lead', personId: 'p1' };
  const keyOf = async (type: 'user_id' | 'anonymous_id', value: string) =>
    (await collect.keyOf(workspaceId, { type, value }))!.text;
  const [one, two] = [await keyOf('user_id', 'm1'), await keyOf(second, 'm2')];
  const areOne = () =>
    identities.profileKeyOf(workspaceId, one) === identities.profileKeyOf(workspaceId, two);
  /** Gives a customer further devices until its key is another one. */
  async function rekey(id: string, key: string) {
    const before = identities.profileKeyOf(workspaceId, key);
    for (let n = 0; identities.profileKeyOf(workspaceId, key) === before; n += 1) {
      const externalIds = [{ type: 'email', id: `${id}@example.org` }];
      const seen = Array.from({ length: 16 }, (_, of) => `${id} ${n} ${of}`).map((device) => ({
        ...{ type: 'page', messageId: device, anonymousId: device, context: { externalIds } },
      }));
      await collect.recordSegment(sender, seen);
    }
  }
  const proposed = async () => (await matching.list(viewer, 'proposed', 25)).matches;
  return { sender, viewer, matching, decisions, identities, hidden, one, two, areOne, rekey, proposed };
}

test('who was said to be two stays two, also under other keys', async () => {
  const { sender, viewer, matching, one, two, areOne, rekey, proposed } = await twice();
  await matching.run(sender.workspaceId);
  const [pair] = await proposed();
  await matching.decide(viewer, pair!.id, 'different');
  await rekey('m1', one);
  await rekey('m2', two);
  expect(await matching.run(sender.workspaceId)).toMatchObject({ linked: 0, proposed: 0 });
  expect(await proposed()).toEqual([]);
  expect(areOne()).toBe(false);
});

test('a pair that waits is put before a person once, also under other keys', async () => {
  const { sender, matching, one, rekey, proposed } = await twice();
  await matching.run(sender.workspaceId);
  await rekey('m1', one);
  await matching.run(sender.workspaceId);
  expect(await proposed()).toHaveLength(1);
});

test('whom a person has taken apart is not made one again at night', async () => {
  const { sender, viewer, matching, decisions, one, two, areOne } = await twice('anonymous_id');
  const { workspaceId } = sender;
  await decisions.merge(viewer, one, two, 'one person');
  const mail = (await it.collect.keyOf(workspaceId, { type: 'email', value: 'm2@example.org' }))!.text;
  await decisions.split(viewer, one, [two, mail], 'two sisters');
  expect(areOne()).toBe(false);
  expect(await matching.run(workspaceId)).toMatchObject({ linked: 0, proposed: 0 });
  expect(areOne()).toBe(false);
});

test('whom the product has linked by itself are two again when a person says so', async () => {
  const { sender, viewer, matching, one, two, areOne, rekey } = await twice('anonymous_id');
  const { workspaceId } = sender;
  await matching.run(workspaceId);
  const { matches } = await matching.list(viewer, 'linked', 25);
  expect(areOne()).toBe(true);
  expect(matches).toHaveLength(1);
  await matching.decide(viewer, matches[0]!.id, 'different');
  expect(areOne()).toBe(false);
  await rekey('m1', one);
  await rekey('m2', two);
  await matching.run(workspaceId);
  expect(areOne()).toBe(false);
});

test('who is restricted, or one customer since, is no pair to decide on', async () => {
  const { sender, viewer, matching, decisions, hidden, one, two, proposed } = await twice();
  await matching.run(sender.workspaceId);
  hidden.add(two);
  expect(await matching.list(viewer, 'proposed', 25)).toEqual({ matches: [], waiting: 0 });
  hidden.clear();
  expect(await proposed()).toHaveLength(1);
  await decisions.merge(viewer, one, two, 'one person');
  expect(await matching.list(viewer, 'proposed', 25)).toEqual({ matches: [], waiting: 0 });
});
