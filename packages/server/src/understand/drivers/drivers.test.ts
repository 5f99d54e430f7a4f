import type { OperationalEvent, SignalInput } from '@lyhord/contract';
import { drawNormal, xoshiro128 } from '@lyhord/stats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';

let test: TestUnderstand;
let own: TestWorkspace;
const period = { from: '2026-03-01', to: '2026-03-31' };

/** Deliveries whose delay matters most, then the staff, then the price's rating; the room's light means nothing. */
function lived(count: number): { signals: SignalInput[]; events: OperationalEvent[] } {
  const random = xoshiro128(9);
  const signals: SignalInput[] = [];
  const events: OperationalEvent[] = [];
  for (let index = 0; index < count; index++) {
    const happenedAt = Date.UTC(2026, 2, 2 + (index % 28), 12);
    const delay = Math.max(0, 2 + 2 * drawNormal(random));
    const staff = [-1, 0, 1][Math.floor(random() * 3)]!;
    const price = 1 + Math.floor(random() * 5);
    const mood = 3.4 - 0.45 * delay + 0.6 * staff + 0.15 * (price - 3) + 0.5 * drawNormal(random);
    const event = {
      channel: null,
      touchpoint: 'delivery',
      placeCode: 'lund',
      identifiers: [],
      reference: `o${index}`,
    };
    const money = {
      amountMinor: null,
      costMinor: null,
      currency: null,
      waitSeconds: null,
      lines: [],
      properties: {},
    };
    events.push({
      ...{
        ...event,
        ...money,
        messageId: `e${index}`,
        kind: 'order_delivered',
        name: 'Delivered',
        happenedAt,
      },
      dueAt: happenedAt - Math.round(delay * 86_400_000),
    });
    signals.push({
      ...{ messageId: `s${index}`, kind: 'survey', channel: 'email', touchpoint: 'delivery', place: 'lund' },
      ...{ happenedAt, reference: `o${index}` },
      text: staff < 0 ? 'The staff were rude.' : staff > 0 ? 'Friendly staff.' : 'Fine.',
      answers: [
        { question: 'csat', value: Math.max(1, Math.min(5, Math.round(mood))) },
        ...(index % 10 === 0 ? [] : [{ question: 'criterion.price', value: price, min: 1, max: 5 }]),
        { question: 'criterion.light', value: 1 + Math.floor(random() * 5), min: 1, max: 5 },
      ],
    });
  }
  return { signals, events };
}

beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  const { signals, events } = lived(600);
  await test.collect.recordEvents(own, events);
  await own.record(signals);
});
afterAll(() => test.close());

const ask = (over: object = {}) =>
  test.understand.drivers(own.viewer(), { ...period, metric: 'csat', ...over });

describe('the drivers', () => {
  it('are weighed together: ratings, topics and what happened, the true one first', async () => {
    const { drivers, rSquared, n, method, run } = await ask();
    expect(run).toMatchObject({ n: 600, method: 'lmg', inputHash: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(n).toBe(600);
    expect(method).toBe('lmg');
    expect(drivers.map(({ kind }) => kind).sort()).toEqual(['operation', 'rating', 'rating', 'topic']);
    expect(drivers[0]?.key).toBe('fact.delay');
    expect(drivers.at(-1)?.key).toBe('criterion.light');
    expect(drivers.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(rSquared!, 9);
    expect(drivers.at(-1)!.group).toBeGreaterThan(1);
  });

  it('say by how much answers differ, with draws that belong together', async () => {
    const { drivers } = await ask();
    const delay = drivers.find(({ key }) => key === 'fact.delay')!;
    expect(delay.coefficient).toBeLessThan(-0.3);
    expect(delay.reach).toBeLessThan(0);
    expect(delay.draws.length).toBe(drivers[1]!.draws.length);
    const inside = delay.draws.filter(
      (draw) => draw >= delay.coefficientLow! && draw <= delay.coefficientHigh!,
    );
    expect(inside.length / delay.draws.length).toBeGreaterThan(0.93);
  });

  it('give ratings that are missing their mean, and tell of how many they know it', async () => {
    const { drivers } = await ask();
    expect(drivers.find(({ key }) => key === 'criterion.price')?.n).toBe(540);
  });

  it('are withheld where answers are too few, with how many more are needed', async () => {
    const report = await ask({ to: '2026-03-03' });
    expect(report.drivers).toEqual([]);
    expect(report.needed).toBe(100 - report.n);
  });
});
