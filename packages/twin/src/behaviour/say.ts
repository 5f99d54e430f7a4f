// Puts a moment into words: the situation that a text is written of.
import { type Country, countries } from '../calendar/holidays.ts';
import { deviceNames, foodCategories, products } from '../company/products.ts';
import { stores } from '../company/stores.ts';
import { languages } from '../customers/population.ts';
import type { Situation } from '../words/situation.ts';
import { tongueOf } from '../words/tongues.ts';
import type { World } from './world.ts';

export interface Telling {
  scene: 'store' | 'online' | 'contact';
  /** Index of the product spoken of; any where none was bought. */
  product: number;
  carrier?: string;
  minutes?: number;
  days?: number;
  leaf: number;
}

const things = products.flatMap((product, i) => (foodCategories.has(product.category) ? [] : [i]));
const devices = products.flatMap((product, i) => (deviceNames.has(product.name) ? [i] : []));
const isThing = products.map((_, i) => things.includes(i));
const isDevice = products.map((_, i) => devices.includes(i));
const fees: Readonly<Record<Country, readonly number[]>> = {
  SE: [4_900, 5_900, 6_000],
  DK: [3_900, 4_900, 10_000],
  NO: [5_900, 7_000, 7_900],
  FI: [490, 500, 690],
};

/** An amount as people write it. */
function written(country: Country, amountMinor: number): string {
  if (country === 'FI') return `${(amountMinor / 100).toFixed(2).replace('.', ',')} €`;
  return `${Math.max(1, Math.round(amountMinor / 100))} kr`;
}

/** How many things somebody speaks of: mostly one or two, more when moved. */
function spokenOf(w: World, mood: number): number {
  const share = w.dressing.share();
  const moved = Math.abs(mood) > 1.3 ? 1 : 0;
  return (share < 0.46 ? 1 : share < 0.79 ? 2 : share < 0.94 ? 3 : 4) + moved;
}

/** Call right after the moment was lived: reads what was felt in it. */
export function situationOf(w: World, customer: number, telling: Telling): Situation {
  const { dressing: random } = w;
  const { mood } = w.moment;
  const country = w.countryOf(customer);
  const product = telling.product >= 0 ? telling.product : random.below(products.length);
  const price = w.prices[countries.indexOf(country)]![product]!;
  return {
    tongue: tongueOf(languages[w.population.language[customer]!]!),
    mood,
    feelings: w.moment.feelings(spokenOf(w, mood), random),
    scene: telling.scene,
    product: products[product]!.name,
    thing: products[isThing[product] ? product : random.pick(things)]!.name,
    device: products[isDevice[product] ? product : random.pick(devices)]!.name,
    carrier: telling.carrier ?? 'Nordfrakt',
    city: stores[w.population.home[customer]!]!.name,
    minutes: telling.minutes ?? random.between(8, 40),
    days: Math.max(2, telling.days ?? random.between(2, 12)),
    amount: written(country, price),
    more: written(country, price * (0.06 + 0.3 * random.share())),
    fee: written(country, random.pick(fees[country])),
    phone: w.identities.phone(customer),
    mail: random.chance(0.15) ? w.identities.mail(customer) : null,
    critical: criticalOf(w, telling.leaf, mood),
  };
}

function criticalOf(w: World, leaf: number, mood: number): Situation['critical'] {
  for (const { effect } of w.effects.active('critical_words', leaf, w.day)) {
    if (w.dressing.chance(effect.share)) return effect.words;
  }
  if (mood > -1.4) return null;
  const share = w.dressing.share();
  return share < 0.006 ? 'safety' : share < 0.02 ? 'legal' : share < 0.08 ? 'leaving' : null;
}
