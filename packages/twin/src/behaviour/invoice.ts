// Invoices: right or wrong, paid on time or late.
import { countryFacts, eshopCode } from '../company/places.ts';
import { segments } from '../customers/segments.ts';
import { eshopLeaf } from '../scenario/place-tree.ts';
import type { Basket } from './basket.ts';
import { askAfterwards } from './survey.ts';
import { openTicket } from './ticket.ts';
import type { World } from './world.ts';

const termDays = 30;

export function sendInvoice(
  w: World,
  customer: number,
  basket: Basket,
  order: string,
  arrived: number,
): void {
  const { random } = w;
  const country = w.countryOf(customer);
  const leaf = eshopLeaf(country);
  const place = eshopCode(country);
  const day = arrived + 1;
  const wrong =
    w.effects.active('invoice_error', leaf, day).some(({ effect }) => random.chance(effect.share)) ||
    random.chance(0.008);
  const fee = { SE: 4_900, DK: 3_900, NO: 5_900, FI: 490 }[country];
  const amount = basket.amountMinor + (wrong ? 2 * fee : fee);
  const reference = w.id('f');
  const keys = w.identities.online(customer, day);
  const due = w.at(country, day + termDays, 1_439);
  const issued = w.event('invoice_issued', 'Invoice Issued', day, w.at(country, day, 480), keys, place);
  issued.channel = 'email';
  issued.touchpoint = 'invoice';
  issued.reference = reference;
  issued.amountMinor = amount;
  issued.currency = countryFacts[country].currency;
  issued.dueAt = due;
  issued.properties = { order, deliveryCharges: wrong ? 2 : 1 };
  const lateShare = segments[w.population.segment[customer]!]!.latePayers + (wrong ? 0.45 : 0);
  const late = random.chance(Math.min(0.9, lateShare));
  const paidOn =
    day + (late ? termDays + random.between(1, 24) : termDays - Math.floor(random.exponential(5)));
  const payDay = Math.max(day + 1, paidOn);
  const paid = w.event('payment_made', 'Payment Made', payDay, w.at(country, payDay, 720), keys, place);
  paid.touchpoint = 'invoice';
  paid.reference = reference;
  paid.amountMinor = amount;
  paid.currency = issued.currency;
  paid.dueAt = due;
  if (wrong) w.moment.add('invoice', -2.6);
  if (wrong && random.chance(0.35))
    openTicket(w, customer, 'invoice', basket.told, reference, day + random.between(1, 6));
  if (!random.chance(wrong ? 0.5 : 0.17)) return;
  if (wrong) w.moment.add('invoice', -2.6);
  w.moment.live('invoice', leaf, customer, day, 720);
  askAfterwards(
    w,
    {
      customer,
      touchpoint: 'invoice',
      placeCode: place,
      reference,
      day: day + 2,
      scene: 'online',
      product: basket.told,
      leaf,
    },
    'csat',
    'email',
  );
}
