// The figures at the head of Support: tickets and orders of two periods from the daily counts, each in one statement.
import type { Period, SupportReport } from '@lyhord/contract';
import { eventScope, type Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { metricDefinitions } from '../metrics/definitions.ts';
import { type Counts, noCounts, scoreOf } from '../metrics/score.ts';
import { andAt, type PlacesAsked } from '../places/places-asked.ts';
import { differenceOf } from '../questions/ask.ts';

export interface FigureScope {
  readonly viewer: Viewer;
  readonly period: Period;
  readonly before: Period;
  /** As they stood on the days of both periods. */
  readonly places: PlacesAsked | null;
}
/** Events of one kind on a day of `period`, or before it. */
export interface Counted {
  readonly day: string;
  readonly n: number;
}
export interface CountedTickets extends Counted, Readonly<Record<TicketColumn, number>> {
  readonly channel: string;
}
export type Figure = SupportReport['figures'][number];
interface Sides {
  readonly now: Counts;
  readonly before: Counts;
}

/** Orders of both periods by day. */
export async function countedOrders(
  warehouse: Warehouse,
  { viewer, period, before, places }: FigureScope,
): Promise<Counted[]> {
  const whole = viewer.placeIds === 'all' && places === null;
  const rows = await warehouse.query<{ day: string; count: string }>(sql`
    select toString(local_day) as day, sum(counts.n) as count
    from ${whole ? sql`daily_operation_sums` : sql`daily_operations`} as counts final
    where ${eventScope(viewer)} and kind = 'order_placed' and local_day between ${before.from} and ${period.to} ${andAt(places)}
    group by local_day having count > 0`);
  return rows.map(({ day, count }) => ({ day, n: Number(count) }));
}

/** Tickets of both periods by the day on which they were opened and by channel, with how long they took. */
export async function countedTickets(
  warehouse: Warehouse,
  { viewer, period, before, places }: FigureScope,
): Promise<CountedTickets[]> {
  const rows = await warehouse.query<
    Record<TicketColumn | 'n', string> & { day: string; channel: string }
  >(sql`
    select toString(local_day) as day, channel, sum(counts.n) as n,
      ${sql.raw(ticketColumns.map((name) => `sum(counts.${name}) as ${name}`).join(', '))}
    from daily_tickets as counts final
    where ${eventScope(viewer)} and local_day between ${before.from} and ${period.to} ${andAt(places)}
    group by local_day, channel having n > 0`);
  return rows.map(({ day, channel, n, ...sums }) => ({
    ...{ day, channel, n: Number(n) },
    ...(Object.fromEntries(ticketColumns.map((name) => [name, Number(sums[name])])) as Record<
      TicketColumn,
      number
    >),
  }));
}

const waits = {
  first_response_time: ['answered', 'answer_hours', 'answer_squares'],
  resolution_time: ['solved', 'solve_hours', 'solve_squares'],
} as const;
const ticketColumns = Object.values(waits).flat();
type TicketColumn = (typeof ticketColumns)[number];
export type WaitMetric = keyof typeof waits;
export const waitMetrics = Object.keys(waits) as WaitMetric[];

/** Hours until the first answer, or until solved, of the tickets that came so far. */
export function countsOfWaits(metric: WaitMetric, tickets: readonly CountedTickets[]): Counts {
  const sum = (column: TicketColumn) => tickets.reduce((total, one) => total + one[column], 0);
  const [n, hours, squares] = waits[metric];
  return { ...noCounts, n: sum(n), passives: sum(n), total: sum(hours), totalSquares: sum(squares) };
}

/** A number of contacts, or their rate for each hundred orders, as counts. */
export const countsOfEvents = (contacts: number, orders: number | null = null): Counts => ({
  ...noCounts,
  n: orders ?? contacts,
  total: contacts,
  totalSquares: contacts,
});

/** A metric of the period held against the one before. */
export function figureOf(metric: Figure['metric'], { now, before }: Sides): Figure {
  const definition = metricDefinitions[metric];
  return {
    ...{ metric, unit: definition.unit, ...scoreOf(definition, now) },
    ...{ compared: scoreOf(definition, before), difference: differenceOf(definition, before, now) },
  };
}
