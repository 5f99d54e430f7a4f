import { expect, test } from 'vitest';
import { type HolidayCountry, isHolidayEve, publicHolidayOn, publicHolidays } from './holidays.ts';

const days = (country: HolidayCountry, year: number): string[] =>
  publicHolidays(country, year).map(({ day, name }) => `${day} ${name}`);

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
  for (const day of known) expect(days('SE', Number(day.slice(0, 4)))).toContain(`${day} Påskdagen`);
});

test('each country has its own public holidays', () => {
  expect(days('SE', 2026)).toContain('2026-06-20 Midsommardagen');
  expect(days('SE', 2026)).toContain('2026-10-31 Alla helgons dag');
  expect(days('SE', 2027)).toContain('2027-11-06 Alla helgons dag');
  expect(days('NO', 2026)).toContain('2026-05-17 Grunnlovsdagen');
  expect(days('NO', 2026)).toContain('2026-05-25 Andre pinsedag');
  expect(days('DK', 2026)).toContain('2026-04-02 Skærtorsdag');
  expect(days('DK', 2026).join()).not.toContain('bededag');
  expect(days('FI', 2026)).toContain('2026-12-06 Itsenäisyyspäivä');
  expect(days('FI', 2026)).toContain('2026-05-14 Helatorstai');
  expect(days('DE', 2026)).toEqual([
    '2026-01-01 Neujahr',
    '2026-04-03 Karfreitag',
    '2026-04-05 Ostersonntag',
    '2026-04-06 Ostermontag',
    '2026-05-01 Tag der Arbeit',
    '2026-05-14 Christi Himmelfahrt',
    '2026-05-24 Pfingstsonntag',
    '2026-05-25 Pfingstmontag',
    '2026-10-03 Tag der Deutschen Einheit',
    '2026-12-25 Erster Weihnachtstag',
    '2026-12-26 Zweiter Weihnachtstag',
  ]);
});

test('a day is looked up by its country, and a country that is not known has none', () => {
  expect(publicHolidayOn('se', '2026-06-06')?.name).toBe('Nationaldagen');
  expect(publicHolidayOn('SE', '2026-06-07')).toBeNull();
  expect(publicHolidayOn('XX', '2026-12-25')).toBeNull();
  expect(publicHolidayOn(null, '2026-12-25')).toBeNull();
  expect(isHolidayEve(publicHolidayOn('DK', '2026-12-24')!)).toBe(true);
  expect(isHolidayEve(publicHolidayOn('DK', '2026-12-25')!)).toBe(false);
});
