// Promise: a date that cannot be is refused with what would be right; nothing is guessed from half a date.
import { type Expected, expects } from '@lyhord/contract';
import { timeZone } from './time-zone.ts';

const earliest = Date.UTC(1990, 0, 1);
const aheadMs = 24 * 3_600_000;
const dueAheadMs = 50 * 366 * 24 * 3_600_000;

const written =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|z|[+-]\d{2}(?::?[0-5]\d)?)?)?$/;

export type Reading = { readonly at: number } | { readonly wrong: Expected };

/**
 * Milliseconds since 1970 of an ISO 8601 text or a number of milliseconds. A time without an offset is the wall clock
 * of `zone`; a day alone is that day's first minute there.
 */
export function readMoment(value: unknown, zone = 'UTC'): Reading {
  if (typeof value === 'number') return readNumber(value);
  if (typeof value !== 'string') return { wrong: expects('moment') };
  const usual = usualMoment(value);
  if (!Number.isNaN(usual)) return { at: usual };
  const match = written.exec(value.trim());
  if (!match) return { wrong: expects('moment_iso') };
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', offset] = match;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m < 1 || m > 12) return { wrong: expects('month') };
  const lastDay = new Date(Date.UTC(y, m, 0)).getUTCDate();
  if (d < 1 || d > lastDay)
    return { wrong: expects('day_of_month', { month: `${year}-${month}`, days: lastDay }) };
  const [h, min, s] = [Number(hour), Number(minute), Number(second)];
  if (h > 23 || min > 59 || s > 60) return { wrong: expects('time_of_day') };
  const wall = Date.UTC(y, m - 1, d, h, min, Math.min(s, 59), Math.floor(Number(`0.${fraction}`) * 1_000));
  if (!offset) return { at: timeZone(zone).momentOf(wall) };
  if (offset === 'Z' || offset === 'z') return { at: wall };
  // PostgreSQL writes whole hours alone: +02
  const minutes = Number(offset.slice(1, 3)) * 60 + (offset.length > 3 ? Number(offset.slice(-2)) : 0);
  if (minutes > 14 * 60) return { wrong: expects('utc_offset') };
  return { at: wall - (offset[0] === '-' ? -minutes : minutes) * 60_000 };
}

/** `2026-03-31T08:15:00Z` and `2026-03-31T08:15:00.000Z`, the forms of nearly all; NaN for any other text. */
function usualMoment(text: string): number {
  const { length } = text;
  if ((length !== 20 && length !== 24) || text.charCodeAt(length - 1) !== 0x5a) return Number.NaN;
  const separated =
    text.charCodeAt(4) === 0x2d &&
    text.charCodeAt(7) === 0x2d &&
    text.charCodeAt(10) === 0x54 &&
    text.charCodeAt(13) === 0x3a &&
    text.charCodeAt(16) === 0x3a;
  if (!separated || (length === 24 && text.charCodeAt(19) !== 0x2e)) return Number.NaN;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const time = 3_600 * upTo(23, digits(text, 11, 13)) + 60 * upTo(59, digits(text, 14, 16));
  const thousandths = length === 24 ? digits(text, 20, 23) : 0;
  const at = daysOf(year, month, day) * 86_400_000;
  return at + (time + upTo(59, digits(text, 17, 19))) * 1_000 + thousandths;
}

const upTo = (most: number, value: number) => (value <= most ? value : Number.NaN);

/** The number that digits make; NaN where something else stands among them. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = 10 * value + digit;
  }
  return value;
}

let lastDate = Number.NaN;
let lastDays = Number.NaN;

/** Days since 1970 of a date; NaN for a date that does not exist. Most moments are of one day. */
function daysOf(year: number, month: number, day: number): number {
  const date = year * 10_000 + month * 100 + day;
  if (date === lastDate) return lastDays;
  const at = Date.UTC(year, month - 1, day);
  const there = new Date(at);
  const exists = year >= 1_000 && there.getUTCMonth() === month - 1 && there.getUTCDate() === day;
  lastDate = date;
  lastDays = exists ? at / 86_400_000 : Number.NaN;
  return lastDays;
}

function readNumber(value: number): Reading {
  if (!Number.isFinite(value)) return { wrong: expects('moment') };
  if (value > 1e8 && value < 1e11) return { wrong: expects('epoch_ms') };
  return { at: Math.round(value) };
}

/** Something that has happened: not before 1990 and not more than a day ahead of `now`. */
export function readHappened(value: unknown, now: number, zone?: string): Reading {
  return within(readMoment(value, zone), earliest, now + aheadMs, expects('happened'));
}

/** Something that is due: not before 1990 and at most 50 years ahead. */
export function readDue(value: unknown, now: number, zone?: string): Reading {
  return within(readMoment(value, zone), earliest, now + dueAheadMs, expects('due'));
}

/** By when something is to be done: a day alone lasts until its last moment in `zone`. */
export function readDueBy(value: unknown, now: number, zone = 'UTC'): Reading {
  const reading = readDue(value, now, zone);
  const day = typeof value === 'string' && !('wrong' in reading) ? dayAlone.exec(value.trim()) : null;
  if (day === null) return reading;
  const dayAfter = Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]) + 1);
  return { at: timeZone(zone).momentOf(dayAfter) - 1 };
}

const dayAlone = /^(\d{4})-(\d{2})-(\d{2})$/;

function within(reading: Reading, from: number, to: number, wrong: Expected): Reading {
  if ('wrong' in reading || (reading.at >= from && reading.at <= to)) return reading;
  return { wrong };
}

/** The warehouse's text of a moment. */
export function warehouseMoment(at: number): string {
  const iso = new Date(at).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}`;
}
