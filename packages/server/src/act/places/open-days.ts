// Promise: on which days people work at a place: not on weekdays on which it is closed, nor on its country's public holidays.
import { isHolidayEve, publicHolidayOn } from '@lyhord/contract';
import { weekdayOf } from './local-time.ts';

/** Seven entries, Monday first; null where the place is closed that weekday. */
export type WeekHours = readonly ({ opens: number; closes: number } | null)[];

/** True for a local day (`2026-03-31`) on which the place is open. */
export type OpenOn = (day: string) => boolean;

export const everyDay: OpenOn = () => true;

/** Eves on which work ends early count as open; without opening hours every weekday does. */
export function openDays(week: WeekHours | null, country: string | null): OpenOn {
  const opensAtAll = week?.some((day) => day !== null) ?? false;
  return (day) => {
    const holiday = publicHolidayOn(country, day);
    if (holiday !== null && !isHolidayEve(holiday)) return false;
    return !opensAtAll || week?.[weekdayOf(day)] != null;
  };
}
