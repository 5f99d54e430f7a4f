import { expect, test } from 'vitest';
import { movementOf } from './pulse/movement.ts';
import { movementOfCounts } from './topics/movement-of-counts.ts';

const point = (value: number, half: number, n = 100) => ({
  day: '2026-01-01',
  value,
  low: value - half,
  high: value + half,
  n,
  tooFew: false,
});

test('a line that wanders within its intervals is said to have stayed', () => {
  expect(movementOf([20, 26, 18, 24, 22, 25].map((value) => point(value, 12)))).toBe('flat');
});

test('a fall beyond the intervals is said to be one, and a rise likewise', () => {
  const values = [44, 42, 43, 30, 12, 10, 11, 9, 10];
  expect(movementOf(values.map((value) => point(value, 8)))).toBe('fell');
  expect(movementOf(values.map((value) => point(-value, 8)))).toBe('rose');
});

test('too few points say nothing', () => {
  expect(movementOf([point(1, 1), point(90, 1)])).toBe('short');
});

test('two or three complaints more are no trend; three times as many are', () => {
  expect(movementOfCounts([4, 5, 4, 5, 6, 5])).toBe('same');
  expect(movementOfCounts([10, 11, 9, 20, 31, 33])).toBe('more');
  expect(movementOfCounts([31, 33, 20, 12, 10, 9])).toBe('less');
  expect(movementOfCounts([])).toBe('same');
});
