import { expect, test } from 'vitest';
import { dayOf, isoOf, monthsBefore, weekdayOf, zoneAheadMinutes } from './days.ts';
import { dayKept } from './holidays.ts';

test('stores are shut, keep Sunday hours or close early on holidays', () => {
  expect(dayKept('SE', dayOf('2026-12-25'))).toBe('shut');
  expect(dayKept('SE', dayOf('2026-12-24'))).toBe('short');
  expect(dayKept('FI', dayOf('2026-01-06'))).toBe('sunday');
  expect(dayKept('DK', dayOf('2026-01-06'))).toBe('ordinary');
});

test('days and summer time are reckoned without the machine’s zone', () => {
  expect(weekdayOf(dayOf('2026-11-20'))).toBe(4);
  expect(isoOf(monthsBefore(dayOf('2026-08-31'), 18))).toBe('2025-02-28');
  expect(zoneAheadMinutes('Europe/Oslo', dayOf('2026-03-28'))).toBe(60);
  expect(zoneAheadMinutes('Europe/Oslo', dayOf('2026-03-29'))).toBe(120);
  expect(zoneAheadMinutes('Europe/Helsinki', dayOf('2026-10-25'))).toBe(120);
});
