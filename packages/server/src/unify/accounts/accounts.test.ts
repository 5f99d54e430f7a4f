import type { AccountPage, AccountRow } from '@lyhord/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemViewer, type Viewer } from '../../access/index.ts';
import type { Unify } from '../index.ts';
import { callerOf } from '../testing/caller.ts';
import { openUnify, type TestUnify } from '../testing/open-unify.ts';

let it: TestUnify;
let unify: Unify;
beforeAll(async () => {
  it = await openUnify();
  unify = it.unify;
});
afterAll(() => it.close());

const lead = (workspaceId: string): Viewer => ({ ...systemViewer(workspaceId), role: 'lead' });
const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T08:00:00Z`;

/** Two persons of one bakery, one of whom orders for it, and one who buys for herself. */
async function bakery() {
  const sender = await it.workspace();
  const order = (n: number, userId: string, more: object) => ({
    ...{ type: 'track', event: 'Order Completed', messageId: `o${n}`, userId, timestamp: at(n) },
    ...more,
    properties: {
      ...{ order_id: `order-${n}`, total: 100, currency: 'SEK', store: 'lund' },
      ...(more as { properties?: object }).properties,
    },
  });
  await it.collect.recordSegment(sender, [
    {
      ...{ type: 'group', messageId: 'g1', userId: 'u1', groupId: 'B-77', timestamp: at(1) },
      traits: { name: 'Bageriet Lund', industry: 'food', employees: 12, email: 'kontakt@bageri.example' },
    },
    { type: 'group', messageId: 'g2', userId: 'u2', groupId: 'B-77', timestamp: at(2) },
    { type: 'identify', messageId: 'i1', userId: 'u1', timestamp: at(1), traits: { name: 'Anna Lind' } },
    order(5, 'u1', { properties: { company_id: 'B-77' } }),
    order(6, 'u1', { context: { groupId: 'B-77' } }),
    order(7, 'u3', {}),
    {
      ...{ type: 'track', event: 'Subscription Started', messageId: 'c1', userId: 'u2', timestamp: at(8) },
      properties: { contract_id: 'K-1', company_id: 'B-77', renews_at: '2027-03-08T00:00:00Z' },
    },
  ]);
  await it.collect.recordSignals(sender, [
    {
      ...{ messageId: 's1', kind: 'survey', happenedAt: at(9), account: 'B-77', place: 'lund' },
      identifiers: [{ type: 'user_id', value: 'u2' }],
      answers: [{ question: 'nps', value: 3 }],
    },
  ]);
  const viewer = lead(sender.workspaceId);
  return { ...sender, viewer, ...callsOf(viewer) };
}

function callsOf(viewer: Viewer) {
  const call = async <Reply>(id: string, input: object): Promise<Reply> => {
    const found = unify.routes.find(({ endpoint }) => endpoint.id === id)!;
    return (await found.handle({ params: {}, query: {}, body: {}, ...input }, { viewer } as never)) as Reply;
  };
  return {
    list: async (search = '') =>
      (await call<{ accounts: AccountRow[] }>('listAccounts', { query: { search, limit: 25 } })).accounts,
    page: (id: string) => call<AccountPage>('readAccount', { params: { id } }),
    accountsOf: async (id: string) =>
      (await call<{ accounts: { id: string }[] }>('accountsOfCustomer', { params: { id } })).accounts,
  };
}

test('a company has its name, traits, people, orders and contracts from what is said of it', async () => {
  const { list, page } = await bakery();
  const [row, ...others] = await list();
  expect(others).toEqual([]);
  expect(row).toMatchObject({ id: 'B-77', name: 'Bageriet Lund', people: 2, orders: 2 });
  expect(row!.values).toEqual([{ currency: 'SEK', amountMinor: 20_000 }]);
  const account = await page(row!.key);
  expect(account.traits.map(({ name, value, source }) => [name, value, source])).toEqual([
    ['employees', '12', 'Till'],
    ['industry', 'food', 'Till'],
  ]);
  expect(account.members.map(({ name, since, lastScore }) => [name, since, lastScore])).toEqual([
    [null, '2026-03-02T08:00:00.000Z', 3],
    ['Anna Lind', '2026-03-01T08:00:00.000Z', null],
  ]);
  expect(account.contracts).toMatchObject([
    { reference: 'K-1', state: 'active', renewsAt: expect.stringContaining('2027-03-08') },
  ]);
});

test('it is found by number, name and from each of its people, and makes nobody one customer', async () => {
  const { workspaceId, viewer, list, accountsOf } = await bakery();
  for (const search of ['B-77', 'b-7', 'bageriet'])
    expect(
      (await list(search)).map(({ id }) => id),
      search,
    ).toEqual(['B-77']);
  expect(await list('kontakt@bageri.example')).toEqual([]);
  const ask = callerOf(unify);
  const keys = await Promise.all(
    ['u1', 'u2', 'u3'].map(
      async (search) => (await ask.findCustomers(viewer, { search, limit: 2 })).customers[0]!.key,
    ),
  );
  expect(new Set(keys).size).toBe(3);
  expect((await accountsOf(keys[0]!)).map(({ id }) => id)).toEqual(['B-77']);
  expect(await accountsOf(keys[2]!)).toEqual([]);
  const page = await unify.routes
    .find(({ endpoint }) => endpoint.id === 'lookUp')!
    .handle({ params: {}, query: { words: 'B-77' }, body: {} } as never, { viewer } as never);
  expect(page).toMatchObject({ accounts: [{ id: 'B-77', people: 2 }] });
  expect(workspaceId).not.toBe('');
});

test('who sees some places sees what was done there, who sees pseudonyms reads no name', async () => {
  const { workspaceId, viewer, list } = await bakery();
  const [key] = (await list()).map((row) => row.key);
  const [lund] = await unify.listPlaces(viewer);
  const manager = callsOf({ ...viewer, role: 'manager', placeIds: [lund!.id] });
  expect(await manager.page(key!)).toMatchObject({ name: 'Bageriet Lund', orders: 2, contracts: [] });
  const elsewhere = callsOf({ ...viewer, role: 'manager', placeIds: ['another'] });
  expect(await elsewhere.list()).toEqual([]);
  await expect(elsewhere.page(key!)).rejects.toThrow('may not see it');
  const analyst = callsOf({ ...systemViewer(workspaceId), role: 'analyst' });
  const text = JSON.stringify(await analyst.page(key!));
  expect(text).not.toMatch(/B-77|Bageriet|Anna|"food"/);
  expect(await analyst.list('B-77')).toEqual([]);
});

test('what is said of a company is read as it was written, and its number is found in any letters', async () => {
  const sender = await it.workspace();
  await it.collect.recordSegment(sender, [
    {
      ...{ type: 'group', messageId: 'g1', userId: 'u1', groupId: 'Öresund-7', timestamp: at(1) },
      traits: { name: 'Rör', motto: '6" rör / "Åh" \\ ny', size: 'stor', employees: 12 },
    },
  ]);
  const { list, page } = callsOf(lead(sender.workspaceId));
  for (const search of ['Öre', 'öresund', 'ÖRESUND'])
    expect((await list(search)).map(({ id }) => id)).toEqual(['Öresund-7']);
  const { traits } = await page((await list())[0]!.key);
  expect(traits.map(({ name, value }) => [name, value])).toEqual([
    ['employees', '12'],
    ['motto', '6" rör / "Åh" \\ ny'],
    ['size', 'stor'],
  ]);
});

test('a company that was named by nobody is none, and a message that comes twice names it once', async () => {
  const { list, page, ...sender } = await bakery();
  const again = { type: 'group', messageId: 'g1', userId: 'u1', groupId: 'B-77', timestamp: at(1) };
  await it.collect.recordSegment(sender, [
    again,
    { type: 'group', messageId: 'g9', userId: 'u9', groupId: 'null', timestamp: at(3) },
  ]);
  expect((await list()).map(({ id }) => id)).toEqual(['B-77']);
  await expect(page('12345')).rejects.toThrow('no company');
});
