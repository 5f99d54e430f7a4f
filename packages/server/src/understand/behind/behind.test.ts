import { type OperationalEvent, Question, type SignalInput } from '@lyhord/contract';
import { xoshiro128 } from '@lyhord/stats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../questions/calendar.ts';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';

let test: TestUnderstand;
let own: TestWorkspace;
const period = { from: '2026-04-01', to: '2026-04-28' };
const detractors = { field: 'score', atMost: 6 } as const;

/** Unhappy customers mostly had a late delivery and say so; all write as often, and all wait alike in the store. */
function plant(count: number, seed: number): { signals: SignalInput[]; events: OperationalEvent[] } {
  const random = xoshiro128(seed);
  const signals: SignalInput[] = [];
  const events: OperationalEvent[] = [];
  for (let i = 0; i < count; i++) {
    const unhappy = i % 3 === 0;
    const late = random() < (unhappy ? 0.7 : 0.1);
    const identifiers = [{ type: 'user_id' as const, value: `c${i}` }];
    const day = addDays(period.from, Math.floor(28 * random()));
    const placeCode = i % 2 ? 'lund' : 'malmo';
    signals.push({
      ...{ messageId: `s${i}`, kind: 'survey', channel: 'web', touchpoint: 'delivery', place: placeCode },
      ...{ happenedAt: `${day}T12:00:00Z`, identifiers, language: 'en' },
      answers: [{ question: 'nps', value: unhappy ? 2 : 9 }],
      text: late ? 'The delivery was late and slow.' : 'The staff were friendly and helpful.',
    });
    const event = (kind: OperationalEvent['kind'], daysAgo: number, more: object): OperationalEvent => ({
      ...{
        messageId: `${kind}${i}`,
        kind,
        name: kind,
        touchpoint: null,
        identifiers,
        placeCode,
        channel: 'web',
      },
      ...{ happenedAt: Date.parse(`${day}T10:00:00Z`) - daysAgo * 86_400_000, reference: `r${i}` },
      ...{ amountMinor: null, costMinor: null, currency: 'SEK', dueAt: null, waitSeconds: null },
      ...{ lines: [], properties: {}, ...more },
    });
    const delivered = Date.parse(`${day}T10:00:00Z`) - 2 * 86_400_000;
    events.push(
      event('order_delivered', 2, { dueAt: delivered + (late ? -2 : 1) * 86_400_000 }),
      event('visit', 5, { waitSeconds: Math.floor(200 * random()) }),
      // What lies longer ago than the days looked at is not around them.
      event('ticket_opened', unhappy ? 40 : 60, {}),
    );
  }
  return { signals, events };
}

beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  // A seed in which the waits, drawn alike for all, do not differ by chance.
  const { signals, events } = plant(360, 6);
  await test.collect.recordEvents(own, events);
  await own.record(signals);
});
afterAll(() => test.close());

const words = (over: object = {}, viewer = own.viewer()) =>
  test.understand.inTheirWords(viewer, Question.parse({ metric: 'nps', period, ...over }));
const around = (over: object = {}, viewer = own.viewer()) =>
  test.understand.aroundThem(viewer, Question.parse({ metric: 'nps', period, ...over }));

describe('why, in their words', () => {
  it('names the planted topic first, with interval and quotes, against the rest', async () => {
    const { against, n, nOther, needs, topics } = await words({ where: detractors });
    expect({ against, n, nOther, needs }).toEqual({ against: 'rest', n: 120, nOther: 240, needs: 0 });
    expect(topics[0]!.key).toMatch(/^delivery/);
    expect(topics[0]!.clear).toBe(true);
    expect(topics[0]!.low).toBeGreaterThan(0.3);
    expect(topics[0]!.difference).toBeCloseTo(topics[0]!.share - topics[0]!.shareOther, 12);
    expect(topics[0]!.quotes[0]!.text).toContain('late');
    expect(topics.some(({ key }) => key.startsWith('service'))).toBe(false);
  });

  it('of a number of all rows looks at the period before, and says how many are missing', async () => {
    expect(await words()).toMatchObject({ against: 'before', nOther: 0, needs: 20, topics: [] });
    const few = await words({ where: detractors, period: { from: '2026-04-01', to: '2026-04-02' } });
    expect(few.needs).toBeGreaterThan(0);
    expect(few.topics).toEqual([]);
  });

  it('leaves out the topic by which the rows were chosen', async () => {
    const found = await words({ metric: 'signals', where: { field: 'topic', is: 'delivery' } });
    expect(found.n).toBeGreaterThan(60);
    expect(found.topics.filter(({ key }) => key.startsWith('delivery'))).toEqual([]);
  });

  it('of an operations number: what the customers of these events say', async () => {
    const found = await words({
      metric: 'late_deliveries',
      where: { field: 'place', is: own.place('lund') },
    });
    // Deliveries of the first two days lie before the period, and so do their customers.
    expect(found.n).toBeGreaterThan(150);
    expect(found.nOther).toBeGreaterThan(150);
    expect(found.n + found.nOther).toBeLessThan(360);
  });

  it('shows a manager their own places only', async () => {
    const manager = own.viewer({ role: 'manager', placeIds: [own.place('lund')] });
    const found = await words({ where: detractors }, manager);
    expect(found.n + found.nOther).toBe(180);
    await expect(words({ place: own.place('malmo') }, manager)).rejects.toThrow('you may not see it');
  });
});

describe('what happened around them', () => {
  it('finds the planted cause, clear among all facts, and not what is alike or too long ago', async () => {
    const { against, n, nOther, facts } = await around({ where: detractors });
    expect({ against, n, nOther }).toEqual({ against: 'rest', n: 120, nOther: 240 });
    const clear = facts.filter((one) => one.clear).map(({ fact }) => fact);
    expect(clear.sort()).toEqual(['delivery_days', 'late_delivery']);
    const late = facts.find(({ fact }) => fact === 'late_delivery')!;
    expect(late.low).toBeLessThan(0.6);
    expect(late.high).toBeGreaterThan(0.6);
    expect(late.mean).toBeGreaterThan(0.55);
    expect(facts.find(({ fact }) => fact === 'contact')?.mean ?? 0).toBe(0);
  });

  it('leaves out the facts that the number itself is made of', async () => {
    const found = await around({
      metric: 'late_deliveries',
      where: { field: 'place', is: own.place('lund') },
    });
    expect(found.facts.map(({ fact }) => fact)).not.toContain('late_delivery');
  });

  it('says how many are missing, of few rows and of nobody known', async () => {
    expect(await around({ place: own.place('eshop') })).toMatchObject({ n: 0, needs: 20, facts: [] });
    const manager = own.viewer({ role: 'manager', placeIds: [own.place('malmo')] });
    const found = await around({ where: detractors }, manager);
    expect(found.n + found.nOther).toBe(180);
  });
});
