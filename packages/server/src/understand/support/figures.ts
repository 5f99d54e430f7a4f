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
  scope: FigureScope,
): Promise<ReadonlyMap<TimeMetric, Sides>> {
  const metrics = Object.keys(times) as TimeMetric[];
  const columns = (of: (metric: TimeMetric) => Sql): Sql => sql.join(metrics.map(of));
  const named = (metric: TimeMetric, what: string): Sql => sql.name(`${metric}_${what}`);
  const first = columns((metric) => {
    const done = sql`kind = ${times[metric]}`;
    return sql`minIf(at, ${done}) as ${named(metric, 'before')}, minIf(at, ${done} and lately) as ${named(metric, 'now')}`;
  });
  // an opening is one number, its moment and whether it is of this period: of such a list is far sooner made than of pairs
  const hours = columns(
    (metric) =>
      sql`(if(now, ${named(metric, 'now')}, ${named(metric, 'before')}) - intDiv(one, 2)) / 3600000. as ${sql.name(metric)}`,
  );
  // 0 stands for what never came, which is before it was opened
  const sums = columns((metric) => {
    const took = sql.name(metric);
    const came = sql`${took} >= 0`;
    return sql`countIf(${came}) as ${named(metric, 'n')}, sumIf(${took}, ${came}) as ${named(metric, 'total')},
      sumIf(${took} * ${took}, ${came}) as ${named(metric, 'squares')}`;
  });
  const rows = await warehouse.query<Record<string, string | number | boolean>>(sql`select now, ${sums}
    from (select (bitAnd(one, 1) = 1) as now, ${hours}
      from (select *, arrayJoin(openings) as one
        from (select groupArrayIf(at * 2 + of_period, opened) as openings, ${first}
          from (${ticketEvents(scope, Object.values(times))}) group by ticket)))
    group by now`);
  const countsOf = (metric: TimeMetric, now: boolean): Counts => {
    const row = rows.find((one) => Boolean(one.now) === now);
    if (!row) return noCounts;
    const of = (what: string) => Number(row[`${metric}_${what}`]);
    return { ...noCounts, n: of('n'), passives: of('n'), total: of('total'), totalSquares: of('squares') };
  };
  return new Map(
    metrics.map((metric) => [metric, { now: countsOf(metric, true), before: countsOf(metric, false) }]),
  );
}

const dayBefore = (day: string): Sql => sql`toDateTime64(${day}, 3, 'UTC') - interval 1 day`;

/**
 * Openings of tickets of both periods, and what was done with any ticket since, each with its `ticket` and when; whether
 * it is of this period by its day, and whether it came since the period's beginning.
 */
export const ticketEvents = (
  { viewer, period, before, places }: FigureScope,
  done: readonly string[],
): Sql => sql`
  select cityHash64(reference) as ticket, kind, toUnixTimestamp64Milli(happened_at) as at,
    kind = 'ticket_opened' as opened, local_day >= ${period.from} as of_period,
    happened_at >= ${dayBefore(period.from)} as lately
  from events where ${eventScope(viewer)} and kind in ${sql.list(['ticket_opened', ...done], 'String')}
    and reference != '' and happened_at >= ${dayBefore(before.from)}
    and (kind != 'ticket_opened' or (local_day between ${before.from} and ${period.to} ${andAt(places)}))`;

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
