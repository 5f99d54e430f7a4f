// Support in one page: how many contacts, how long they wait, what they are about, what solving one problem would avoid.
import { fewestBehind, type Period, Question, type SupportReport } from '@lyhord/contract';
import { rateRatio } from '@lyhord/stats';
import type { Viewer } from '../../access/index.ts';
import type { Ground } from '../ground.ts';
import type { Asker } from '../questions/ask.ts';
import { periodLength, previousPeriod, stepStart, stepsOf } from '../questions/calendar.ts';
import {
  type Counted,
  countedOrders,
  countedTickets,
  countsOfEvents,
  countsOfWaits,
  figureOf,
  waitMetrics,
} from './figures.ts';
import { type ProblemRow, problemsIn } from './problems.ts';

export interface SupportQuestion extends Period {
  readonly place?: string | undefined;
}
const mostProblems = 20;

export async function readSupport(
  ground: Ground,
  ask: Asker,
  viewer: Viewer,
  question: SupportQuestion,
): Promise<SupportReport> {
  const { warehouse } = ground.platform;
  const period = { from: question.from, to: question.to };
  const before = previousPeriod(period);
  const context = await ground.context(viewer, period);
  const places = await ground.placesOf(viewer, question.place, { from: before.from, to: period.to });
  const place = question.place === undefined ? {} : { place: question.place };
  const both = { viewer, period, before, places };
  const metric = 'repeat_contacts' as const;
  const [orders, openings, repeated, found] = await Promise.all([
    countedOrders(warehouse, both),
    countedTickets(warehouse, both),
    ask(viewer, Question.parse({ metric, period, compare: { period: before }, ...place })),
    problemsIn(warehouse, { ...both, reading: context.reading }),
  ]);
  const step = periodLength(period) > 180 ? 'month' : 'week';
  const inPeriod = ({ day }: Counted) => day >= period.from;
  const sides = <C extends Counted>(all: readonly C[]) =>
    [all.filter(inPeriod), all.filter((one) => !inPeriod(one))] as const;
  const [tickets, earlier] = sides(openings);
  const opened = { now: total(tickets), before: total(earlier) };
  const [ordersNow, ordersBefore] = sides(orders);
  const ordered = { now: total(ordersNow), before: total(ordersBefore) };
  const courses = totals(tickets, ({ day }) => stepStart(day, step));
  const contacts = opened.now;
  const problems = found.filter(({ tickets }) => tickets > 0);
  const label = (key: string) => context.current.names.label(key, viewer.locale);
  const noRow = { value: null, low: null, high: null, n: 0, tooFew: true };
  const { keys: _, ...again } = repeated.rows[0] ?? { ...noRow, keys: {} };
  return {
    figures: [
      figureOf('contacts', { now: countsOfEvents(opened.now), before: countsOfEvents(opened.before) }),
      figureOf('contacts_per_100_orders', {
        now: countsOfEvents(opened.now, ordered.now),
        before: countsOfEvents(opened.before, ordered.before),
      }),
      ...waitMetrics.map((one) =>
        figureOf(one, { now: countsOfWaits(one, tickets), before: countsOfWaits(one, earlier) }),
      ),
      { metric, unit: repeated.unit, ...again },
    ],
    step,
    trend: stepsOf(period, step).map((day) => ({ day, n: courses.get(day) ?? 0 })),
    channels: [...totals(tickets, ({ channel }) => channel)]
      .map(([key, n]) => ({ key, n }))
      .sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1)),
    contacts,
    weeks: periodLength(period) / 7,
    problems: problems.slice(0, mostProblems).map((problem) => ({
      ...described(problem, ordered, periodLength(period) / 7),
      label: label(problem.aspect),
      share: contacts > 0 ? problem.tickets / contacts : 0,
    })),
  };
}

const total = (all: readonly Counted[]): number => all.reduce((sum, { n }) => sum + n, 0);
function totals<C extends Counted>(all: readonly C[], keyOf: (one: C) => string): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of all) found.set(keyOf(one), (found.get(keyOf(one)) ?? 0) + one.n);
  return found;
}

/** A problem with how its rate has moved, and what a week without it would spare. */
function described(
  { aspect: key, tickets, ticketsBefore: before, negative, hours }: ProblemRow,
  orders: { now: number; before: number },
  weeks: number,
) {
  const few = tickets < fewestBehind;
  const shownHours = few ? null : hours;
  const ratio =
    orders.now > 0 && orders.before > 0 ? rateRatio(before, orders.before, tickets, orders.now) : null;
  return {
    ...{ key, tickets, before, hours: shownHours },
    negativeShare: few ? null : negative / tickets,
    perHundredOrders: orders.now > 0 ? (100 * tickets) / orders.now : null,
    moved:
      ratio === null || ratio.p >= 0.05 || ratio.ratio === null
        ? null
        : ratio.ratio > 1
          ? ('up' as const)
          : ('down' as const),
    avoided: {
      contactsPerWeek: tickets / weeks,
      hoursPerWeek: shownHours === null ? null : (tickets * shownHours) / weeks,
    },
  };
}
