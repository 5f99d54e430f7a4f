// What Pulse says of operations in the period: money by currency, how much of it came from unhappy customers, and how
// many of those who were asked answered.
import type { Period, Pulse } from '@lyhord/contract';
import { eventScope, signalScope, type Viewer, workspaceScope } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { happenedAround } from '../questions/compile-question.ts';
import { answeredRequests, unfavourable } from '../questions/count-columns.ts';

export interface Operations {
  readonly money: Pulse['money'];
  readonly responses: Pulse['responses'];
}
interface Row {
  kind: string;
  currency: string;
  events: string;
  answered: string;
  revenue: string | null;
  margin: string | null;
  unhappy: string | null;
}

export interface OperationsScope {
  readonly viewer: Viewer;
  readonly period: Period;
  readonly places: readonly string[] | null;
  readonly question: string;
}

/** Money is never added across currencies; margin counts orders whose cost is known. */
export async function operationsIn(
  warehouse: Warehouse,
  scope: OperationsScope,
  unhappyKeys: Sql,
): Promise<Operations> {
  const { viewer, period } = scope;
  const rows =
    await warehouse.query<Row>(sql`select kind, if(kind = 'order_placed', currency, '') as currency,
      count() as events, ${answeredRequests(viewer)} as answered, sumIf(amount_minor, kind = 'order_placed') as revenue,
      sumIf(amount_minor - cost_minor, kind = 'order_placed') as margin,
      sumIf(amount_minor, kind = 'order_placed' and identifier_key != 0 and identifier_key in (${unhappyKeys})) as unhappy
    from events
    where ${eventScope(viewer)} and kind in ('order_placed', 'survey_sent', 'survey_answered')
      and ${happenedAround(period.from, period.to)} and local_day between ${period.from} and ${period.to} ${inPlaces(scope)}
    group by kind, currency order by revenue desc`);
  const counted = (kind: string) =>
    rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + Number(row.events), 0);
  const asked = counted('survey_sent');
  const answered = rows.reduce((sum, row) => sum + Number(row.answered), 0);
  return {
    money: rows
      .filter((row) => row.kind === 'order_placed' && row.currency !== '')
      .map((row) => ({
        currency: row.currency,
        revenueMinor: Number(row.revenue ?? 0),
        marginMinor: Number(row.margin ?? 0),
        orders: Number(row.events),
        unhappyRevenueMinor: Number(row.unhappy ?? 0),
      })),
    responses: { asked, answered, rate: asked > 0 ? Math.min(1, answered / asked) : null },
  };
}

/**
 * Identifier keys of customers who gave an unfavourable answer in the period: those that they answered with, and those
 * that have stood beside these. Orders seldom carry the e-mail address that a survey was sent to.
 */
export function unhappyIn({ viewer, period, places, question }: OperationsScope): Sql {
  const answered = sql`select identifier_key from answers where ${signalScope(viewer)} and question = ${question}
    and local_day between ${period.from} and ${period.to} and identifier_key != 0
    and ${unfavourable(sql`question`, sql`value`)} ${inPlaces({ places })}`;
  const linked = sql`identity_links where ${workspaceScope(viewer)} and rule != 'removed'`;
  return sql`${answered}
    union distinct select key_b from ${linked} and key_a in (${answered})
    union distinct select key_a from ${linked} and key_b in (${answered})`;
}

const inPlaces = ({ places }: { places: readonly string[] | null }): Sql =>
  sql.if(places, () => sql`and place_id in ${sql.list(places ?? [], 'String')}`);
