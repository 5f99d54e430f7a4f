import type { OperationalEvent, SignalInput } from '@lyhord/contract';
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
