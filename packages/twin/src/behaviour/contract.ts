// The Plus subscription: begun, renewed once a year, or ended by those who have had enough.
import type { Country } from '../calendar/holidays.ts';
import { countryFacts, eshopCode } from '../company/places.ts';
import { languages } from '../customers/population.ts';
import { segments } from '../customers/segments.ts';
import { fixedShare } from '../random.ts';
import { eshopLeaf } from '../scenario/place-tree.ts';
import { situationOf } from './say.ts';
import { inviteNps, isTurnToBeAsked } from './survey.ts';
import type { World } from './world.ts';

const termDays = 365;
const yearly = { SE: 39_900, DK: 29_900, NO: 44_900, FI: 3_900 } as const;

/** Whether this customer has Plus from the start, and the day on which it renews. */
export function contractAtStart(w: World, customer: number): void {
  const segment = segments[w.population.segment[customer]!]!;
  if (w.population.joins[customer]! > 0 || fixedShare(w.plan.seed, customer, 50) >= segment.plusShare) return;
  w.standing.renews[customer] =
    w.plan.firstDay + Math.floor(fixedShare(w.plan.seed, customer, 51) * termDays);
}

const contractName = (w: World, customer: number): string => `plus-${w.plan.seed}-${customer}`;

function contractEvent(
  w: World,
  customer: number,
  kind: 'contract_started' | 'contract_renewed' | 'contract_ended',
  name: string,
): ReturnType<World['event']> {
  const country = w.countryOf(customer);
  const event = w.event(
    kind,
    name,
    w.day,
    w.at(country, w.day, 480 + w.random.below(600)),
    w.identities.online(customer, w.day),
    eshopCode(country),
  );
  event.channel = 'web';
  event.reference = contractName(w, customer);
  event.amountMinor = yearly[country];
  event.currency = countryFacts[country].currency;
  event.touchpoint =
    kind === 'contract_ended'
      ? 'cancellation'
      : kind === 'contract_renewed'
        ? 'renewal'
        : 'loyalty_programme';
  return event;
}

/** What a term that begins today says of itself. */
const renewalOf = (w: World, country: Country) => ({
  plan: 'Plus',
  termMonths: 12,
  renewsAt: new Date(w.at(country, w.day + termDays, 0)).toISOString(),
});

/** A customer who likes it joins Plus now and then. */
export function perhapsJoinPlus(w: World, customer: number): void {
  const segment = segments[w.population.segment[customer]!]!;
  if (
    w.standing.renews[customer] !== 0 ||
    !w.random.chance(0.035 * segment.plusShare * Math.exp(0.5 * w.standing.satisfaction[customer]!))
  )
    return;
  w.standing.renews[customer] = w.day + termDays;
  const country = w.countryOf(customer);
  const event = contractEvent(w, customer, 'contract_started', 'Subscription Started');
  event.properties = renewalOf(w, country);
}

export function renew(w: World, customer: number): void {
  const segment = segments[w.population.segment[customer]!]!;
  const country = w.countryOf(customer);
  const happy = w.standing.satisfaction[customer]!;
  const stays = 1 / (1 + Math.exp(-(1.7 + 2.8 * segment.reaction * happy)));
  const leaf = eshopLeaf(country);
  const place = eshopCode(country);
  if (w.random.chance(stays)) {
    w.standing.renews[customer] = w.day + termDays;
    const event = contractEvent(w, customer, 'contract_renewed', 'Subscription Renewed');
    event.properties = renewalOf(w, country);
    w.moment.live('loyalty_programme', leaf, customer, w.day, 720);
    if (isTurnToBeAsked(w, customer, w.day + 1, 0.5)) {
      const reference = contractName(w, customer);
      inviteNps(w, {
        customer,
        touchpoint: 'loyalty_programme',
        placeCode: place,
        reference,
        day: w.day + 1,
        scene: 'online',
        product: -1,
        leaf,
      });
    }
    return;
  }
  w.standing.renews[customer] = 0;
  contractEvent(w, customer, 'contract_ended', 'Subscription Ended').properties = { byCustomer: true };
  if (w.random.chance(0.4)) w.standing.next[customer] = 2_000_000_000;
  w.moment.add('loyalty', -1.6);
  w.moment.live('cancellation', leaf, customer, w.day, 720);
  if (w.random.chance(0.45)) sayWhy(w, customer, place, leaf);
}

function sayWhy(w: World, customer: number, place: string, leaf: number): void {
  if (w.quiet) return;
  const s = situationOf(w, customer, { scene: 'online', product: -1, leaf });
  w.signal(
    {
      messageId: w.id('s'),
      kind: 'comment',
      channel: 'web',
      touchpoint: 'cancellation',
      place,
      happenedAt: w.at(w.countryOf(customer), w.day, 1_100),
      identifiers: w.identities.online(customer, w.day),
      answers: [],
      title: null,
      text: w.writer.note(s.tongue.leave, s),
      language: languages[w.population.language[customer]!]!,
      reference: contractName(w, customer),
      conversation: null,
      author: 'customer',
      campaign: null,
      properties: {},
    },
    w.day,
  );
}
