import { type AnswerRow, type OperationalEvent, operationsMetricKeys, Question } from '@lyhord/contract';
import { xoshiro128 } from '@lyhord/stats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { metricDefinitions } from '../metrics/definitions.ts';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';
import { operationsOracle, type RawEvent } from '../testing/operations-oracle.ts';
import { addDays } from './calendar.ts';
import { dimensionsOf } from './question-dimensions.ts';
import { sampled } from './sample-condition.ts';

let test: TestUnderstand;
let own: TestWorkspace;
let events: RawEvent[];
const firstDay = '2026-02-01';
const period = { from: '2026-03-01', to: '2026-03-28' };

/** Events of some forty customers with two identifiers each, over ten weeks, of every kind that a metric knows. */
function randomEvents(count: number, seed: number): OperationalEvent[] {
  const random = xoshiro128(seed);
  const one = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const whole = (min: number, max: number) => min + Math.floor(random() * (max - min + 1));
  const kinds = [
    'order_placed',
    'order_returned',
    'order_delivered',
    'payment_made',
    'visit',
    'ticket_opened',
  ];
  const more = ['ticket_answered', 'ticket_solved', 'cost_to_serve', 'page_viewed', 'order_placed'];
  return Array.from({ length: count }, (_, index): OperationalEvent => {
    const kind = one([...kinds, ...more]) as OperationalEvent['kind'];
    const customer = whole(1, 40);
    const happenedAt = Date.parse(addDays(firstDay, whole(0, 69))) + whole(0, 86_399) * 1000;
    const known = random() < 0.85;
    return {
      ...{
        messageId: `e${index}`,
        kind,
        name: kind,
        happenedAt,
        touchpoint: one(['checkout', 'support', null]),
      },
      identifiers: !known
        ? []
        : random() < 0.3
          ? [
              { type: 'email', value: `c${customer}@example.org` },
              { type: 'user_id', value: `c${customer}` },
            ]
          : [
              random() < 0.5
                ? { type: 'email', value: `c${customer}@example.org` }
                : { type: 'user_id', value: `c${customer}` },
            ],
      placeCode: one(['lund', 'malmo', 'arhus', null]),
      channel: one(['web', 'app', 'phone']),
      reference: random() < 0.9 ? `r${whole(1, 60)}` : null,
      amountMinor: random() < 0.9 ? whole(100, 90_000) : null,
      costMinor: random() < 0.7 ? whole(50, 40_000) : null,
      currency: one(['SEK', 'SEK', 'DKK']),
      dueAt: random() < 0.8 ? happenedAt + whole(-3, 3) * 86_400_000 : null,
      waitSeconds: random() < 0.8 ? whole(0, 900) : null,
      lines: [],
      properties: random() < 0.3 ? { referredBy: 'a friend' } : {},
    };
  });
}

beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  const [some] = randomEvents(1, 6);
  // by this last day the ninety days after some of the orders are over, and those after others are not
  const lastly = {
    ...some!,
    messageId: 'last',
    kind: 'visit',
    happenedAt: Date.parse(addDays(firstDay, 132)),
  };
  const recorded = [...randomEvents(1_500, 5), lastly as OperationalEvent];
  const verdicts = await test.collect.recordEvents(own, recorded);
  expect(verdicts.filter((verdict) => verdict.outcome !== 'accepted')).toEqual([]);
  await test.understand.settled(own.workspaceId);
  events =
    await test.platform.warehouse.query<RawEvent>(sql`select *, toString(identifier_key) as identifier_key,
      toUnixTimestamp64Milli(happened_at) as at, toUnixTimestamp64Milli(due_at) as due
    from events where workspace_id = ${own.workspaceId}`);
});
afterAll(() => test.close());

const ask = (over: object) =>
  test.understand.ask(own.viewer(), Question.parse({ period, limit: 10_000, ...over }));
const byKeys = (rows: readonly AnswerRow[]) => new Map(rows.map((row) => [JSON.stringify(row.keys), row]));

describe('a metric of operations', () => {
  const splits = [[], ['place'], ['channel', 'place']] as const;
  it.each(operationsMetricKeys)('%s is what counting every event by hand gives', async (metric) => {
    const profileOf = (key: string) => test.unify.profileKeyOf(own.workspaceId, key) ?? key;
    let groups = 0;
    const known = dimensionsOf(metricDefinitions[metric]);
    for (const by of splits) {
      if (by.some((one) => !known.includes(one))) continue;
      const found = byKeys((await ask({ metric, by })).rows);
      const expected = byKeys(operationsOracle(events, profileOf, { metric, by, period }));
      if (by.length === 0 && expected.size === 0) continue;
      expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
      const withheld = [...found.values()].filter(({ tooFew }) => tooFew).length;
      for (const [key, row] of expected) {
        const given = found.get(key)!;
        expect(given.n, key).toBe(row.n);
        // a group that would tell its small sibling by subtraction is withheld beside it
        const besideSmall = given.tooFew && row.value !== null;
        if (besideSmall) expect(withheld, key).toBeGreaterThan(1);
        if (row.value === null || besideSmall) expect(given.value, key).toBeNull();
        else expect(given.value! / (row.value || 1), key).toBeCloseTo(row.value === 0 ? given.value! : 1, 9);
      }
      groups += expected.size;
    }
    expect(groups).toBeGreaterThan(3);
  });

  it('never adds money across currencies', async () => {
    const { rows, unit } = await ask({ metric: 'revenue' });
    expect(unit).toBe('money');
    expect(rows.map(({ keys }) => keys.currency).sort()).toEqual(['DKK', 'SEK']);
  });

  it('of a sample looks at all of a customer or nothing, and says so', async () => {
    const context = { viewer: own.viewer(), sample: 2 } as never;
    const rows = await test.platform.warehouse.query<{ key: string; n: string; hit: string }>(sql`
      select toString(identifier_key) as key, count() as n, countIf(${sampled('events', context)}) as hit from events
      where workspace_id = ${own.workspaceId} and identifier_key != 0 group by key`);
    const profiles = new Map<string, boolean>();
    for (const { key, n, hit } of rows) {
      expect(['0', n]).toContain(hit);
      const profile = test.unify.profileKeyOf(own.workspaceId, key) ?? key;
      expect(profiles.get(profile) ?? hit === n, profile).toBe(hit === n);
      profiles.set(profile, hit === n);
    }
    const by = ['hour'];
    const all = byKeys((await ask({ metric: 'contacts', by })).rows);
    const some = await ask({ metric: 'contacts', by, sample: 2 });
    expect(some.sample).toEqual({ oneIn: 2 });
    expect(some.method).toContain('one customer in 2');
    for (const row of some.rows) {
      expect(row.value).toBe(2 * row.n);
      expect(row.n).toBeLessThanOrEqual(all.get(JSON.stringify(row.keys))!.n);
      expect(row.high).toBeGreaterThan(row.value!);
    }
    expect((await ask({ metric: 'contacts', by, sample: 'preview' })).sample).toBeUndefined();
    expect((await ask({ metric: 'contacts', sample: 2 })).sample).toBeUndefined();
  });

  it('is stopped when nobody waits for it, and is not remembered', async () => {
    const question = Question.parse({ metric: 'conversion', period, by: ['channel'] });
    await expect(
      test.understand.ask(own.viewer(), question, { signal: AbortSignal.abort() }),
    ).rejects.toThrow('stopped');
    expect((await test.understand.ask(own.viewer(), question)).rows.length).toBeGreaterThan(0);
  });

  it('is followed by the name that its asker gave it, and by nobody else', async () => {
    const nothing = { rows: null, of: null };
    expect(await test.understand.progressOf(own.viewer(), 'not-running')).toEqual(nothing);
    const question = Question.parse({ metric: 'conversion', period, by: ['channel'] });
    const answer = await test.understand.ask(own.viewer(), question, { follow: 'my-question' });
    expect(answer.rows.length).toBeGreaterThan(0);
    expect(await test.understand.progressOf(own.viewer(), 'my-question')).toEqual(nothing);
  });

  it('says what it cannot be split by', async () => {
    await expect(ask({ metric: 'retention', by: ['topic'] })).rejects.toThrow(
      'retention cannot be split by topic',
    );
  });

  it('lists the rows behind it', async () => {
    const question = Question.parse({ metric: 'late_payments', period, place: own.place('lund') });
    const { rows, more } = await test.understand.rowsBehind(own.viewer(), question);
    const expected = events.filter(
      (event) =>
        event.kind === 'payment_made' &&
        event.place_id === own.place('lund') &&
        event.local_day >= period.from &&
        event.local_day <= period.to,
    );
    expect(rows).toHaveLength(expected.length);
    expect(more).toBe(false);
  });
});

describe('an answer', () => {
  it('is held against the period before, with the difference and its interval', async () => {
    const before = { from: '2026-02-01', to: '2026-02-28' };
    const { rows } = await ask({ metric: 'late_payments', compare: { period: before } });
    const [then] = (await ask({ metric: 'late_payments', period: before })).rows;
    const [now] = rows;
    expect(now?.compared).toMatchObject({ value: then!.value, n: then!.n });
    expect(now?.difference?.value).toBeCloseTo(now!.value! - then!.value!, 12);
    expect(now?.difference?.low).toBeLessThan(now!.difference!.value);
  });

  it('of small groups can be shrunk towards their siblings, and says so', async () => {
    const { rows, method } = await ask({ metric: 'late_deliveries', by: ['place'], few: 'shrink' });
    expect(method).toContain('shrunk');
    const values = rows.map(({ shrunken }) => shrunken!.value!);
    const raw = rows.flatMap(({ value }) => (value === null ? [] : [value]));
    expect(Math.max(...values)).toBeLessThanOrEqual(Math.max(...raw) + 1e-9);
  });

  it('has weights that meet the known totals, and tells their design effect', async () => {
    const answered = (at: number, channel: 'web' | 'app', value: number) => ({
      ...{ messageId: `w${at}`, kind: 'survey' as const, channel, happenedAt: `2026-03-10T10:00:00Z` },
      answers: [{ question: 'nps', value }],
    });
    const company = await test.workspace();
    await company.record([
      ...Array.from({ length: 60 }, (_, at) => answered(at, 'web', at < 45 ? 10 : 2)),
      ...Array.from({ length: 20 }, (_, at) => answered(100 + at, 'app', at < 5 ? 10 : 2)),
    ]);
    const weights = [{ dimension: 'channel', totals: { web: 500, app: 500, phone: 100 } }];
    const answer = await test.understand.ask(
      company.viewer(),
      Question.parse({ metric: 'nps', period, weights }),
    );
    expect(answer.rows[0]?.value).toBeCloseTo(0.5 * 50 + 0.5 * -50, 9);
    expect(answer.weighting?.designEffect).toBeCloseTo((80 * (500 ** 2 / 60 + 500 ** 2 / 20)) / 1000 ** 2, 9);
    expect(answer.weighting?.notRepresented).toEqual(['phone']);
  });

  it('is weighted by regions as a whole, and so is what it is held against', async () => {
    const answered = (at: number, place: string, day: string, value: number) => ({
      ...{ messageId: `r${at}`, kind: 'survey' as const, channel: 'web' as const, place },
      ...{ happenedAt: `${day}T10:00:00Z`, answers: [{ question: 'nps', value }] },
    });
    const company = await test.workspace();
    await company.record([
      ...Array.from({ length: 20 }, (_, at) => answered(at, 'lund', '2026-02-10', 10)),
      ...Array.from({ length: 40 }, (_, at) => answered(100 + at, 'odense', '2026-02-10', 8)),
      ...Array.from({ length: 40 }, (_, at) => answered(200 + at, 'malmo', '2026-03-10', 10)),
      ...Array.from({ length: 20 }, (_, at) => answered(300 + at, 'odense', '2026-03-10', 2)),
    ]);
    const totals = { [company.place('north')]: 1, [company.place('south')]: 1 };
    const { rows } = await test.understand.ask(
      company.viewer(),
      Question.parse({
        ...{ metric: 'nps', period, weights: [{ dimension: 'place', totals }] },
        compare: { period: { from: '2026-02-01', to: '2026-02-28' } },
      }),
    );
    expect(rows[0]?.value).toBeCloseTo(0, 9);
    expect(rows[0]?.compared?.value).toBeCloseTo(50, 9);
    expect(rows[0]?.difference?.value).toBeCloseTo(-50, 9);
    const sure = await test.understand.ask(
      company.viewer(),
      Question.parse({
        metric: 'nps',
        period,
        compare: { period: { from: '2026-02-01', to: '2026-02-28' } },
      }),
    );
    const width = ({ difference }: AnswerRow) => difference!.high! - difference!.low!;
    expect(width(rows[0]!)).toBeGreaterThan(width(sure.rows[0]!));
  });

  it('of a topic’s share counts the comments that name it', async () => {
    const company = await test.workspace();
    const said = (at: number, text: string, place: string) => ({
      ...{ messageId: `t${at}`, kind: 'survey' as const, channel: 'web' as const, place },
      ...{ happenedAt: '2026-03-10T10:00:00Z', text },
    });
    await company.record([
      ...Array.from({ length: 12 }, (_, at) => said(at, 'The queue was far too long.', 'lund')),
      ...Array.from({ length: 18 }, (_, at) => said(50 + at, 'Fine.', 'lund')),
      ...Array.from({ length: 11 }, (_, at) => said(90 + at, 'Fine.', 'malmo')),
    ]);
    const asked = (over: object) =>
      test.understand.ask(company.viewer(), Question.parse({ metric: 'topic_share', period, ...over }));
    const queue = (rows: readonly AnswerRow[]) =>
      rows.find(({ keys }) => String(keys.topic).startsWith('queue'));
    expect(queue((await asked({ by: ['topic'] })).rows)).toMatchObject({ n: 41, value: 12 / 41 });
    expect(queue((await asked({ by: ['topic', 'place'] })).rows)).toMatchObject({ n: 30, value: 0.4 });
    await expect(asked({ by: [] })).rejects.toThrow('ask for it by topic');
  });
});
