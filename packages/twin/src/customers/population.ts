// Who the customers are. A customer is a number; everything fixed about it follows from the seed and that number, so
// that a run of another length, or the live mode, meets the same people. About 40 bytes each, in typed arrays.
import type { countryFacts } from '../company/places.ts';
import { stores } from '../company/stores.ts';
import { fixedShare, normalOf, WeightedChoice } from '../random.ts';
import { segments } from './segments.ts';

export const languages = ['sv', 'da', 'nb', 'fi', 'en', 'de'] as const;
export type Language = (typeof languages)[number];

export const traitsOf = {
  loyalty: 1,
  mail: 2,
  phone: 4,
  account: 8,
  appUser: 16,
  invoicePayer: 32,
  wantsOffers: 64,
  talkative: 128,
} as const;

export interface Population {
  readonly count: number;
  readonly home: Uint8Array;
  readonly segment: Uint8Array;
  readonly language: Uint8Array;
  readonly traits: Uint8Array;
  readonly eshopShare: Float32Array;
  readonly intervalDays: Float32Array;
  /** How kindly this person judges, in latent standard deviations. */
  readonly disposition: Float32Array;
  /** Day of joining within the run; 0 for those who were customers before. */
  readonly joins: Int16Array;
}

/** How much more, or less, of a segment's buying online some of its customers do. */
const onlineTastes = [
  { below: 0.4, share: 0.4, times: 0.15 },
  { below: 0.85, share: 0.45, times: 1.1 },
  { below: 1, share: 0.15, times: 2.6 },
] as const;

/** Share of the customers who buy online more often than not. */
export const mostlyOnline = segments.reduce(
  (sum, { share, eshopShare }) =>
    sum +
    onlineTastes
      .filter(({ times }) => eshopShare * times > 0.5)
      .reduce((part, taste) => part + share * taste.share, 0),
  0,
);

/** Languages spoken by a store's customers, in the order of `languages`. */
function languageWeights(code: string, country: keyof typeof countryFacts): number[] {
  if (code === 'dk-sonderborg') return [1, 52, 1, 0, 3, 43];
  if (code === 'fi-vaasa') return [34, 0, 0, 62, 3, 1];
  if (code === 'fi-porvoo') return [32, 0, 0, 64, 3, 1];
  const weights = {
    SE: [89, 0.7, 0.5, 1.3, 7, 1.5],
    DK: [1.5, 87, 0.6, 0, 7, 3.9],
    NO: [2.5, 1, 87, 0.2, 7.8, 1.5],
    FI: [6, 0, 0, 86.5, 6.5, 1],
  };
  return weights[country];
}

export function populate(seed: number, count: number, days: number): Population {
  const population: Population = {
    count,
    home: new Uint8Array(count),
    segment: new Uint8Array(count),
    language: new Uint8Array(count),
    traits: new Uint8Array(count),
    eshopShare: new Float32Array(count),
    intervalDays: new Float32Array(count),
    disposition: new Float32Array(count),
    joins: new Int16Array(count),
  };
  const homes = new WeightedChoice(stores.map((store) => store.size));
  const kinds = new WeightedChoice(segments.map((segment) => segment.share));
  const tongues = stores.map((store) => new WeightedChoice(languageWeights(store.code, store.country)));
  for (let c = 0; c < count; c++) {
    const home = homes.at(fixedShare(seed, c, 1));
    const kind = kinds.at(fixedShare(seed, c, 2));
    const segment = segments[kind]!;
    population.home[c] = home;
    population.segment[c] = kind;
    population.language[c] = tongues[home]!.at(fixedShare(seed, c, 3));
    population.traits[c] = traitBits(seed, c, segment.key);
    const taste = fixedShare(seed, c, 4);
    population.eshopShare[c] = Math.min(
      0.95,
      segment.eshopShare * onlineTastes.find(({ below }) => taste < below)!.times,
    );
    const pace = segment.intervalDays * Math.exp(0.75 * normalOf(fixedShare(seed, c, 5)));
    population.intervalDays[c] = Math.min(400, Math.max(4, pace));
    population.disposition[c] = normalOf(fixedShare(seed, c, 6));
    const joined = fixedShare(seed, c, 7);
    population.joins[c] = joined < 0.72 ? 0 : 1 + Math.floor(((joined - 0.72) / 0.28) * (days - 1));
  }
  return population;
}

function traitBits(seed: number, c: number, segment: string): number {
  const has = (salt: number, share: number): boolean => fixedShare(seed, c, salt) < share;
  const young = segment === 'young';
  const senior = segment === 'senior';
  return (
    (has(20, 0.86) ? traitsOf.loyalty : 0) |
    (has(21, senior ? 0.72 : 0.92) ? traitsOf.mail : 0) |
    (has(22, 0.3) ? traitsOf.phone : 0) |
    (has(23, senior ? 0.45 : 0.8) ? traitsOf.account : 0) |
    (has(24, young ? 0.7 : senior ? 0.15 : 0.42) ? traitsOf.appUser : 0) |
    (has(25, segment === 'business' ? 0.95 : senior ? 0.4 : 0.16) ? traitsOf.invoicePayer : 0) |
    (has(26, 0.64) ? traitsOf.wantsOffers : 0) |
    (has(27, 0.3) ? traitsOf.talkative : 0)
  );
}
