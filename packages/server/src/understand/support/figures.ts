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
  { viewer, period, before, places }: FigureScope,
): Promise<ReadonlyMap<TimeMetric, Sides>> {
  const done = Object.values(times);
  const first = (kind: string, since: Sql) => sql`minIf(at, kind = ${kind} and ${since})`;
  const sides = done.map(
    (kind) => sql`${first(kind, sql`true`)} as ${sql.name(`${kind}_before`)},
      ${first(kind, sql`happened_at >= ${dayBefore(period.from)}`)} as ${sql.name(`${kind}_now`)}`,
  );
  // 0 stands for what never came, which is before it was opened
  const hours = done.map(
    (kind) => sql`arrayMap(one -> (${kind}, one.2, (if(one.2, ${sql.name(`${kind}_now`)},
      ${sql.name(`${kind}_before`)}) - one.1) / 3600000.), opened)`,
  );
  const rows = await warehouse.query<{
    step: string;
    now: number | boolean;
    n: string;
    total: number;
    squares: number;
  }>(sql`select step, now, count() as n, sum(hours) as total, sum(hours * hours) as squares from (
      select arrayJoin(arrayConcat(${sql.join(hours)})) as found, found.1 as step, found.2 as now, found.3 as hours
      from (select groupArrayIf((at, local_day >= ${period.from}), kind = 'ticket_opened') as opened,
          ${sql.join(sides)}
        from (${ticketEvents({ viewer, period, before, places }, done)}) group by ticket having notEmpty(opened))
      where hours >= 0) group by step, now`);
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

const dayBefore = (day: string): Sql => sql`toDateTime64(${day}, 3, 'UTC') - interval 1 day`;

/** Openings of tickets of both periods, and what was done with any ticket since, each with its `ticket` and when. */
export const ticketEvents = (
  { viewer, period, before, places }: FigureScope,
  done: readonly string[],
): Sql => sql`
  select cityHash64(reference) as ticket, kind, local_day, happened_at, toUnixTimestamp64Milli(happened_at) as at
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
