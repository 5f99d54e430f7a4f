// What tickets are about: each topic with how many tickets name it, how they felt, and how long they took to solve.
import { signalScope } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { andAt } from '../places/places-asked.ts';
import type { FigureScope } from './figures.ts';

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
  const { viewer, period, before, places, reading } = scope;
  const now = sql`local_day >= ${period.from}`;
  const rows = await warehouse.query<{
    aspect: string;
    tickets: string;
    earlier: string;
    bad: string;
    done: string;
    hours: number;
  }>(sql`
    select aspect, sumIf(n, ${now}) as tickets, sumIf(n, not ${now}) as earlier, sumIf(negative, ${now}) as bad,
      sumIf(solved, ${now}) as done, sumIf(solve_hours, ${now}) as hours
    from daily_ticket_topics final where ${signalScope(viewer)} and reading = ${reading}
      and local_day between ${before.from} and ${period.to} ${andAt(places)}
    group by aspect having tickets > 0 or earlier > 0 order by tickets desc, aspect`);
  return rows.map(({ aspect, tickets, earlier, bad, done, hours }) => ({
    ...{ aspect, tickets: Number(tickets), ticketsBefore: Number(earlier), negative: Number(bad) },
    hours: Number(done) > 0 ? hours / Number(done) : null,
  }));
}
