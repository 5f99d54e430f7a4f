// A visit to a store: the walk round, the queue, the till, and what is said of it.
import { countryFacts } from '../company/places.ts';
import { stores } from '../company/stores.ts';
import { segments } from '../customers/segments.ts';
import { topicIndex } from '../experience/topics.ts';
import { rampOf } from '../scenario/effects.ts';
import { type Basket, fillBasket } from './basket.ts';
import { browse } from './browse.ts';
import { minuteWithin } from './clock.ts';
import { remember } from './remember.ts';
import { returnGoods } from './return-goods.ts';
import { inviteNps, isTurnToBeAsked, type Occasion, pressAtKiosk } from './survey.ts';
import { openTicket, wonder } from './ticket.ts';
import { postInPublic, review } from './voices.ts';
import type { World } from './world.ts';

const demandOfWeekday = [0.72, 0.74, 0.78, 0.86, 1, 1, 0.82];

/** False when the store is closed or the customer would rather come tomorrow. */
export function visitStore(w: World, customer: number): boolean {
  const store = w.population.home[customer]!;
  const hours = w.openHours(store);
  if (!hours || !w.random.chance(demandOfWeekday[w.weekday]!)) return false;
  const minute = minuteWithin(w, hours.opens, hours.closes);
  const basket = fillBasket(w, customer, store, 0.74);
  const method = payment(w, customer, store);
  if (basket.missing >= 0) w.moment.add('availability', -0.9);
  priceFelt(w, customer, store);
  if (w.day % 365 > 340) w.moment.add('queue', -0.3);
  w.moment.live('store_visit', store, customer, w.day, minute);
  remember(w, customer);
  const waited = waitSeconds(w, minute);
  const reference = settle(w, customer, store, minute, basket, method, waited);
  tell(w, customer, store, minute, basket, reference, waited);
  return true;
}

function payment(w: World, customer: number, store: number): string {
  for (const e of w.effects.active('payment_method', store, w.day)) {
    if (w.random.chance(e.effect.share * rampOf({ from: e.from, rampDays: e.effect.rampDays ?? 0 }, w.day))) {
      w.moment.add('payment', e.effect.size);
      w.moment.add('queue', e.effect.size / 2);
      return e.effect.method;
    }
  }
  const share = w.random.share();
  const senior = segments[w.population.segment[customer]!]!.key === 'senior';
  return share < (senior ? 0.14 : 0.04) ? 'cash' : share < 0.75 ? 'card' : 'mobile';
}

/** Customers whom a rise in prices hurts feel it from its first day. */
export function priceFelt(w: World, customer: number, leaf: number): void {
  const segment = w.population.segment[customer]!;
  for (const { effect } of w.effects.active('price', leaf, w.day, segment))
    w.moment.add('price', effect.size);
}

/** The queue as measured: about three minutes at the till, five in the rush, longer the worse it is felt. */
function waitSeconds(w: World, minute: number): number {
  const rush = minute >= 960 && minute < 1_080 ? 1.5 : 1;
  const felt = w.moment.felt[topicIndex.queue]!;
  return Math.round(Math.min(3_600, 150 * rush * Math.exp(-0.5 * felt + 0.25 * w.random.normal())));
}

function settle(
  w: World,
  customer: number,
  store: number,
  minute: number,
  basket: Basket,
  method: string,
  waited: number,
): string {
  const { country, code } = stores[store]!;
  const at = w.at(country, w.day, minute) + w.random.below(60) * 1_000;
  const keys = w.identities.inStore(customer);
  if (keys.length > 0) {
    const visit = w.event('visit', 'Store Visited', w.day, at - 60_000 * w.random.between(6, 35), keys, code);
    visit.channel = 'in_person';
    visit.touchpoint = 'store_visit';
    visit.waitSeconds = waited;
  }
  const reference = w.id('o');
  if (basket.lines.length > 0) {
    const order = w.event('order_placed', 'Order Completed', w.day, at, keys, code);
    order.channel = 'in_person';
    order.touchpoint = 'checkout';
    order.reference = reference;
    order.amountMinor = basket.amountMinor;
    order.costMinor = basket.costMinor;
    order.currency = countryFacts[country].currency;
    order.lines = basket.lines;
    order.properties = paidBy(method);
  }
  return reference;
}

const paid = new Map<string, Record<string, unknown>>();
function paidBy(method: string): Record<string, unknown> {
  let properties = paid.get(method);
  if (!properties) {
    properties = { paymentMethod: method };
    paid.set(method, properties);
  }
  return properties;
}

function tell(
  w: World,
  customer: number,
  store: number,
  minute: number,
  basket: Basket,
  reference: string,
  waited: number,
): void {
  const { random } = w;
  const { asks, code } = stores[store]!;
  const answers = w.effects.factor('answers', store, w.day, -1);
  const presses = random.chance(0.066 * answers * asks);
  const invited = isTurnToBeAsked(w, customer, w.day + 1, 0.5 * asks);
  const reviews = random.chance(0.014 * answers * Math.exp(0.35 * Math.abs(w.moment.mood)));
  const posts = random.chance(0.0068 * answers);
  if (presses || invited || reviews || posts) {
    const occasion: Occasion = {
      customer,
      touchpoint: 'store_visit',
      placeCode: code,
      reference,
      day: w.day + 1,
      scene: 'store',
      product: basket.missing >= 0 ? basket.missing : basket.told,
      minutes: Math.max(5, Math.round(waited / 60)),
      leaf: store,
    };
    if (presses) pressAtKiosk(w, occasion, Math.min(1_439, minute + 1));
    if (invited) inviteNps(w, occasion);
    if (reviews) review(w, occasion);
    if (posts) postInPublic(w, occasion);
  }
  if (random.chance(0.06)) browse(w, customer, 1);
  if (basket.faulty || (basket.lines.length > 0 && random.chance(0.022)))
    returnGoods(w, customer, store, basket, reference, 'in_person');
  if (basket.faulty && random.chance(0.4))
    openTicket(w, customer, 'product', basket.told, reference, w.day + random.between(3, 14));
  wonder(w, customer, reference, basket.told);
}
