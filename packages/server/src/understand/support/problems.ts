// What tickets are about: each topic with how many tickets name it, how they felt, and how long they took to solve.
import type { Period } from '@lyhord/contract';
import { eventScope, signalScope, type Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { andAt, type PlacesAsked } from '../places/places-asked.ts';
import { happenedAround } from '../questions/row-conditions.ts';

export interface ProblemScope {
  readonly viewer: Viewer;
  readonly period: Period;
  /** Of which only the number of tickets is asked. */
  readonly before: Period;
  readonly places: PlacesAsked | null;
  readonly reading: number;
}
export interface ProblemRow {
  readonly aspect: string;
  readonly tickets: number;
  readonly ticketsBefore: number;
  readonly negative: number;
  readonly hours: number | null;
}

/** Tickets of the period by the topics that their messages name; a ticket that names two counts for both. */
export async function problemsIn(warehouse: Warehouse, scope: ProblemScope): Promise<ProblemRow[]> {
  const { viewer, period, before, reading } = scope;
  const days = sql`local_day between ${before.from} and ${period.to}`;
  const rows = await warehouse.query<{
    aspect: string;
    tickets: string;
    earlier: string;
    negative: string;
    hours: number | null;
  }>(sql`
    with opened as (
      select reference, minIf(happened_at, local_day >= ${period.from}) as opened_at,
        max(local_day >= ${period.from}) as now, min(local_day) <= ${before.to} as earlier from events
      where ${eventScope(viewer)} and kind = 'ticket_opened' and reference != '' and ${days}
        and ${happenedAround(before.from, period.to)} ${inPlaces(scope)} group by reference),
    solved as (
      select reference, min(happened_at) as solved_at from events
      where ${eventScope(viewer)} and kind = 'ticket_solved' and reference != ''
        and happened_at >= toDateTime64(${period.from}, 3, 'UTC') - interval 1 day group by reference),
    named as (
      select reference, aspect, sign(sum(feeling)) as feeling from (
        select signal_id, toString(aspect) as aspect,
          countIf(label = 'positive') - countIf(label = 'negative') as feeling
        from mentions where ${signalScope(viewer)} and kind = 'ticket' and reading = ${reading}
          and local_day >= ${before.from} group by signal_id, aspect) as felt
      inner join (select signal_id, reference from signals
        where ${signalScope(viewer)} and kind = 'ticket' and reference != '' and local_day >= ${before.from}) as said
        using (signal_id)
      group by reference, aspect)
    select named.aspect as aspect, countIf(opened.now) as tickets, countIf(opened.earlier) as earlier,
      countIf(opened.now and named.feeling < 0) as negative,
      avgIf((toUnixTimestamp64Milli(solved.solved_at) - toUnixTimestamp64Milli(opened.opened_at)) / 3600000,
        opened.now and solved.solved_at >= opened.opened_at) as hours
    from opened inner join named on named.reference = opened.reference
    left join solved on solved.reference = opened.reference
    group by aspect order by tickets desc, aspect settings join_algorithm = 'hash'`);
  return rows.map(({ aspect, tickets, earlier, negative, hours }) => ({
    ...{ aspect, tickets: Number(tickets), ticketsBefore: Number(earlier), negative: Number(negative) },
    hours: hours === null || !Number.isFinite(hours) ? null : hours,
  }));
}

const inPlaces = ({ places }: ProblemScope): Sql => andAt(places);
