// Public holidays and the days on which Solvik's stores are shut or close early, computed for any year.
import { dayFrom, weekdayOf, yearOf } from './days.ts';

export type Country = 'SE' | 'DK' | 'NO' | 'FI';
export const countries: readonly Country[] = ['SE', 'DK', 'NO', 'FI'];
export interface Holiday {
  day: number;
  name: string;
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm printed in Nature, 1876). */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const j = Math.floor(c / 4);
  const k = c % 4;
  const m = Math.floor((a + 11 * h) / 319);
  const r = (2 * e + 2 * j - k - h + m + 32) % 7;
  const month = Math.floor((h - m + r + 90) / 25);
  const date = (h - m + r + month + 19) % 32;
  return dayFrom(year, month, date);
}

/** The Saturday on or after a day. */
function saturdayFrom(day: number): number {
  return day + ((5 - weekdayOf(day) + 7) % 7);
}

const fixed: Record<Country, readonly (readonly [number, number, string])[]> = {
  SE: [
    [1, 1, 'Nyårsdagen'],
    [1, 6, 'Trettondedag jul'],
    [5, 1, 'Första maj'],
    [6, 6, 'Nationaldagen'],
    [12, 24, 'Julafton'],
    [12, 25, 'Juldagen'],
    [12, 26, 'Annandag jul'],
    [12, 31, 'Nyårsafton'],
  ],
  DK: [
    [1, 1, 'Nytårsdag'],
    [6, 5, 'Grundlovsdag'],
    [12, 24, 'Juleaften'],
    [12, 25, '1. juledag'],
    [12, 26, '2. juledag'],
    [12, 31, 'Nytårsaften'],
  ],
  NO: [
    [1, 1, 'Første nyttårsdag'],
    [5, 1, 'Arbeidernes dag'],
    [5, 17, 'Grunnlovsdagen'],
    [12, 24, 'Julaften'],
    [12, 25, 'Første juledag'],
    [12, 26, 'Andre juledag'],
    [12, 31, 'Nyttårsaften'],
  ],
  FI: [
    [1, 1, 'Uudenvuodenpäivä'],
    [1, 6, 'Loppiainen'],
    [5, 1, 'Vappu'],
    [12, 6, 'Itsenäisyyspäivä'],
    [12, 24, 'Jouluaatto'],
    [12, 25, 'Joulupäivä'],
    [12, 26, 'Tapaninpäivä'],
    [12, 31, 'Uudenvuodenaatto'],
  ],
};

const aroundEaster: Record<Country, readonly (readonly [number, string])[]> = {
  SE: [
    [-2, 'Långfredagen'],
    [0, 'Påskdagen'],
    [1, 'Annandag påsk'],
    [39, 'Kristi himmelsfärdsdag'],
    [49, 'Pingstdagen'],
  ],
  DK: [
    [-3, 'Skærtorsdag'],
    [-2, 'Langfredag'],
    [0, 'Påskedag'],
    [1, '2. påskedag'],
    [39, 'Kristi himmelfartsdag'],
    [49, 'Pinsedag'],
    [50, '2. pinsedag'],
  ],
  NO: [
    [-3, 'Skjærtorsdag'],
    [-2, 'Langfredag'],
    [0, 'Første påskedag'],
    [1, 'Andre påskedag'],
    [39, 'Kristi himmelfartsdag'],
    [49, 'Første pinsedag'],
    [50, 'Andre pinsedag'],
  ],
  FI: [
    [-2, 'Pitkäperjantai'],
    [0, 'Pääsiäispäivä'],
    [1, 'Toinen pääsiäispäivä'],
    [39, 'Helatorstai'],
    [49, 'Helluntaipäivä'],
  ],
};

/** A country's public holidays of a year, in order of date; Christmas and New Year's Eve stand among them. */
export function publicHolidays(country: Country, year: number): Holiday[] {
  const easter = easterSunday(year);
  const holidays = [
    ...fixed[country].map(([month, date, name]) => ({ day: dayFrom(year, month, date), name })),
    ...aroundEaster[country].map(([after, name]) => ({ day: easter + after, name })),
  ];
  if (country === 'SE' || country === 'FI') {
    const midsummer = saturdayFrom(dayFrom(year, 6, 20));
    holidays.push({ day: midsummer - 1, name: country === 'SE' ? 'Midsommarafton' : 'Juhannusaatto' });
    holidays.push({ day: midsummer, name: country === 'SE' ? 'Midsommardagen' : 'Juhannuspäivä' });
    const allSaints = saturdayFrom(dayFrom(year, 10, 31));
    holidays.push({ day: allSaints, name: country === 'SE' ? 'Alla helgons dag' : 'Pyhäinpäivä' });
  }
  return holidays.sort((a, b) => a.day - b.day || (a.name < b.name ? -1 : 1));
}

const stayOpen = new Set([
  'Trettondedag jul',
  'Annandag jul',
  'Alla helgons dag',
  'Pyhäinpäivä',
  'Loppiainen',
  'Tapaninpäivä',
]);
const closeEarly = new Set([
  'Julafton',
  'Nyårsafton',
  'Juleaften',
  'Nytårsaften',
  'Julaften',
  'Nyttårsaften',
  'Jouluaatto',
  'Uudenvuodenaatto',
]);
const remembered = new Map<string, Map<number, Holiday>>();

function holidaysOf(country: Country, day: number): Map<number, Holiday> {
  const year = yearOf(day);
  const key = `${country}${year}`;
  let map = remembered.get(key);
  if (!map) {
    map = new Map(publicHolidays(country, year).map((holiday) => [holiday.day, holiday]));
    remembered.set(key, map);
  }
  return map;
}

/** How a store of that country keeps the day: as any other day, shut, as a Sunday, or only until 14:00. */
export function dayKept(country: Country, day: number): 'ordinary' | 'shut' | 'sunday' | 'short' {
  const holiday = holidaysOf(country, day).get(day);
  if (!holiday) return 'ordinary';
  if (closeEarly.has(holiday.name)) return 'short';
  return stayOpen.has(holiday.name) ? 'sunday' : 'shut';
}
