// Promise: what the clock on the wall says in a time zone, and back; summer time included.

export interface LocalTime {
  /** `2026-03-31` */
  readonly day: string;
  /** 0 is Monday. */
  readonly weekday: number;
  readonly hour: number;
  /** Minutes since local midnight, as the wall shows them. */
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const standing = formats.get(timeZone);
  if (standing) return standing;
  const options = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  const made = new Intl.DateTimeFormat('en-GB', { ...options, hourCycle: 'h23', timeZone });
  formats.set(timeZone, made);
  return made;
}

/** What was asked last: a flood of cases asks for the same minutes over and over, and a format is slow. */
let known = new Map<string, LocalTime>();
const mostKnown = 2_000;
const minuteMs = 60_000;

export function localTime(at: Date, timeZone: string): LocalTime {
  const asked = `${timeZone}|${Math.floor(at.getTime() / minuteMs)}`;
  const standing = known.get(asked);
  if (standing) return standing;
  const told = formatted(at, timeZone);
  if (known.size >= mostKnown) known = new Map();
  known.set(asked, told);
  return told;
}

function formatted(at: Date, timeZone: string): LocalTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  const hour = Number(parts.get('hour'));
  return { day, weekday: weekdayOf(day), hour, minute: hour * 60 + Number(parts.get('minute')) };
}

const dayMs = 86_400_000;
/** Milliseconds by which the wall is ahead of UTC. */
function aheadAt(at: number, timeZone: string): number {
  const shown = localTime(new Date(at), timeZone);
  return (
    Date.parse(`${shown.day}T00:00:00Z`) + shown.minute * minuteMs - Math.floor(at / minuteMs) * minuteMs
  );
}

/**
 * The moment at which the wall shows `minute` on `day`: of two the earlier, and in the hour that summer time skips, which
 * may begin at midnight, the moment after it.
 */
export function momentOf(day: string, minute: number, timeZone: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + minute * minuteMs;
  const guesses = [wall - dayMs, wall + dayMs].map((near) => wall - aheadAt(near, timeZone));
  const exact = guesses.filter((guess) => guess + aheadAt(guess, timeZone) === wall);
  return new Date(exact.length > 0 ? Math.min(...exact) : Math.max(...guesses));
}

export const nextDay = (day: string, days = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** 0 is Monday. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
