// What tickets are about: each topic with how many tickets name it, how they felt, and how long they took to solve.
import { signalScope } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { type FigureScope, ticketEvents } from './figures.ts';

/** Of the period before only the number of tickets is asked. */
export interface ProblemScope extends FigureScope {
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
  const { viewer, before, reading } = scope;
  const since = sql`local_day >= ${before.from} and kind = 'ticket'`;
  const rows = await warehouse.query<{
    aspect: string;
    tickets: string;
    earlier: string;
    negative: string;
    hours: number | null;
  }>(sql`
    with asked as (
      select ticket, minIf(at, opened and of_period) as opened_at, max(opened and of_period) as now,
        max(opened and not of_period) as earlier, minIf(at, not opened and lately) as solved_at
      from (${ticketEvents(scope, ['ticket_solved'])}) group by ticket having now or earlier),
    named as (
      select ticket, aspect, sign(countIf(label = 'positive') - countIf(label = 'negative')) as feeling
      from (select cityHash64(signal_id) as signal, toString(aspect) as aspect, label
        from mentions where ${signalScope(viewer)} and ${since} and reading = ${reading}) as felt
      inner join (select cityHash64(signal_id) as signal, cityHash64(reference) as ticket from signals
        where ${signalScope(viewer)} and ${since} and reference != '' and has_text
          and indexHint(happened_at >= toDateTime64(${before.from}, 3, 'UTC') - interval 1 day)) as said using (signal)
      group by ticket, aspect)
    select aspect, countIf(asked.now) as tickets, countIf(asked.earlier) as earlier,
      countIf(asked.now and named.feeling < 0) as negative,
      avgIf((solved_at - opened_at) / 3600000, asked.now and solved_at >= opened_at) as hours
    from asked inner join named using (ticket)
    group by aspect order by tickets desc, aspect settings join_algorithm = 'hash'`);
  return rows.map(({ aspect, tickets, earlier, negative, hours }) => ({
    ...{ aspect, tickets: Number(tickets), ticketsBefore: Number(earlier), negative: Number(negative) },
    hours: hours === null || !Number.isFinite(hours) ? null : hours,
  }));
}
