import { expectedText, expects } from '@lyhord/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHappened, readMoment, warehouseMoment } from './read-moment.ts';
import { TimeZone, timeZone } from './time-zone.ts';

const now = Date.UTC(2026, 5, 1);
const at = (value: unknown, zone?: string) => {
  const reading = readMoment(value, zone);
  return 'at' in reading ? new Date(reading.at).toISOString() : expectedText(reading.wrong);
};

describe('a moment', () => {
  it('is read with its offset', () => {
    expect(at('2026-03-31T08:15:00Z')).toBe('2026-03-31T08:15:00.000Z');
    expect(at('2026-03-31 08:15:00.5+02:00')).toBe('2026-03-31T06:15:00.500Z');
    expect(at('2026-03-31 08:15:00+02')).toBe('2026-03-31T06:15:00.000Z');
    expect(at('2026-03-31t08:15:00-0330')).toBe('2026-03-31T11:45:00.000Z');
    expect(at(1_774_944_900_000)).toBe('2026-03-31T08:15:00.000Z');
  });
  it("without an offset is the place's wall clock", () => {
    expect(at('2026-03-31T08:15', 'Europe/Stockholm')).toBe('2026-03-31T06:15:00.000Z');
    expect(at('2026-12-24', 'Europe/Helsinki')).toBe('2026-12-23T22:00:00.000Z');
  });
  it('that cannot be is refused with what would be right', () => {
    expect(at('2026-02-30T10:00:00Z')).toBe('a day that exists: 2026-02 has 28 days');
    expect(at('2026-13-01')).toBe('a month from 01 to 12');
    expect(at('2026-01-01T25:00:00Z')).toBe('a time from 00:00:00 to 23:59:59');
    expect(at('2026-01-01T10:00:00+02:75')).toContain('ISO 8601');
    expect(at('yesterday')).toContain('ISO 8601');
    expect(at(1_774_944_900)).toContain('seconds');
    expect(at(Number.NaN)).toContain('a date and time');
  });
  it('in 1900 or 3000 has not happened', () => {
    expect(readHappened('1900-01-01T00:00:00Z', now)).toEqual({ wrong: expects('happened') });
    expect(readHappened('3000-01-01T00:00:00Z', now)).toEqual({ wrong: expects('happened') });
  });
});

describe("a place's day", () => {
  it('is that of the wall clock, also when the clocks change', () => {
    const stockholm = new TimeZone('Europe/Stockholm');
    expect(stockholm.local(Date.UTC(2026, 2, 28, 23, 30))).toMatchObject({ day: '2026-03-29', minute: 30 });
    expect(stockholm.local(Date.UTC(2026, 2, 29, 0, 59))).toMatchObject({ day: '2026-03-29', minute: 119 });
    expect(stockholm.local(Date.UTC(2026, 2, 29, 1, 0))).toMatchObject({ day: '2026-03-29', minute: 180 });
  });
  it('agrees with the calendar at any moment in any zone', () => {
    const names = ['Europe/Stockholm', 'Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC'];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2035, 0) }),
        (name, moment) => {
          const { day, minute } = timeZone(name).local(moment);
          const text = new Date(moment).toLocaleString('sv-SE', { timeZone: name, hourCycle: 'h23' });
          expect(`${day} ${minute}`).toBe(
            `${text.slice(0, 10)} ${Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))}`,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
  it('goes back to the moment it came from', () => {
    const zone = timeZone('America/Sao_Paulo');
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2016, 0), max: Date.UTC(2019, 0) }), (moment) => {
        const back = zone.momentOf(moment + zone.offsetAt(moment));
        expect([0, 3_600_000]).toContain(moment - back);
      }),
    );
  });
  it('is written for the warehouse in UTC', () => {
    expect(warehouseMoment(Date.UTC(2026, 0, 2, 3, 4, 5, 6))).toBe('2026-01-02 03:04:05.006');
  });
});

it('reads the usual forms as the standard does, whatever date they name', () => {
  for (let day = -200_000; day < 200_000; day += 997) {
    const at = day * 86_400_000 + ((day * 7_919_003) % 86_400_000);
    const text = new Date(at).toISOString();
    if (text.length === 24) expect(readMoment(text)).toEqual({ at });
  }
  expect(readMoment('2024-02-29T23:59:59Z')).toEqual({ at: Date.UTC(2024, 1, 29, 23, 59, 59) });
  for (const wrong of ['2023-02-29T10:00:00Z', '2026-13-01T10:00:00Z', '2026-01-01T24:00:00Z'])
    expect(readMoment(wrong)).toHaveProperty('wrong');
  expect(readMoment('2026-01-01T1a:00:00Z')).toHaveProperty('wrong');
});
