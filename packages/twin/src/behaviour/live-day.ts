// One day of the whole company, from the first door opened to the last parcel brought.
import { isoOf } from '../calendar/days.ts';
import { stores } from '../company/stores.ts';
import { languages, traitsOf } from '../customers/population.ts';
import { segments } from '../customers/segments.ts';
import { buyingFor, enterCompanies, joinCompany } from './act-for-company.ts';
import type { DayItems } from './agenda.ts';
import { sendCampaign } from './campaign.ts';
import { contractAtStart, perhapsJoinPlus, renew } from './contract.ts';
import { planNext, settleSatisfaction, shareOfVisitsKept } from './remember.ts';
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
    const first = joins > 0 ? joins : Math.floor(random.share() * population.intervalDays[c]!);
    standing.next[c] = w.plan.firstDay + first;
    standing.known[c] = w.plan.firstDay + (joins > 0 ? joins : c % importDays);
  }
}

/** Who has this day in their diary. Kept small: it reads every customer every day. */
function dueOn(diary: Int32Array, day: number, into: Int32Array): number {
  let found = 0;
  for (let c = 0; c < diary.length; c++) if (diary[c] === day) into[found++] = c;
  return found;
}

export function liveDay(w: World, day: number): DayItems {
  w.begin(day);
  const { standing, due } = w;
  const newcomers = dueOn(standing.known, day, due);
  for (let i = 0; i < newcomers; i++) identify(w, due[i]!);
  enterCompanies(w);
  const visitors = dueOn(standing.next, day, due);
  for (let i = 0; i < visitors; i++) buyingFor(w, due[i]!, () => act(w, due[i]!));
  const members = dueOn(standing.renews, day, due);
  for (let i = 0; i < members; i++) renew(w, due[i]!);
  for (let store = 0; store < stores.length; store++) reportOfStaff(w, store);
  sendCampaign(w);
  const { events, signals } = w.agenda.take(day);
  return { events: inOrder(events), signals: inOrder(signals) };
}

/** By time, and by order of making where the second is the same; numbers are sorted, not objects. */
function inOrder<T extends { happenedAt: string | number }>(items: T[]): T[] {
  const n = items.length;
  if (n === 0) return items;
  const start = items[0]!.happenedAt as number;
  const keys = new Float64Array(n);
  for (let i = 0; i < n; i++) keys[i] = ((items[i]!.happenedAt as number) - start) * n + i;
  keys.sort();
  return Array.from(keys, (key) => items[((key % n) + n) % n]!);
}

function act(w: World, customer: number): void {
  settleSatisfaction(w, customer);
  const kept = shareOfVisitsKept(w, customer);
  if (kept < 1 && !w.random.chance(kept)) {
    planNext(w, customer);
    return;
  }
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
  event.placeCode = null;
  event.properties = {
    firstName: given,
    lastName: family,
    language: languages[population.language[customer]!]!,
    country: home.country,
    city: home.name,
    homeStore: home.code,
    segment: segments[population.segment[customer]!]!.key,
    plus: w.standing.renews[customer] !== 0,
    wantsOffers: has(traitsOf.wantsOffers),
    joined: population.joins[customer]! > 0 ? isoOf(w.day) : undefined,
  };
  if (event.properties.joined === undefined) delete event.properties.joined;
  joinCompany(w, customer, at);
}
