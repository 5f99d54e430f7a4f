// The demo's staff: invented people, one a role and place, all of them plainly of the example domain.
import type { Role } from '@lyhord/contract';
import { countries } from '../calendar/holidays.ts';
import { namesByLanguage, plainLetters } from '../customers/names.ts';
import { mix } from '../random.ts';
import { countryFacts, organisationCode, serviceCode } from './places.ts';
import { stores } from './stores.ts';

export interface TwinPerson {
  name: string;
  email: string;
  role: Role;
  /** The place that the person answers for. */
  placeCode: string;
  locale: 'en' | 'sv' | 'da';
}

const localeOf = { SE: 'sv', DK: 'da', NO: 'en', FI: 'en' } as const;

function person(
  n: number,
  language: string,
  title: string,
  role: Role,
  placeCode: string,
  locale: TwinPerson['locale'],
): TwinPerson {
  const names = namesByLanguage[language]!;
  const given = names.given[mix(4, n, 1) % names.given.length]!;
  const family = names.family[mix(4, n, 2) % names.family.length]!;
  const mail = `${plainLetters(given)}.${plainLetters(family)}.${title}@solvik.example`;
  return { name: `${given} ${family} (demo)`, email: mail, role, placeCode, locale };
}

/** A manager for each store, a lead a country and one for the chain, agents in customer service, an analyst, an admin. */
export function people(): TwinPerson[] {
  const chain = [
    person(1, 'sv', 'admin', 'admin', organisationCode, 'en'),
    person(2, 'sv', 'lead', 'lead', organisationCode, 'sv'),
    person(3, 'da', 'analyst', 'analyst', organisationCode, 'en'),
  ];
  const ofCountries = countries.flatMap((country, i) => {
    const { language } = countryFacts[country];
    const locale = localeOf[country];
    return [
      person(10 + i, language, `lead.${country.toLowerCase()}`, 'lead', country.toLowerCase(), locale),
      person(20 + i, language, `agent1.${country.toLowerCase()}`, 'agent', serviceCode(country), locale),
      person(30 + i, language, `agent2.${country.toLowerCase()}`, 'agent', serviceCode(country), locale),
    ];
  });
  const managers = stores.map((store, i) =>
    person(
      100 + i,
      countryFacts[store.country].language,
      store.code,
      'manager',
      store.code,
      localeOf[store.country],
    ),
  );
  return [...chain, ...ofCountries, ...managers];
}
