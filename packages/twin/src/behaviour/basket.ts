// What is bought: products by their popularity, at the prices of the day, with their cost.
import type { OrderLine } from '@lyhord/contract';
import { countries } from '../calendar/holidays.ts';
import { foodCategories, products } from '../company/products.ts';
import { segments } from '../customers/segments.ts';
import { fixedShare, type RandomStream, WeightedChoice } from '../random.ts';
import type { World } from './world.ts';

const isFood = products.map((product) => foodCategories.has(product.category));
const popularity = products.map((_, i) => 0.35 + fixedShare(5, i, 1) * 1.6);
const pricey = products.map((product) => (product.euroMinor > 2_000 ? 0.45 : 1));
const foodChoice = new WeightedChoice(products.map((_, i) => (isFood[i] ? popularity[i]! : 0)));
const homeChoice = new WeightedChoice(products.map((_, i) => (isFood[i] ? 0 : popularity[i]! * pricey[i]!)));

export interface Basket {
  lines: OrderLine[];
  amountMinor: number;
  costMinor: number;
  /** Index of the product that the customer would name. */
  told: number;
  /** Product that was wished and missing; −1 when nothing was. */
  missing: number;
  faulty: boolean;
}

/** Fills a basket; `foodShare` is how much of it is food. */
export function fillBasket(w: World, customer: number, leaf: number, foodShare: number): Basket {
  const { random, population } = w;
  const segment = segments[population.segment[customer]!]!;
  const country = countries.indexOf(w.countryOf(customer));
  const wished = segment.basketLines * Math.exp(0.1 * segment.reaction * w.standing.satisfaction[customer]!);
  const count = 1 + Math.min(11, Math.floor(random.exponential(Math.max(0.3, wished - 0.5))));
  const rises = w.effects.active('price', leaf, w.day);
  const gone = w.effects.active('out_of_stock', leaf, w.day);
  const faults = w.effects.active('product_fault', leaf, w.day);
  const basket: Basket = { lines: [], amountMinor: 0, costMinor: 0, told: -1, missing: -1, faulty: false };
  let dearest = -1;
  for (let i = 0; i < count; i++) {
    const p = (random.chance(foodShare) ? foodChoice : homeChoice).at(random.share());
    const product = products[p]!;
    if (gone.length > 0 && isMissing(gone, product.category, random)) {
      basket.missing = p;
      continue;
    }
    let price = w.prices[country]![p]!;
    for (const { effect } of rises) {
      const meant = effect.goods === 'all' || (effect.goods === 'food') === isFood[p]!;
      if (meant) price = Math.round(price * (1 + effect.percent / 100));
    }
    const quantity = isFood[p] && random.chance(0.3) ? random.between(2, 4) : 1;
    const cost = w.costs[country]![p]!;
    basket.lines.push({
      productId: product.id,
      name: product.label,
      category: product.category,
      quantity,
      priceMinor: price,
      costMinor: cost,
    });
    basket.amountMinor += quantity * price;
    basket.costMinor += quantity * cost;
    if (price > dearest) {
      dearest = price;
      if (!basket.faulty) basket.told = p;
    }
    if (faults.length > 0 && isFaulty(faults, product.name, random)) {
      basket.faulty = true;
      basket.told = p;
    }
  }
  return basket;
}

type Gone = readonly { effect: { categories: readonly string[]; share: number } }[];
type Faults = readonly { effect: { product: string; share: number } }[];

const isMissing = (gone: Gone, category: string, random: RandomStream): boolean =>
  gone.some(({ effect }) => effect.categories.includes(category) && random.chance(effect.share));

const isFaulty = (faults: Faults, name: string, random: RandomStream): boolean =>
  faults.some(({ effect }) => effect.product === name && random.chance(effect.share));
