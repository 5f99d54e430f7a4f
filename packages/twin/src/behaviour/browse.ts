// Pages looked at: by browser alone, and by user when signed in.
import { countryFacts, eshopCode } from '../company/places.ts';
import { products } from '../company/products.ts';
import { traitsOf } from '../customers/population.ts';
import { minuteAtScreen } from './clock.ts';
import type { World } from './world.ts';

const categoryPages = [...new Set(products.map((product) => product.category))].map((category) => ({
  name: `Category: ${category}`,
  properties: { path: `/c/${category.replace('_', '-')}` },
}));
const otherPages = [
  { name: 'Home', properties: { path: '/' } },
  { name: 'Search', properties: { path: '/search' } },
  { name: 'Opening hours', properties: { path: '/stores' } },
  { name: 'Plus', properties: { path: '/plus' } },
  { name: 'Customer service', properties: { path: '/help' } },
];

export function browse(w: World, customer: number, pages: number, minute = minuteAtScreen(w)): void {
  const country = w.countryOf(customer);
  const browser = w.identities.anonymousId(customer, w.day);
  const signedIn = w.identities.has(customer, traitsOf.account) && w.random.chance(0.4);
  const keys = signedIn ? [w.identities.userId(customer), browser] : [browser];
  const channel = w.identities.has(customer, traitsOf.appUser) && w.random.chance(0.6) ? 'app' : 'web';
  let at = w.at(country, w.day, minute);
  for (let i = 0; i < pages; i++) {
    const page = w.random.chance(0.7) ? w.random.pick(categoryPages) : w.random.pick(otherPages);
    const view = w.event('page_viewed', page.name, w.day, at, keys, eshopCode(country));
    view.channel = channel;
    view.touchpoint = channel === 'app' ? 'app' : 'website';
    view.properties = page.properties;
    at += 1_000 * w.random.between(8, 160);
  }
}

export const currencyOf = (w: World, customer: number): string =>
  countryFacts[w.countryOf(customer)].currency;
