import { type AnswerRow, type OperationalEvent, Question, type SignalInput } from '@lyhord/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';

let test: TestUnderstand;
let own: TestWorkspace;
const period = { from: '2026-03-01', to: '2026-03-31' };
const at = '2026-03-05T12:00:00Z';

let number = 0;
function event(kind: OperationalEvent['kind'], over: Partial<OperationalEvent>): OperationalEvent {
  number += 1;
  return {
    ...{ messageId: `e${number}`, kind, name: kind, identifiers: [], placeCode: 'lund', channel: 'web' },
    ...{ touchpoint: null, happenedAt: Date.parse(at), reference: null, amountMinor: null, costMinor: null },
    ...{ currency: null, dueAt: null, waitSeconds: null, lines: [], properties: {} },
    ...over,
  };
}
const line = (product: string, quantity: number, priceMinor: number, costMinor: number | null = null) => ({
  ...{ productId: product, name: `The ${product}`, category: product === 'chair' ? 'seats' : 'tables' },
  ...{ quantity, priceMinor, costMinor },
});

/** 30 orders of chairs, every third with a table, too; 12 of lamps; 14 without lines. Chairs of ten orders come back. */
function orders(): OperationalEvent[] {
  const money = { currency: 'EUR', costMinor: null };
  const of = (index: number, lines: OperationalEvent['lines'], amountMinor: number): OperationalEvent =>
    event('order_placed', {
      ...{ ...money, reference: `o${index}`, amountMinor, lines },
      identifiers: [{ type: 'user_id', value: `c${index}` }],
    });
  const chairs = Array.from({ length: 30 }, (_, index) =>
    index % 3 === 0
      ? of(index, [line('chair', 2, 1_000, 600), line('table', 1, 5_000)], 7_500)
      : of(index, [line('chair', 1, 1_000, 600)], 1_000),
  );
  const lamps = Array.from({ length: 12 }, (_, index) => of(100 + index, [line('lamp', 1, 300)], 300));
  const bare = Array.from({ length: 14 }, (_, index) => of(200 + index, [], 50));
  const back = Array.from({ length: 10 }, (_, index) =>
    event('order_returned', { reference: `o${3 * index}`, lines: [line('chair', 2, 1_000)] }),
  );
  return [...chairs, ...lamps, ...bare, ...back, event('order_returned', { reference: 'o100' })];
}

/** Reviews name their product, surveys the order they are about. */
function told(): SignalInput[] {
  const said = (value: number, over: Partial<SignalInput>): SignalInput => ({
    ...{ messageId: `s${number++}`, kind: 'review', channel: 'web', place: 'lund', happenedAt: at },
    ...{ answers: [{ question: 'nps', value }], ...over },
  });
  return [
    ...Array.from({ length: 12 }, () => said(10, { properties: { product: 'lamp' } })),
    ...Array.from({ length: 30 }, (_, index) =>
      said(index % 3 === 0 ? 2 : 9, { kind: 'survey', reference: `o${index}` }),
    ),
    ...Array.from({ length: 11 }, () => said(7, {})),
    ...staff('floor', 6, 4).map((properties) => said(9, { kind: 'survey', properties })),
    ...staff('desk', 2, 25).map((properties) => said(1, { kind: 'survey', properties })),
    ...staff('stock', 12, 2).map((properties) => said(3, { kind: 'survey', properties })),
    ...Array.from({ length: 12 }, (_, index) =>
      said(8, {
        ...{ kind: 'staff', properties: { employeeGroup: 'office' } },
        identifiers: [{ type: 'user_id', value: `staff${index}` }],
      }),
    ),
  ];
}
const staff = (employeeGroup: string, people: number, each: number) =>
  Array.from({ length: people * each }, (_, index) => ({ employeeGroup, employee: `${index % people}` }));

beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  const waits = [...staff('floor', 6, 3), ...staff('desk', 3, 10), ...staff('stock', 8, 4)];
  const visits = waits.map((properties, index) =>
    event('visit', { waitSeconds: 60 + (index % 7), properties }),
  );
  const verdicts = await test.collect.recordEvents(own, [...orders(), ...visits]);
  expect(verdicts.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  await own.record(told());
});
afterAll(() => test.close());

const ask = (over: object) => test.understand.ask(own.viewer(), Question.parse({ period, ...over }));
const byKey = (key: string, rows: readonly AnswerRow[]) =>
  new Map(rows.map((row) => [String(row.keys[key]), row]));

describe('what a row is about', () => {
  it('is the product of an order’s lines: their amounts, not the order’s; without lines the order’s own', async () => {
    const { rows, products } = await ask({ metric: 'revenue', by: ['product'] });
    expect(products).toMatchObject({ chair: 'The chair', table: 'The table' });
    const of = byKey('product', rows);
    expect(of.get('chair')).toMatchObject({ n: 30, value: 10 * 2_000 + 20 * 1_000 });
    expect(of.get('table')).toMatchObject({ n: 10, value: 50_000 });
    expect(of.get('lamp')).toMatchObject({ n: 12, value: 3_600 });
    expect(of.get('')).toMatchObject({ n: 14, value: 700 });
    const margins = byKey('product', (await ask({ metric: 'margin', by: ['product'] })).rows);
    expect(margins.get('chair')).toMatchObject({ n: 30, value: 10 * 800 + 20 * 400 });
    expect(margins.get('table')?.n ?? 0).toBe(0);
    const seats = byKey('category', (await ask({ metric: 'orders', by: ['category'] })).rows);
    expect([seats.get('seats')?.n, seats.get('tables')?.n]).toEqual([30, 22]);
  });

  it('came back where the return names it, or names nothing', async () => {
    const of = byKey('product', (await ask({ metric: 'return_rate', by: ['product'] })).rows);
    expect(of.get('chair')).toMatchObject({ n: 30, value: 10 / 30 });
    expect(of.get('table')).toMatchObject({ n: 10, value: 0 });
    expect(of.get('lamp')).toMatchObject({ n: 12, value: 1 / 12 });
  });

  it('is the product that a review names, or those of the order that an answer is about', async () => {
    const of = byKey('product', (await ask({ metric: 'nps', by: ['product'] })).rows);
    expect(of.get('lamp')).toMatchObject({ n: 12, value: 100 });
    expect(of.get('chair')).toMatchObject({ n: 30, value: 100 * (20 / 30 - 10 / 30) });
    expect(of.get('table')).toMatchObject({ n: 10, value: -100 });
    const seats = byKey('category', (await ask({ metric: 'nps', by: ['category'] })).rows);
    expect(seats.get('tables')).toMatchObject({ n: 22 });
    const { rows } = await ask({ metric: 'signals', by: ['product', 'kind'] });
    expect(rows.find(({ keys }) => keys.product === 'lamp' && keys.kind === 'review')?.n).toBe(12);
  });

  it('can be split by product where there are orders, and nowhere else', async () => {
    await expect(ask({ metric: 'waiting_time', by: ['product'] })).rejects.toThrow('cannot be split');
    await expect(ask({ metric: 'retention', by: ['employee_group'] })).rejects.toThrow('cannot be split');
    for (const metric of ['purchase_frequency', 'purchase_interval', 'retention', 'repeat_purchases']) {
      expect((await ask({ metric, by: ['product'] })).rows.length, metric).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('a group of employees', () => {
  it('is told from five different ones on, however much they did; what would give the others away is withheld, too', async () => {
    const of = byKey('employee_group', (await ask({ metric: 'nps', by: ['employee_group'] })).rows);
    expect(of.get('desk')).toMatchObject({ n: 50, value: null, tooFew: true });
    expect(of.get('floor')).toMatchObject({ n: 24, value: null, tooFew: true });
    expect(of.get('stock')).toMatchObject({ n: 24, value: -100 });
    expect(of.get('office')).toMatchObject({ n: 12, value: 0 });
    expect(of.get('')).toMatchObject({ n: 53 });
    expect(JSON.stringify([...of])).not.toContain('staff1');
  });

  it('is not told by its counts or its waits either', async () => {
    const counts = byKey('employee_group', (await ask({ metric: 'signals', by: ['employee_group'] })).rows);
    expect(counts.get('desk')?.value).toBeNull();
    const waits = byKey(
      'employee_group',
      (await ask({ metric: 'waiting_time', by: ['employee_group'] })).rows,
    );
    expect([waits.get('desk')?.value, waits.get('floor')?.value]).toEqual([null, null]);
    expect(waits.get('stock')?.value).toBeGreaterThan(59);
  });

  it('has no differences when it is withheld in either period, and is neither shrunk nor weighted', async () => {
    const compare = { period: { from: '2026-02-01', to: '2026-03-31' } };
    const { rows } = await ask({ metric: 'nps', by: ['employee_group'], compare });
    const desk = byKey('employee_group', rows).get('desk');
    expect([desk?.difference ?? null, desk?.compared?.value ?? null]).toEqual([null, null]);
    await expect(ask({ metric: 'nps', by: ['employee_group'], few: 'shrink' })).rejects.toThrow('neither');
    const weights = [{ dimension: 'channel', totals: { web: 1 } }];
    await expect(ask({ metric: 'nps', by: ['employee_group'], weights })).rejects.toThrow('neither');
  });
});
