// Everything one run knows: who the customers are, how they feel, what is planted, and what waits for its day.
import type { Identifier, OperationalEvent, SignalInput } from '@lyhord/contract';
import { dayMs, weekdayOf, zoneAheadMinutes } from '../calendar/days.ts';
import { type Country, countries, dayKept } from '../calendar/holidays.ts';
import { countryFacts, type DayHours, storeHours } from '../company/places.ts';
import { listPrice, products, unitCost } from '../company/products.ts';
import { stores } from '../company/stores.ts';
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
  readonly contract: Int32Array;
}

export const never = 2_000_000_000;

export class World {
  readonly plan: TwinPlan;
  readonly random: RandomStream;
  readonly writer: Writer;
  readonly population: Population;
  readonly identities: Identities;
  readonly standing: Standing;
  readonly effects: Effects;
  readonly agenda = new Agenda();
  readonly moment: Moment;
  readonly prices: readonly Int32Array[];
  readonly costs: readonly Int32Array[];
  /** The day being lived. */
  day = 0;
  weekday = 0;
  private ahead: Record<Country, number> = { SE: 60, DK: 60, NO: 60, FI: 120 };
  private issued = 0;
  private readonly prefix: string;
  private hours: DayHours[] = [];

  constructor(plan: TwinPlan, prefix = plan.mark) {
    this.plan = plan;
    this.prefix = prefix;
    this.random = new RandomStream(plan.seed);
    this.writer = new Writer(new RandomStream(plan.seed + 1_000_003));
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
      contract: new Int32Array(n),
    };
    this.prices = countries.map((country) => Int32Array.from(products, (p) => listPrice(p, country)));
    this.costs = countries.map((country) => Int32Array.from(products, (p) => unitCost(p, country)));
  }

  begin(day: number): void {
    this.day = day;
    this.weekday = weekdayOf(day);
    for (const country of countries)
      this.ahead[country] = zoneAheadMinutes(countryFacts[country].timeZone, day);
    this.hours = stores.map((store, leaf) => this.hoursOn(leaf, store.country, store.size));
  }

  private hoursOn(leaf: number, country: Country, size: number): DayHours {
    const kept = dayKept(country, this.day);
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
    const ahead =
      day === this.day ? this.ahead[country] : zoneAheadMinutes(countryFacts[country].timeZone, day);
    return day * dayMs + Math.floor((minute - ahead) * 60) * 1_000;
  }

  /** A new id; the letter tells what kind of thing it names. */
  id(letter: string): string {
    this.issued += 1;
    return `${this.prefix}-${letter}${this.issued.toString(36)}`;
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
    this.agenda.on(day).events.push(event);
    return event;
  }

  signal(signal: SignalInput, day: number): void {
    this.agenda.on(day).signals.push(signal);
  }

  /** The language that the store's people write. */
  tongueOfStore(store: number): Tongue {
    return tongueOf(countryFacts[stores[store]!.country].language);
  }
}

const noLines: OperationalEvent['lines'] = [];
const noProperties: OperationalEvent['properties'] = {};
