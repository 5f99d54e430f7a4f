import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { OperationalEvent, PlaceInput, SegmentMessage, SignalInput } from '@lyhord/contract';
import { expect, test } from 'vitest';
import { decodeBatch, encodeBatch } from './encoding.ts';
import { segmentMessage } from './segment-message.ts';
import { solvik, type TwinBatch } from './solvik.ts';

const until = '2026-11-20';
const small = { until, customers: 2_000, months: 4 };

function fingerprint(batches: Iterable<TwinBatch>): string {
  const hash = createHash('sha256');
  for (const batch of batches) hash.update(encodeBatch(batch));
  return hash.digest('hex');
}

test('the same options give the same bytes, another seed other ones', () => {
  const brief = { ...small, months: 1 };
  const twin = solvik(brief);
  const once = fingerprint(twin.batches());
  expect(fingerprint(twin.batches())).toBe(once);
  expect(fingerprint(solvik({ ...brief }).batches())).toBe(once);
  expect(fingerprint(solvik({ ...brief, seed: 2 }).batches())).not.toBe(once);
});

test('every event and signal is as the contract says, once, in the order of days', () => {
  const ids = new Set<string>();
  let count = 0;
  let lastDay = '';
  let outOfOrder = 0;
  for (const batch of solvik({ ...small, months: 3 }).batches()) {
    if (batch.day <= lastDay) outOfOrder++;
    lastDay = batch.day;
    let before = 0;
    for (const event of batch.events) {
      ids.add(event.messageId);
      count++;
      if (event.happenedAt < before) outOfOrder++;
      before = event.happenedAt;
      if (count % 11 !== 0) continue;
      expect(OperationalEvent.parse(event)).toEqual(event);
      const message = segmentMessage(event);
      if (message) expect(SegmentMessage.parse(message).messageId).toBe(event.messageId);
    }
    for (const signal of batch.signals) {
      ids.add(signal.messageId);
      count++;
      if (count % 3 !== 0) continue;
      const read = SignalInput.parse(signal);
      expect(read.answers.length > 0 || (read.text ?? '') !== '').toBe(true);
      expect(Math.abs((signal.happenedAt as number) - Date.parse(batch.day))).toBeLessThan(2 * 86_400_000);
    }
    if (batch.day === until) expect(decodeBatch(encodeBatch(batch))).toEqual(batch);
  }
  expect(outOfOrder).toBe(0);
  expect(ids.size).toBe(count);
  expect(lastDay).toBe(until);
});

test('at the defaults there are over 1.5 million events and 120,000 signals: as many a customer as here', () => {
  const customers = 8_000;
  const twin = solvik({ until, customers });
  const events = { all: 0, invitations: 0 };
  const signals = { all: 0, staff: 0 };
  const kinds = new Set<string>();
  for (const batch of twin.batches()) {
    events.all += batch.events.length;
    for (const event of batch.events) {
      kinds.add(event.kind);
      if (event.kind === 'survey_sent') events.invitations++;
    }
    for (const signal of batch.signals) {
      kinds.add(signal.kind);
      if (signal.kind === 'staff') signals.staff++;
      else signals.all++;
    }
  }
  const factor = 100_000 / customers;
  expect((events.all - events.invitations) * factor).toBeGreaterThan(1_500_000);
  expect(signals.all * factor + signals.staff).toBeGreaterThan(120_000);
  for (const kind of [
    'order_placed',
    'order_delivered',
    'order_returned',
    'contract_renewed',
    'contract_ended',
    'invoice_issued',
    'payment_made',
    'visit',
    'page_viewed',
    'ticket_solved',
    'campaign_responded',
    'identify',
    'survey',
    'review',
    'ticket',
    'social',
    'staff',
    'call',
    'comment',
  ])
    expect(kinds, kind).toContain(kind);
});

test('places are a whole tree of 60 stores in four countries, as the contract wants them', () => {
  const { places, people } = solvik(small);
  const codes = new Set(places.map((place) => place.code));
  expect(places.filter((place) => place.kind === 'store')).toHaveLength(60);
  expect(places.filter((place) => place.kind === 'eshop' || place.kind === 'call_centre')).toHaveLength(8);
  for (const { parentCode, ...place } of places) {
    if (parentCode !== null) expect(codes).toContain(parentCode);
    PlaceInput.parse({ ...place, parentId: parentCode });
    expect(() => new Intl.DateTimeFormat('en', { timeZone: place.timeZone })).not.toThrow();
  }
  const lahti = places.find((place) => place.code === 'fi-lahti')!;
  expect(lahti.hours![0]).toEqual({ opens: 600, closes: 1_080 });
  expect(new Set(people.map((person) => person.email)).size).toBe(people.length);
  expect(
    people.every((person) => person.email.endsWith('@solvik.example') && codes.has(person.placeCode)),
  ).toBe(true);
});

test('customers are known by several keys, and no key belongs to two of them', () => {
  const owners = new Map<string, number>();
  const kinds = new Map<string, number>();
  let customer = 0;
  for (const { events } of solvik({ ...small, months: 2 }).batches()) {
    for (const event of events) {
      if (event.kind !== 'identify') continue;
      customer++;
      for (const { type, value } of event.identifiers) {
        if (owners.has(value)) throw new Error(`${value} belongs to two customers`);
        owners.set(value, customer);
        kinds.set(type, (kinds.get(type) ?? 0) + 1);
        if (type === 'email') expect(value).toMatch(/@[a-z.]*example(\.(com|org|net))?$/);
        if (type === 'phone')
          expect(value).toMatch(
            /^\+(467017406|4631390|4640628|3363998|331990|332619|333530|334657|335364|49)/,
          );
      }
    }
  }
  expect(customer).toBe(small.customers);
  expect([...kinds.keys()].sort()).toEqual(['anonymous_id', 'email', 'loyalty_number', 'phone', 'user_id']);
});

test('each country writes its own languages, and Sønderborg German, too', () => {
  const spoken = new Map<string, Map<string, number>>();
  for (const { signals } of solvik({ until, customers: 6_000, months: 4 }).batches()) {
    for (const { place, language, kind } of signals) {
      if (!language || !place || kind !== 'survey') continue;
      for (const key of [place.slice(0, 2), place]) {
        const tongues = spoken.get(key) ?? new Map<string, number>();
        tongues.set(language, (tongues.get(language) ?? 0) + 1);
        spoken.set(key, tongues);
      }
    }
  }
  const shareOf = (place: string, language: string): number => {
    const tongues = spoken.get(place)!;
    return (tongues.get(language) ?? 0) / [...tongues.values()].reduce((a, b) => a + b, 0);
  };
  expect(shareOf('se', 'sv')).toBeGreaterThan(0.8);
  expect(shareOf('no', 'nb')).toBeGreaterThan(0.8);
  expect(shareOf('fi', 'fi')).toBeGreaterThan(0.7);
  expect(shareOf('dk-sonderborg', 'de')).toBeGreaterThan(0.25);
});

test('the register counts every customer once, at regions and countries', () => {
  const { register, places } = solvik({ ...small, customers: 100_000 });
  const kinds = new Map(places.map(({ code, kind }) => [code, kind]));
  expect([...register.keys()].filter((code) => kinds.get(code) === 'region')).toHaveLength(11);
  expect([...register.keys()].filter((code) => kinds.get(code) === 'country')).toHaveLength(4);
  const sum = [...register.values()].reduce((a, b) => a + b, 0);
  expect(Math.abs(sum - 100_000)).toBeLessThan(10);
});

test('a subscription that begins or goes on says when it renews', () => {
  const events = [...solvik(small).batches()].flatMap((batch) => batch.events);
  const terms = events.filter(
    ({ kind, account }) =>
      account === undefined && (kind === 'contract_started' || kind === 'contract_renewed'),
  );
  expect(terms.length).toBeGreaterThan(0);
  for (const { happenedAt, properties } of terms) {
    const days = (Date.parse(properties.renewsAt as string) - (happenedAt as number)) / 86_400_000;
    expect(days).toBeGreaterThan(363);
    expect(days).toBeLessThan(367);
  }
});

test('nothing after the moment of the cut is told, and what is told keeps its ids', () => {
  const cutAt = Date.parse(`${until}T12:00:00Z`);
  const whole = [...solvik({ ...small, months: 1 }).batches()].at(-1)!;
  const cut = [...solvik({ ...small, months: 1, cutAt }).batches()].at(-1)!;
  expect(cut.events).toEqual(whole.events.filter((event) => event.happenedAt <= cutAt));
  expect(cut.events.length).toBeLessThan(whole.events.length);
  expect(cut.events.length).toBeGreaterThan(0);
});

test('memory does not grow with the length of the run', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used: number[] = [];
  let day = 0;
  for (const _ of solvik({ until, customers: 2_000, months: 24 }).batches()) {
    if (++day % 120 !== 0) continue;
    collect();
    used.push(process.memoryUsage().heapUsed / 1e6);
  }
  expect(used.length).toBe(6);
  expect(used.at(-1)! - used[0]!).toBeLessThan(3);
});
