// Days are whole numbers since 1970-01-01, so that calendars are arithmetic and never depend on a machine's zone.

export const dayMs = 86_400_000;

export function dayOf(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / dayMs);
}

export function isoOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function yearOf(day: number): number {
  return new Date(day * dayMs).getUTCFullYear();
}

/** 0 is January. */
export function monthOf(day: number): number {
  return new Date(day * dayMs).getUTCMonth();
}

export function dayFrom(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / dayMs;
}

/** The day `months` months earlier; the last day of the month where that month is shorter. */
export function monthsBefore(day: number, months: number): number {
  const date = new Date(day * dayMs);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() - months;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / dayMs;
}

/** True for a day that exists, written 2026-03-31. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && isoOf(dayOf(text)) === text;
}

function lastSunday(year: number, month: number): number {
  const last = dayFrom(year, month + 1, 1) - 1;
  return last - ((weekdayOf(last) + 1) % 7);
}

/** Minutes that the zone is ahead of UTC from 03:00 local time on that day: the EU's summer time rule. */
export function zoneAheadMinutes(timeZone: string, day: number): number {
  const year = yearOf(day);
  const summer = day >= lastSunday(year, 3) && day < lastSunday(year, 10);
  return (timeZone === 'Europe/Helsinki' ? 120 : 60) + (summer ? 60 : 0);
}
