// Poor input through the public face: an honest "not enough to say", never a number that means nothing.
import { type OperationalEvent, Question, type SignalInput } from '@lyhord/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';

let test: TestUnderstand;
let own: TestWorkspace;
const march = { from: '2026-03-01', to: '2026-03-31' };
const june = { from: '2026-06-01', to: '2026-06-30' };
const april = { from: '2026-04-01', to: '2026-04-30' };

let number = 0;
const answers = (place: string, values: readonly number[], day: string, question = 'nps'): SignalInput[] =>
  values.map((value) => ({
    ...{ messageId: `p${number++}`, kind: 'survey', channel: 'web', place, happenedAt: `${day}T12:00:00Z` },
    answers: [{ question, value, ...(question === 'felt' ? { min: 1, max: 7 } : {}) }],
  }));
const order = (index: number, currency: string): OperationalEvent => ({
  ...{
    messageId: `o${index}`,
    kind: 'order_placed',
    name: 'order_placed',
    touchpoint: null,
    placeCode: 'lund',
  },
  ...{ happenedAt: Date.parse('2026-03-05T12:00:00Z'), channel: 'web', reference: `o${index}` },
  ...{
    identifiers: [{ type: 'user_id', value: `c${index}` }],
    amountMinor: 10_000,
    costMinor: null,
    currency,
  },
  ...{ dueAt: null, waitSeconds: null, lines: [], properties: {} },
});

beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  await test.collect.recordEvents(own, [
    ...Array.from({ length: 14 }, (_, i) => order(i, 'SEK')),
    ...Array.from({ length: 12 }, (_, i) => order(100 + i, 'DKK')),
  ]);
  await own.record([
    ...answers('lund', [9, 2, 10], '2026-03-03'),
    ...answers('malmo', Array(30).fill(9), '2026-03-04'),
    ...answers('malmo', Array(12).fill(5), '2026-03-29'),
    ...answers('malmo', Array(30).fill(4), '2026-06-04', 'csat'),
    ...answers('lund', Array(20).fill(5), '2026-06-04', 'csat'),
    ...answers('arhus', Array(3).fill(1), '2026-06-04', 'csat'),
    ...answers('malmo', Array(12).fill(4), '2026-04-04', 'csat'),
    ...answers('lund', Array(11).fill(4), '2026-04-04', 'csat'),
    ...answers('arhus', Array(13).fill(4), '2026-04-04', 'csat'),
    // The questionnaire was changed: April asks another question.
    ...answers('malmo', Array(25).fill(6), '2026-04-10', 'felt'),
  ]);
});
afterAll(() => test.close());

const ask = (over: object) => test.understand.ask(own.viewer(), Question.parse({ period: march, ...over }));

describe('a number that would mean nothing is not given', () => {
  it('too few answers: no value, n and how many it takes', async () => {
    const answer = await ask({ metric: 'nps', place: own.place('lund') });
    expect(answer.rows).toMatchObject([{ value: null, low: null, high: null, n: 3, tooFew: true }]);
    expect(answer.minimumN).toBe(10);
  });

  it('a limit shows no more of few answers than the whole list does', async () => {
    const asked = { metric: 'csat', by: ['place'], period: june };
    const all = (await ask(asked)).rows;
    expect(all.map(({ n, tooFew }) => [n, tooFew])).toEqual([
      [30, false],
      [20, true],
      [3, true],
    ]);
    expect((await ask({ ...asked, limit: 2 })).rows).toEqual(all.slice(0, 2));
    const compared = { ...asked, period: april, compare: { period: june } };
    const whole = (await ask(compared)).rows;
    expect((await ask({ ...compared, limit: 2 })).rows).toEqual(whole.slice(0, 2));
  });

  it('all equal: a score with an interval that is not empty', async () => {
    const [row] = (await ask({ metric: 'nps', period: { from: '2026-03-04', to: '2026-03-05' } })).rows;
    expect(row).toMatchObject({ value: 100, n: 30, tooFew: false });
    expect(row!.low).toBeLessThan(95);
    expect(row!.high).toBeLessThanOrEqual(100);
  });

  it('one place only: no league, no groups', async () => {
    const { rows } = await test.understand.places(own.viewer(), { ...april, metric: 'nps' } as never);
    expect(rows.every(({ score }) => score.value === null)).toBe(true);
  });

  it('no orders: no retention, no lifetime value, and a sum without rows', async () => {
    for (const metric of ['retention', 'churn', 'lifetime_value', 'order_value', 'return_rate'] as const) {
      const { rows } = await ask({ metric, period: june });
      for (const row of rows) expect(row, metric).toMatchObject({ value: null, n: 0 });
    }
    expect((await ask({ metric: 'revenue', period: june })).rows).toEqual([]);
  });

  it('gaps: days without answers are not there, not nought', async () => {
    const { rows } = await ask({ metric: 'nps', by: ['day'] });
    expect(rows.map(({ keys }) => keys.day)).toEqual(['2026-03-03', '2026-03-04', '2026-03-29']);
    expect(rows[0]).toMatchObject({ value: null, tooFew: true });
  });

  it('a changed questionnaire: nothing is compared that was asked differently', async () => {
    const [row] = (await ask({ metric: 'nps', period: april, compare: { period: march } })).rows;
    expect(row).toMatchObject({ value: null, n: 0 });
    expect(row!.difference ?? null).toBeNull();
  });

  it('clocks in the future: an answer of the year after next is refused by name', async () => {
    const late = answers('malmo', [9], `${new Date().getUTCFullYear() + 2}-01-01`);
    const [verdict] = await test.collect.recordSignals(own, late);
    expect(verdict!.outcome).not.toBe('accepted');
  });

  it('mixed currencies: one row each, never a sum of both', async () => {
    const { rows } = await ask({ metric: 'order_value' });
    expect(rows.map(({ keys, value, n }) => [keys.currency, value, n]).sort()).toEqual([
      ['DKK', 10_000, 12],
      ['SEK', 10_000, 14],
    ]);
  });

  it('drivers, words and facts of too few say how many are missing', async () => {
    const drivers = await test.understand.drivers(own.viewer(), { ...march, metric: 'nps' } as never);
    expect(drivers.drivers).toEqual([]);
    expect(drivers.needed).toBeGreaterThan(0);
    const question = Question.parse({ metric: 'nps', period: march });
    expect((await test.understand.inTheirWords(own.viewer(), question)).needs).toBe(20);
    expect((await test.understand.aroundThem(own.viewer(), question)).needs).toBe(20);
  });
});
