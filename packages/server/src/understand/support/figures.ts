// The figures at the head of Support: contacts and orders of two periods from the daily counts, and how long tickets of
// both took, each in one statement.
import type { Period, SupportReport } from '@lyhord/contract';
import { eventScope, type Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { metricDefinitions } from '../metrics/definitions.ts';
import { type Counts, noCounts, scoreOf } from '../metrics/score.ts';
import { andAt, type PlacesAsked } from '../places/places-asked.ts';
import { differenceOf } from '../questions/ask.ts';
import { happenedAround } from '../questions/row-conditions.ts';

export interface FigureScope {
  readonly viewer: Viewer;
  readonly period: Period;
  readonly before: Period;
  /** As they stood on the days of both periods. */
  readonly places: PlacesAsked | null;
}
/** Events of one kind in `period`, or before it. */
export interface Counted {
  readonly day: string;
  readonly kind: string;
  readonly channel: string;
  readonly n: number;
}
export type Figure = SupportReport['figures'][number];
interface Sides {
  readonly now: Counts;
  readonly before: Counts;
}

/** Tickets and orders by day and channel. */
export async function countedContacts(
  warehouse: Warehouse,
  { viewer, period, before, places }: FigureScope,
): Promise<Counted[]> {
  const rows = await warehouse.query<{ day: string; kind: string; channel: string; count: string }>(sql`
    select toString(local_day) as day, kind, channel, sum(counts.n) as count from daily_operations as counts final
    where ${eventScope(viewer)} and kind in ('ticket_opened', 'order_placed')
      and local_day between ${before.from} and ${period.to} ${andAt(places)}
    group by local_day, kind, channel having count > 0`);
  return rows.map(({ day, kind, channel, count }) => ({ day, kind, channel, n: Number(count) }));
}

const times = { first_response_time: 'ticket_answered', resolution_time: 'ticket_solved' } as const;
type TimeMetric = keyof typeof times;

/** Hours from opening until the first answer, and until solved, of the tickets of both periods that came so far. */
export async function ticketTimes(
  warehouse: Warehouse,
  { viewer, period, before, places }: FigureScope,
): Promise<ReadonlyMap<TimeMetric, Sides>> {
  const dayBefore = (day: string): Sql => sql`toDateTime64(${day}, 3, 'UTC') - interval 1 day`;
  const done = Object.values(times);
  const rows = await warehouse.query<{
    step: string;
    now: number | boolean;
    n: string;
    total: number;
    squares: number;
  }>(sql`select step, now, count() as n, sum(hours) as total, sum(hours * hours) as squares from (
      select step, now, (toUnixTimestamp64Milli(if(now, done.now_at, done.before_at))
        - toUnixTimestamp64Milli(opened.opened_at)) / 3600000. as hours
      from (select reference, happened_at as opened_at, local_day >= ${period.from} as now from events
        where kind = 'ticket_opened' and reference != '' and ${eventScope(viewer)}
          and local_day between ${before.from} and ${period.to} and ${happenedAround(before.from, period.to)}
          ${andAt(places)}) as opened
      inner join (select reference, toString(kind) as step, min(happened_at) as before_at,
          minIf(happened_at, happened_at >= ${dayBefore(period.from)}) as now_at
        from events where ${eventScope(viewer)} and kind in ${sql.list(done, 'String')} and reference != ''
          and happened_at >= ${dayBefore(before.from)} group by reference, step) as done
        on done.reference = opened.reference
      where hours >= 0) group by step, now settings join_algorithm = 'hash'`);
  const countsOf = (kind: string, now: boolean): Counts => {
    const row = rows.find((one) => one.step === kind && Boolean(one.now) === now);
    if (!row) return noCounts;
    const n = Number(row.n);
    return { ...noCounts, n, passives: n, total: row.total, totalSquares: row.squares };
  };
  return new Map(
    (Object.keys(times) as TimeMetric[]).map((metric) => [
      metric,
      { now: countsOf(times[metric], true), before: countsOf(times[metric], false) },
    ]),
  );
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
