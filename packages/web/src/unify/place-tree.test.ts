import type { Place } from '@lyhord/contract';
import { expect, test } from 'vitest';
import { distinctNames, goalAt, placesInOrder } from './place-tree.ts';

const place = (id: string, name: string, parentId: string | null): Place => ({
  id,
  code: id,
  name,
  kind: 'store',
  parentId,
  timeZone: 'Europe/Stockholm',
  currency: null,
  country: null,
  latitude: null,
  longitude: null,
  hours: null,
  ownerId: null,
  archived: false,
});

test('parents come before children, siblings by the alphabet of the reader', () => {
  const order = placesInOrder(
    [
      place('o', 'Örebro', 's'),
      place('z', 'Zinkgruvan', 's'),
      place('s', 'Sverige', null),
      place('a', 'Aneby', 's'),
    ],
    'sv',
  );
  expect(order.map((node) => node.place.name)).toEqual(['Sverige', 'Aneby', 'Zinkgruvan', 'Örebro']);
  expect(order.map(({ depth }) => depth)).toEqual([0, 1, 1, 1]);
  expect(order[3]?.path).toEqual(['Sverige']);
});

test('a place whose parent may not be seen stands at the top', () => {
  expect(placesInOrder([place('b', 'Boden', 'hidden')], 'sv')).toHaveLength(1);
});

test('places of the same name say what they are part of, others do not', () => {
  const places = [
    place('dk', 'Danmark', null),
    place('no', 'Norge', null),
    place('a', 'Øst', 'dk'),
    place('b', 'Øst', 'no'),
    place('c', 'Vest', 'dk'),
  ];
  expect(distinctNames(places)).toMatchObject({ a: 'Øst (Danmark)', b: 'Øst (Norge)', c: 'Vest' });
});

test('the goal of a place is its own, else that of the nearest place above it', () => {
  const at = (id: string, parentId: string | null, target: number | null) =>
    [id, { ...place(id, id, parentId), target }] as const;
  const byId = new Map([at('dk', null, 45), at('vest', 'dk', null), at('aarhus', 'vest', 0)]);
  expect(goalAt('vest', byId)).toBe(45);
  expect(goalAt('aarhus', byId)).toBe(0);
  expect(goalAt(undefined, byId)).toBeUndefined();
});
