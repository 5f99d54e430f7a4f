// How Solvik's stores keep public holidays: shut, with Sunday hours, or open until the early afternoon.
import { isHolidayEve, publicHolidayOn } from '@lyhord/contract';
import { isoOf } from './days.ts';

export type Country = 'SE' | 'DK' | 'NO' | 'FI';
export const countries: readonly Country[] = ['SE', 'DK', 'NO', 'FI'];

const stayOpen = new Set([
  'Trettondedag jul',
  'Annandag jul',
  'Alla helgons dag',
  'Pyhäinpäivä',
  'Loppiainen',
  'Tapaninpäivä',
]);

/** How a store of that country keeps the day: as any other day, shut, as a Sunday, or only until 14:00. */
export function dayKept(country: Country, day: number): 'ordinary' | 'shut' | 'sunday' | 'short' {
  const holiday = publicHolidayOn(country, isoOf(day));
  if (!holiday) return 'ordinary';
  if (isHolidayEve(holiday)) return 'short';
  return stayOpen.has(holiday.name) ? 'sunday' : 'shut';
}
