import { endpoints, Question, type SignalInput } from '@lyhord/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';

const period = { from: '2026-03-01', to: '2026-03-31' };
const customers = Array.from({ length: 12 }, (_, index) => `c${index}`);
const strangers = Array.from({ length: 11 }, (_, index) => `x${index}`);

let test: TestUnderstand;
let own: TestWorkspace;
let number = 0;
const tell = async (day: string, traits: (who: string) => object) => {
  await test.collect.recordSegment(
    own,
    customers.map((userId) => ({
      ...{ type: 'identify', messageId: `i${number++}`, userId, timestamp: `${day}T08:00:00Z` },
      traits: traits(userId),
    })),
  );
};
const answer = (
  day: string,
  value: number,
  identifier: { type: 'user_id' | 'email'; value: string },
): SignalInput => ({
  ...{
    messageId: `s${number++}`,
    kind: 'survey',
    channel: 'web',
    place: 'lund',
    text: 'The queue was too long.',
  },
  ...{ happenedAt: `${day}T12:00:00Z`, identifiers: [identifier], answers: [{ question: 'nps', value }] },
});

beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  await tell('2026-03-01', (who) => ({ tier: 'silver', email: `${who}@example.org` }));
  await own.record([
    ...customers.map((value) => answer('2026-03-05', 2, { type: 'user_id', value })),
    ...strangers.map((value) => answer('2026-03-05', 7, { type: 'user_id', value })),
  ]);
  await tell('2026-03-10', () => ({ tier: 'gold' }));
  await own.record(
    customers.map((who) => answer('2026-03-15', 10, { type: 'email', value: `${who}@example.org` })),
  );
});
afterAll(() => test.close());

const ask = async (over: object) =>
  (await test.understand.ask(own.viewer(), Question.parse({ metric: 'nps', period, ...over }))).rows;
const byTier = async () =>
  new Map(
    (await ask({ by: ['trait'], trait: 'tier' })).map(({ keys, n, value }) => [keys.trait, { n, value }]),
  );
const asKnownThen = new Map([
  ['', { n: 11, value: 0 }],
  ['gold', { n: 12, value: 100 }],
  ['silver', { n: 12, value: -100 }],
]);

describe('a trait', () => {
  it('parts answers by what it was known to be when each was given, by any identifier', async () => {
    expect(await byTier()).toEqual(asKnownThen);
  });

  it('stands beside what was said on the customer page, where it is another today', async () => {
    const { timeline, traits } = await page('c3');
    expect(traits.find(({ name }) => name === 'tier')?.value).toBe('gold');
    const said = timeline.flatMap((entry) =>
      entry.type === 'signal' ? [[entry.at.slice(0, 10), entry.knownThen]] : [],
    );
    expect(said).toEqual([
      ['2026-03-15', []],
      ['2026-03-05', [{ name: 'tier', value: 'silver' }]],
    ]);
  });

  it('is not made another by what arrives later about the time before', async () => {
    await tell('2026-03-04', () => ({ tier: 'bronze', plan: 'family' }));
    await own.record([answer('2026-03-02', 5, { type: 'user_id', value: 'nobody' })]);
    const tiers = await byTier();
    expect(tiers.get('silver')).toEqual(asKnownThen.get('silver'));
    expect(tiers.get('gold')).toEqual(asKnownThen.get('gold'));
    expect(tiers.has('bronze')).toBe(false);
    expect((await ask({ by: ['trait'], trait: 'plan' })).map(({ keys }) => keys.trait)).toEqual(['']);
  });

  it('parts every metric of what was said, together with other dimensions', async () => {
    for (const metric of ['nps', 'signals', 'sentiment', 'topic_share'] as const) {
      for (const more of [[], ['topic'], ['language', 'place']]) {
        if (metric === 'topic_share' && !more.includes('topic')) continue;
        const by = ['trait', ...more];
        const rows = await ask({ metric, by, trait: 'tier' });
        expect(
          rows.map(({ keys }) => keys.trait),
          `${metric} by ${by}`,
        ).toContain('silver');
      }
    }
  });

  it('is refused where it tells who a customer is, or where none is named', async () => {
    await expect(ask({ by: ['trait'], trait: 'email' })).rejects.toThrow('tells who a customer is');
    await expect(ask({ by: ['trait'] })).rejects.toThrow('names the trait');
    await expect(ask({ metric: 'orders', by: ['trait'], trait: 'tier' })).rejects.toThrow();
  });
});

describe('a stage of life', () => {
  it('parts answers by the orders and contracts up to each, whatever came later and in whatever order it arrived', async () => {
    const buyer = (index: number) => ({ userId: `b${index}`, email: `b${index}@example.org` });
    const ten = Array.from({ length: 10 }, (_, index) => buyer(index));
    await own.record(
      ten.flatMap(({ userId }) =>
        ['2026-03-03', '2026-03-08', '2026-03-30'].map((day) =>
          answer(day, day === '2026-03-03' ? 9 : 10, { type: 'user_id', value: userId }),
        ),
      ),
    );
    const order = (day: string, { userId }: { userId: string }) => ({
      ...{ type: 'track', event: 'Order Completed', messageId: `o${number++}`, userId },
      ...{
        timestamp: `${day}T09:00:00Z`,
        properties: { order_id: `r${number}`, total: 10, currency: 'SEK' },
      },
    });
    // what happened first arrives last, and after the answers
    await test.collect.recordSegment(own, [
      ...ten.map((one) => order('2026-05-02', one)),
      ...ten.map((one) => order('2026-03-08', one)),
    ]);
    await test.understand.settled(own.workspaceId);
    const rows = await ask({ metric: 'nps', by: ['life_cycle_then', 'day'] });
    const found = Object.fromEntries(
      rows
        .filter(({ keys }) => ['2026-03-03', '2026-03-08', '2026-03-30'].includes(String(keys.day)))
        .map(({ keys, n }) => [`${keys.day} ${keys.life_cycle_then}`, n]),
    );
    expect(found).toEqual({ '2026-03-03 prospect': 10, '2026-03-08 new': 10, '2026-03-30 new': 10 });
    const { timeline } = await page('b3');
    const then = timeline.flatMap((entry) =>
      entry.type === 'signal' ? [[entry.at.slice(0, 10), entry.lifeThen]] : [],
    );
    expect(then).toEqual([
      ['2026-03-30', { stage: 'new', orders: 1, spent: [{ currency: 'SEK', amountMinor: 1000 }] }],
      ['2026-03-08', { stage: 'new', orders: 1, spent: [{ currency: 'SEK', amountMinor: 1000 }] }],
      ['2026-03-03', { stage: 'prospect', orders: 0, spent: [] }],
    ]);
  });
});

describe('a segment', () => {
  const kept = async (rule: object) => {
    const route = test.understand.routes.find(({ endpoint }) => endpoint.id === 'saveSegment')!;
    const asked = { params: {}, query: {}, body: { name: `s${number++}`, rule } };
    const saved = await route.handle(asked as never, { viewer: own.viewer() } as never);
    return (saved as { id: string }).id;
  };
  const daysWithin = async (rule: object) => {
    const where = { field: 'segment_then', is: await kept(rule) };
    const rows = await ask({ metric: 'nps', by: ['day'], where });
    return rows.map(({ keys, n }) => `${keys.day} ${n}`).sort();
  };

  it('chooses answers by whether its rule held when each was given, whatever came later', async () => {
    // of the last test: ten customers who answered before, on and after the day of their first order
    expect(await daysWithin({ fact: 'orders', atLeast: 1 })).toEqual(['2026-03-08 10', '2026-03-30 10']);
    const lately = { did: 'order_placed', atLeast: 1, withinDays: 10 };
    expect(await daysWithin(lately)).toEqual(['2026-03-08 10']);
    const settled = {
      all: [
        { fact: 'lifeCycle', in: ['new'] },
        { fact: 'daysSinceOrder', atLeast: 20 },
      ],
    };
    expect(await daysWithin(settled)).toEqual(['2026-03-30 10']);
    expect(await daysWithin({ trait: 'tier', in: ['silver'] })).toEqual(['2026-03-05 12']);
    const today = { field: 'segment', is: await kept({ fact: 'orders', atLeast: 1 }) };
    const days = (await ask({ metric: 'nps', by: ['day'], where: today })).map(({ keys }) => keys.day);
    expect(days).toContain('2026-03-03');
  });

  it('and its opposite hold every answer of somebody known between them', async () => {
    const rule = {
      any: [
        { fact: 'daysKnown', atLeast: 7 },
        { fact: 'orders', atLeast: 1 },
      ],
    };
    const [within, without] = [await daysWithin(rule), await daysWithin({ not: rule })];
    const [all] = await ask({ metric: 'nps' });
    const sum = [...within, ...without].reduce((n, row) => n + Number(row.split(' ')[1]), 0);
    expect(within.length).toBeGreaterThan(0);
    expect(sum).toBe(all!.n);
  });

  it('that asks for what is known of today only is refused by that name', async () => {
    await expect(daysWithin({ fact: 'margin', atLeast: 1 })).rejects.toThrow(/asks for margin/);
    const where = { field: 'segment_then', is: await kept({ fact: 'orders', atLeast: 1 }) };
    await expect(ask({ metric: 'orders', where })).rejects.toThrow(/cannot be filtered by segment_then/);
  });
});

async function page(userId: string) {
  const { workspaceId } = own;
  const { text } = (await test.collect.keyOf(workspaceId, { type: 'user_id', value: userId }))!;
  const id = test.unify.profileKeyOf(workspaceId, text)!;
  const route = test.unify.routes.find(({ endpoint }) => endpoint.id === 'readCustomer')!;
  const asked = { params: { id }, query: { limit: 50 }, body: undefined };
  return endpoints.readCustomer.reply.parse(
    await route.handle(asked as never, { viewer: own.viewer() } as never),
  );
}
