import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Member } from '../../access/index.ts';
import { everyDay, openDays } from '../places/open-days.ts';
import type { PlaceNode, PlaceTree } from '../places/place-line.ts';
import { deliveryTime, isQuiet } from './delivery-time.ts';
import { isPlainAddress } from './mail-address.ts';
import { mailDomain, messageIdFor } from './message-id.ts';
import { staffOf } from './recipients.ts';

const zone = 'Europe/Copenhagen';
const time = { timeZone: zone, isOpen: everyDay };
const night = { quietFrom: 20, quietTo: 7 };

describe('quiet hours', () => {
  test('hold a mail until they end', () => {
    expect(deliveryTime(new Date('2026-05-04T10:00:00Z'), time, night)).toEqual({
      at: new Date('2026-05-04T10:00:00Z'),
      day: '2026-05-04',
    });
    const morning = { at: new Date('2026-05-05T05:00:00Z'), day: '2026-05-05' };
    expect(deliveryTime(new Date('2026-05-04T18:30:00Z'), time, night)).toEqual(morning);
    expect(deliveryTime(new Date('2026-05-05T03:00:00Z'), time, night)).toEqual(morning);
  });

  test('are whole days where the reader’s place is closed, except for what cannot wait', () => {
    const danish = { timeZone: zone, isOpen: openDays(null, 'DK') };
    const maundyThursday = new Date('2026-04-02T10:00:00Z');
    const afterEaster = { at: new Date('2026-04-04T05:00:00Z'), day: '2026-04-04' };
    expect(deliveryTime(maundyThursday, danish, night)).toEqual(afterEaster);
    expect(deliveryTime(maundyThursday, danish, night, true)).toEqual({
      at: maundyThursday,
      day: '2026-04-02',
    });
    const never = { timeZone: zone, isOpen: () => false };
    expect(deliveryTime(maundyThursday, never, { quietFrom: 8, quietTo: 8 }).at).toEqual(maundyThursday);
    expect(deliveryTime(new Date('2026-04-01T20:00:00Z'), danish, night)).toEqual(afterEaster);
  });

  test('may lie within the day, or not be at all', () => {
    expect(isQuiet(13, { quietFrom: 12, quietTo: 14 })).toBe(true);
    expect(isQuiet(14, { quietFrom: 12, quietTo: 14 })).toBe(false);
    fc.assert(fc.property(fc.nat(23), (hour) => !isQuiet(hour, { quietFrom: 8, quietTo: 8 })));
  });
});

describe('an address', () => {
  test.each(['anna@example.org', "o'neil+x@sub.example.co.uk", 'åsa@exämple.se'])('%s is one', (address) => {
    expect(isPlainAddress(address)).toBe(true);
  });
  test.each([
    'a@b, c@d',
    'a@b\r\nBcc: c@d',
    'Anna <a@b>',
    'a@b;c@d',
    'a b@c',
    '"a"@b',
    'ab',
    'a@@b',
    'a@b\u0000',
    '',
  ])('%j is none', (address) => {
    expect(isPlainAddress(address)).toBe(false);
  });
});

test('the same message key always gives the same Message-ID', () => {
  const domain = mailDomain('hello@Solvik.example', 'http://localhost:4600');
  expect(domain).toBe('solvik.example');
  expect(messageIdFor('w', 'k', domain)).toBe(messageIdFor('w', 'k', domain));
  expect(messageIdFor('w', 'k', domain)).not.toBe(messageIdFor('v', 'k', domain));
  expect(messageIdFor('w', 'k', domain)).toMatch(/^<[0-9a-f]{32}@solvik\.example>$/);
  expect(mailDomain('', 'https://cx.example.org')).toBe('cx.example.org');
});

describe('who hears of a place', () => {
  const node = (id: string, parentId: string | null, ownerId: string | null): PlaceNode => ({
    ...{ id, parentId, ownerId, code: id, name: id, hours: null, target: null, country: null },
    timeZone: id === 'store' ? 'Europe/Helsinki' : zone,
  });
  const member = (personId: string, role: Member['role'], more: Partial<Member> = {}): Member => ({
    ...{ personId, role, name: personId, email: `${personId}@example.org`, locale: 'en', lastSeenAt: null },
    ...{ placeIds: [], team: null, active: true },
    ...more,
  });
  const tree = (nodes: PlaceNode[]): PlaceTree => {
    const get = (id: string | null) => nodes.find((one) => one.id === id) ?? null;
    const line = (id: string | null): PlaceNode[] => {
      const at = get(id);
      return at ? [at, ...line(at.parentId)] : [];
    };
    return { all: nodes, get, line };
  };
  const country = node('country', null, 'chief');
  const people = [
    member('chief', 'lead'),
    member('mia', 'manager', { placeIds: ['store'] }),
    member('root', 'admin'),
    member('a1', 'agent', { team: 'Service' }),
    member('a2', 'agent', { team: 'Service' }),
    member('a3', 'agent', { team: 'Web' }),
  ];
  const recipients = (nodes: PlaceNode[], placeId: string | null, members = people) =>
    staffOf(members, tree(nodes), zone)
      .recipientsFor(placeId)
      .map((one) => one.personId);

  test('is its owner', () => {
    expect(recipients([country, node('store', 'country', 'mia')], 'store')).toEqual(['mia']);
  });
  test('is the nearest owner above where it has none, or its owner has left or may not see it', () => {
    expect(recipients([country, node('store', 'country', null)], 'store')).toEqual(['chief']);
    const left = people.map((one) => (one.personId === 'mia' ? { ...one, active: false } : one));
    expect(recipients([country, node('store', 'country', 'mia')], 'store', left)).toEqual(['chief']);
    expect(recipients([country, node('shop', 'country', 'mia')], 'shop')).toEqual(['chief']);
  });
  test('is a lead, or an admin, where nobody owns it', () => {
    expect(recipients([node('store', null, null)], 'store')).toEqual(['chief']);
    expect(recipients([node('store', null, null)], 'store', people.slice(2))).toEqual(['root']);
    expect(recipients([], null)).toEqual(['chief']);
  });
  test('is a team in the queue where nobody owns it', () => {
    const staff = staffOf(people, tree([node('store', null, null)]), zone);
    expect(staff.ownershipOf('store')).toEqual({ owner: null, team: 'Service' });
    expect(staff.timeZoneOf(people[1] as Member)).toBe('Europe/Helsinki');
    expect(staff.timeZoneOf(people[0] as Member)).toBe(zone);
  });
});
