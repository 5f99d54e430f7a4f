// Promise: a date that cannot be is refused with what would be right; nothing is guessed from half a date.
import { timeZone } from './time-zone.ts';

const earliest = Date.UTC(1990, 0, 1);
const aheadMs = 24 * 3_600_000;
const dueAheadMs = 50 * 366 * 24 * 3_600_000;

const written =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|z|[+-]\d{2}:?\d{2})?)?$/;

export type Reading = { readonly at: number } | { readonly wrong: string };

/**
 * Milliseconds since 1970 of an ISO 8601 text or a number of milliseconds. A time without an offset is the wall clock
 * of `zone`; a day alone is that day's first minute there.
 */
export function readMoment(value: unknown, zone = 'UTC'): Reading {
  if (typeof value === 'number') return readNumber(value);
  if (typeof value !== 'string') return { wrong: 'a date and time, such as "2026-03-31T08:15:00Z"' };
  const match = written.exec(value.trim());
  if (!match) return { wrong: 'a date and time in ISO 8601, such as "2026-03-31T08:15:00Z"' };
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', offset] = match;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m < 1 || m > 12) return { wrong: 'a month from 01 to 12' };
  const lastDay = new Date(Date.UTC(y, m, 0)).getUTCDate();
  if (d < 1 || d > lastDay) return { wrong: `a day that exists: ${year}-${month} has ${lastDay} days` };
  const [h, min, s] = [Number(hour), Number(minute), Number(second)];
  if (h > 23 || min > 59 || s > 60) return { wrong: 'a time from 00:00:00 to 23:59:59' };
  const wall = Date.UTC(y, m - 1, d, h, min, Math.min(s, 59), Math.floor(Number(`0.${fraction}`) * 1_000));
  if (!offset) return { at: timeZone(zone).momentOf(wall) };
  if (offset === 'Z' || offset === 'z') return { at: wall };
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  if (minutes > 14 * 60) return { wrong: 'an offset from UTC of at most 14 hours' };
  return { at: wall - (offset[0] === '-' ? -minutes : minutes) * 60_000 };
}

function readNumber(value: number): Reading {
  if (!Number.isFinite(value)) return { wrong: 'a date and time, such as "2026-03-31T08:15:00Z"' };
  if (value > 1e8 && value < 1e11) return { wrong: 'milliseconds since 1970; this looks like seconds' };
  return { at: Math.round(value) };
}

/** Something that has happened: not before 1990 and not more than a day ahead of `now`. */
export function readHappened(value: unknown, now: number, zone?: string): Reading {
  return within(readMoment(value, zone), earliest, now + aheadMs, 'a time between 1990 and now');
}

/** Something that is due: not before 1990 and at most 50 years ahead. */
export function readDue(value: unknown, now: number, zone?: string): Reading {
  return within(readMoment(value, zone), earliest, now + dueAheadMs, 'a time from 1990 to 50 years ahead');
}

function within(reading: Reading, from: number, to: number, wrong: string): Reading {
  if ('wrong' in reading || (reading.at >= from && reading.at <= to)) return reading;
  return { wrong };
}

/** The warehouse's text of a moment. */
export function warehouseMoment(at: number): string {
  const iso = new Date(at).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}`;
}
