// What an experience is made of: the topics of the shipped topic tree, and how much each weighs at each touchpoint.

export const topics = [
  'service',
  'staff',
  'cleanliness',
  'queue',
  'price',
  'delivery',
  'payment',
  'assortment',
  'availability',
  'returns',
  'app',
  'website',
  'product',
  'invoice',
  'loyalty',
  'support',
  'opening_hours',
  'parking',
  'environment',
] as const;
export type Topic = (typeof topics)[number];

export const topicIndex: Readonly<Record<Topic, number>> = Object.fromEntries(
  topics.map((topic, i) => [topic, i]),
) as Record<Topic, number>;

/** How each topic stands in an ordinary week, in latent standard deviations: people gladly praise staff, and never prices. */
export const ordinaryLevel: Readonly<Record<Topic, number>> = {
  service: 0.35,
  staff: 0.45,
  cleanliness: 0.3,
  queue: -0.05,
  price: -0.15,
  delivery: 0.3,
  payment: 0.2,
  assortment: 0.25,
  availability: 0,
  returns: 0.1,
  app: 0,
  website: 0.15,
  product: 0.3,
  invoice: 0,
  loyalty: 0.2,
  support: 0.1,
  opening_hours: 0.15,
  parking: -0.05,
  environment: 0.25,
};

export const touchpoints = [
  'store_visit',
  'checkout',
  'delivery',
  'returns',
  'support',
  'invoice',
  'app',
  'loyalty_programme',
  'cancellation',
  'product',
] as const;
export type Touchpoint = (typeof touchpoints)[number];

/** Topics felt at a touchpoint; the weight is both the pull on the whole and how readily people speak of it. */
export const weights: Readonly<Record<Touchpoint, Partial<Record<Topic, number>>>> = {
  store_visit: {
    service: 0.16,
    staff: 0.12,
    cleanliness: 0.09,
    queue: 0.12,
    price: 0.14,
    assortment: 0.11,
    availability: 0.08,
    payment: 0.04,
    opening_hours: 0.03,
    parking: 0.04,
    environment: 0.05,
    product: 0.06,
  },
  checkout: { website: 0.3, app: 0.17, price: 0.2, assortment: 0.12, availability: 0.1, payment: 0.11 },
  delivery: { delivery: 0.5, product: 0.2, website: 0.08, app: 0.06, price: 0.08, service: 0.08 },
  returns: { returns: 0.6, service: 0.15, product: 0.15, support: 0.1 },
  support: { support: 0.55, service: 0.2, staff: 0.1, delivery: 0.08, invoice: 0.07 },
  invoice: { invoice: 0.7, payment: 0.15, support: 0.15 },
  app: { app: 0.8, loyalty: 0.2 },
  loyalty_programme: { loyalty: 0.6, price: 0.25, app: 0.15 },
  cancellation: { loyalty: 0.45, price: 0.3, service: 0.15, delivery: 0.1 },
  product: { product: 0.75, price: 0.25 },
};
