import type {
  Dimension,
  OperationalEvent,
  SegmentExperience,
  SegmentRule,
  SignalInput,
} from '@lyhord/contract';
import { rfmScores } from '@lyhord/stats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';
import { checkRule } from './compile-rule.ts';
import { writeSegment } from './segment-store.ts';

let test: TestUnderstand;
let own: TestWorkspace;
const customers = 120;
const day = 86_400_000;
const line = { productId: 'p1', quantity: 1, priceMinor: 100, costMinor: null };
// at noon: what was an hour earlier was on the same day
const now = new Date().setUTCHours(12, 0, 0, 0);

/** Customer n ordered n % 4 times, the last n days ago, and is a promoter where n is even; every third complains. */
function lived(): { signals: SignalInput[]; events: OperationalEvent[] } {
  const signals: SignalInput[] = [];
  const events: OperationalEvent[] = [];
  const add = (n: number, kind: OperationalEvent['kind'], daysAgo: number, amountMinor: number | null) =>
    events.push({
      ...{ messageId: `e${events.length}`, kind, name: kind, happenedAt: now - daysAgo * day - 3_600_000 },
      ...{ placeCode: n % 2 ? 'lund' : 'malmo', identifiers: [{ type: 'user_id', value: `c${n}` }] },
      ...{
        channel: 'web',
        touchpoint: null,
        reference: `${kind}${n}-${daysAgo}`,
        amountMinor,
        costMinor: null,
      },
      ...{
        currency: amountMinor === null ? null : 'EUR',
        dueAt: null,
        waitSeconds: null,
        lines: kind === 'order_placed' ? [{ ...line, category: n % 2 ? 'food' : 'home' }] : [],
        properties: {},
      },
    });
  for (let n = 1; n <= customers; n++) {
    for (let order = 0; order < n % 4; order++) add(n, 'order_placed', n + order, 1_000 * n);
    if (n % 3 === 0) add(n, 'ticket_opened', 5, null);
    signals.push({
      ...{ messageId: `s${n}`, kind: 'survey', channel: 'web', place: n % 2 ? 'lund' : 'malmo' },
      ...{ happenedAt: now - 2 * day, touchpoint: n % 5 ? 'checkout' : 'delivery' },
      identifiers: [{ type: 'user_id', value: `c${n}` }],
      text: n % 10 === 0 ? 'The queue was far too long.' : 'Fine.',
      answers: [{ question: 'nps', value: n % 2 === 0 ? 10 : 2 }],
    });
  }
  return { signals, events };
}

beforeAll(async () => {
  test = await openUnderstand();
  test.platform.clock.set(new Date(now));
  own = await test.workspace();
  const { signals, events } = lived();
  const verdicts = await test.collect.recordEvents(own, events);
  expect(verdicts.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  await own.record(signals);
});
afterAll(() => test.close());

const count = async (rule: SegmentRule, viewer = own.viewer()) =>
  (await test.understand.countSegments(viewer, [rule]))[0]!.n;
const numbers = Array.from({ length: customers }, (_, index) => index + 1);
const by = (holds: (n: number) => boolean) => numbers.filter(holds).length;

describe('a segment by rule', () => {
  const rules: [string, SegmentRule, (n: number) => boolean][] = [
    ['a number', { fact: 'orders', atLeast: 2 }, (n) => n % 4 >= 2],
    ['a number that is not known', { fact: 'daysSinceOrder', atMost: 30 }, (n) => n % 4 > 0 && n <= 30],
    ['what is not known', { fact: 'daysSinceOrder', known: false }, (n) => n % 4 === 0],
    ['the complement', { not: { fact: 'daysSinceOrder', atMost: 30 } }, (n) => !(n % 4 > 0 && n <= 30)],
    ['a score', { fact: 'lastNps', atMost: 6 }, (n) => n % 2 === 1],
    ['a word', { fact: 'lifeCycle', in: ['prospect'] }, (n) => n % 4 === 0],
    ['behaviour', { did: 'ticket_opened', atLeast: 1, withinDays: 30 }, (n) => n % 3 === 0],
    ['behaviour long ago', { did: 'ticket_opened', atLeast: 1, withinDays: 3 }, () => false],
    ['what was said', { said: 'queue', feeling: 'any', withinDays: 30 }, (n) => n % 10 === 0],
    [
      'all of them together',
      {
        all: [
          { fact: 'lastNps', atMost: 6 },
          {
            any: [
              { fact: 'orders', atLeast: 3 },
              { said: 'queue', feeling: 'any', withinDays: 9 },
            ],
          },
        ],
      },
      (n) => n % 2 === 1 && (n % 4 === 3 || n % 10 === 0),
    ],
    ['everybody', { all: [] }, () => true],
    ['nobody', { any: [] }, () => false],
  ];
  it.each(rules)('finds exactly the customers with %s', async (_name, rule, holds) => {
    expect(await count(rule)).toBe(by(holds));
  });

  it('holds for one customer as it holds among all', async () => {
    const { warehouse } = test.platform;
    const keys = await warehouse.query<{ key: string; value: string }>(
      sql`select toString(identifier_key) as key, value from identifiers
        where workspace_id = ${own.workspaceId} and value in ('c10', 'c3', 'c8')`,
    );
    expect(keys).toHaveLength(3);
    for (const { key, value } of keys) {
      const held = await test.understand.rulesHolding(
        own.viewer(),
        [key],
        rules.map(([, rule]) => rule),
      );
      expect(held).toEqual(rules.map(([, , holds]) => holds(Number(value.slice(1)))));
    }
    expect(await test.understand.rulesHolding(own.viewer(), ['1'], [{ all: [] }])).toEqual([false]);
  });

  it('is counted of what a manager may see', async () => {
    const viewer = own.viewer({ role: 'manager', placeIds: [own.place('lund')] });
    expect(await count({ fact: 'lastNps', atMost: 6 }, viewer)).toBe(60);
    expect(await count({ fact: 'lastNps', atLeast: 9 }, viewer)).toBe(0);
  });

  it('follows an event as soon as it is counted', async () => {
    const before = await count({ fact: 'openTickets', atLeast: 1 });
    const [last] = lived().events.slice(-1);
    await test.collect.recordEvents(own, [
      {
        ...last!,
        messageId: 'later',
        kind: 'ticket_opened',
        reference: 'later',
        identifiers: [{ type: 'user_id', value: 'c1' }],
      },
    ]);
    await test.understand.settled(own.workspaceId);
    expect(await count({ fact: 'openTickets', atLeast: 1 })).toBe(before + 1);
  });

  it('is refused where nobody could read it', () => {
    let deep: SegmentRule = { fact: 'orders', atLeast: 1 };
    for (let level = 0; level < 9; level++) deep = { not: deep };
    expect(() => checkRule(deep)).toThrow('nested more than 8 deep');
    const wide: SegmentRule = {
      any: Array.from({ length: 61 }, () => ({ fact: 'orders' as const, atLeast: 1 })),
    };
    expect(() => checkRule(wide)).toThrow('has 62 parts');
  });
});

describe('a kept segment', () => {
  it('is the same in a question: filter and comparison, on answers and on events', async () => {
    const rule: SegmentRule = { fact: 'orders', atLeast: 2 };
    const { ledger } = test.platform;
    const write = { id: `seg-${own.workspaceId}`, name: 'Buyers', rule, at: new Date(now) };
    const segment = (await writeSegment(ledger, own.viewer(), write, false))!;
    const where = { field: 'segment' as const, is: segment.id };
    const period = {
      from: new Date(now - 200 * day).toISOString().slice(0, 10),
      to: new Date(now).toISOString().slice(0, 10),
    };
    const ask = async (over: object) =>
      (await test.understand.ask(own.viewer(), { period, metric: 'nps', ...over })).rows[0];
    expect((await ask({ where }))?.n).toBe(by((n) => n % 4 >= 2));
    expect((await ask({ where: { not: where }, compare: { where } }))?.compared?.n).toBe(
      by((n) => n % 4 >= 2),
    );
    expect((await ask({ metric: 'orders', where }))?.n).toBe(
      by((n) => n % 4 === 2) * 2 + by((n) => n % 4 === 3) * 3,
    );
    await expect(ask({ where: { field: 'segment', is: 'none' } })).rejects.toThrow(
      'There is no segment "none"',
    );
  });

  it('has a new version for another rule, and none for another name', async () => {
    const { ledger } = test.platform;
    const write = { id: `ver-${own.workspaceId}`, name: 'A', at: new Date(now) };
    const rule: SegmentRule = { fact: 'orders', atLeast: 1 };
    await writeSegment(ledger, own.viewer(), { ...write, rule }, false);
    expect((await writeSegment(ledger, own.viewer(), { ...write, name: 'B', rule }, true))?.version).toBe(1);
    const other: SegmentRule = { fact: 'orders', atLeast: 3 };
    expect((await writeSegment(ledger, own.viewer(), { ...write, rule: other }, true))?.version).toBe(2);
    expect(await writeSegment(ledger, own.viewer(), { ...write, id: 'none', rule }, true)).toBeNull();
  });
});

describe('topics by segment', () => {
  const question = {
    ...{ metric: 'nps' as const, from: new Date(now - 30 * day).toISOString().slice(0, 10) },
    to: new Date(now).toISOString().slice(0, 10),
  };
  const keep = async (id: string, rule: SegmentRule) =>
    (await writeSegment(
      test.platform.ledger,
      own.viewer(),
      { id: `${id}-${own.workspaceId}`, name: id, rule, at: new Date(now) },
      false,
    ))!.id;

  it('count the comments of its customers, and of everybody what the daily sums say', async () => {
    const everybody = await test.understand.topics(own.viewer(), question);
    const whole = await keep('writers', { fact: 'comments', atLeast: 1 });
    expect(await test.understand.topics(own.viewer(), { ...question, segment: whole })).toEqual(everybody);
    const buyers = await keep('buyers', { fact: 'orders', atLeast: 2 });
    const found = await test.understand.topics(own.viewer(), { ...question, segment: buyers });
    expect(found.commented).toBe(by((n) => n % 4 >= 2));
    const queue = found.topics.find(({ key }) => key.startsWith('queue'));
    expect(queue?.volume).toBe(by((n) => n % 4 >= 2 && n % 10 === 0));
  });

  it('tell nothing of the few who are not in it', async () => {
    const rule: SegmentRule = { not: { fact: 'daysSinceOrder', atMost: 10 } };
    const inIt = (n: number) => !(n % 4 > 0 && n <= 10);
    expect(by((n) => n % 10 === 0 && !inIt(n))).toBe(1);
    const most = await keep('most', rule);
    const { topics } = await test.understand.topics(own.viewer(), { ...question, segment: most });
    const queue = topics.find(({ key }) => key.startsWith('queue'));
    expect(queue).toMatchObject({ volume: by((n) => n % 10 === 0 && inIt(n)), positive: null });
    expect(queue?.sentiment.value).toBeNull();
  });

  it('of a segment that nobody keeps are not found', async () => {
    await expect(test.understand.topics(own.viewer(), { ...question, segment: 'none' })).rejects.toThrow(
      'no segment',
    );
  });
});

describe('a question by segment', () => {
  const period = {
    from: new Date(now - 200 * day).toISOString().slice(0, 10),
    to: new Date(now).toISOString().slice(0, 10),
  };
  const ask = async (by: Dimension, over: object = {}) => {
    const answer = await test.understand.ask(own.viewer(), { period, metric: 'nps', by: [by], ...over });
    return { ...answer, of: new Map(answer.rows.map((row) => [String(row.keys[by]), row])) };
  };
  const counts = (of: ReadonlyMap<string, { n: number }>) =>
    Object.fromEntries([...of].map(([key, { n }]) => [key, n]));

  it('counts whom each kept segment holds, and whom none does, by name', async () => {
    const { ledger } = test.platform;
    const company = own.viewer();
    const keep = (name: string, rule: SegmentRule) =>
      writeSegment(
        ledger,
        company,
        { id: `${name}-${own.workspaceId}`, name, rule, at: new Date(now) },
        false,
      );
    const often = (await keep('Often', { fact: 'orders', atLeast: 3 }))!;
    const queued = (await keep('Queued', { said: 'queue', feeling: 'any', withinDays: 30 }))!;
    const found = await ask('segment');
    expect(found.segments).toMatchObject({ [often.id]: 'Often', [queued.id]: 'Queued' });
    expect(found.of.get(often.id)).toMatchObject({ n: by((n) => n % 4 === 3), value: -100 });
    expect(found.of.get(queued.id)).toMatchObject({ n: by((n) => n % 10 === 0), value: 100 });
    const orders = await ask('segment', { metric: 'orders' });
    expect(orders.of.get(often.id)?.n).toBe(3 * by((n) => n % 4 === 3));
    const gaps = await ask('segment', { metric: 'purchase_interval' });
    expect(gaps.of.get(often.id)?.n).toBe(2 * by((n) => n % 4 === 3));
    expect(gaps.of.get(queued.id)?.n).toBe(by((n) => n % 20 === 10));
  });

  it('withholds a segment whose rest would be few', async () => {
    const write = { id: `all-${own.workspaceId}`, name: 'Nearly all', at: new Date(now) };
    const all: SegmentRule = { not: { all: [{ fact: 'daysSinceOrder', atMost: 4 }] } };
    await writeSegment(test.platform.ledger, own.viewer(), { ...write, rule: all }, false);
    const { of } = await ask('segment', { limit: 500 });
    expect(of.get(write.id)).toMatchObject({
      n: by((n) => !(n % 4 > 0 && n <= 4)),
      value: null,
      tooFew: true,
    });
  });

  it('parts all rows by stage of life, spend and buying; those of nobody known are apart', async () => {
    expect((await ask('life_cycle')).rows.reduce((sum, { n }) => sum + n, 0)).toBe(customers);
    const spend = await ask('spend', { metric: 'orders' });
    expect(spend.rows.reduce((sum, { n }) => sum + n, 0)).toBe(numbers.reduce((sum, n) => sum + (n % 4), 0));
    const buyers = by((n) => n % 4 > 0);
    const { of } = await ask('buying', { metric: 'signals' });
    expect(counts(of)['']).toBe(customers - buyers);
    expect([...of.values()].reduce((sum, { n }) => sum + n, 0)).toBe(customers);
  });
});

describe('the fifths of RFM', () => {
  it('are those of the statistics, ties and all; each class is a rule that finds the same', async () => {
    const bought = numbers.filter((n) => n % 4 > 0);
    const scores = rfmScores(
      bought.map((n) => ({ recencyDays: n, frequency: n % 4, monetary: 1_000 * n * (n % 4) })),
    );
    const best = scores.filter(({ recency, frequency }) => recency >= 4 && frequency >= 4).length;
    const { classes, customers: all } = await test.understand.rfm(own.viewer());
    expect(all).toBe(bought.length);
    expect(classes.find(({ key }) => key === 'best')?.customers).toBe(best);
    for (const { rule, customers: n } of classes) expect(await count(rule)).toBe(n);
  });
});

describe('segments by experience', () => {
  const period = {
    from: new Date(now - 30 * day).toISOString().slice(0, 10),
    to: new Date(now).toISOString().slice(0, 10),
  };
  const ask = (part: SegmentExperience['part'], over = {}) =>
    test.understand.segmentExperience(own.viewer(over), { ...period, metric: 'nps', part });

  it.each(['lifeCycle', 'value', 'rfm', 'tenure', 'category'] as const)(
    'hold every answering customer once, parted by %s',
    async (part) => {
      const { rows, touchpoints } = await ask(part);
      const answered = part === 'lifeCycle' ? customers : by((n) => n % 4 > 0);
      expect(rows.reduce((sum, { overall }) => sum + overall.n, 0)).toBe(answered);
      expect(touchpoints).toEqual(['checkout', 'delivery']);
      const risks = rows.map(({ atRisk }) => atRisk?.minor ?? -1);
      expect(risks).toEqual([...risks].sort((a, b) => b - a));
    },
  );

  it('part customers by when they first ordered or signed, and by what they buy most', async () => {
    const sizes = async (part: SegmentExperience['part']) =>
      Object.fromEntries((await ask(part)).rows.map(({ key, customers: n }) => [key, n]));
    const first = (n: number) => n + (n % 4) - 1;
    expect(await sizes('tenure')).toEqual({
      under90: by((n) => n % 4 > 0 && first(n) < 90),
      under365: by((n) => n % 4 > 0 && first(n) >= 90),
    });
    expect(await sizes('category')).toEqual({
      food: by((n) => n % 4 > 0 && n % 2 === 1),
      home: by((n) => n % 4 > 0 && n % 2 === 0),
    });
  });

  it('count goods brought back without a known order against the spend, with nothing at risk', async () => {
    const fresh = await test.workspace();
    const { signals, events } = lived();
    const back = { ...events[0]!, kind: 'order_returned', name: 'order_returned' } as const;
    const identifiers = [{ type: 'user_id', value: 'c4' }];
    await test.collect.recordEvents(fresh, [{ ...back, identifiers, amountMinor: 700, currency: 'EUR' }]);
    await fresh.record(signals);
    const question = { ...period, metric: 'nps', part: 'lifeCycle' } as const;
    const { rows } = await test.understand.segmentExperience(fresh.viewer(), question);
    expect(rows).toMatchObject([
      { key: 'prospect', valueMinor: -700, atRisk: { minor: 0, low: 0, high: 0 } },
    ]);
  });

  it('tell what promoters and detractors did', async () => {
    const { groups } = await ask('lifeCycle');
    expect(groups?.sizes).toEqual([60, 0, 60]);
    const orders = groups?.rows.find(({ fact }) => fact === 'orders');
    expect(orders?.means).toEqual([2, null, 1]);
    expect(orders?.clear).toBe(true);
  });
});
