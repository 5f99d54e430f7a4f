import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemViewer, type Viewer } from '../access/index.ts';
import { createUnify, type Unify } from './index.ts';
import { type CustomerPageOf, callerOf } from './testing/caller.ts';
import { openUnify, type TestUnify } from './testing/open-unify.ts';

let test: TestUnify;
let unify: Unify;
beforeAll(async () => {
  test = await openUnify();
  unify = test.unify;
});
afterAll(() => test.close());

const track = (messageId: string, userId: string, more: object = {}, properties: object = {}) => ({
  type: 'track',
  event: 'Order Completed',
  messageId,
  userId,
  timestamp: '2026-03-31T08:15:00Z',
  properties: { order_id: `o-${messageId}`, total: 120.5, currency: 'SEK', store: 'lund', ...properties },
  ...more,
});

const lead = (workspaceId: string): Viewer => ({ ...systemViewer(workspaceId), role: 'lead' });

async function annaShops() {
  const sender = await test.workspace();
  const { workspaceId } = sender;
  const malmo = await unify.createPlace(lead(workspaceId), placeInput('malmo', 'Malmö'));
  await test.collect.recordSegment(sender, [
    {
      type: 'identify',
      messageId: 'i1',
      userId: 'u1',
      traits: { email: 'Anna@Example.org', name: 'Anna Lind', city: 'Lund' },
    },
    track(
      'm1',
      'u1',
      { anonymousId: 'device-1' },
      { products: [{ product_id: 'p1', name: 'Milk', price: 12.5, quantity: 2 }] },
    ),
    track('m2', 'u1', {}, { store: 'malmo', total: 80 }),
    track('m3', 'u2', {}, { store: 'malmo' }),
  ]);
  await test.collect.recordSignals(sender, [
    {
      messageId: 's1',
      kind: 'survey',
      happenedAt: '2026-04-01T10:00:00Z',
      place: 'lund',
      identifiers: [{ type: 'email', value: 'anna@example.org' }],
      answers: [{ question: 'nps', value: 4 }],
    },
  ]);
  return { ...sender, malmo, ask: callerOf(unify) };
}

const placeInput = (code: string, name: string, parentId: string | null = null) => ({
  code,
  name,
  kind: 'store' as const,
  parentId,
  timeZone: 'Europe/Stockholm',
  currency: 'SEK',
  country: 'SE',
  latitude: null,
  longitude: null,
  hours: null,
  ownerId: null,
});

describe('a customer', () => {
  it('is one across user id, e-mail and device, and is found by each of them', async () => {
    const { workspaceId, ask } = await annaShops();
    const viewer = lead(workspaceId);
    for (const search of ['anna@example.org', 'u1', 'lind anna', 'o-m1', 'device-1', 'ANNA@']) {
      const { customers } = await ask.findCustomers(viewer, { search, limit: 25 });
      expect(
        customers.map(({ name }) => name),
        search,
      ).toEqual(['Anna Lind']);
    }
    const { customers } = await ask.findCustomers(viewer, { search: 'anna@example.org', limit: 25 });
    expect(customers[0]).toMatchObject({
      orders: 2,
      lastScore: 4,
      lastQuestion: 'nps',
      values: [{ currency: 'SEK', amountMinor: 20_050 }],
    });
  });

  it('has not bought what was called off, in any sum', async () => {
    const sender = await test.workspace();
    const viewer = lead(sender.workspaceId);
    const called = { event: 'Order Cancelled', timestamp: '2026-04-02T08:15:00Z' };
    await test.collect.recordSegment(sender, [
      { type: 'group', messageId: 'g1', userId: 'u1', groupId: 'B-77' },
      track('m1', 'u1', {}, { company_id: 'B-77' }),
      track('m2', 'u1', {}, { total: 80, company_id: 'B-77' }),
      track('m3', 'u1', called, { order_id: 'o-m1', company_id: 'B-77' }),
    ]);
    const key = (await test.collect.keyOf(sender.workspaceId, { type: 'user_id', value: 'u1' }))!.text;
    await test.collect.recordSignals(sender, [
      {
        ...{ messageId: 's1', kind: 'survey', happenedAt: '2026-04-03T10:00:00Z', place: 'lund' },
        identifiers: [{ type: 'user_id', value: 'u1' }],
        answers: [{ question: 'nps', value: 4 }],
      },
    ]);
    const left = [{ currency: 'SEK', amountMinor: 8_000 }];
    const ask = callerOf(unify);
    expect(await ask.readCustomer(viewer, key)).toMatchObject({ orders: 2, values: left });
    expect(await unify.customerValue(sender.workspaceId, key)).toMatchObject({ values: left });
    const [company] = (await ask.listAccounts(viewer)).accounts;
    expect(company).toMatchObject({ id: 'B-77', orders: 2, values: left });
  });

  it.each(['0', '00', '007', '18446744073709551616', '36893488147419103232', '-1', 'x', ''])(
    'is not meant by "%s": what nobody known has said or done is no customer',
    async (id) => {
      const sender = await test.workspace();
      const viewer = lead(sender.workspaceId);
      await test.collect.recordSignals(sender, [
        { messageId: 's1', kind: 'comment', happenedAt: '2026-04-01T10:00:00Z', text: 'Said by nobody' },
      ]);
      const nobody = { code: 'not_found' };
      await expect(callerOf(unify).readCustomer(viewer, id)).rejects.toMatchObject(nobody);
      await expect(unify.privacy.erase(viewer, id)).rejects.toMatchObject(nobody);
      await expect(
        unify.privacy.say(viewer, id, { purpose: 'service', allowed: false }),
      ).rejects.toMatchObject(nobody);
    },
  );

  it('has a page with traits, links, consent and the timeline of what was done', async () => {
    const { workspaceId, ask } = await annaShops();
    const viewer = lead(workspaceId);
    const page = await pageOf(ask, viewer, 'u1');
    expect(page.traits.find(({ name }) => name === 'city')).toMatchObject({ value: 'Lund', source: 'Till' });
    expect(page.links.map(({ rule }) => rule)).toEqual(['same_message', 'same_message']);
    expect(page.consent).toEqual([{ channel: 'email', allowed: true, reason: 'not_unsubscribed', at: null }]);
    const orders = page.timeline.filter((entry) => entry.type === 'event');
    expect(orders).toHaveLength(2);
    expect(orders.find((entry) => entry.reference === 'o-m1')).toMatchObject({
      amountMinor: 12_050,
      lines: [{ name: 'Milk', quantity: 2, priceMinor: 1_250 }],
    });
    expect(page).toMatchObject({ partial: false, elsewhere: { events: 0, signals: 0 } });
  });

  it('has everything on its timeline, page by page, also what happened at one moment', async () => {
    const sender = await test.workspace();
    const viewer = lead(sender.workspaceId);
    const ask = callerOf(unify);
    const at = (second: number) => `2026-03-31T08:15:0${second}Z`;
    await test.collect.recordSegment(
      sender,
      [0, 1, 1, 1, 2, 2].map((second, n) => track(`m${n}`, 'u1', { timestamp: at(second) })),
    );
    const { customers } = await ask.findCustomers(viewer, { search: 'u1', limit: 1 });
    const seen: string[] = [];
    for (let before: string | undefined; ; before = seen.at(-1)!) {
      const query = { limit: 2, ...(before === undefined ? {} : { before }) };
      const { timeline } = await ask.readCustomer(viewer, customers[0]!.key, query);
      if (timeline.length === 0) break;
      seen.push(...timeline.map((entry) => entry.at));
    }
    expect(seen.map((moment) => Number(moment.slice(18, 19)))).toEqual([2, 2, 1, 1, 1, 0]);
  });

  it('shows a manager only what happened at own places, the rest as counts', async () => {
    const { workspaceId, placeId, malmo, ask } = await annaShops();
    const manager = (places: string[]): Viewer => ({
      ...lead(workspaceId),
      role: 'manager',
      placeIds: places,
    });
    const page = await pageOf(ask, manager([placeId]), 'u1');
    expect(page.timeline.filter((entry) => entry.type === 'event').map((entry) => entry.placeName)).toEqual([
      'Lund',
    ]);
    expect(page).toMatchObject({ partial: true, elsewhere: { events: 1, signals: 0 }, orders: 1 });
    const { customers } = await ask.findCustomers(manager([placeId]), { search: 'u2', limit: 5 });
    expect(customers).toEqual([]);
    expect((await ask.findCustomers(manager([malmo.id]), { search: 'u2', limit: 5 })).customers).toHaveLength(
      1,
    );
  });

  it('is masked for an analyst, who finds nobody by contact', async () => {
    const { workspaceId, ask } = await annaShops();
    const analyst: Viewer = { ...lead(workspaceId), role: 'analyst' };
    expect((await ask.findCustomers(analyst, { search: 'anna@example.org', limit: 5 })).customers).toEqual(
      [],
    );
    const { customers } = await ask.findCustomers(analyst, { search: 'o-m1', limit: 5 });
    expect(JSON.stringify(customers)).not.toMatch(/anna@example|Lind/i);
  });

  it('is split by taking a link away, and stays split after a restart', async () => {
    const sender = await annaShops();
    const { workspaceId } = sender;
    const keyOf = async (type: 'user_id' | 'email', value: string) =>
      (await test.collect.keyOf(workspaceId, { type, value }))!.text;
    const [user, mail] = [await keyOf('user_id', 'u1'), await keyOf('email', 'anna@example.org')];
    expect(unify.profileKeyOf(workspaceId, user)).toBe(unify.profileKeyOf(workspaceId, mail));
    const link = { a: user, b: mail, rule: 'removed', by: 'person-1', reason: 'two persons' } as const;
    await test.collect.recordLink(workspaceId, link);
    expect(unify.profileKeyOf(workspaceId, user)).not.toBe(unify.profileKeyOf(workspaceId, mail));
    const profiles = [unify.identifierKeysOf(workspaceId, user), unify.identifierKeysOf(workspaceId, mail)];
    const again = createUnify(test);
    await again.start();
    expect(
      [again.identifierKeysOf(workspaceId, user), again.identifierKeysOf(workspaceId, mail)].map(sorted),
    ).toEqual(profiles.map(sorted));
    await test.collect.recordLink(workspaceId, { ...link, rule: 'manual' });
    expect(unify.profileKeyOf(workspaceId, user)).toBe(unify.profileKeyOf(workspaceId, mail));
  });

  it('can be written to and valued', async () => {
    const { workspaceId } = await annaShops();
    const key = unify.profileKeyOf(
      workspaceId,
      (await test.collect.keyOf(workspaceId, { type: 'user_id', value: 'u1' }))!.text,
    )!;
    expect(await unify.contactOf(workspaceId, key)).toEqual({ email: 'anna@example.org', name: 'Anna Lind' });
    expect(await unify.namesOf(workspaceId, [key])).toEqual(new Map([[key, 'Anna Lind']]));
    const { values } = await unify.customerValue(workspaceId, key);
    expect(values).toEqual([{ currency: 'SEK', amountMinor: 20_050 }]);
  });

  it('is what the last of several messages says, also of those that came together and say no time', async () => {
    const sender = await test.workspace();
    const viewer = lead(sender.workspaceId);
    const identify = (n: number, traits: object, timestamp?: string) => ({
      ...{ type: 'identify', messageId: `i${n}`, userId: 'u1', traits },
      ...(timestamp === undefined ? {} : { timestamp }),
    });
    const words = ['free', 'pro', 'gold', 'basic', 'zero', 'alpha'];
    await test.collect.recordSegment(
      sender,
      words.map((plan, n) => identify(n, { plan, locale: plan })),
    );
    const page = await pageOf(callerOf(unify), viewer, 'u1');
    expect(page.traits.find(({ name }) => name === 'plan')?.value).toBe('alpha');
    // written to at the address that was given last, whichever came first
    const at = (day: number) => `2026-03-0${day}T08:00:00Z`;
    await test.collect.recordSegment(sender, [
      ...[3, 5, 1, 4, 2].map((day) =>
        identify(10 + day, { email: `anna${day}@example.org`, locale: `l${day}` }, at(day)),
      ),
    ]);
    expect(await unify.contactOf(sender.workspaceId, page.key)).toMatchObject({ email: 'anna5@example.org' });
  });
});

describe('the place tree', () => {
  it('keeps where a place stood when it is moved', async () => {
    const { workspaceId } = await test.workspace();
    const viewer = lead(workspaceId);
    const codes = await unify.createPlaces(workspaceId, [
      placeInput('s1', 'Store', 'south'),
      placeInput('south', 'South', 'all'),
      placeInput('north', 'North', 'all'),
      placeInput('all', 'All'),
    ]);
    const id = (code: string) => codes.get(code)!;
    const before = new Date();
    await unify.changePlace(viewer, id('s1'), { parentId: id('north'), target: 40 });
    expect(await unify.subtreeOf(workspaceId, id('north'))).toContain(id('s1'));
    expect(await unify.subtreeOf(workspaceId, id('south'), before)).toContain(id('s1'));
    expect(await unify.subtreeOf(workspaceId, id('south'))).toEqual([id('south')]);
    const listed = await unify.listPlaces(viewer);
    expect(listed.map(({ code }) => code)).toEqual(['all', 'north', 's1', 'south', 'lund']);
    expect(listed[2]!.target).toBe(40);
  });

  it('comes from a file row by row: one without a place above it costs none of the others', async () => {
    const { workspaceId } = await test.workspace();
    const other = await test.workspace();
    const rows = [
      's1;Store;region',
      `s2;Astray;nowhere`,
      `s3;Strange;${other.placeId}`,
      'a;Loop A;b',
      'b;Loop B;a',
      's4;Below a loop;a',
      'region;South;',
      's1;Again;region',
      's5;Beside;lund',
    ];
    const text = ['code;name;parent', ...rows].join('\n');
    async function* bytes() {
      yield Buffer.from(text);
    }
    const state = await test.collect.importFile({
      ...{ workspaceId, fileName: 'places.csv', bytes: bytes(), startedBy: null },
      mapping: {
        ...{ target: 'places', constants: {}, dateFormat: 'iso', decimalComma: false },
        columns: { code: 'code', name: 'name', parentCode: 'parent' },
      },
    });
    expect(state).toMatchObject({ state: 'done', rows: 9, accepted: 3, duplicates: 1, refused: 5 });
    expect(state.problem).toContain('Line 3: parent is "nowhere", but should be the code of a place');
    const listed = await unify.listPlaces(lead(workspaceId));
    expect(listed.map(({ code, name }) => [code, name]).sort()).toEqual([
      ['lund', expect.anything()],
      ['region', 'South'],
      ['s1', 'Store'],
      ['s5', 'Beside'],
    ]);
  });

  it('stands where it was moved last, also by a clock that was set back and within one moment', async () => {
    const { workspaceId } = await test.workspace();
    const viewer = lead(workspaceId);
    const [north, south] = [
      await unify.createPlace(viewer, placeInput('north', 'North')),
      await unify.createPlace(viewer, placeInput('south', 'South')),
    ];
    const shop = await unify.createPlace(viewer, placeInput('shop', 'Shop', north.id));
    const move = (parentId: string) => unify.changePlace(viewer, shop.id, { parentId });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    try {
      await move(south.id);
      await move(north.id);
    } finally {
      vi.useRealTimers();
    }
    await move(south.id);
    const stood = (await unify.standingsOf(workspaceId)).map(({ parentId }) => parentId);
    expect(stood).toEqual([north.id, south.id, north.id, south.id]);
  });

  it('belongs to people of its own workspace only', async () => {
    const { workspaceId, placeId } = await test.workspace();
    const other = await test.workspace();
    const [stranger] = await test.access.members(other.workspaceId);
    const [own] = await test.access.members(workspaceId);
    const viewer = lead(workspaceId);
    const give = (ownerId: string) => unify.changePlace(viewer, placeId, { ownerId });
    await expect(give(stranger!.personId)).rejects.toThrow('an active person of this workspace');
    await expect(
      unify.createPlace(viewer, { ...placeInput('x', 'X'), ownerId: stranger!.personId }),
    ).rejects.toThrow('an active person of this workspace');
    expect((await give(own!.personId)).ownerId).toBe(own!.personId);
  });

  it('never becomes a loop, also where two people move places at the same moment', async () => {
    const { workspaceId } = await test.workspace();
    const viewer = lead(workspaceId);
    const codes = await unify.createPlaces(workspaceId, [
      ...[placeInput('a', 'A'), placeInput('below a', 'Below A', 'a')],
      ...[placeInput('b', 'B'), placeInput('below b', 'Below B', 'b')],
    ]);
    const id = (code: string) => codes.get(code)!;
    const moved = await Promise.allSettled([
      unify.changePlace(viewer, id('a'), { parentId: id('below b') }),
      unify.changePlace(viewer, id('b'), { parentId: id('below a') }),
    ]);
    expect(moved.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await unify.listPlaces(viewer)).map(({ code }) => code)).toContain('a');
  });

  it('refuses a loop, a second place with the same code and a zone that does not exist', async () => {
    const { workspaceId } = await test.workspace();
    const viewer = lead(workspaceId);
    const codes = await unify.createPlaces(workspaceId, [placeInput('a', 'A'), placeInput('b', 'B', 'a')]);
    const change = (input: object) => unify.changePlace(viewer, codes.get('a')!, input);
    await expect(change({ parentId: codes.get('b')! })).rejects.toThrow('does not stand below');
    await expect(change({ timeZone: 'Europe/Lund' })).rejects.toThrow('"Europe/Lund"');
    await expect(unify.createPlace(viewer, placeInput('a', 'Another'))).rejects.toThrow('code "a"');
    expect((await unify.listPlaces(viewer)).find(({ code }) => code === 'a')!.name).toBe('A');
  });
});

const sorted = (keys: string[]) => [...keys].sort();

async function pageOf(
  ask: ReturnType<typeof callerOf>,
  viewer: Viewer,
  search: string,
): Promise<CustomerPageOf> {
  const { customers } = await ask.findCustomers(viewer, { search, limit: 1 });
  return ask.readCustomer(viewer, customers[0]!.key);
}
