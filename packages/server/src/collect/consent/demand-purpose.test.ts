import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { addSource, openCollect, type TestCollect } from '../testing/open-collect.ts';

let it: TestCollect;
let customers: Map<string, readonly string[]>;
beforeAll(async () => {
  it = await openCollect();
  customers = new Map();
  it.collect.joinIdentifiersBy((_, key) => customers.get(key) ?? [key]);
});
afterAll(() => it.close());

const order = (messageId: string, userId: string, more: object = {}) => ({
  ...{ type: 'track', event: 'Order Completed', messageId, userId, timestamp: '2026-05-01T10:00:00Z' },
  properties: { order_id: messageId, total: 10, currency: 'SEK' },
  ...more,
});
const prefers = (allowed: boolean) => ({
  context: { consent: { categoryPreferences: { Marketing: allowed } } },
});
const reasons = (verdicts: readonly { outcome: string; reason?: string | undefined }[]) =>
  verdicts.map(({ outcome, reason }) => reason ?? outcome);

async function demanding() {
  const { workspaceId, sourceId: free } = await it.workspace();
  const { sourceId } = await addSource(it.access, workspaceId, 'marketing');
  const key = async (value: string) =>
    (await it.collect.keyOf(workspaceId, { type: 'user_id', value }))!.text;
  const say = async (user: string, purpose: 'marketing' | 'service', allowed: boolean, at: string) =>
    it.collect.addConsents(workspaceId, [
      {
        ...{ identifierKey: await key(user), purpose, allowed, at: new Date(at) },
        ...{ channel: '', source: 'screen', wording: '' },
      },
    ]);
  const send = (...messages: object[]) => it.collect.recordSegment({ workspaceId, sourceId }, messages);
  return { workspaceId, sourceId, free, key, say, send };
}

test('a source that demands a purpose keeps only what customers have allowed for it, and says what would be right', async () => {
  const { workspaceId, free, sourceId, say, send } = await demanding();
  await say('yes', 'marketing', true, '2026-01-01');
  await say('no longer', 'marketing', true, '2026-01-01');
  await say('no longer', 'marketing', false, '2026-02-01');
  await say('restricted', 'marketing', true, '2026-01-01');
  await say('restricted', 'service', false, '2026-02-01');
  const users = ['yes', 'no longer', 'restricted', 'never said'];
  const verdicts = await send(...users.map((user) => order(`o-${user}`, user)));
  expect(reasons(verdicts)).toEqual(['accepted', 'no_consent', 'no_consent', 'no_consent']);
  expect(verdicts[3]).toMatchObject({
    field: 'context.consent.categoryPreferences',
    detail: expect.stringMatching(/allowed for marketing.*Send it again once they have/),
  });
  const signal = (user: string) => ({
    ...{ messageId: `s-${user}`, kind: 'survey', happenedAt: '2026-05-01T10:00:00Z' },
    ...{ answers: [{ question: 'nps', value: 3 }], identifiers: [{ type: 'user_id', value: user }] },
  });
  const signals = await it.collect.recordSignals({ workspaceId, sourceId }, [
    signal('yes'),
    signal('never said'),
  ]);
  expect(reasons(signals)).toEqual(['accepted', 'no_consent']);
  // another source of the same workspace demands nothing
  const others = await it.collect.recordSegment({ workspaceId, sourceId: free }, [
    order('o-1', 'never said'),
  ]);
  expect(reasons(others)).toEqual(['accepted']);
});

test('a demand that was made unheard counts once it is known that something was missed', async () => {
  const { workspaceId, sourceId } = await it.workspace();
  const send = (id: string) => it.collect.recordSegment({ workspaceId, sourceId }, [order(id, 'u1')]);
  expect(reasons(await send('before'))).toEqual(['accepted']);
  await it.platform.ledger.query(sql`update sources set demands = 'marketing' where id = ${sourceId}`);
  it.platform.announcements.announce('sources.changed', null);
  expect(reasons(await send('after'))).toEqual(['no_consent']);
});

test('what the message itself says counts at once, and what was refused is taken when it is sent again later', async () => {
  const { say, send } = await demanding();
  expect(reasons(await send(order('a', 'u1', prefers(true))))).toEqual(['accepted']);
  expect(reasons(await send(order('b', 'u1')))).toEqual(['accepted']);
  expect(reasons(await send(order('c', 'u1', prefers(false))))).toEqual(['no_consent']);
  const later = order('d', 'u2');
  expect(reasons(await send(later))).toEqual(['no_consent']);
  await say('u2', 'marketing', true, '2026-01-01');
  expect(reasons(await send(later))).toEqual(['accepted']);
});

test('what was allowed under one identifier of a customer holds for all of them', async () => {
  const { key, say, send } = await demanding();
  await say('known', 'marketing', true, '2026-01-01');
  expect(reasons(await send(order('a', 'other name')))).toEqual(['no_consent']);
  const both = [await key('known'), await key('other name')];
  for (const one of both) customers.set(one, both);
  expect(reasons(await send(order('a', 'other name')))).toEqual(['accepted']);
});

test('a withdrawal counts although an older message that allowed came after it, or a channel was refused before', async () => {
  const { workspaceId, send, key } = await demanding();
  const at = (hour: number) => ({ timestamp: `2026-05-01T${hour}:00:00Z` });
  expect(reasons(await send(order('a', 'u1', { ...prefers(true), ...at(11) })))).toEqual(['accepted']);
  // sent by a telephone that had been out of reach
  await send(order('b', 'u1', { ...prefers(false), ...at(10) }));
  await send(order('c', 'u1', { ...prefers(false), ...at(12) }));
  expect(reasons(await send(order('d', 'u1', at(13))))).toEqual(['no_consent']);

  const said = {
    identifierKey: await key('u2'),
    purpose: 'marketing',
    source: 'screen',
    wording: '',
  } as const;
  await it.collect.addConsents(workspaceId, [
    { ...said, allowed: true, channel: '', at: new Date('2026-05-01T08:00:00Z') },
    { ...said, allowed: false, channel: 'email', at: new Date('2026-05-01T09:00:00Z') },
  ]);
  await send(order('e', 'u2', { ...prefers(false), ...at(12) }));
  expect(reasons(await send(order('f', 'u2', at(13))))).toEqual(['no_consent']);
});

test('a mind that was changed and changed back stays so, in whatever order it is heard', async () => {
  const said = [
    { day: '01', allowed: false },
    { day: '02', allowed: true },
    { day: '03', allowed: false },
  ] as const;
  for (const order of [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ]) {
    const sender = await it.workspace();
    const { workspaceId } = sender;
    for (const at of order) {
      const { day, allowed } = said[at]!;
      const message = { type: 'track', event: 'visit', userId: 'u1', messageId: `m${day}` };
      const timestamp = `2026-05-${day}T10:00:00Z`;
      await it.collect.recordSegment(sender, [{ ...message, timestamp, ...prefers(allowed) }]);
    }
    const { text } = (await it.collect.keyOf(workspaceId, { type: 'user_id', value: 'u1' }))!;
    const [last] = await it.collect.consentsOf(workspaceId, [text]);
    expect(last, `heard as ${order.join(', ')}`).toMatchObject({ purpose: 'marketing', allowed: false });
  }
});
