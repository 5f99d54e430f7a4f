import { localTime, momentOf, nextDay } from './local-time.ts';
import { everyDay, type OpenOn } from './open-days.ts';

/** A place that is closed for so long has no opening days at all. */
const longestClosedDays = 60;

/**
 * When a case is to be answered: `hours` later, where days on which the place is closed do not count at all. A place that
 * never opens is taken for one that is always open.
 */
export function deadline(openedAt: Date, hours: number, timeZone: string, isOpen: OpenOn): Date {
  let leftMs = hours * 3_600_000;
  let at = openedAt;
  for (let closed = 0; closed < longestClosedDays; ) {
    const { day } = localTime(at, timeZone);
    const midnight = momentOf(nextDay(day), 0, timeZone);
    if (isOpen(day)) {
      const todayMs = midnight.getTime() - at.getTime();
      if (leftMs <= todayMs) return new Date(at.getTime() + leftMs);
      leftMs -= todayMs;
      closed = 0;
    } else closed += 1;
    at = midnight;
  }
  return deadline(openedAt, hours, timeZone, everyDay);
}
