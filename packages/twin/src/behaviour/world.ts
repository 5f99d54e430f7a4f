// Everything one run knows: who the customers are, how they feel, what is planted, and what waits for its day.
import type { Identifier, OperationalEvent, SignalInput } from '@lyhord/contract';
import { dayMs, monthOf, weekdayOf, zoneAheadMinutes } from '../calendar/days.ts';
import { type Country, countries, dayKept } from '../calendar/holidays.ts';
import { Companies, doneForCompany } from '../company/companies.ts';
import { countryFacts, type DayHours, storeHours } from '../company/places.ts';
import { listPrice, products, unitCost } from '../company/products.ts';
import { type Store, stores } from '../company/stores.ts';
import { Identities } from '../customers/identity.ts';
import { type Population, populate } from '../customers/population.ts';
import { Moment } from '../experience/moment.ts';
import type { TwinPlan } from '../options.ts';
import { RandomStream } from '../random.ts';
import { Effects } from '../scenario/effects.ts';
import type { Tongue } from '../words/tongue.ts';
import { tongueOf } from '../words/tongues.ts';
import { Writer } from '../words/write.ts';
import { Agenda } from './agenda.ts';

/** What changes about each customer as time goes by. */
export interface Standing {
  /** Day of the next visit; far away for those who have left. */
  readonly next: Int32Array;
  /** Satisfaction in force, and the one that comes into force on a later day. */
  readonly satisfaction: Float32Array;
  readonly coming: Float32Array;
  readonly comesOn: Int32Array;
  /** Day of the last invitation to a survey. */
  readonly asked: Int32Array;
  /** Day on which the Plus contract renews; 0 without one. */
  readonly renews: Int32Array;
  /** Day on which the customer is first made known to the company's systems. */
  readonly known: Int32Array;
}

export const never = 2_000_000_000;

export class World {
  readonly plan: TwinPlan;
  readonly random: RandomStream;
  /** Drawn from for words and looks only, so that leaving them out changes nothing that happens. */
  readonly dressing: RandomStream;
  readonly writer: Writer;
  readonly population: Population;
  readonly identities: Identities;
  readonly standing: Standing;
  readonly effects: Effects;
  readonly agenda = new Agenda();
  readonly moment: Moment;
  readonly prices: readonly Int32Array[];
  readonly costs: readonly Int32Array[];
  /** Room for those whose turn it is today. */
  readonly due: Int32Array;
  /** The day being lived. */
  day = 0;
  weekday = 0;
  /** 0 is January. */
  month = 0;
  private readonly ahead = new Map<number, number>();
  /** While true, life goes on and nothing of it is told: how a later day is reached quickly. */
  quiet = false;
  /** The company for which what is bought now is bought. */
  buysFor: string | null = null;
  readonly companies: Companies;
  private issued = 0;
  private prefix: string;
  private hours: DayHours[] = [];

  constructor(plan: TwinPlan) {
    this.plan = plan;
    this.prefix = plan.mark;
    this.random = new RandomStream(plan.seed);
    this.dressing = new RandomStream(plan.seed + 1_000_003);
    this.writer = new Writer(this.dressing);
    this.population = populate(plan.seed, plan.customers, plan.lastDay - plan.firstDay + 1);
    this.identities = new Identities(plan.seed, this.population);
    this.effects = new Effects(plan.scenario, plan.lastDay);
    this.moment = new Moment(plan.seed, this.effects, this.population, this.random);
    const n = plan.customers;
    this.standing = {
      next: new Int32Array(n).fill(never),
      satisfaction: new Float32Array(n),
      coming: new Float32Array(n),
      comesOn: new Int32Array(n).fill(never),
      asked: new Int32Array(n).fill(-1_000),
      renews: new Int32Array(n),
      known: new Int32Array(n).fill(never),
    };
    this.due = new Int32Array(n);
    this.companies = new Companies(plan.seed, n);
    this.prices = countries.map((country) => Int32Array.from(products, (p) => listPrice(p, country)));
    this.costs = countries.map((country) => Int32Array.from(products, (p) => unitCost(p, country)));
  }

  begin(day: number): void {
    this.day = day;
    this.weekday = weekdayOf(day);
    this.month = monthOf(day);
    const kept = {
      SE: dayKept('SE', day),
      DK: dayKept('DK', day),
      NO: dayKept('NO', day),
      FI: dayKept('FI', day),
    };
    this.hours = stores.map((store, leaf) => this.hoursOn(leaf, kept[store.country], store));
  }

  private hoursOn(leaf: number, kept: ReturnType<typeof dayKept>, { country, size }: Store): DayHours {
    if (kept === 'shut') return null;
    let hours = storeHours(country, size)[kept === 'sunday' ? 6 : this.weekday] ?? null;
    if (hours && kept === 'short') hours = { opens: hours.opens, closes: Math.min(hours.closes, 14 * 60) };
    for (const { effect } of this.effects.active('opening_hours', leaf, this.day)) {
      if (hours)
        hours = {
          opens: Math.max(hours.opens, effect.opens * 60),
          closes: Math.min(hours.closes, effect.closes * 60),
        };
    }
    return hours && hours.opens < hours.closes ? hours : null;
  }

  /** Opening hours of a store today; null when it is closed. */
  openHours(store: number): DayHours {
    return this.hours[store]!;
  }

  countryOf(customer: number): Country {
    return stores[this.population.home[customer]!]!.country;
  }

  /** Milliseconds in UTC of a local minute on a day. */
  at(country: Country, day: number, minute: number): number {
    let ahead = this.ahead.get(day);
    if (ahead === undefined) {
      ahead = zoneAheadMinutes('Europe/Stockholm', day);
      this.ahead.set(day, ahead);
    }
    const eastern = country === 'FI' ? 60 : 0;
    return day * dayMs + Math.floor((minute - ahead - eastern) * 60) * 1_000;
  }

  /** From now on ids begin with this: what is told now was never told before. */
  beginTelling(prefix: string): void {
    this.quiet = false;
    this.prefix = prefix;
    this.agenda.clear();
  }

  /** A new id; the letter tells what kind of thing it names. */
  id(letter: string): string {
    this.issued += 1;
    if (this.quiet) return '';
    return `${this.prefix}-${letter}${this.issued.toString(36)}`;
  }

  /** The id of the one thing of its letter that a number names; takes nothing from the other ids. */
  fixedId(letter: string, n: number): string {
    return `${this.prefix}-${letter}_${n.toString(36)}`;
  }

  event(
    kind: OperationalEvent['kind'],
    name: string,
    day: number,
    happenedAt: number,
    identifiers: Identifier[],
    placeCode: string,
  ): OperationalEvent {
    const event: OperationalEvent = {
      messageId: this.id('e'),
      kind,
      name,
      identifiers,
      placeCode,
      channel: null,
      touchpoint: null,
      happenedAt,
      reference: null,
      amountMinor: null,
      costMinor: null,
      currency: null,
      dueAt: null,
      waitSeconds: null,
      lines: noLines,
      properties: noProperties,
    };
    if (this.buysFor !== null && doneForCompany.has(kind)) event.account = this.buysFor;
    if (!this.quiet) this.agenda.on(day).events.push(event);
    return event;
  }

  signal(signal: SignalInput, day: number): void {
    if (!this.quiet) this.agenda.on(day).signals.push(signal);
  }

  /** The language that the store's people write: the country's, now and then English, at the border German. */
  tongueOfStore(store: number): Tongue {
    const { country, code } = stores[store]!;
    const share = this.dressing.share();
    if (code === 'dk-sonderborg' && share < 0.3) return tongueOf('de');
    return tongueOf(share > 0.95 ? 'en' : countryFacts[country].language);
  }
}

const noLines: OperationalEvent['lines'] = [];
const noProperties: OperationalEvent['properties'] = {};
