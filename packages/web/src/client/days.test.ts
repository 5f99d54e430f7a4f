import { expect, test } from 'vitest';
import { addDays, laterOf, lengthInDays, monthStart, today } from './days.ts';

test('days are counted over months, leap days and changes of the clock', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(lengthInDays('2026-03-01', '2026-03-31')).toBe(31);
  expect(monthStart('2026-01-15', 1)).toBe('2025-12-01');
  expect(laterOf('2026-01-02', '2025-12-31')).toBe('2026-01-02');
});

test('today is the reader’s own day', () => {
  expect(today(new Date(2026, 10, 3, 0, 5))).toBe('2026-11-03');
});
