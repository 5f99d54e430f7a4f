import { expect, test } from 'vitest';
import { dayOf, isoOf, monthsBefore, weekdayOf, zoneAheadMinutes } from './days.ts';
import { dayKept, easterSunday, publicHolidays } from './holidays.ts';

test('Easter Sunday falls where the church calendar has it', () => {
  const known = [
    '2008-03-23',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
  ];
  for (const day of known) expect(isoOf(easterSunday(Number(day.slice(0, 4))))).toBe(day);
});

test('each country has its own public holidays', () => {
  const days = (country: 'SE' | 'DK' | 'NO' | 'FI'): string[] =>
    publicHolidays(country, 2026).map(({ day, name }) => `${isoOf(day)} ${name}`);
  expect(days('SE')).toContain('2026-06-20 Midsommardagen');
  expect(days('SE')).toContain('2026-10-31 Alla helgons dag');
  expect(days('NO')).toContain('2026-05-17 Grunnlovsdagen');
  expect(days('NO')).toContain('2026-05-25 Andre pinsedag');
  expect(days('DK')).toContain('2026-04-02 Skærtorsdag');
  expect(days('DK').join()).not.toContain('bededag');
  expect(days('FI')).toContain('2026-12-06 Itsenäisyyspäivä');
  expect(days('FI')).toContain('2026-05-14 Helatorstai');
});

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
