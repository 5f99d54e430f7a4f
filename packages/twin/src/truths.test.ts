// The truth that is planted can be got back from the data by counting.
import type { OperationalEvent, SignalInput } from '@lyhord/contract';
import { beforeAll, expect, test } from 'vitest';
import { dayOf, isoOf } from './calendar/days.ts';
import { solvik } from './solvik.ts';

const until = '2026-11-20';
const twin = solvik({ until, customers: 40_000, months: 10 });
const signals: SignalInput[] = [];
const events: OperationalEvent[] = [];
const dayOfItem = new Map<SignalInput | OperationalEvent, string>();
const told = new Set<OperationalEvent['kind']>([
  'order_placed',
  'order_delivered',
  'order_returned',
  'visit',
  'ticket_answered',
  'payment_made',
  'campaign_contacted',
  'campaign_responded',
  'contract_renewed',
  'contract_ended',
  'identify',
]);

beforeAll(() => {
  for (const batch of twin.batches()) {
    for (const signal of batch.signals) {
      if (signal.kind === 'staff') continue;
      signals.push(signal);
      dayOfItem.set(signal, batch.day);
    }
    for (const event of batch.events) {
      if (!told.has(event.kind)) continue;
      events.push(event);
      dayOfItem.set(event, batch.day);
    }
  }
});

const back = (days: number): string => isoOf(dayOf(until) - days);
const of = (key: string) => twin.truth.truths.find((truth) => truth.key === key)!;
const during = (key: string) => (item: SignalInput | OperationalEvent) => {
  const day = dayOfItem.get(item)!;
  return day >= of(key).from && day <= of(key).to;
};

/** Promoters less detractors in percent; CSAT and stars count their top and bottom two likewise. */
function score(some: readonly SignalInput[]): number {
  let sum = 0;
  let n = 0;
  for (const { answers } of some) {
    const answer = answers?.[0];
    if (!answer) continue;
    n++;
    if (answer.question === 'nps') sum += answer.value >= 9 ? 1 : answer.value <= 6 ? -1 : 0;
    else if (answer.question !== 'ces') sum += answer.value >= 5 ? 1 : answer.value <= 3 ? -1 : 0;
  }
  expect(n).toBeGreaterThan(8);
  return (100 * sum) / n;
}

function split<T extends SignalInput | OperationalEvent>(
  items: readonly T[],
  key: string,
): [within: T[], outside: T[]] {
  const inside = during(key);
  return [items.filter(inside), items.filter((item) => !inside(item))];
}
const at = (...codes: string[]) => signals.filter((signal) => codes.includes(signal.place ?? ''));
const fall = (some: readonly SignalInput[], key: string): number => {
  const [within, outside] = split(some, key);
  return score(within) - score(outside);
};
const ofKind = (kind: OperationalEvent['kind']) => events.filter((event) => event.kind === kind);
const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const shareOf = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  items.filter(holds).length / items.length;
const speakOf = (some: readonly SignalInput[], words: RegExp): number =>
  shareOf(
    some.filter((signal) => signal.text),
    (signal) => words.test(signal.text!),
  );

test('cleanliness falls in Malmö, and customers write of it', () => {
  expect(fall(at('se-malmo'), 'malmo-cleanliness')).toBeLessThan(-20);
  const [within, outside] = split(at('se-malmo'), 'malmo-cleanliness');
  const dirt = /smuts|kladd|klibb|äcklig|luktade|skräp|städning|damm|soptunn/i;
  expect(speakOf(within, dirt)).toBeGreaterThan(speakOf(outside, dirt) * 2.5);
});

test('queues in Lund are long from 16 to 18 and at no other hour', () => {
  const visits = ofKind('visit').filter((visit) => visit.placeCode === 'se-lund');
  const rush = (visit: OperationalEvent): boolean =>
    [15, 16].includes(new Date(visit.happenedAt + 1_500_000).getUTCHours());
  const [within, outside] = split(visits, 'lund-queue-16-18');
  const waited = (some: readonly OperationalEvent[]): number => mean(some.map((visit) => visit.waitSeconds!));
  expect(waited(within.filter(rush))).toBeGreaterThan(waited(outside.filter(rush)) * 2);
  expect(waited(within.filter((visit) => !rush(visit)))).toBeLessThan(
    waited(outside.filter((visit) => !rush(visit))) * 1.5,
  );
});

test('Nordfrakt is late in southern Sweden only, and its customers mind', () => {
  const parcels = ofKind('order_delivered').filter((one) => one.properties.carrier === 'Nordfrakt');
  const late = (some: readonly OperationalEvent[]): number =>
    shareOf(some, (one) => one.happenedAt > one.dueAt!);
  const [within] = split(parcels, 'nordfrakt-south');
  expect(late(within.filter((one) => one.placeCode === 'se-syd'))).toBeGreaterThan(0.45);
  expect(late(within.filter((one) => one.placeCode !== 'se-syd'))).toBeLessThan(0.12);
  expect(fall(at('se-syd'), 'nordfrakt-south')).toBeLessThan(-8);
});

test('staff are praised in Aarhus', () => {
  expect(fall(at('dk-aarhus'), 'aarhus-staff')).toBeGreaterThan(10);
});

test('the checkout hosts work and the coffee corners do nothing', () => {
  expect(fall(at(...of('finland-hosts-work').placeCodes), 'finland-hosts-work')).toBeGreaterThan(9);
  expect(Math.abs(fall(at(...of('coffee-corner-fails').placeCodes), 'coffee-corner-fails'))).toBeLessThan(12);
});

test('Scan & Pay is taken up in Denmark alone, and its users wait less', () => {
  const orders = ofKind('order_placed').filter((order) => order.properties.paymentMethod === 'scan_and_pay');
  expect(orders.length).toBeGreaterThan(1_000);
  expect(
    orders.every((order) => order.placeCode!.startsWith('dk-') && dayOfItem.get(order)! >= back(210)),
  ).toBe(true);
  const waits = new Map(ofKind('visit').map((visit) => [visit.identifiers[0]?.value, visit.waitSeconds!]));
  const waitOf = (some: readonly OperationalEvent[]): number =>
    mean(some.flatMap((order) => waits.get(order.identifiers[0]?.value) ?? []));
  const others = ofKind('order_placed').filter(
    (order) => order.placeCode === 'dk-odense' && order.properties.paymentMethod === 'card',
  );
  expect(waitOf(orders)).toBeLessThan(waitOf(others));
});

test('dearer food keeps Norwegian families away, and no other segment', () => {
  const segmentOf = new Map<string, unknown>();
  for (const one of ofKind('identify'))
    for (const { value } of one.identifiers) segmentOf.set(value, one.properties.segment);
  const visits = ofKind('visit').filter((visit) => visit.placeCode!.startsWith('no-'));
  const [within, outside] = split(visits, 'norway-food-prices');
  const families = (some: readonly OperationalEvent[]): number =>
    shareOf(some, (visit) => segmentOf.get(visit.identifiers[0]!.value) === 'family');
  expect(families(within)).toBeLessThan(families(outside) * 0.94);
  const milk = (some: readonly OperationalEvent[]): number =>
    mean(
      some
        .filter((order) => order.placeCode!.startsWith('no-'))
        .flatMap((order) =>
          order.lines.filter((line) => line.name?.startsWith('Ängsmjölk')).map((line) => line.priceMinor),
        ),
    );
  const [dear, cheap] = split(ofKind('order_placed'), 'norway-food-prices');
  expect(milk(dear) / milk(cheap)).toBeCloseTo(1.09, 2);
});

test('Västerås loses visits while its customers feel as before', () => {
  const share = (some: readonly OperationalEvent[]): number =>
    shareOf(some, (visit) => visit.placeCode === 'se-vasteras');
  const [within, outside] = split(ofKind('visit'), 'vasteras-competitor');
  expect(share(within) / share(outside)).toBeLessThan(0.93);
  expect(Math.abs(fall(at('se-vasteras'), 'vasteras-competitor'))).toBeLessThan(12);
});

test('the broken app, the late answers and the wrong invoices are felt while they last', () => {
  const app = signals.filter((signal) => signal.touchpoint === 'app');
  expect(fall(app, 'app-release')).toBeLessThan(-60);
  const [within, outside] = split(
    ofKind('ticket_answered').filter(
      (ticket) => ticket.placeCode === 'se-service' && ticket.channel === 'email',
    ),
    'service-waits',
  );
  expect(
    mean(within.map((ticket) => ticket.waitSeconds!)) / mean(outside.map((ticket) => ticket.waitSeconds!)),
  ).toBeGreaterThan(2.5);
  expect(
    fall(
      at('se-service').filter((signal) => signal.answers?.[0]?.question === 'csat'),
      'service-waits',
    ),
  ).toBeLessThan(-15);
  expect(
    fall(
      at('no-eshop').filter((signal) => signal.touchpoint === 'invoice'),
      'norway-invoices',
    ),
  ).toBeLessThan(-25);
});

test('the faulty coffee maker comes back far more often', () => {
  const brygga = (event: OperationalEvent): boolean =>
    event.lines.some((line) => line.name?.startsWith('Brygga'));
  const rate = (some: readonly OperationalEvent[]): number =>
    some.filter((event) => event.kind === 'order_returned').length /
    some.filter((event) => event.kind === 'order_placed').length;
  const [within, outside] = split(events.filter(brygga), 'brygga-faulty');
  expect(rate(within)).toBeGreaterThan(4 * rate(outside));
});

test('the student offer is answered by the young', () => {
  const offers = events.filter((event) => event.reference === 'student-offer');
  const rate = (some: readonly OperationalEvent[]): number =>
    some.filter((event) => event.kind === 'campaign_responded').length /
    some.filter((event) => event.kind === 'campaign_contacted').length;
  const [within, outside] = split(offers, 'student-offer');
  expect(rate(within)).toBeGreaterThan(1.2 * rate(outside));
});

test('glass in the bread is written of at Nordstan on the last days', () => {
  const [within, outside] = split(at('se-nordstan'), 'nordstan-safety');
  expect(speakOf(within, /glas|halka|ryka|allergi/i)).toBeGreaterThan(0.05);
  expect(speakOf(outside, /glasb|glass?plitter/i)).toBeLessThan(0.02);
});

test('Kiruna has few answers', () => {
  const weeks = 43;
  expect(at('se-kiruna').length / weeks).toBeLessThan(3);
});

test('members who end Plus came less and less before, those who renew did not', () => {
  const visitsOf = new Map<string, string[]>();
  const userOf = new Map<string, string>();
  for (const one of ofKind('identify')) {
    const user = one.identifiers[0]!.value;
    for (const { value } of one.identifiers) userOf.set(value, user);
  }
  for (const order of ofKind('order_placed')) {
    const user = userOf.get(order.identifiers[0]?.value ?? '');
    if (user) visitsOf.set(user, [...(visitsOf.get(user) ?? []), dayOfItem.get(order)!]);
  }
  const lately = (some: readonly OperationalEvent[]): number => {
    const before = { near: 0, far: 0 };
    for (const contract of some) {
      const day = dayOf(dayOfItem.get(contract)!);
      if (day - 180 < twin.plan.firstDay) continue;
      for (const visit of visitsOf.get(userOf.get(contract.identifiers[0]!.value)!) ?? []) {
        const ago = day - dayOf(visit);
        if (ago > 0 && ago <= 60) before.near++;
        else if (ago > 60 && ago <= 180) before.far++;
      }
    }
    return (2 * before.near) / before.far;
  };
  expect(lately(ofKind('contract_ended'))).toBeLessThan(lately(ofKind('contract_renewed')) * 0.9);
});

test('customers who were unhappy buy less afterwards', () => {
  const ordersOf = new Map<string, string[]>();
  const userOf = new Map<string, string>();
  for (const one of ofKind('identify'))
    for (const { value } of one.identifiers) userOf.set(value, one.identifiers[0]!.value);
  for (const order of ofKind('order_placed')) {
    const user = userOf.get(order.identifiers[0]?.value ?? '');
    if (user) ordersOf.set(user, [...(ordersOf.get(user) ?? []), dayOfItem.get(order)!]);
  }
  const after = (low: number, high: number): number => {
    const answered = signals.filter(({ answers, identifiers }) => {
      const answer = answers?.[0];
      return answer?.question === 'nps' && answer.value >= low && answer.value <= high && identifiers?.[0];
    });
    const early = answered.filter((signal) => dayOfItem.get(signal)! < back(120));
    return mean(
      early.map((signal) => {
        const day = dayOfItem.get(signal)!;
        const orders = ordersOf.get(userOf.get(signal.identifiers![0]!.value) ?? '') ?? [];
        return orders.filter((order) => order > day && order <= isoOf(dayOf(day) + 120)).length;
      }),
    );
  };
  expect(after(0, 4)).toBeLessThan(0.85 * after(9, 10));
});
