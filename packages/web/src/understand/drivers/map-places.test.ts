import { describe, expect, test } from 'vitest';
import { type Box, movedApart, placesOfNames } from './map-places.ts';

const within: Box = { left: 0, right: 600, top: 0, bottom: 400 };
const overlap = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
const crowd = Array.from({ length: 14 }, (_, n) => ({ x: 300 + (n % 4) * 3, y: 200 + (n % 3) * 4 }));

describe('marks', () => {
  test('that lie on one another move apart', () => {
    const moved = movedApart(crowd, 24, within);
    for (const [index, one] of moved.entries())
      for (const other of moved.slice(index + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(23);
  });

  test('that are alone stay where they are', () => {
    const far = [
      { x: 10, y: 10 },
      { x: 300, y: 200 },
    ];
    expect(movedApart(far, 24, within)).toEqual(far);
  });
});

test('no name covers a mark, another name, or what was taken; one that fits nowhere is not shown', () => {
  const marks = movedApart(crowd, 24, within);
  const taken = [{ left: 0, right: 90, top: 0, bottom: 20 }];
  const names = placesOfNames(
    marks,
    marks.map(() => 110),
    { radius: 11, height: 18, within, taken },
  );
  const boxes = names.filter((name) => name !== null);
  expect(boxes.length).toBeGreaterThan(3);
  const others = [
    ...taken,
    ...marks.map(({ x, y }) => ({ left: x - 11, right: x + 11, top: y - 11, bottom: y + 11 })),
  ];
  for (const [index, box] of boxes.entries())
    for (const other of [...others, ...boxes.slice(index + 1)]) expect(overlap(box, other)).toBe(false);
});
