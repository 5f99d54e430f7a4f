// What Pulse says of operations in the period: money by currency, how much of it came from unhappy customers, and how
// many of those who were asked answered.
import type { Period, Pulse } from '@lyhord/contract';
import { eventScope, signalScope, type Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { happenedAround } from '../questions/compile-question.ts';
import { requestRows, unfavourable } from '../questions/count-columns.ts';
import { keysOfSameCustomers } from '../rollups/profile-keys.ts';

export interface OperationsScope {
  readonly viewer: Viewer;
  readonly period: Period;
  readonly places: readonly string[] | null;
  readonly question: string;
}
interface MoneyRow {
  currency: string;
  orders: string;
  revenue: string | null;
  margin: string | null;
  unhappy: string | null;
}

/** Money is never added across currencies; margin counts orders whose cost is known. */
export async function moneyIn(warehouse: Warehouse, scope: OperationsScope): Promise<Pulse['money']> {
  const rows = await warehouse.query<MoneyRow>(sql`select currency, count() as orders,
      sum(amount_minor) as revenue, sum(amount_minor - cost_minor) as margin,
      sumIf(amount_minor, identifier_key != 0 and identifier_key in (${unhappyIn(scope)})) as unhappy
    from events where kind = 'order_placed' and currency != '' and ${eventsIn(scope)}
    group by currency order by revenue desc`);
  return rows.map((row) => ({
    currency: row.currency,
    revenueMinor: Number(row.revenue ?? 0),
    marginMinor: row.margin === null ? null : Number(row.margin),
    orders: Number(row.orders),
    unhappyRevenueMinor: Number(row.unhappy ?? 0),
  }));
}

/** How many were asked in the period, and how many of them have answered. */
export async function responsesIn(warehouse: Warehouse, scope: OperationsScope): Promise<Pulse['responses']> {
  const [row] = await warehouse.query<{ asked: string; answered: string }>(sql`
    select sum(sent) as asked, countIf(answered) as answered
    from ${requestRows(scope.viewer, scope.period.from, eventsIn(scope))}`);
  const asked = Number(row?.asked ?? 0);
  const answered = Number(row?.answered ?? 0);
  return { asked, answered, rate: asked > 0 ? Math.min(1, answered / asked) : null };
}

/** Identifier keys of customers who gave an unfavourable answer in the period. */
function unhappyIn({ viewer, period, places, question }: OperationsScope): Sql {
  return keysOfSameCustomers(
    viewer,
    sql`select identifier_key from answers where ${signalScope(viewer)} and question = ${question}
      and local_day between ${period.from} and ${period.to} and identifier_key != 0
      and ${unfavourable(sql`question`, sql`value`)} ${inPlaces({ places })}`,
  );
}

const eventsIn = ({ viewer, period, places }: OperationsScope): Sql => sql`${eventScope(viewer)}
  and ${happenedAround(period.from, period.to)} and local_day between ${period.from} and ${period.to}
  ${inPlaces({ places })}`;

const inPlaces = ({ places }: { places: readonly string[] | null }): Sql =>
  sql.if(places, () => sql`and place_id in ${sql.list(places ?? [], 'String')}`);
