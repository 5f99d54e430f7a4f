// One day of the whole company, from the first door opened to the last parcel brought.
import { isoOf } from '../calendar/days.ts';
import { stores } from '../company/stores.ts';
import { languages, traitsOf } from '../customers/population.ts';
import { segments } from '../customers/segments.ts';
import type { DayItems } from './agenda.ts';
import { sendCampaign } from './campaign.ts';
import { contractAtStart, perhapsJoinPlus, renew } from './contract.ts';
import { planNext, settleSatisfaction } from './remember.ts';
import { visitEshop } from './visit-eshop.ts';
import { visitStore } from './visit-store.ts';
import { reportOfStaff } from './voices.ts';
import type { World } from './world.ts';

/** Days over which those who were customers before are brought in from the old system. */
const importDays = 14;

/** Gives every customer a first day; call once, before the first day is lived. */
export function wakeCustomers(w: World): void {
  const { population, standing, random } = w;
  for (let c = 0; c < population.count; c++) {
    contractAtStart(w, c);
    const joins = population.joins[c]!;
    standing.next[c] =
      w.plan.firstDay + (joins > 0 ? joins : Math.floor(random.share() * population.intervalDays[c]!));
  }
}

export function liveDay(w: World, day: number): DayItems {
  w.begin(day);
  const { population, standing } = w;
  const since = day - w.plan.firstDay;
  for (let c = 0; c < population.count; c++) {
    const joins = population.joins[c]!;
    if (joins > 0 ? joins === since : since < importDays && c % importDays === since) identify(w, c);
    if (standing.next[c] === day) act(w, c);
    if (standing.renews[c] === day) renew(w, c);
  }
  for (let store = 0; store < stores.length; store++) reportOfStaff(w, store);
  sendCampaign(w);
  const items = w.agenda.take(day);
  items.events.sort((a, b) => a.happenedAt - b.happenedAt);
  items.signals.sort((a, b) => (a.happenedAt as number) - (b.happenedAt as number));
  return items;
}

function act(w: World, customer: number): void {
  settleSatisfaction(w, customer);
  if (w.random.chance(w.population.eshopShare[customer]!)) visitEshop(w, customer);
  else if (!visitStore(w, customer)) {
    w.standing.next[customer] = w.day + 1;
    return;
  }
  perhapsJoinPlus(w, customer);
  planNext(w, customer);
}

function identify(w: World, customer: number): void {
  const { identities, population } = w;
  const home = stores[population.home[customer]!]!;
  const { given, family } = identities.name(customer);
  const at = w.at(home.country, w.day, 300 + (customer % 1_000));
  const event = w.event('identify', 'identify', w.day, at, identities.all(customer, w.day), home.code);
  const has = (trait: number): boolean => identities.has(customer, trait);
  event.properties = {
    firstName: given,
    lastName: family,
    language: languages[population.language[customer]!]!,
    country: home.country,
    city: home.name,
    segment: segments[population.segment[customer]!]!.key,
    plus: w.standing.renews[customer] !== 0,
    wantsOffers: has(traitsOf.wantsOffers),
    joined: population.joins[customer]! > 0 ? isoOf(w.day) : undefined,
  };
  if (event.properties.joined === undefined) delete event.properties.joined;
}
