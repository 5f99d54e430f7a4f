// Histories beside the events they are made of: late events, links, customers taken apart, kills, rows that have gone.
import { type OperationsMetricKey, Question, type SignalInput } from '@lyhord/contract';
import { xoshiro128 } from '@lyhord/stats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { keptProfileRows, profileRows } from '../computed-traits/profile-rows.ts';
import { createTallies } from '../computed-traits/tallies.ts';
import { metricDefinitions } from '../metrics/definitions.ts';
import type { OperationsDefinition } from '../metrics/operations.ts';
import { always } from '../places/places-asked.ts';
import { operationsIn } from '../pulse/operations.ts';
import { countGroups } from '../questions/ask.ts';
import { isServedByHistories } from '../questions/history-units.ts';
import type { QuestionContext } from '../questions/question-context.ts';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';
import { createHistories, type Histories } from './histories.ts';
import { historySlices } from './history-slices.ts';

let test: TestUnderstand;
let own: TestWorkspace;
let histories: Histories;
let made: ReturnType<typeof createTallies>;
beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  made = createTallies({
    ...{ platform: test.platform, rates: test.collect.reference },
    homeCurrency: async () => 'EUR',
  });
  histories = createHistories(test.platform, made, { least: 0, oneIn: 2 });
  // by the last day the days after all of the others are over; it is nobody's, so that no erasure takes it away
  const last = { ...some(1, 7)[0]!, kind: 'visit', name: 'visit', happenedAt: lastly, identifiers: [] };
  await record([...some(400, 3), last]);
});
afterAll(() => test.close());

const period = { from: '2026-03-01', to: '2026-03-28' };
const halfYear = { from: '2026-02-10', to: '2026-07-31' };
const lastly = Date.parse('2026-07-20T12:00:00Z');
const kinds = ['order_placed', 'order_placed', 'ticket_opened', 'cost_to_serve', 'page_viewed', 'visit'];
const metrics = [
  ...['purchase_frequency', 'purchase_interval', 'customer_revenue', 'customer_margin', 'lifetime_value'],
  ...['cost_to_serve', 'retention', 'churn', 'repeat_purchases', 'repeat_contacts', 'conversion'],
] as OperationsMetricKey[];

/** Events of thirty customers with two identifiers each. */
function some(count: number, seed: number) {
  const random = xoshiro128(seed);
  const one = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  return Array.from({ length: count }, (_, index) => {
    const customer = Math.floor(random() * 30);
    const kind = one(kinds);
    const identifiers = [
      { type: 'email', value: `c${customer}@example.org` },
      { type: 'user_id', value: `c${customer}` },
    ];
    return {
      ...{ messageId: `${seed}-${index}`, kind, name: kind, touchpoint: null, reference: null },
      happenedAt: Date.parse('2026-02-01T00:00:00Z') + Math.floor(random() * 58 * 86_400) * 1000,
      identifiers: random() < 0.1 ? [] : random() < 0.1 ? identifiers : [one(identifiers)],
      placeCode: one(['lund', 'malmo', 'arhus', null]),
      channel: one(['web', 'app']),
      amountMinor: random() < 0.9 ? Math.floor(random() * 90_000) : null,
      costMinor: random() < 0.8 ? Math.floor(random() * 40_000) : null,
      currency: one(['SEK', 'SEK', 'DKK']),
      ...{ dueAt: null, waitSeconds: null, lines: [], properties: {} },
    };
  });
}
let nextAnswers = 1_000;
/** Answers of the same customers. */
const answers = (count: number, seed: number): SignalInput[] =>
  some(count, seed).map(({ happenedAt, identifiers, placeCode, messageId }, index) => ({
    ...{ messageId: `answer-${messageId}`, kind: 'survey', channel: 'web' },
    identifiers: identifiers as SignalInput['identifiers'],
    ...{ happenedAt: new Date(happenedAt).toISOString(), ...(placeCode ? { place: placeCode } : {}) },
    answers: [
      { question: 'nps', value: index % 11 },
      { question: 'csat', value: 1 + (index % 5) },
    ],
  }));
async function record(events: ReturnType<typeof some>): Promise<void> {
  await after(async () => {
    await test.collect.recordEvents(own, events as never);
    await own.record(answers(Math.ceil(events.length / 4), nextAnswers++));
  });
}
/** So few customers have no histories; once they have, the product keeps them up. */
async function after(work: () => Promise<unknown>): Promise<void> {
  await work();
  await test.understand.settled(own.workspaceId);
  await test.platform.ledger.transaction((tx) => histories.roll(tx, own.workspaceId));
}
const verified = () => test.understand.verifyRollups(own.workspaceId);

function contextOf(counting: Sql | null, over: object, days = period): QuestionContext {
  return {
    ...{
      viewer: own.viewer(over),
      period: days,
      reading: 0,
      topicsBelow: (key) => [key],
      histories: counting,
    },
    placesBelow: (ids) => always(ids),
  };
}

/** Every metric of customers by place; thoroughly as a whole and at one place, too, and to who sees two places. */
async function equalToEvents(thoroughly = false): Promise<void> {
  const counting = await histories.counting(own.workspaceId);
  const two = { role: 'manager', placeIds: [own.place('lund'), own.place('malmo')] };
  let served = 0;
  for (const metric of metrics) {
    const more = [{}, { place: own.place('lund') }, { by: ['place'], period: halfYear }];
    for (const over of [{ by: ['place'] }, ...(thoroughly ? more : [])]) {
      const question = Question.parse({ metric, period, limit: 1_000, ...over });
      for (const seeing of thoroughly ? [{}, two] : [{}]) {
        const context = contextOf(counting, seeing, question.period);
        const definition = metricDefinitions[metric] as OperationsDefinition;
        if (!isServedByHistories(question, definition, context)) continue;
        served += 1;
        const [told, counted] = await Promise.all([
          countGroups(test.platform.warehouse, question, context),
          countGroups(test.platform.warehouse, question, contextOf(null, seeing, question.period)),
        ]);
        expect(rounded(told), `${metric} ${JSON.stringify(over)}`).toEqual(rounded(counted));
        expect(counted.length).toBeGreaterThan(0);
      }
    }
  }
  expect(served).toBeGreaterThanOrEqual(metrics.length * (thoroughly ? 4 : 1));
  await samplesEqualToEvents(thoroughly ? [{}, two] : [{}]);
  await unhappyRevenueEqualToEvents(thoroughly ? [{}, two] : [{}]);
}

/** Every metric of customers by what no history tells, from one customer in two and in four. */
async function samplesEqualToEvents(viewers: readonly object[]): Promise<void> {
  const samples = await histories.sampling(own.workspaceId);
  expect(samples?.oneIn).toBe(2);
  for (const metric of metrics) {
    for (const sample of [2, 4]) {
      for (const seeing of viewers) {
        const by = metric === 'lifetime_value' ? 'channel' : 'hour';
        const where = { field: 'channel', in: ['web', 'app'] } as const;
        const question = Question.parse({ metric, period, limit: 1_000, by: ['channel', by], where, sample });
        const context = { ...contextOf(null, seeing), sample };
        const { warehouse } = test.platform;
        const [apart, counted] = await Promise.all([
          countGroups(warehouse, question, { ...context, samples }),
          countGroups(warehouse, question, context),
        ]);
        expect(rounded(apart), `${metric}, one in ${sample}`).toEqual(rounded(counted));
        if (sample === 2 && seeing === viewers[0]) expect(counted.length).toBeGreaterThan(0);
      }
    }
  }
}

/** What unhappy customers spent: as a whole and at one place. */
async function unhappyRevenueEqualToEvents(viewers: readonly object[]): Promise<void> {
  const counting = await histories.counting(own.workspaceId);
  const unhappy: number[] = [];
  for (const question of ['nps', 'csat'] as const) {
    for (const places of [null, always([own.place('lund')])]) {
      for (const seeing of viewers) {
        const scope = { viewer: own.viewer(seeing), period, places, question };
        const [told, counted] = await Promise.all(
          [counting, null].map((histories) => operationsIn(test.platform.warehouse, { ...scope, histories })),
        );
        expect(told).toEqual(counted);
        unhappy.push(counted!.money.reduce((sum, one) => sum + one.unhappyRevenueMinor, 0));
      }
    }
  }
  expect(unhappy.filter((spent) => spent > 0).length).toBeGreaterThan(unhappy.length / 2);
}
/** Sums of fractions differ in their last digits with the order of adding. */
const rounded = (groups: Awaited<ReturnType<typeof countGroups>>) =>
  groups
    .map(({ keys, counts }) =>
      JSON.stringify([
        keys,
        counts.n,
        counts.promoters,
        counts.total.toPrecision(9),
        counts.totalSquares.toPrecision(9),
      ]),
    )
    .sort();
const told = async () => {
  const row = await test.platform.ledger.one<{ histories: unknown }>(
    sql`select histories from operation_checkpoints where workspace_id = ${own.workspaceId}`,
  );
  return row?.histories ?? null;
};

describe('histories of customers', () => {
  it('say of every metric what the events say one by one', async () => {
    await equalToEvents(true);
    expect(await verified()).toEqual({ equal: true, differences: [] });
  });

  it('have beside them the computed traits that the tallies of identifiers add up to', async () => {
    const slices = await made.slices(own.workspaceId);
    const at = new Date('2026-04-01T00:00:00Z');
    const counting = (await histories.counting(own.workspaceId))!;
    const rows = (table: Sql) =>
      test.platform.warehouse.query(sql`select * from ${table} order by profile_key`);
    const kept = await rows(keptProfileRows(own.viewer(), counting, at));
    expect(kept).toEqual(await rows(profileRows(own.viewer(), slices, at)));
    expect(kept.length).toBeGreaterThan(20);
  });

  it('hold late events, and customers who turn out to be one', async () => {
    await record(some(60, 4));
    await record(some(3, 5));
    const links = [0, 1, 2].map((at) => ({
      ...some(1, 6)[0]!,
      ...{ messageId: `link-${at}`, kind: 'visit', name: 'visit' },
      identifiers: [
        { type: 'user_id', value: `c${2 * at}` },
        { type: 'email', value: `second${at}@example.org` },
        { type: 'email', value: `c${2 * at}@example.org` },
      ],
    }));
    await record(links);
    await equalToEvents();
  });

  it('are taken apart with their customer', async () => {
    const [link] = await test.platform.warehouse.query<{ a: string; b: string }>(
      sql`select toString(key_a) as a, toString(key_b) as b from identity_links
        where workspace_id = ${own.workspaceId} order by link_id limit 1`,
    );
    const before = await told();
    await after(() =>
      test.collect.recordLink(own.workspaceId, {
        ...{ ...link!, rule: 'removed', by: 'somebody', reason: 'two people' },
      }),
    );
    expect(await told()).not.toEqual(before);
    await equalToEvents();
    expect(await verified()).toEqual({ equal: true, differences: [] });
  });

  it('leave nothing behind of what was written before a kill', async () => {
    const { warehouse, ledger } = test.platform;
    const before = await told();
    for (const seed of [21, 22]) await record(some(25, seed));
    await ledger.query(sql`update operation_checkpoints set histories = ${JSON.stringify(before)}::jsonb
      where workspace_id = ${own.workspaceId}`);
    await ledger.transaction((tx) =>
      createHistories(test.platform, made, { least: 0, oneIn: 2 }).roll(tx, own.workspaceId),
    );
    await equalToEvents();
    const slices = await warehouse.query(
      sql`select distinct slice from customer_histories where workspace_id = ${own.workspaceId}`,
    );
    const { slices: named, replaced } = (await told()) as { slices: []; replaced: [] };
    expect(slices.length).toBeLessThanOrEqual(named.length + replaced.length);
  });

  it('that were replaced are gone when no question can read them any more, also where nothing new comes', async () => {
    const { clock, ledger, warehouse } = test.platform;
    const roll = () => ledger.transaction((tx) => histories.roll(tx, own.workspaceId));
    const standing = async () => (await historySlices(warehouse, own.workspaceId)).map(String).sort();
    for (const seed of [31, 32]) await record(some(25, seed));
    const { slices, replaced } = (await told()) as Record<'slices' | 'replaced', { id: string }[]>;
    expect(replaced.length).toBeGreaterThan(0);
    await roll();
    expect(await standing()).toEqual([...slices, ...replaced].map(({ id }) => id).sort());
    clock.set(new Date(Date.now() + 300_000).toISOString());
    await roll();
    expect(await standing()).toEqual(slices.map(({ id }) => id).sort());
    await equalToEvents();
    clock.set(null);
  });

  it('of a customer who is erased are gone, and nobody else’s change', async () => {
    const { warehouse } = test.platform;
    const [one] = await warehouse.query<{ key: string }>(sql`select toString(profile_key) as key
      from customer_histories where workspace_id = ${own.workspaceId} and part = 'moments' order by key limit 1`);
    const keys = test.unify.identifierKeysOf(own.workspaceId, one!.key).map(BigInt);
    for (const [table, column] of [
      ['events', 'identifier_key'],
      ['signals', 'identifier_key'],
      ['answers', 'identifier_key'],
      ['customer_tallies', 'identifier_key'],
      ['customer_histories', 'profile_key'],
      ['customer_states', 'profile_key'],
      ['customer_moments', 'profile_key'],
      ['customer_samples', 'profile_key'],
    ] as const)
      await warehouse.command(sql`alter table ${sql.name(table)} delete where workspace_id = ${own.workspaceId}
        and ${sql.name(column)} in ${sql.list(keys, 'UInt64')} settings mutations_sync = 2`);
    await test.understand.recountDays(own.workspaceId, days());
    expect(await verified()).toEqual({ equal: true, differences: [] });
    await equalToEvents();
  });

  it('and tallies are the same when they are made in many turns', async () => {
    const { ledger } = test.platform;
    const few = createTallies({
      ...{ platform: test.platform, rates: test.collect.reference, atOnce: 160 },
      homeCurrency: async () => 'EUR',
    });
    const inTurns = createHistories(test.platform, few, {
      ...{ least: 0, oneIn: 2 },
      some: { events: 240, tallies: 70, customers: 12, unfavourable: 20 },
    });
    await ledger.transaction(async (tx) => {
      await few.remake(tx, own.workspaceId, (await few.made(own.workspaceId, tx))!.to);
      await inTurns.remake(tx, own.workspaceId);
    });
    expect(await verified()).toEqual({ equal: true, differences: [] });
    await test.collect.recordEvents(own, some(120, 9) as never);
    await ledger.transaction(async (tx) => {
      const [seal] = await test.platform.warehouse.query<{ no: string }>(
        sql`select toString(max(commit_no)) as no from commits`,
      );
      await few.roll(tx, own.workspaceId, BigInt(seal!.no));
      await inTurns.roll(tx, own.workspaceId);
    });
    await test.understand.settled(own.workspaceId);
    expect(await verified()).toEqual({ equal: true, differences: [] });
    await equalToEvents();
  });

  it('of an older layout are not read, and laid out again from what they say', async () => {
    const { ledger, warehouse } = test.platform;
    const { layout: _, ...older } = (await told()) as Record<string, unknown>;
    await ledger.query(sql`update operation_checkpoints set histories = ${JSON.stringify(older)}::jsonb
      where workspace_id = ${own.workspaceId}`);
    await warehouse.command(sql`alter table customer_moments update nps_before = toDate(0), nps_after = toDate(0)
      where workspace_id = ${own.workspaceId} settings mutations_sync = 2`);
    expect(await histories.counting(own.workspaceId)).toBe(null);
    expect(await verified()).toEqual({ equal: true, differences: [] });
    // the product rolls by itself, too: whichever comes first lays them out
    await ledger.transaction((tx) => histories.roll(tx, own.workspaceId));
    expect((await told()) as object).toMatchObject({ layout: 2, slices: [{}] });
    expect(await verified()).toEqual({ equal: true, differences: [] });
    await equalToEvents();
  });

  it('from before some events were kept apart get them at the next turn, and not twice', async () => {
    const { ledger } = test.platform;
    for (let time = 0; time < 2; time++) {
      // in one transaction, so that the product, which would keep fewer apart, does not come first
      await ledger.transaction(async (tx) => {
        await tx.query(sql`update operation_checkpoints set histories = histories - 'sampled'
          where workspace_id = ${own.workspaceId}`);
        await histories.roll(tx, own.workspaceId);
      });
      expect(await told()).toMatchObject({ sampled: 2 });
      await equalToEvents();
    }
    expect(await verified()).toEqual({ equal: true, differences: [] });
  });

  it('notice a wrong row, and are made again', async () => {
    const { warehouse } = test.platform;
    await warehouse.command(sql`insert into customer_histories select * replace ([7] as amounts) from customer_histories
      where workspace_id = ${own.workspaceId} and part = 'amounts' and notEmpty(amounts) order by slice desc limit 1`);
    const { differences } = await verified();
    expect(differences.map((one) => 'history_of' in one)).toContain(true);
    await warehouse.command(sql`insert into customer_moments select * replace (7 as minor) from customer_moments
      where workspace_id = ${own.workspaceId} and part = 'amounts' order by slice desc limit 1`);
    expect((await verified()).differences.map((one) => one.history_of)).toContain('by day');
    await warehouse.command(sql`insert into customer_samples select * from customer_samples
      where workspace_id = ${own.workspaceId} order by slice desc limit 1`);
    expect((await verified()).differences.map((one) => one.history_of)).toContain('events');
    await test.understand.rebuildRollups(own.workspaceId);
    expect(await verified()).toEqual({ equal: true, differences: [] });
  });
});

const days = (): string[] =>
  Array.from({ length: 60 }, (_, at) =>
    new Date(Date.parse('2026-02-01') + at * 86_400_000).toISOString().slice(0, 10),
  );
