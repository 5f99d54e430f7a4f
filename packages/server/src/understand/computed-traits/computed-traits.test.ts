import type { OperationalEvent } from '@lyhord/contract';
import { xoshiro128 } from '@lyhord/stats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';
import { createCustomerTraits } from './customer-traits.ts';
import { createTallies } from './tallies.ts';
import { traitsByHand } from './testing/traits-by-hand.ts';

let test: TestUnderstand;
beforeAll(async () => {
  test = await openUnderstand();
});
afterAll(() => test.close());

const dayMs = 86_400_000;
const now = new Date('2026-06-30T12:00:00Z');
const homeCurrency = async (workspaceId: string) => (await test.access.settings(workspaceId)).currency;
const tallies = () => createTallies({ platform: test.platform, rates: test.collect.reference, homeCurrency });
const traits = () =>
  createCustomerTraits({ ...test.platform, clock: { now: () => now } }, tallies(), homeCurrency);

type Told = Partial<OperationalEvent> & Pick<OperationalEvent, 'kind'>;
let number = 0;
const event = (user: string, daysAgo: number, told: Told): OperationalEvent => {
  number += 1;
  return {
    ...{ messageId: `m${number}`, name: told.kind, placeCode: null, channel: null, touchpoint: null },
    ...{ reference: null, amountMinor: null, costMinor: null, currency: null, dueAt: null },
    ...{ waitSeconds: null, lines: [], properties: {} },
    happenedAt: now.getTime() - Math.round(daysAgo * dayMs),
    identifiers: [{ type: user.includes('@') ? 'email' : 'user_id', value: user }],
    ...told,
  };
};
const order = (user: string, daysAgo: number, amountMinor = 10_000, more: Partial<OperationalEvent> = {}) =>
  event(user, daysAgo, {
    ...{
      kind: 'order_placed',
      amountMinor,
      costMinor: amountMinor / 2,
      currency: 'EUR',
      reference: `o${number}`,
    },
    ...more,
  });

async function record(own: TestWorkspace, events: readonly OperationalEvent[]): Promise<void> {
  await test.collect.fill(own, { events, signals: [] });
  await test.understand.settled(own.workspaceId);
}
const keyOf = async (own: TestWorkspace, user: string) =>
  (await test.collect.keyOf(own.workspaceId, {
    type: user.includes('@') ? 'email' : 'user_id',
    value: user,
  }))!.text;
async function traitsOf(own: TestWorkspace, user: string, over = {}) {
  const keys = test.unify.identifierKeysOf(own.workspaceId, await keyOf(own, user));
  return traits().of(own.viewer(over), keys);
}
async function everyRow(own: TestWorkspace) {
  const table = await traits().table(own.viewer());
  return test.platform.warehouse.query<Record<string, string | number | null>>(
    sql`select * from ${table} order by profile_key`,
  );
}

describe('what is computed of a customer', () => {
  it('says what was bought, brought back, owed and asked', async () => {
    const own = await test.workspace();
    await record(own, [
      order('u1', 100, 10_000, { placeCode: 'lund' }),
      order('u1', 70),
      order('u1', 40, 20_000, { placeCode: 'malmo' }),
      event('u1', 30, { kind: 'order_returned', amountMinor: 10_000, currency: 'EUR', costMinor: 300 }),
      event('u1', 20, { kind: 'payment_made', dueAt: now.getTime() - 25 * dayMs }),
      event('u1', 12, { kind: 'ticket_opened', reference: 't1' }),
      event('u1', 11, { kind: 'ticket_solved', reference: 't1' }),
      event('u1', 10, { kind: 'ticket_reopened', reference: 't1' }),
      event('u1', 200, { kind: 'ticket_opened', reference: 't0' }),
      event('u1', 199, { kind: 'ticket_solved', reference: 't0' }),
      event('u1', 300, {
        kind: 'contract_started',
        reference: 'c1',
        properties: { endsAt: new Date(now.getTime() + 65 * dayMs).toISOString() },
      }),
      event('u1', 300, { kind: 'contract_started', reference: 'c2' }),
      event('u1', 9, { kind: 'contract_ended', reference: 'c2' }),
      event('u1', 1, { kind: 'campaign_contacted' }),
    ]);
    expect(await traitsOf(own, 'u1')).toMatchObject({
      ...{ orders: 3, revenue: 30_000, margin: 14_700, orderValue: 13_333, purchaseGapDays: 30 },
      ...{ returns: 1, latePayments: 1, openTickets: 1, contacts90Days: 1, contractsActive: 1 },
      ...{ daysSinceOrder: 40, daysSinceActivity: 10, lifeCycle: 'active', lastPlace: own.place('malmo') },
      nextRenewalAt: new Date(now.getTime() + 65 * dayMs).toISOString(),
      firstSeenAt: new Date(now.getTime() - 300 * dayMs).toISOString(),
      ...{ lastNps: null, comments: 0, lastSentiment: null, amountsWithoutRate: 0 },
    });
    expect(await traitsOf(own, 'u1', { role: 'manager', placeIds: [own.place('lund')] })).toMatchObject({
      ...{ orders: 1, revenue: 10_000, daysSinceOrder: 100, openTickets: 0 },
    });
    expect(await traitsOf(own, 'nobody')).toBeNull();
  });

  it('places customers in their life by their own rhythm', async () => {
    const own = await test.workspace();
    const orders = (user: string, ...daysAgo: number[]) => daysAgo.map((days) => order(user, days));
    await record(own, [
      event('prospect', 3, { kind: 'page_viewed' }),
      ...orders('new', 20, 2),
      ...orders('active', 100, 80, 60, 40, 20),
      ...orders('at risk', 140, 120, 100, 80, 60, 40),
      ...orders('slow', 900, 600, 300),
      ...orders('lapsed', 300, 280, 260),
      ...orders('once', 271),
      ...orders('returned', 700, 680, 660, 5),
      event('bound', 400, { kind: 'contract_started', reference: 'c' }),
      event('left', 400, { kind: 'contract_started', reference: 'd' }),
      event('left', 30, { kind: 'contract_ended', reference: 'd' }),
    ]);
    const stages = {
      ...{ prospect: 'prospect', new: 'new', active: 'active', 'at risk': 'at_risk', slow: 'active' },
      ...{ lapsed: 'lapsed', once: 'lapsed', returned: 'returned', bound: 'active', left: 'lapsed' },
    };
    for (const [user, stage] of Object.entries(stages)) {
      expect((await traitsOf(own, user))?.lifeCycle, user).toBe(stage);
    }
  });

  it('counts amounts at the rate of their day, and anew when rates come or the currency changes', async () => {
    const own = await test.workspace();
    const abroad = { currency: 'SEK', costMinor: null };
    await record(own, [order('u1', 10, 1_000), order('u1', 5, 22_000, abroad)]);
    expect(await traitsOf(own, 'u1')).toMatchObject({ revenue: 1_000, amountsWithoutRate: 1 });
    const day = new Date(now.getTime() - 6 * dayMs).toISOString().slice(0, 10);
    await test.platform.warehouse.insert('exchange_rates', [
      {
        workspace_id: own.workspaceId,
        currency: 'EUR',
        quote: 'SEK',
        day,
        rate: 11,
        import_id: 'i',
        written_at: `${day} 00:00:00`,
      },
    ]);
    await record(own, [order('u2', 1)]);
    expect(await traitsOf(own, 'u1')).toMatchObject({ revenue: 3_000, amountsWithoutRate: 0 });
    expect(await test.understand.verifyRollups(own.workspaceId)).toEqual({ equal: true, differences: [] });
  });

  it('knows the last answer, comment and feeling, whatever came last', async () => {
    const own = await test.workspace();
    const said = (at: number, question: string, value: number, text?: string) => ({
      ...{ messageId: `s${at}${question}`, kind: 'survey' as const, happenedAt: now.getTime() - at * dayMs },
      ...{ identifiers: [{ type: 'user_id' as const, value: 'u1' }], answers: [{ question, value }] },
      ...(text ? { text } : {}),
    });
    await own.record([said(3, 'nps', 9), said(5, 'csat', 2, 'The staff were rude and the queue was awful')]);
    await own.record([said(8, 'nps', 1), said(9, 'csat', 5)]);
    expect(await traitsOf(own, 'u1')).toMatchObject({
      ...{ lastNps: 9, lastCsat: 2, comments: 1, lastSentiment: 'negative', lifeCycle: 'prospect' },
      lastNpsAt: new Date(now.getTime() - 3 * dayMs).toISOString(),
    });
  });

  it('is the same as counted by hand, and as made afresh, through any history of events, merges and splits', async () => {
    const own = await test.workspace();
    const random = xoshiro128(80);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
    const users = Array.from({ length: 30 }, (_, n) => `u${n}`);
    const kinds = [
      'order_placed',
      'order_returned',
      'ticket_opened',
      'ticket_solved',
      'page_viewed',
    ] as const;
    const links: [string, string][] = [];
    const all: OperationalEvent[] = [];
    for (let round = 0; round < 6; round += 1) {
      const some = Array.from({ length: 40 }, () => {
        const kind = pick(kinds);
        const money = { amountMinor: Math.floor(random() * 9_000), currency: 'EUR', costMinor: 100 };
        const told = kind.startsWith('order') ? money : { reference: `t${Math.floor(random() * 40)}` };
        const placeCode = pick(['lund', 'malmo', null]);
        return event(pick(users), Math.floor(random() * 900 * dayMs) / dayMs, { kind, placeCode, ...told });
      });
      all.push(...some);
      await record(own, some);
      const [a, b] = [await keyOf(own, pick(users)), await keyOf(own, pick(users))];
      const decision = { by: 'p', reason: 'r' } as const;
      if (a !== b && random() < 0.7) {
        await test.collect.recordLink(own.workspaceId, { a, b, rule: 'manual', ...decision });
        links.push([a, b]);
      } else if (links.length > 0) {
        const [one, other] = links.pop()!;
        await test.collect.recordLink(own.workspaceId, { a: one, b: other, rule: 'removed', ...decision });
      }
      await test.understand.settled(own.workspaceId);
    }
    expect((await tallies().slices(own.workspaceId)).length).toBeLessThan(6);
    const kept = await everyRow(own);
    const keys = new Map(
      await Promise.all(users.map(async (user) => [user, await keyOf(own, user)] as const)),
    );
    const customerOf = (user: string) => test.unify.profileKeyOf(own.workspaceId, keys.get(user)!)!;
    const byHand = traitsByHand(all, customerOf, now);
    expect(kept.map((row) => row.profile_key)).toEqual(
      [...byHand.keys()].sort((x, y) => (BigInt(x) < BigInt(y) ? -1 : 1)),
    );
    for (const row of kept) expect(row).toMatchObject(byHand.get(String(row.profile_key))!);
    expect(await test.understand.verifyRollups(own.workspaceId)).toEqual({ equal: true, differences: [] });
    await test.understand.rebuildRollups(own.workspaceId);
    expect(await everyRow(own)).toEqual(kept);
  });

  it('is made again where a stop came between a slice and its name in the ledger', async () => {
    const own = await test.workspace();
    await record(own, [order('u1', 50), order('u2', 40)]);
    const { ledger, warehouse } = test.platform;
    const before = await ledger.one<{ tallies: object }>(
      sql`select tallies from rollup_checkpoints where workspace_id = ${own.workspaceId}`,
    );
    await record(own, [order('u1', 30)]);
    await ledger.query(sql`update rollup_checkpoints set tallies = ${JSON.stringify(before!.tallies)}::jsonb
      where workspace_id = ${own.workspaceId}`);
    await warehouse.insert('customer_tallies', [
      { workspace_id: own.workspaceId, slice: 900_000, identifier_key: await keyOf(own, 'u1'), orders: 7 },
    ]);
    expect(await traitsOf(own, 'u1')).toMatchObject({ orders: 1 });
    await record(own, [order('u2', 20)]);
    expect(await traitsOf(own, 'u1')).toMatchObject({ orders: 2 });
    expect(await test.understand.verifyRollups(own.workspaceId)).toEqual({ equal: true, differences: [] });
  });
});
