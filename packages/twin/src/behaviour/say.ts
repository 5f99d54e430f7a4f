// Puts a moment into words: the situation that a text is written of.

import { countryFacts } from '../company/places.ts';
import { products } from '../company/products.ts';
import { stores } from '../company/stores.ts';
import { languages } from '../customers/population.ts';
import { tongueOf } from '../words/tongues.ts';
import type { Situation } from '../words/write.ts';
import type { World } from './world.ts';

export interface Telling {
  scene: 'store' | 'online' | 'contact';
  /** Index of the product spoken of; a popular one where none was bought. */
  product: number;
  carrier?: string;
  minutes?: number;
  days?: number;
  leaf: number;
}

const decimals: Readonly<Record<string, (amount: number) => string>> = {
  SEK: (amount) => `${Math.round(amount / 100)} kr`,
  DKK: (amount) => `${Math.round(amount / 100)} kr`,
  NOK: (amount) => `${Math.round(amount / 100)} kr`,
  EUR: (amount) => `${(amount / 100).toFixed(2).replace('.', ',')} €`,
};

/** How many things somebody speaks of: mostly one or two, more when moved. */
export function spokenOf(w: World, mood: number): number {
  const share = w.random.share();
  const moved = Math.abs(mood) > 1.3 ? 1 : 0;
  return (share < 0.46 ? 1 : share < 0.79 ? 2 : share < 0.94 ? 3 : 4) + moved;
}

/** Call right after the moment was lived: reads what was felt in it. */
export function situationOf(w: World, customer: number, telling: Telling): Situation {
  const { random } = w;
  const mood = w.moment.mood;
  const country = w.countryOf(customer);
  const product = products[telling.product >= 0 ? telling.product : random.below(products.length)]!;
  const price = w.prices[0]!.length > 0 ? product.euroMinor * 10 : 0;
  return {
    tongue: tongueOf(languages[w.population.language[customer]!]!),
    mood,
    feelings: w.moment.feelings(spokenOf(w, mood), random),
    scene: telling.scene,
    product: product.name,
    carrier: telling.carrier ?? 'Nordfrakt',
    city: stores[w.population.home[customer]!]!.name,
    minutes: telling.minutes ?? random.between(8, 40),
    days: telling.days ?? random.between(2, 12),
    amount: decimals[countryFacts[country].currency]!(country === 'FI' ? product.euroMinor : price),
    phone: w.identities.phone(customer),
    mail: random.chance(0.15) ? w.identities.mail(customer) : null,
    critical: criticalOf(w, telling.leaf, mood),
  };
}

function criticalOf(w: World, leaf: number, mood: number): Situation['critical'] {
  for (const { effect } of w.effects.active('critical_words', leaf, w.day)) {
    if (w.random.chance(effect.share)) return effect.words;
  }
  if (mood > -1.4) return null;
  const share = w.random.share();
  return share < 0.006 ? 'safety' : share < 0.02 ? 'legal' : share < 0.08 ? 'leaving' : null;
}
