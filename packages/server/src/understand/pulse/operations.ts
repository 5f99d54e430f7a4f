// What Pulse says of operations in the period: money by currency, how much of it came from unhappy customers, and how
// many of those who were asked answered.
import type { CommonMetric, Period, Pulse } from '@lyhord/contract';
import { eventScope, signalScope, type Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { unhappyDays } from '../histories/moment-columns.ts';
import { andAt, type PlacesAsked } from '../places/places-asked.ts';
import { isUnfavourable } from '../questions/count-columns.ts';
import { happenedAround } from '../questions/row-conditions.ts';
import { keysOfSameCustomers } from '../rollups/profile-keys.ts';

export interface OperationsScope {
  readonly viewer: Viewer;
  readonly period: Period;
  readonly places: PlacesAsked | null;
  readonly question: CommonMetric;
  /** Which rows of what customers did by day count; null where events are read one by one. */
  readonly histories: Sql | null;
}
interface CountedRow {
  kind: string;
  currency: string;
  n: string;
  answered: string;
  amount: number;
  margins: string;
  margin: number;
}
type Operations = Pick<Pulse, 'money' | 'responses'>;

/** Money by currency and answered requests, from the daily counts; what unhappy customers spent, from their orders. */
export async function operationsIn(warehouse: Warehouse, scope: OperationsScope): Promise<Operations> {
  const [rows, unhappy] = await Promise.all([
    countedIn(warehouse, scope),
    unhappyRevenueIn(warehouse, scope),
  ]);
  const requests = rows.filter(({ kind }) => kind !== 'order_placed');
  const asked = sumOf(requests.filter(({ kind }) => kind === 'survey_sent').map(({ n }) => Number(n)));
  const answered = sumOf(requests.map((row) => Number(row.answered)));
  return {
    money: rows
      .filter(({ kind, currency }) => kind === 'order_placed' && currency !== '')
      .sort((a, b) => b.amount - a.amount || (a.currency < b.currency ? -1 : 1))
      .map((row) => ({
        currency: row.currency,
        revenueMinor: row.amount,
        marginMinor: Number(row.margins) > 0 ? row.margin : null,
        orders: Number(row.n),
        unhappyRevenueMinor: unhappy.get(row.currency) ?? 0,
      })),
    responses: { asked, answered, rate: asked > 0 ? Math.min(1, answered / asked) : null },
  };
}
const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);

/** Money is never added across currencies; margin counts orders whose cost is known. */
function countedIn(warehouse: Warehouse, scope: OperationsScope): Promise<CountedRow[]> {
  const whole = scope.viewer.placeIds === 'all' && scope.places === null;
  return warehouse.query<CountedRow>(sql`select kind, if(kind = 'order_placed', toString(currency), '') as currency,
      sum(counts.n) as n, sum(counts.answered) as answered, sum(counts.amount) as amount,
      sum(counts.margins) as margins, sum(counts.margin) as margin
    from ${whole ? sql`daily_operation_sums` : sql`daily_operations`} as counts final
    where kind in ('order_placed', 'survey_sent', 'survey_answered')
      and ${eventScope(scope.viewer)} and local_day between ${scope.period.from} and ${scope.period.to}
      ${inPlaces(scope)}
    group by kind, currency having n > 0`);
}

async function unhappyRevenueIn(warehouse: Warehouse, scope: OperationsScope): Promise<Map<string, number>> {
  const rows = await warehouse.query<{ currency: string; amount: string | null }>(
    scope.histories ? fromHistories(scope, scope.histories) : fromEvents(scope),
  );
  return new Map(rows.map(({ currency, amount }) => [currency, Number(amount ?? 0)]));
}

/**
 * An order knows the unfavourable answers of its customer around it. Who sees everything needs no more; of some places
 * those count that were given there, which only customers have who answered so at all.
 */
function fromHistories({ viewer, period, places, question }: OperationsScope, histories: Sql): Sql {
  const { from, to } = period;
  const said = (part: string, kind: string) => sql`customer_moments
    prewhere ${eventScope(viewer)} and part = ${part} and kind = ${kind} and local_day between ${from} and ${to}
    where ${histories} ${andAt(places)}`;
  const { before, after } = unhappyDays(question);
  const everywhere = viewer.placeIds === 'all' && places === null;
  const around = sql`(${sql.name(before)} >= ${from} or ${sql.name(after)} <= ${to})`;
  if (everywhere)
    return sql`select currency, sumIf(minor, ${around}) as amount from ${said('amounts', 'order_placed')} group by currency`;
  return sql`select currency, sum(minor) as amount from ${said('amounts', 'order_placed')}
    and ${around} and profile_key in (select profile_key from ${said('unfavourable', question)}) group by currency`;
}

/** Days and places first: looking up the customer of every order ever placed would cost far more. */
const fromEvents = (scope: OperationsScope): Sql => sql`
  select currency, sum(amount_minor) as amount from events
  prewhere kind = 'order_placed' and ${eventsIn(scope)}
  where currency != '' and identifier_key != 0 and identifier_key in (${unhappyIn(scope)})
  group by currency`;

/** Identifier keys of customers who gave an unfavourable answer in the period. */
function unhappyIn({ viewer, period, places, question }: OperationsScope): Sql {
  return keysOfSameCustomers(
    viewer,
    sql`select identifier_key from answers where ${signalScope(viewer)} and question = ${question}
      and local_day between ${period.from} and ${period.to} and identifier_key != 0
      and ${isUnfavourable({ question })} ${inPlaces({ places })}`,
  );
}

const eventsIn = ({ viewer, period, places }: OperationsScope): Sql => sql`${eventScope(viewer)}
  and ${happenedAround(period.from, period.to)} and local_day between ${period.from} and ${period.to}
  ${inPlaces({ places })}`;

const inPlaces = ({ places }: { places: PlacesAsked | null }): Sql => andAt(places);
