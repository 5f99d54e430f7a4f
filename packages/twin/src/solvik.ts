// The digital twin: a company that never was, whose truth is known.
import type { OperationalEvent, SignalInput } from '@lyhord/contract';
import { liveDay, wakeCustomers } from './behaviour/live-day.ts';
import { World } from './behaviour/world.ts';
import { dayMs, isoOf } from './calendar/days.ts';
import { people, type TwinPerson } from './company/people.ts';
import type { TwinPlace } from './company/places.ts';
import { type Product, products } from './company/products.ts';
import { type ExchangeRate, exchangeRates } from './company/rates.ts';
import { customersByPlace } from './company/register.ts';
import { planOf, type TwinOptions, type TwinPlan } from './options.ts';
import { placesToday } from './scenario/places-today.ts';
import { type Truth, truthOf } from './scenario/truth.ts';

/** One day of one company, in the order in which it happened. */
export interface TwinBatch {
  day: string;
  events: OperationalEvent[];
  signals: SignalInput[];
}

export interface Twin {
  readonly plan: TwinPlan;
  /** First and last day. */
  readonly from: string;
  readonly until: string;
  readonly places: TwinPlace[];
  readonly people: TwinPerson[];
  readonly products: readonly Product[];
  readonly rates: ExchangeRate[];
  /** What the company's register says: customers by code of region (its stores) and of country (its e-shop). */
  readonly register: ReadonlyMap<string, number>;
  readonly truth: Truth;
  /** Day by day; each call begins anew and gives the same. */
  batches(): Iterable<TwinBatch>;
}

/**
 * Solvik, an invented chain of 60 stores, from causes: the same options give the same bytes.
 *
 * Memory holds about 90 bytes a customer and the few weeks of what has begun and not ended, however many months.
 *
 * @throws RangeError naming an option outside its range; ScenarioError naming what cannot be planted
 */
export function solvik(options: TwinOptions): Twin {
  const plan = planOf(options);
  return {
    plan,
    from: isoOf(plan.firstDay),
    until: isoOf(plan.lastDay),
    places: placesToday(plan),
    people: people(),
    products,
    rates: exchangeRates(plan.seed, plan.firstDay, plan.lastDay),
    register: customersByPlace(plan.customers),
    truth: truthOf(plan),
    batches: () => days(plan),
  };
}

/** What begins on a day may end some days later: a row of pages after midnight, a parcel. */
const latestEndDays = 14;

function* days(plan: TwinPlan): Generator<TwinBatch> {
  const world = new World(plan);
  wakeCustomers(world);
  const told = (item: { happenedAt: string | number }): boolean => (item.happenedAt as number) <= plan.cutAt;
  for (let day = plan.firstDay; day <= plan.lastDay; day++) {
    const { events, signals } = liveDay(world, day);
    const cut = (day + 1 + latestEndDays) * dayMs > plan.cutAt;
    yield {
      day: isoOf(day),
      events: cut ? events.filter(told) : events,
      signals: cut ? signals.filter(told) : signals,
    };
  }
}
