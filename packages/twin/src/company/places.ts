// The organisation's tree: organisation → country → region → store, with one e-shop and customer service a country.
import type { placeKinds } from '@lyhord/contract';
import type { Country } from '../calendar/holidays.ts';
import { countries } from '../calendar/holidays.ts';
import { regions, stores } from './stores.ts';

export type DayHours = { opens: number; closes: number } | null;

/** What `PlaceInput` asks for, with the parent named by its code; parents stand before their children. */
export interface TwinPlace {
  code: string;
  parentCode: string | null;
  name: string;
  kind: (typeof placeKinds)[number];
  timeZone: string;
  currency: string | null;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  hours: DayHours[] | null;
}

export interface CountryFacts {
  readonly name: string;
  readonly currency: 'SEK' | 'DKK' | 'NOK' | 'EUR';
  readonly timeZone: string;
  /** The language in which the country's surveys are sent unless the customer chose another. */
  readonly language: 'sv' | 'da' | 'nb' | 'fi';
  readonly eshopName: string;
  readonly serviceName: string;
}

export const countryFacts: Readonly<Record<Country, CountryFacts>> = {
  SE: {
    name: 'Sverige',
    currency: 'SEK',
    timeZone: 'Europe/Stockholm',
    language: 'sv',
    eshopName: 'solvik.example/se',
    serviceName: 'Kundservice Sverige',
  },
  DK: {
    name: 'Danmark',
    currency: 'DKK',
    timeZone: 'Europe/Copenhagen',
    language: 'da',
    eshopName: 'solvik.example/dk',
    serviceName: 'Kundeservice Danmark',
  },
  NO: {
    name: 'Norge',
    currency: 'NOK',
    timeZone: 'Europe/Oslo',
    language: 'nb',
    eshopName: 'solvik.example/no',
    serviceName: 'Kundeservice Norge',
  },
  FI: {
    name: 'Suomi',
    currency: 'EUR',
    timeZone: 'Europe/Helsinki',
    language: 'fi',
    eshopName: 'solvik.example/fi',
    serviceName: 'Asiakaspalvelu Suomi',
  },
};

export const organisationCode = 'solvik';
export const eshopCode = (country: Country): string => `${country.toLowerCase()}-eshop`;
export const serviceCode = (country: Country): string => `${country.toLowerCase()}-service`;

const hour = 60;

/** Opening hours, Monday first. Norwegian shops keep Sundays closed; small towns open later and shut earlier. */
export function storeHours(country: Country, size: number): DayHours[] {
  const large = size >= 1;
  const weekday = { opens: (large ? 8 : 9) * hour, closes: (large ? 21 : 19) * hour };
  const saturday = { opens: 9 * hour, closes: (large ? 19 : 17) * hour };
  const sunday =
    country === 'NO' ? null : { opens: (large ? 10 : 11) * hour, closes: (large ? 18 : 16) * hour };
  return [weekday, weekday, weekday, weekday, weekday, saturday, sunday];
}

const allDay: DayHours[] = Array.from({ length: 7 }, () => ({ opens: 0, closes: 1440 }));
const office = { opens: 8 * hour, closes: 20 * hour };
const officeShort = { opens: 10 * hour, closes: 16 * hour };
const officeHours: DayHours[] = [office, office, office, office, office, officeShort, officeShort];

function node(
  code: string,
  parentCode: string | null,
  name: string,
  kind: TwinPlace['kind'],
  country: Country,
): TwinPlace {
  const facts = countryFacts[country];
  return {
    code,
    parentCode,
    name,
    kind,
    timeZone: facts.timeZone,
    currency: facts.currency,
    country,
    latitude: null,
    longitude: null,
    hours: null,
  };
}

/** Every place of the chain: 1 organisation, 4 countries, 11 regions, 60 stores, 4 e-shops, 4 customer services. */
export function places(): TwinPlace[] {
  const organisation = { ...node(organisationCode, null, 'Solvik', 'organisation', 'SE'), country: null };
  const ofCountries = countries.map((c) =>
    node(c.toLowerCase(), organisationCode, countryFacts[c].name, 'country', c),
  );
  const ofRegions = regions.map((r) => node(r.code, r.country.toLowerCase(), r.name, 'region', r.country));
  const ofStores = stores.map((s) => ({
    ...node(s.code, s.region, s.name, 'store', s.country),
    latitude: s.latitude,
    longitude: s.longitude,
    hours: storeHours(s.country, s.size),
  }));
  const remote = countries.flatMap((c) => [
    { ...node(eshopCode(c), c.toLowerCase(), countryFacts[c].eshopName, 'eshop', c), hours: allDay },
    {
      ...node(serviceCode(c), c.toLowerCase(), countryFacts[c].serviceName, 'call_centre', c),
      hours: officeHours,
    },
  ]);
  return [organisation, ...ofCountries, ...ofRegions, ...ofStores, ...remote];
}
