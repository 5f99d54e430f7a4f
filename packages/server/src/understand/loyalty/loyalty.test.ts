import type { OperationalEvent, SignalInput } from '@lyhord/contract';
import { xoshiro128 } from '@lyhord/stats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';

let test: TestUnderstand;
let own: TestWorkspace;
const period = { from: '2026-01-01', to: '2026-01-31' };
const day = 86_400_000;
const start = Date.UTC(2026, 0, 5, 12);

/** Promoters come back more often than detractors; satisfaction says nothing of what follows. */
function lived(customers: number): { signals: SignalInput[]; events: OperationalEvent[] } {
  const random = xoshiro128(3);
  const signals: SignalInput[] = [];
  const events: OperationalEvent[] = [];
  const event = (index: number, kind: OperationalEvent['kind'], days: number, amountMinor: number | null) =>
    events.push({
      ...{
        messageId: `e${events.length}`,
        kind,
        name: kind,
        happenedAt: start + days * day,
        placeCode: 'lund',
      },
      ...{ identifiers: [{ type: 'user_id', value: `c${index}` }], channel: 'web', touchpoint: null },
      ...{ reference: null, amountMinor, costMinor: null, currency: amountMinor === null ? null : 'SEK' },
      ...{ dueAt: null, waitSeconds: null, lines: [], properties: {} },
    });
  for (let index = 0; index < customers; index++) {
    const happy = random() < 0.5;
    signals.push({
      ...{ messageId: `s${index}`, kind: 'survey', channel: 'web', place: 'lund', happenedAt: start },
      identifiers: [{ type: 'user_id', value: `c${index}` }],
      answers: [
        { question: 'nps', value: happy ? 10 : 3 },
        { question: 'csat', value: random() < 0.5 ? 5 : 1 },
      ],
    });
    event(index, 'order_placed', -20, 10_000 + Math.floor(random() * 10_000));
    if (random() < (happy ? 0.7 : 0.4)) event(index, 'order_placed', 30, 20_000);
    if (random() < 0.1) event(index, 'ticket_opened', 40, null);
  }
  event(0, 'order_placed', 140, 5_000);
  return { signals, events };
}

beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  const { signals, events } = lived(600);
  const verdicts = await test.collect.recordEvents(own, events);
  expect(verdicts.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  await own.record(signals);
});
afterAll(() => test.close());

const ask = (over: object = {}) => test.understand.loyalty(own.viewer(), { ...period, days: 90, ...over });
const cellOf = (report: Awaited<ReturnType<typeof ask>>, sign: string, outcome: string) =>
  report.signs.find((one) => one.sign === sign)?.cells.find((one) => one.outcome === outcome);

describe('loyalty', () => {
  it('says which sign went with coming back, and which did not', async () => {
    const report = await ask();
    expect(report).toMatchObject({ followed: 600, currency: 'SEK', until: '2026-01-31' });
    const nps = cellOf(report, 'nps', 'came_back')!;
    expect(nps.verdict).toBe('went_with');
    expect(nps.low).toBeLessThan(0.3);
    expect(nps.high).toBeGreaterThan(0.3);
    expect(cellOf(report, 'nps', 'contacted')?.verdict).not.toBe('went_with');
    expect(cellOf(report, 'csat', 'came_back')?.verdict).not.toBe('went_with');
  });

  it('compares nobody where whoever gave the sign is known to have done nothing', async () => {
    const other = await test.workspace();
    const { signals, events } = lived(60);
    await test.collect.recordEvents(other, events);
    const reviewers = signals.map((signal, index) => ({
      ...signal,
      ...{ messageId: `r${index}`, identifiers: [{ type: 'user_id' as const, value: `reviewer${index}` }] },
      answers: [{ question: 'stars', value: index % 2 === 0 ? 5 : 1 }],
    }));
    await other.record([...signals, ...reviewers]);
    const report = await test.understand.loyalty(other.viewer(), { ...period, days: 90 });
    const stars = report.signs.find(({ sign }) => sign === 'stars')!;
    expect(stars).toMatchObject({ highN: 30, lowN: 30 });
    expect(new Set(stars.cells.map(({ verdict, highGroup }) => `${verdict} ${highGroup}`))).toEqual(
      new Set(['nobody null']),
    );
    expect(cellOf(report, 'nps', 'came_back')?.verdict).not.toBe('nobody');
  });

  it('stands beside other indicators, not on NPS alone', async () => {
    const { figures } = await ask();
    expect(figures.map(({ metric }) => metric)).toEqual(
      expect.arrayContaining(['nps', 'retention', 'return_rate']),
    );
    expect(figures.find(({ metric }) => metric === 'nps')?.n).toBe(600);
  });

  it('tells of orders followed by another only where the days after are over', async () => {
    const { figures } = await ask();
    const periodOf = (metric: string) => figures.find((one) => one.metric === metric)?.period;
    const told = periodOf('repeat_purchases')!;
    expect(periodOf('nps')).toBeUndefined();
    const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
    expect([days(told.from, period.from), days(told.to, period.to)]).toEqual([90, 90]);
  });

  it('says how many customers more are needed where they are too few', async () => {
    const few = await test.workspace();
    const { signals, events } = lived(24);
    await test.collect.recordEvents(few, events);
    await few.record(signals);
    const report = await test.understand.loyalty(few.viewer(), { ...period, days: 90 });
    const cell = cellOf(report, 'nps', 'came_back')!;
    expect(cell).toMatchObject({ verdict: 'not_enough', difference: null });
    expect(cell.needed).toBeGreaterThan(0);
  });

  it('follows only answers whose days after are over, and says so', async () => {
    const report = await ask({ days: 180 });
    expect(report).toMatchObject({ followed: 0, signs: [], until: '2025-11-26', since: '2024-11-26' });
  });

  it('shows a manager the own places alone', async () => {
    const report = await test.understand.loyalty(
      own.viewer({ role: 'manager', placeIds: [own.place('malmo')] }),
      {
        ...period,
        days: 90,
      },
    );
    expect(report.followed).toBe(0);
  });
});
