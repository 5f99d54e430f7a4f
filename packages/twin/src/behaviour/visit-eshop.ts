// An evening at the e-shop: pages, perhaps an order, its parcel, its invoice, and what is said of each.
import { carriers } from '../company/carriers.ts';
import { countryFacts, eshopCode } from '../company/places.ts';
import { stores } from '../company/stores.ts';
import { traitsOf } from '../customers/population.ts';
import { eshopLeaf } from '../scenario/place-tree.ts';
import { type Basket, fillBasket } from './basket.ts';
import { browse } from './browse.ts';
import { minuteAtScreen } from './clock.ts';
import { sendInvoice } from './invoice.ts';
import { remember } from './remember.ts';
import { returnGoods } from './return-goods.ts';
import { askAfterwards, inviteNps, isTurnToBeAsked, type Occasion } from './survey.ts';
import { openTicket, wonder } from './ticket.ts';
import { priceFelt } from './visit-store.ts';
import { reviewProduct } from './voices.ts';
import type { World } from './world.ts';

export function visitEshop(w: World, customer: number): void {
  const country = w.countryOf(customer);
  const leaf = eshopLeaf(country);
  const minute = Math.min(1_400, minuteAtScreen(w));
  browse(w, customer, 1 + Math.floor(w.random.exponential(1.05)), minute);
  const inApp = w.identities.has(customer, traitsOf.appUser) && w.random.chance(0.6);
  priceFelt(w, customer, leaf);
  const mood = w.moment.live(inApp ? 'app' : 'checkout', leaf, customer, w.day, minute);
  const occasion: Occasion = {
    customer,
    touchpoint: inApp ? 'app' : 'checkout',
    placeCode: eshopCode(country),
    reference: '',
    day: w.day,
    scene: 'online',
    product: -1,
    leaf,
  };
  if (w.random.chance(0.055))
    askAfterwards(w, { ...occasion, reference: w.id('v') }, 'csat', inApp ? 'app' : 'web');
  if (w.random.chance(0.6 + 0.06 * mood)) order(w, customer, minute, inApp);
  else remember(w, customer);
}

function order(w: World, customer: number, minute: number, inApp: boolean): void {
  const country = w.countryOf(customer);
  const leaf = eshopLeaf(country);
  const basket = fillBasket(w, customer, leaf, 0.25);
  if (basket.lines.length === 0) return;
  const reference = w.id('o');
  const keys = w.identities.online(customer, w.day);
  const byInvoice = w.identities.has(customer, traitsOf.invoicePayer) && w.random.chance(0.8);
  const placed = w.event(
    'order_placed',
    'Order Completed',
    w.day,
    w.at(country, w.day, Math.min(1_439, minute + 12)),
    keys,
    eshopCode(country),
  );
  placed.channel = inApp ? 'app' : 'web';
  placed.touchpoint = 'checkout';
  placed.reference = reference;
  placed.amountMinor = basket.amountMinor;
  placed.costMinor = basket.costMinor;
  placed.currency = countryFacts[country].currency;
  placed.lines = basket.lines;
  const carrier = carrierFor(w, country);
  const promised = w.day + 1 + carrier.days;
  placed.dueAt = w.at(country, promised, 1_200);
  placed.properties = { paymentMethod: byInvoice ? 'invoice' : 'card', carrier: carrier.name };
  const arrived = deliver(w, customer, basket, reference, carrier, promised);
  if (byInvoice) sendInvoice(w, customer, basket, reference, arrived);
}

function carrierFor(w: World, country: keyof typeof countryFacts): (typeof carriers)[number] {
  let share = w.random.share();
  for (const carrier of carriers) {
    share -= carrier.share[country];
    if (share < 0) return carrier;
  }
  return carriers[0]!;
}

/** Deliveries belong to the region into which they are brought. Returns the day of arrival. */
function deliver(
  w: World,
  customer: number,
  basket: Basket,
  reference: string,
  carrier: (typeof carriers)[number],
  promised: number,
): number {
  const { random } = w;
  const country = w.countryOf(customer);
  const home = w.population.home[customer]!;
  const region = stores[home]!.region;
  let late = random.chance(carrier.late) ? random.between(1, 4) : 0;
  for (const { effect } of w.effects.active('late_delivery', home, promised)) {
    if (effect.carrier === carrier.name && random.chance(effect.share)) late += effect.days;
  }
  const day = late > 0 ? promised + late : promised - (random.chance(0.3) ? 1 : 0);
  const minute = random.between(540, 1_190);
  const delivered = w.event(
    'order_delivered',
    'Order Delivered',
    day,
    w.at(country, day, minute),
    w.identities.online(customer, day),
    region,
  );
  delivered.channel = 'other';
  delivered.touchpoint = 'delivery';
  delivered.reference = reference;
  delivered.dueAt = w.at(country, promised, 1_200);
  delivered.properties = { carrier: carrier.name, lateDays: late };
  if (late > 0) w.moment.add('delivery', -1 - 0.35 * Math.min(5, late));
  if (basket.faulty) w.moment.add('product', -2.4);
  w.moment.live('delivery', eshopLeaf(country), customer, day, minute);
  remember(w, customer);
  const occasion: Occasion = {
    customer,
    touchpoint: 'delivery',
    placeCode: region,
    reference,
    day: day + (basket.faulty ? 9 : 2),
    scene: 'online',
    product: basket.told,
    carrier: carrier.name,
    days: Math.max(1, late),
    leaf: home,
    properties: { carrier: carrier.name },
  };
  if (isTurnToBeAsked(w, customer, occasion.day, 0.85)) inviteNps(w, occasion);
  if (random.chance(0.05)) reviewProduct(w, occasion);
  if (late > 1 && random.chance(0.3))
    openTicket(w, customer, 'delivery', basket.told, reference, promised + 1, carrier.name);
  if (basket.faulty || random.chance(0.09)) returnGoods(w, customer, home, basket, reference, 'web');
  if (basket.faulty && random.chance(0.45))
    openTicket(w, customer, 'product', basket.told, reference, day + random.between(3, 14));
  wonder(w, customer, reference, basket.told);
  return day;
}
