// Companies whose people buy at Solvik for them: some of the business customers. Which company somebody belongs to
// follows from the seed and their number alone, so that nobody else's story changes.
import type { Country } from '../calendar/holidays.ts';
import { segments } from '../customers/segments.ts';
import { fixedShare, mix } from '../random.ts';

export interface BuyingCompany {
  /** As its own register and Solvik's know it. */
  readonly id: string;
  readonly name: string;
  readonly industry: string;
  readonly employees: number;
  readonly country: Country;
}

/** What somebody who acts for a company does for it. */
export const doneForCompany: ReadonlySet<string> = new Set([
  'order_placed',
  'order_delivered',
  'order_returned',
  'order_cancelled',
  'invoice_sent',
  'payment_made',
]);

const business = segments.findIndex(({ key }) => key === 'business');
const countries = ['SE', 'DK', 'NO', 'FI'] as const;
/** Companies for each customer in a country's part of the population; about four people each. */
const perCustomer: Readonly<Record<Country, number>> = { SE: 0.0015, DK: 0.0006, NO: 0.0006, FI: 0.0003 };
const peopleShare = 0.15;

const begins = [
  'Al',
  'Bjerk',
  'Dal',
  'Ek',
  'Fjord',
  'Gran',
  'Hav',
  'Klev',
  'Lind',
  'Mo',
  'Nor',
  'Sten',
  'Tall',
  'Vik',
];
const ends = ['berg', 'dal', 'haug', 'holm', 'lund', 'mark', 'nes', 'stad', 'strand', 'vang'];
const industries = ['building', 'café', 'school', 'office', 'hotel', 'workshop', 'care', 'property'] as const;
const trades: Readonly<Record<Country, readonly string[]>> = {
  SE: ['Bygg', 'Café', 'Friskola', 'Kontor', 'Hotell', 'Verkstad', 'Omsorg', 'Fastigheter'],
  DK: ['Byg', 'Café', 'Friskole', 'Kontor', 'Hotel', 'Værksted', 'Omsorg', 'Ejendomme'],
  NO: ['Bygg', 'Kafé', 'Friskole', 'Kontor', 'Hotell', 'Verksted', 'Omsorg', 'Eiendom'],
  FI: ['Rakennus', 'Kahvila', 'Koulu', 'Toimisto', 'Hotelli', 'Verstas', 'Hoiva', 'Kiinteistöt'],
};
const forms: Readonly<Record<Country, string>> = { SE: 'AB', DK: 'ApS', NO: 'AS', FI: 'Oy' };

export class Companies {
  readonly all: readonly BuyingCompany[];
  private readonly seed: number;
  private readonly first: Readonly<Record<Country, number>>;
  private readonly count: Readonly<Record<Country, number>>;

  constructor(seed: number, customers: number) {
    this.seed = seed;
    const all: BuyingCompany[] = [];
    const first = { SE: 0, DK: 0, NO: 0, FI: 0 };
    const count = { SE: 0, DK: 0, NO: 0, FI: 0 };
    for (const country of countries) {
      first[country] = all.length;
      count[country] = Math.max(1, Math.round(customers * perCustomer[country]));
      for (let n = 0; n < count[country]; n++) all.push(companyOf(seed, country, n));
    }
    this.all = all;
    this.first = first;
    this.count = count;
  }

  /** The company that a customer buys for; null for nearly everybody. */
  of(customer: number, segment: number, country: Country): BuyingCompany | null {
    if (segment !== business || fixedShare(this.seed, customer, 60) >= peopleShare) return null;
    return this.all[this.first[country] + (mix(this.seed, customer, 61) % this.count[country])]!;
  }
}

function companyOf(seed: number, country: Country, n: number): BuyingCompany {
  const index = countries.indexOf(country) * 1_000_000 + n;
  const pick = (salt: number, most: number): number => mix(seed, index, salt) % most;
  const trade = pick(64, industries.length);
  const name = `${begins[pick(62, begins.length)]!}${ends[pick(63, ends.length)]!}`;
  return {
    id: `${country.toLowerCase()}-${(10_000 + n).toString()}`,
    name: `${name} ${trades[country][trade]!} ${forms[country]}`,
    industry: industries[trade]!,
    employees: 3 + Math.floor(240 * fixedShare(seed, index, 65) ** 3),
    country,
  };
}
