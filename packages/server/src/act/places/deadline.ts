import { localTime, momentOf, nextDay, weekdayOf } from './local-time.ts';

/** Seven entries, Monday first; null where the place is closed that weekday. */
export type WeekHours = readonly ({ opens: number; closes: number } | null)[];

/**
 * When a case is to be answered: `hours` later, where days on which the place is closed do not count at all.
 * Without opening hours every day counts.
 */
export function deadline(openedAt: Date, hours: number, timeZone: string, week: WeekHours | null): Date {
  const isOpen = (day: string) => week === null || week[weekdayOf(day)] != null;
  if (week?.every((day) => day === null)) return deadline(openedAt, hours, timeZone, null);
  let leftMs = hours * 3_600_000;
  let at = openedAt;
  for (;;) {
    const { day } = localTime(at, timeZone);
    const midnight = momentOf(nextDay(day), 0, timeZone);
    if (isOpen(day)) {
      const todayMs = midnight.getTime() - at.getTime();
      if (leftMs <= todayMs) return new Date(at.getTime() + leftMs);
      leftMs -= todayMs;
    }
    at = midnight;
  }
}
