// RFM: fifths of how lately, how often and for how much customers buy, equal values in equal fifths; classes in plain
// words, each also as a rule with today's limits.
import type { RfmClass, RfmReport, SegmentRule } from '@lyhord/contract';
import { rfmClasses } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Ground } from '../ground.ts';
import { metricDefinitions } from '../metrics/definitions.ts';
import { noCounts, scoreOf } from '../metrics/score.ts';
import { customersTable } from './customer-facts.ts';
import { currencyOf } from './segments.ts';

type Fifth = 1 | 2 | 3 | 4 | 5;
interface ClassLimits {
  readonly key: RfmClass;
  readonly recency: readonly [Fifth, Fifth];
  readonly frequency: readonly [Fifth, Fifth];
}
/** Every pair of fifths belongs to one class. */
const limits: readonly ClassLimits[] = [
  { key: 'best', recency: [4, 5], frequency: [4, 5] },
  { key: 'loyal', recency: [3, 3], frequency: [4, 5] },
  { key: 'growing', recency: [4, 5], frequency: [2, 3] },
  { key: 'new', recency: [4, 5], frequency: [1, 1] },
  { key: 'waiting', recency: [3, 3], frequency: [1, 3] },
  { key: 'slipping', recency: [1, 2], frequency: [4, 5] },
  { key: 'asleep', recency: [1, 2], frequency: [2, 3] },
  { key: 'lost', recency: [1, 2], frequency: [1, 1] },
];

/**
 * Those who ever ordered, with `recency`, `frequency` and `monetary` from 1 to 5. A fifth is where the lowest of equal
 * values stands, as in `rfmScores`, so that all who bought once are in one.
 */
export const rfmFifths = (
  table: Sql,
): Sql => sql`(select profile_key, days_since_order, orders, revenue, last_nps,
    1 + intDiv(5 * (rank() over (order by days_since_order desc) - 1), count() over ()) as recency,
    1 + intDiv(5 * (rank() over (order by orders) - 1), count() over ()) as frequency,
    1 + intDiv(5 * (rank() over (order by revenue) - 1), count() over ()) as monetary
  from (select profile_key, toUInt32(assumeNotNull(days_since_order)) as days_since_order, toUInt32(orders) as orders,
      toFloat64(revenue) as revenue, last_nps
    from ${table} where orders > 0 and days_since_order is not null))`;

/** The class of a row of fifths. */
export const rfmClassOf: Sql = sql`multiIf(${sql.join(
  limits.slice(0, -1).flatMap(({ key, recency: [r1, r2], frequency: [f1, f2] }) => [
    sql`recency between ${sql.raw(String(r1))} and ${sql.raw(String(r2))}
        and frequency between ${sql.raw(String(f1))} and ${sql.raw(String(f2))}`,
    sql`${key}`,
  ]),
)}, ${limits.at(-1)!.key})`;

interface ClassRow {
  class: RfmClass;
  n: string;
  revenue: number;
  days: number;
  orders: number;
  said: string;
  promoters: string;
  detractors: string;
  day_range: [number, number];
  order_range: [number, number];
}

export async function readRfm(ground: Ground, viewer: Viewer): Promise<RfmReport> {
  const at = ground.platform.clock.now();
  const [table, currency] = await Promise.all([
    customersTable(ground, viewer, at),
    currencyOf(ground, viewer),
  ]);
  const rows = await ground.platform.warehouse.query<ClassRow>(sql`
    select ${rfmClassOf} as class, count() as n, sum(revenue) as revenue, avg(days_since_order) as days,
      avg(orders) as orders, countIf(last_nps is not null) as said, countIf(ifNull(last_nps >= 9, false)) as promoters,
      countIf(ifNull(last_nps <= 6, false)) as detractors,
      [toFloat64(min(days_since_order)), toFloat64(max(days_since_order))] as day_range,
      [toFloat64(min(fifths.orders)), toFloat64(max(fifths.orders))] as order_range
    from ${rfmFifths(table)} as fifths group by class`);
  const customers = rows.reduce((sum, { n }) => sum + Number(n), 0);
  const found = new Map(rows.map((row) => [row.class, row]));
  const order = rfmClasses.filter((key) => found.has(key));
  return {
    ...{ currency, customers },
    classes: order.map((key) => described(found.get(key)!, customers)),
  };
}

function described(row: ClassRow, customers: number): RfmReport['classes'][number] {
  const [n, said, promoters, detractors] = [row.n, row.said, row.promoters, row.detractors].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const counts = { ...noCounts, n: said, promoters, detractors, passives: said - promoters - detractors };
  return {
    ...{ key: row.class, customers: n, share: n / customers, revenueMinor: row.revenue },
    ...{ meanDaysSinceOrder: row.days, meanOrders: row.orders, rule: ruleOf(row) },
    nps: scoreOf(metricDefinitions.nps, counts),
  };
}

/** A class holds whole ranges of days and of orders, so its ends say who belongs to it. */
function ruleOf({ day_range: [soonest, longest], order_range: [fewest, most] }: ClassRow): SegmentRule {
  return {
    all: [
      { fact: 'daysSinceOrder', atLeast: soonest },
      { fact: 'daysSinceOrder', atMost: longest },
      { fact: 'orders', atLeast: fewest },
      { fact: 'orders', atMost: most },
    ],
  };
}
