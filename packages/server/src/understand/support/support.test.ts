import { type OperationalEvent, Question, type SignalInput } from '@lyhord/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openUnderstand, type TestUnderstand, type TestWorkspace } from '../testing/open-understand.ts';

let test: TestUnderstand;
let own: TestWorkspace;
const hour = 3_600_000;
const period = { from: '2026-03-02', to: '2026-03-29' };

function ticket(
  index: number,
  at: number,
  text: string,
  hours: number,
): { signals: SignalInput[]; events: OperationalEvent[] } {
  const reference = `t${index}`;
  const event = (kind: 'ticket_opened' | 'ticket_solved', happenedAt: number): OperationalEvent => ({
    ...{
      messageId: `${kind}${index}`,
      kind,
      name: kind,
      happenedAt,
      reference,
      placeCode: 'lund',
      channel: 'phone',
    },
    ...{
      touchpoint: 'support',
      identifiers: [],
      amountMinor: null,
      costMinor: null,
      currency: null,
      dueAt: null,
    },
    ...{ waitSeconds: null, lines: [], properties: {} },
  });
  return {
    events: [event('ticket_opened', at), event('ticket_solved', at + hours * hour)],
    signals: [
      {
        ...{ messageId: `m${index}`, kind: 'ticket', channel: 'phone', place: 'lund', happenedAt: at + 1000 },
        ...{ reference, conversation: reference, text },
      },
    ],
  };
}
beforeAll(async () => {
  test = await openUnderstand();
  own = await test.workspace();
  const day = (number: number) => Date.UTC(2026, 2, number, 10);
  const all = [
    ...Array.from({ length: 16 }, (_, i) =>
      ticket(i, day(3 + i), 'The delivery was late, the parcel came too late.', 4),
    ),
    ...Array.from({ length: 4 }, (_, i) => ticket(20 + i, day(3 + i), 'The invoice is wrong.', 10)),
  ];
  await test.collect.recordEvents(
    own,
    all.flatMap(({ events }) => events),
  );
  await own.record(all.flatMap(({ signals }) => signals));
});
afterAll(() => test.close());

it('groups tickets by what they are about, and says what a week without one problem would spare', async () => {
  const report = await test.understand.support(own.viewer(), period);
  expect(report.contacts).toBe(20);
  expect(report.trend.reduce((sum, { n }) => sum + n, 0)).toBe(20);
  const delivery = report.problems.find(({ key }) => key.startsWith('delivery'))!;
  expect(delivery).toMatchObject({
    tickets: 16,
    hours: 4,
    avoided: { contactsPerWeek: 4, hoursPerWeek: 16 },
  });
  expect(delivery.share).toBeCloseTo(16 / 20);
  // of four tickets it is told that they came, not how they felt and how long they took
  const invoices = report.problems.find(({ tickets }) => tickets === 4)!;
  expect(invoices).toMatchObject({ negativeShare: null, hours: null, avoided: { contactsPerWeek: 1 } });
  const solving = report.figures.find(({ metric }) => metric === 'resolution_time')!;
  expect(solving.value).toBeCloseTo((16 * 4 + 4 * 10) / 20);
  expect(report.figures.find(({ metric }) => metric === 'contacts')).toMatchObject({
    n: 20,
    compared: { n: 0 },
  });
});

it('says the same figures as the questions that they are, as a whole and at a place', async () => {
  const busy = await test.workspace();
  const start = Date.UTC(2026, 1, 2, 8);
  const tickets = Array.from({ length: 90 }, (_, index) => {
    const [opened, solved] = ticket(index, start + index * 14 * hour, '-', 1 + (index % 7)).events;
    const placed = {
      placeCode: index % 3 === 0 ? 'malmo' : 'lund',
      channel: index % 2 === 0 ? 'phone' : 'web',
      identifiers: [{ type: 'user_id', value: `c${index % 20}` }],
    };
    const answered = {
      ...{ ...opened!, kind: 'ticket_answered', name: 'ticket_answered', messageId: `answered${index}` },
      happenedAt: opened!.happenedAt + (1 + (index % 5)) * hour,
    } as const;
    const ordered = {
      ...{ ...opened!, kind: 'order_placed', name: 'order_placed', messageId: `order${index}` },
      ...{ reference: `o${index}`, amountMinor: 100, currency: 'EUR' },
    } as const;
    const all = [
      opened!,
      ordered,
      ...(index % 4 === 0 ? [] : [answered]),
      ...(index % 9 === 0 ? [] : [solved!]),
    ];
    return all.map((one) => ({ ...one, ...placed }) as OperationalEvent);
  });
  await test.collect.recordEvents(busy, tickets.flat());
  await test.understand.settled(busy.workspaceId);
  for (const at of [{}, { place: busy.place('lund') }]) {
    const report = await test.understand.support(busy.viewer(), { ...period, ...at });
    expect(report.figures.length).toBe(5);
    for (const { metric, unit, ...figure } of report.figures) {
      const compare = { period: { from: '2026-02-02', to: '2026-03-01' } };
      const asked = Question.parse({ metric, period, compare, ...at });
      const answer = await test.understand.ask(busy.viewer(), asked);
      const { keys: _, ...row } = answer.rows[0]!;
      expect({ unit, ...figure }, metric).toEqual({ unit: answer.unit, ...row });
      expect(figure.n, metric).toBeGreaterThan(10);
    }
    const channels = await test.understand.ask(
      busy.viewer(),
      Question.parse({ metric: 'contacts', period, by: ['channel'], ...at }),
    );
    expect(report.channels).toEqual(channels.rows.map(({ keys, n }) => ({ key: keys.channel, n })));
  }
});
