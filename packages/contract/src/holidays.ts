// Public holidays of the countries that the product knows, computed for any year; the one calendar of all packages.

export const holidayCountries = ['SE', 'DK', 'NO', 'FI', 'DE'] as const;
export type HolidayCountry = (typeof holidayCountries)[number];

export interface PublicHoliday {
  /** `2026-12-25` */
  readonly day: string;
  /** In the country's own language. */
  readonly name: string;
}

const dayMs = 86_400_000;
const dayFrom = (year: number, month: number, date: number): number =>
  Date.UTC(year, month - 1, date) / dayMs;
const isoOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm printed in Nature, 1876), days since 1970. */
function easterSunday(year: number): number {
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
const saturdayFrom = (day: number): number => day + ((((5 - ((day + 3) % 7)) % 7) + 7) % 7);

const fixed: Record<HolidayCountry, readonly (readonly [number, number, string])[]> = {
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
  DE: [
    [1, 1, 'Neujahr'],
    [5, 1, 'Tag der Arbeit'],
    [10, 3, 'Tag der Deutschen Einheit'],
    [12, 25, 'Erster Weihnachtstag'],
    [12, 26, 'Zweiter Weihnachtstag'],
  ],
};

const aroundEaster: Record<HolidayCountry, readonly (readonly [number, string])[]> = {
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
  DE: [
    [-2, 'Karfreitag'],
    [0, 'Ostersonntag'],
    [1, 'Ostermontag'],
    [39, 'Christi Himmelfahrt'],
    [49, 'Pfingstsonntag'],
    [50, 'Pfingstmontag'],
  ],
};

/**
 * A country's nationwide public holidays of a year, in order of date. The Nordic eves on which work ends early (Christmas,
 * New Year) stand among them, as does Midsummer's; `isHolidayEve` tells them apart.
 */
export function publicHolidays(country: HolidayCountry, year: number): PublicHoliday[] {
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
  return holidays
    .sort((a, b) => a.day - b.day || (a.name < b.name ? -1 : 1))
    .map(({ day, name }) => ({ day: isoOf(day), name }));
}

/** True for the eves of Christmas and New Year, on which shops and offices are open until the early afternoon. */
export const isHolidayEve = ({ day }: PublicHoliday): boolean => /-12-(24|31)$/.test(day);

const remembered = new Map<string, ReadonlyMap<string, PublicHoliday>>();

/** The public holiday on a day (`2026-12-25`) in a country (`SE`, any letter case); null in countries that are not known. */
export function publicHolidayOn(country: string | null, day: string): PublicHoliday | null {
  const known = holidayCountries.find((one) => one === country?.toUpperCase());
  if (!known) return null;
  const key = `${known}${day.slice(0, 4)}`;
  let days = remembered.get(key);
  if (!days) {
    const year = publicHolidays(known, Number(day.slice(0, 4)));
    days = new Map(year.map((holiday) => [holiday.day, holiday]));
    remembered.set(key, days);
  }
  return days.get(day) ?? null;
}
