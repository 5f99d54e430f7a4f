// Merging and splitting on real stores: everything that can be asked of customers is afterwards what it was before.
import { identifierTypes } from '@lyhord/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemViewer, type Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import { foreignRanges } from '../identity/foreign-ranges.ts';
import { createUnify, type Unify } from '../index.ts';
import { callerOf } from '../testing/caller.ts';
import { openUnify, type TestUnify } from '../testing/open-unify.ts';

let test: TestUnify;
let unify: Unify;
let other: Unify;
let ask: ReturnType<typeof callerOf>;
beforeAll(async () => {
  test = await openUnify();
  unify = test.unify;
  // another process has stores and announcements of the same company, but commits nothing itself
  const deaf = { ...test.collect, onIdentity: () => undefined };
  other = createUnify({ ...test, collect: deaf });
  await other.start();
  ask = callerOf(unify);
});
afterAll(async () => {
  await other.stop();
  await test.close();
});

const lead = (workspaceId: string): Viewer => ({
  ...systemViewer(workspaceId),
  role: 'lead',
  personId: 'p1',
});
const customers = 4;

/** A company of some customers with an order and an answer each, now and then seen on one device. */
async function company() {
  const sender = await test.workspace();
  const { workspaceId } = sender;
  const messages = Array.from({ length: customers }, (_, n) => [
    {
      type: 'identify',
      messageId: `i${n}`,
      userId: `user-${n}`,
      traits: { email: `c${n}@example.org`, name: `Customer ${n}` },
    },
    {
      type: 'track',
      event: 'Order Completed',
      messageId: `o${n}`,
      userId: `user-${n}`,
      anonymousId: `device-${n % 3}`,
      timestamp: `2026-03-0${n + 1}T08:15:00Z`,
      properties: { order_id: `order-${n}`, total: 10 * (n + 1), currency: 'SEK', store: 'lund' },
    },
  ]).flat();
  await test.collect.recordSegment(sender, messages);
  await test.collect.recordSignals(
    sender,
    Array.from({ length: customers }, (_, n) => ({
      messageId: `s${n}`,
      kind: 'survey',
      happenedAt: `2026-04-0${n + 1}T10:00:00Z`,
      place: 'lund',
      identifiers: [{ type: 'email', value: `c${n}@example.org` }],
      answers: [{ question: 'nps', value: n }],
    })),
  );
  const keys: string[] = [];
  for (let n = 0; n < customers; n += 1) {
    keys.push((await test.collect.keyOf(workspaceId, { type: 'user_id', value: `user-${n}` }))!.text);
  }
  return { ...sender, viewer: lead(workspaceId), keys };
}

/** All that can be asked of the customers, but for the ledger of links, which only grows. */
async function everything(viewer: Viewer, keys: readonly string[]): Promise<string> {
  const pages = await Promise.all(
    keys.map(async (key) => {
      const { links, ...page } = await ask.readCustomer(viewer, key);
      const value = await unify.customerValue(viewer.workspaceId, key);
      const members = unify.identifierKeysOf(viewer.workspaceId, key).sort();
      return { joined: links.length > 0, ...page, value, members };
    }),
  );
  return JSON.stringify(pages);
}

describe('customers', () => {
  it('are after merges and their splits, in any order, byte for byte what they were', async () => {
    const { viewer, keys, workspaceId } = await company();
    const before = await everything(viewer, keys);
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const pairs = [
      [0, 1],
      [2, 3],
      [1, 2],
    ].sort(() => random(2) - 0.5);
    for (const [one, two] of pairs) {
      const [a, b] = [keys[one!]!, keys[two!]!];
      const preview = await ask.merge(viewer, a, b);
      const expected = preview.after.find(({ identifiers }) => identifiers.some(({ key }) => key === a))!;
      expect(unify.identifierKeysOf(workspaceId, a).sort()).toEqual(
        expected.identifiers.map(({ key }) => key).sort(),
      );
    }
    expect(await everything(viewer, keys)).not.toBe(before);
    const made = await test.rows<{
      a: string;
      b: string;
    }>(sql`select key_a as a, key_b as b from identity_links
      where workspace_id = ${workspaceId} and rule = 'manual'`);
    expect(made.length).toBeGreaterThan(1);
    for (const link of made.sort(() => random(2) - 0.5)) {
      const undone = { ...link, rule: 'removed', by: 'p1', reason: 'not one' } as const;
      await test.collect.recordLink(workspaceId, undone);
    }
    expect((await everything(viewer, keys)) === before).toBe(true);
  });

  it('are split by choosing identifiers, and the preview says what comes of it', async () => {
    const { viewer, keys, workspaceId } = await company();
    const mail = (await test.collect.keyOf(workspaceId, { type: 'email', value: 'c0@example.org' }))!.text;
    const { before, after } = await ask.split(viewer, keys[0]!, [mail]);
    expect(before[0]).toMatchObject({ orders: 1, signals: 1, lastScore: 0 });
    expect(after).toHaveLength(2);
    expect(after.find(({ key }) => key === mail)).toMatchObject({ orders: 0, signals: 1 });
    expect(unify.profileKeyOf(workspaceId, mail)).toBe(mail);
    const { links } = await ask.readIdentity(viewer, keys[0]!);
    expect(links.find(({ rule }) => rule === 'removed')).toMatchObject({
      state: 'removed',
      evidence: 'two persons',
    });
    expect(
      links.find(({ rule, b, a }) => rule === 'same_message' && [a, b].includes('c0@example.org')),
    ).toMatchObject({
      state: 'removed',
      otherCustomer: mail,
    });
    await expect(ask.split(viewer, keys[0]!, ['17'])).rejects.toThrow('"17" is no identifier');
  });

  it('keep links that do not join, with the reason', async () => {
    const { viewer, keys } = await company();
    const { links } = await ask.readIdentity(viewer, keys[3]!);
    expect(links.map(({ state }) => state).sort()).toEqual(['joins', 'limit']);
  });

  it('who are restricted show through no link of another customer', async () => {
    const { viewer, keys } = await company();
    const beyond = async (role: Viewer['role']) =>
      (await ask.readIdentity({ ...viewer, role }, keys[3]!)).links.filter(({ state }) => state === 'limit');
    expect(await beyond('lead')).toMatchObject([{ otherCustomer: expect.any(String) }]);
    await unify.privacy.say(viewer, keys[0]!, { purpose: 'service', allowed: false });
    const [hidden] = await beyond('lead');
    expect(hidden).toMatchObject({ otherCustomer: null });
    expect(JSON.stringify(hidden)).not.toContain('device-0');
    expect(await beyond('admin')).toMatchObject([{ otherCustomer: expect.any(String) }]);
  });

  it('are other ones under other rules, and the same again under the same', async () => {
    const { viewer, keys, workspaceId } = await company();
    const members = () => keys.map((key) => unify.identifierKeysOf(workspaceId, key).sort());
    const before = members();
    await ask.changeRules(viewer, { ...rules, blockedValues: ['c0@example.org'] });
    const mail = (await test.collect.keyOf(workspaceId, { type: 'email', value: 'c0@example.org' }))!.text;
    expect(unify.identifierKeysOf(workspaceId, mail)).toEqual([mail]);
    await ask.changeRules(viewer, rules);
    expect(members()).toEqual(before);
  });

  it('are taken apart by a blocked value however an admin spells it', async () => {
    const { viewer, workspaceId } = await company();
    const blockedValues = [' C0@Example.ORG', '+46 (0)70-123 45 67', 'User-1'];
    const changed = await ask.changeRules(viewer, {
      ...rules,
      blockedValues: blockedValues.map((one) => one.trim()),
    });
    expect(changed).toMatchObject({ blockedValues: ['c0@example.org', '+46701234567', 'User-1'] });
    const mail = (await test.collect.keyOf(workspaceId, { type: 'email', value: 'c0@example.org' }))!.text;
    expect(unify.identifierKeysOf(workspaceId, mail)).toEqual([mail]);
  });

  it('are what was decided last, also after the clock was set back', async () => {
    const { viewer, keys, workspaceId } = await company();
    const [one, two] = [keys[0]!, keys[1]!];
    const areOne = () => unify.profileKeyOf(workspaceId, one) === unify.profileKeyOf(workspaceId, two);
    const before = unify.identifierKeysOf(workspaceId, two);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    await ask.merge(viewer, one, two).finally(() => vi.useRealTimers());
    expect(areOne()).toBe(true);
    await ask.split(viewer, one, before);
    expect(areOne()).toBe(false);
    await ask.merge(viewer, one, two);
    expect(areOne()).toBe(true);
  });

  it('who are probably one are put before a person, who decides once', async () => {
    const sender = await test.workspace();
    const viewer = lead(sender.workspaceId);
    const strangers = Array.from({ length: 30 }, (_, n) => ({
      ...{ userId: `s${n}`, email: `s${n}@example.org` },
      traits: {
        first_name: `Given${n * 7}`,
        last_name: `Family${n * 3}`,
        birthday: `19${60 + n}-01-1${n % 9}`,
      },
    }));
    const maria = { first_name: 'Maria', last_name: 'Ekwall', birthday: '1971-08-23', postcode: '22100' };
    const twice = ['m1', 'm2'].map((userId) => ({ userId, email: `${userId}@example.org`, traits: maria }));
    const karl = { first_name: 'Karl', last_name: 'Österman', birthday: '1954-12-01', postcode: '11359' };
    const held = ['k1', 'k2'].map((userId) => ({ userId, email: `${userId}@example.org`, traits: karl }));
    await test.collect.recordSegment(
      sender,
      [...strangers, ...twice, ...held].map(({ userId, email, traits }) => ({
        ...{ type: 'identify', messageId: `i-${userId}`, userId, traits: { ...traits, email } },
      })),
    );
    // who is restricted is nobody's double
    const restricted = await test.collect.keyOf(sender.workspaceId, { type: 'user_id', value: 'k2' });
    await unify.privacy.say(viewer, restricted!.text, { purpose: 'service', allowed: false });
    await ask.findMatches(viewer);
    let { matches } = await ask.listMatches(viewer);
    for (let wait = 0; wait < 300 && matches.length === 0; wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      ({ matches } = await ask.listMatches(viewer));
    }
    expect(matches).toHaveLength(1);
    expect(matches[0]).toMatchObject({ a: { name: 'Maria Ekwall' }, b: { name: 'Maria Ekwall' } });
    expect(matches[0]!.evidence.find(({ field }) => field === 'birth')).toMatchObject({
      ...{ a: '1971-08-23', b: '1971-08-23', level: 'same' },
    });
    await ask.decideMatch(viewer, matches[0]!.id, 'same');
    const [one, two] = [matches[0]!.a.key, matches[0]!.b.key];
    expect(unify.profileKeyOf(sender.workspaceId, one)).toBe(unify.profileKeyOf(sender.workspaceId, two));
    expect((await ask.listMatches(viewer)).matches).toEqual([]);
  });

  it('are the same in another process, which hears of links as they are written', async () => {
    const { viewer, keys, workspaceId } = await company();
    await ask.merge(viewer, keys[0]!, keys[1]!);
    const same = () =>
      other.identifierKeysOf(workspaceId, keys[0]!).sort().join() ===
      unify.identifierKeysOf(workspaceId, keys[0]!).sort().join();
    for (let wait = 0; wait < 600 && !same(); wait += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(same()).toBe(true);
    expect(unify.identifierKeysOf(workspaceId, keys[0]!)).toContain(keys[1]);
  });
});

it('what another process committed is read, what this one did is not', () => {
  expect(foreignRanges(3, 9, new Set([4, 5, 8]))).toEqual([
    { after: 5, upTo: 7 },
    { after: 8, upTo: 9 },
  ]);
  expect(foreignRanges(3, 5, new Set([4, 5]))).toEqual([]);
});

const rules = {
  limits: Object.fromEntries(
    identifierTypes.map((type) => [type, { most: type === 'user_id' ? 1 : 5, days: null }]),
  ),
  sharedAbove: 4,
  alarmAbove: 100,
  blockedValues: [],
  roleMailboxes: [],
};
