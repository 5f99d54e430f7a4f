import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadline } from './deadline.ts';
import { localTime, momentOf, nextDay } from './local-time.ts';
import { everyDay, openDays, type WeekHours } from './open-days.ts';

const open = { opens: 540, closes: 1200 };
const closedSundays: WeekHours = [open, open, open, open, open, open, null];
const zone = 'Europe/Stockholm';
const at = (text: string) => new Date(text);

describe('a deadline', () => {
  test('is so many hours later where every day is open', () => {
    expect(deadline(at('2026-03-04T10:00:00Z'), 4, zone, everyDay)).toEqual(at('2026-03-04T14:00:00Z'));
    expect(deadline(at('2026-03-04T10:00:00Z'), 48, zone, everyDay)).toEqual(at('2026-03-06T10:00:00Z'));
  });

  test('skips days on which the place is closed', () => {
    // Saturday 22:00 in Stockholm; Sunday is closed, so the other two hours are Monday's.
    expect(deadline(at('2026-03-07T21:00:00Z'), 4, zone, openDays(closedSundays, null))).toEqual(
      at('2026-03-09T01:00:00Z'),
    );
    expect(deadline(at('2026-03-08T12:00:00Z'), 4, zone, openDays(closedSundays, null))).toEqual(
      at('2026-03-09T03:00:00Z'),
    );
  });

  test('counts a day of summer time as the clock counts it', () => {
    // The night to Sunday 29 March 2026 has 23 hours.
    expect(deadline(at('2026-03-28T11:00:00Z'), 24, zone, everyDay)).toEqual(at('2026-03-29T11:00:00Z'));
    const onlySundays: WeekHours = [null, null, null, null, null, null, open];
    expect(deadline(at('2026-03-28T11:00:00Z'), 23, zone, openDays(onlySundays, null))).toEqual(
      at('2026-03-29T22:00:00Z'),
    );
  });

  test('skips public holidays of the country, on the country’s clock', () => {
    const sweden = openDays(closedSundays, 'SE');
    // Thursday 2 April 2026, 22:00 in Stockholm: Good Friday is closed, Saturday is open, Easter Sunday and Monday are not.
    expect(deadline(at('2026-04-02T20:00:00Z'), 4, zone, sweden)).toEqual(at('2026-04-04T00:00:00Z'));
    expect(deadline(at('2026-04-04T20:00:00Z'), 4, zone, sweden)).toEqual(at('2026-04-07T00:00:00Z'));
    const denmark = openDays(null, 'DK');
    expect(deadline(at('2026-04-02T20:00:00Z'), 4, 'Europe/Copenhagen', denmark)).toEqual(
      at('2026-04-04T02:00:00Z'),
    );
    const finland = openDays(closedSundays, 'FI');
    expect(deadline(at('2026-01-05T21:00:00Z'), 4, 'Europe/Helsinki', finland)).toEqual(
      at('2026-01-07T01:00:00Z'),
    );
    // Christmas Eve is a day of work, if a short one.
    expect(deadline(at('2026-12-24T09:00:00Z'), 4, zone, sweden)).toEqual(at('2026-12-24T13:00:00Z'));
  });

  test('comes also where summer time begins at midnight', () => {
    // Friday 24 April 2026 begins at one in the morning in Cairo.
    expect(deadline(at('2026-04-23T12:00:00Z'), 24, 'Africa/Cairo', everyDay)).toEqual(
      at('2026-04-24T12:00:00Z'),
    );
  });

  test('of a place that is never open counts every day', () => {
    const never: WeekHours = [null, null, null, null, null, null, null];
    expect(deadline(at('2026-03-08T12:00:00Z'), 4, zone, openDays(never, null))).toEqual(
      at('2026-03-08T16:00:00Z'),
    );
  });

  test('never lies before the time it was counted from, and grows with the hours', () => {
    const moment = fc.date({
      min: at('2025-01-01T00:00:00Z'),
      max: at('2027-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom(
      ...[zone, 'Europe/Helsinki', 'America/St_Johns', 'Asia/Kathmandu', 'Africa/Cairo', 'UTC'],
    );
    fc.assert(
      fc.property(moment, zones, fc.integer({ min: 1, max: 120 }), (from, inZone, hours) => {
        const due = deadline(from, hours, inZone, openDays(closedSundays, 'SE'));
        expect(due.getTime() - from.getTime()).toBeGreaterThanOrEqual(hours * 3_600_000);
        expect(deadline(from, hours + 1, inZone, openDays(closedSundays, 'SE')) > due).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the clock on the wall', () => {
  test('is read in the place’s zone', () => {
    expect(localTime(at('2026-07-01T22:30:00Z'), zone)).toEqual({
      day: '2026-07-02',
      weekday: 3,
      hour: 0,
      minute: 30,
    });
    expect(localTime(at('2026-01-01T00:15:00Z'), 'Asia/Kathmandu').minute).toBe(360);
  });

  test('that skips an hour is set to the moment after it, also at midnight', () => {
    expect(momentOf('2026-03-29', 150, zone)).toEqual(at('2026-03-29T01:30:00Z'));
    expect(momentOf('2026-04-24', 0, 'Africa/Cairo')).toEqual(at('2026-04-23T22:00:00Z'));
    expect(momentOf('2026-03-29', 0, 'Asia/Beirut')).toEqual(at('2026-03-28T22:00:00Z'));
  });

  test('is set to a moment and read back', () => {
    const days = fc.integer({ min: 0, max: 700 }).map((n) => nextDay('2025-06-01', n));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const shown = localTime(momentOf(day, minute, zone), zone);
        const skipped = shown.minute !== minute;
        // Only in the hour that summer time skips is there no such time.
        if (skipped) expect([shown.day.slice(5, 7), minute >= 120 && minute < 180]).toEqual(['03', true]);
        else expect(shown).toMatchObject({ day, minute });
      }),
      { numRuns: 200 },
    );
  });
});
