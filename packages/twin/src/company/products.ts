// Solvik's range: invented product names that stand unchanged in every language. Prices are euro cents before tax rules.
import type { Country } from '../calendar/holidays.ts';

export interface Product {
  readonly id: string;
  /** What customers call it. */
  readonly name: string;
  readonly label: string;
  readonly category: string;
  readonly euroMinor: number;
  /** Cost as a share of the list price. */
  readonly costShare: number;
}

type Row = readonly [name: string, what: string, euro: number];

const range: Readonly<Record<string, { costShare: number; rows: readonly Row[] }>> = {
  bakery: {
    costShare: 0.62,
    rows: [
      ['Kvarn', 'sourdough loaf', 3.9],
      ['Rågis', 'rye bread', 2.9],
      ['Vetegott', 'cinnamon buns 4', 3.5],
      ['Knäck', 'crispbread', 2.4],
    ],
  },
  dairy: {
    costShare: 0.74,
    rows: [
      ['Ängsmjölk', 'milk 1.5 l', 1.9],
      ['Fjällyoghurt', 'yoghurt 1 kg', 2.7],
      ['Lagrad 12', 'aged cheese', 6.9],
      ['Havredröm', 'oat drink 1 l', 2.2],
    ],
  },
  fruit_vegetables: {
    costShare: 0.66,
    rows: [
      ['Gårdsäpple', 'apples 1 kg', 2.9],
      ['Solgul', 'bananas 1 kg', 1.9],
      ['Krispsallad', 'salad', 2.3],
      ['Knölen', 'potatoes 2 kg', 2.6],
    ],
  },
  coffee_tea: {
    costShare: 0.6,
    rows: [
      ['Mörkrost', 'dark roast coffee', 6.5],
      ['Skymning', 'herbal tea', 3.9],
      ['Bryggmalet', 'filter coffee', 5.9],
    ],
  },
  pantry: {
    costShare: 0.64,
    rows: [
      ['Linsgrytan', 'lentil stew', 3.2],
      ['Pastanäste', 'fresh pasta', 2.8],
      ['Skogsmüsli', 'muesli', 4.4],
      ['Bärsylt', 'berry jam', 3.3],
      ['Havssalt', 'sea salt', 2.1],
    ],
  },
  frozen: {
    costShare: 0.63,
    rows: [
      ['Ishavslax', 'salmon fillets', 9.9],
      ['Blåbärsglass', 'blueberry ice cream', 4.9],
      ['Grönmix', 'vegetable mix', 2.9],
    ],
  },
  cleaning: {
    costShare: 0.52,
    rows: [
      ['Klarna Dagg', 'all-purpose cleaner', 3.9],
      ['Ren Bris', 'laundry liquid', 7.9],
      ['Skuro', 'scouring sponges', 2.5],
    ],
  },
  care: {
    costShare: 0.5,
    rows: [
      ['Tallbarr', 'shower gel', 3.9],
      ['Mjuka', 'hand cream', 4.9],
      ['Dunlätt', 'tissues', 2.9],
    ],
  },
  kitchen: {
    costShare: 0.54,
    rows: [
      ['Brygga', 'coffee maker', 69],
      ['Virvla', 'hand blender', 39],
      ['Gjuta', 'cast-iron pan', 49],
      ['Skära', 'chopping board', 19],
      ['Duka', 'dinner set', 59],
      ['Termo', 'thermos', 25],
      ['Vässa', 'kitchen knife', 29],
    ],
  },
  textiles: {
    costShare: 0.45,
    rows: [
      ['Molnet', 'duvet', 59],
      ['Fjun', 'pillow', 29],
      ['Linnea', 'linen sheets', 79],
      ['Frotté', 'bath towel', 15],
      ['Ullis', 'wool blanket', 69],
      ['Skugga', 'curtains', 45],
    ],
  },
  lighting: {
    costShare: 0.48,
    rows: [
      ['Lysa', 'desk lamp', 35],
      ['Gryning', 'wake-up light', 55],
      ['Stjärnfall', 'string lights', 19],
      ['Fyr', 'lantern', 24],
    ],
  },
  furniture: {
    costShare: 0.55,
    rows: [
      ['Sitta', 'dining chair', 79],
      ['Hylla 5', 'bookcase', 119],
      ['Palla', 'step stool', 29],
      ['Vila', 'armchair', 249],
      ['Bordet', 'folding table', 99],
    ],
  },
  garden: {
    costShare: 0.5,
    rows: [
      ['Grill Eld', 'charcoal grill', 129],
      ['Gro', 'seed set', 12],
      ['Stråla', 'garden hose', 35],
      ['Spira', 'plant pot', 15],
    ],
  },
  kids: {
    costShare: 0.47,
    rows: [
      ['Kotten', 'building blocks', 29],
      ['Nalle Snö', 'soft bear', 19],
      ['Krita', 'crayons', 8],
      ['Regn', 'rain jacket', 39],
    ],
  },
  pets: {
    costShare: 0.58,
    rows: [
      ['Tass', 'dog food 3 kg', 15],
      ['Spinn', 'cat toy', 7],
      ['Kurra', 'pet bed', 35],
    ],
  },
};

export const products: readonly Product[] = Object.entries(range).flatMap(
  ([category, { costShare, rows }], c) =>
    rows.map(([name, what, euro], i) => ({
      id: `P${100 * (c + 1) + i}`,
      name,
      label: `${name} ${what}`,
      category,
      euroMinor: Math.round(euro * 100),
      costShare,
    })),
);

/** Products with a plug. */
export const deviceNames = new Set(['Brygga', 'Virvla', 'Lysa', 'Gryning', 'Stjärnfall']);

export const foodCategories = new Set([
  'bakery',
  'dairy',
  'fruit_vegetables',
  'coffee_tea',
  'pantry',
  'frozen',
  'cleaning',
  'care',
  'pets',
]);

const priceLevel: Readonly<Record<Country, { perEuro: number; step: number }>> = {
  SE: { perEuro: 11.2, step: 100 },
  DK: { perEuro: 7.6, step: 50 },
  NO: { perEuro: 12.4, step: 100 },
  FI: { perEuro: 1, step: 10 },
};

/** List price in minor units of the country's currency, rounded to a price that stands on a shelf. */
export function listPrice(product: Product, country: Country): number {
  const { perEuro, step } = priceLevel[country];
  const exact = product.euroMinor * perEuro;
  return Math.max(step, Math.round(exact / step) * step - (step >= 100 ? 10 : step === 50 ? 5 : 1));
}

/** Cost in minor units of the country's currency. */
export function unitCost(product: Product, country: Country): number {
  return Math.round(product.euroMinor * priceLevel[country].perEuro * product.costShare);
}
