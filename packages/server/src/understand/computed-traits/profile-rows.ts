// Promise: one row per customer with everything that is computed of them, from what the viewer may see of them; exact
// after customers were merged or taken apart, since identifiers are joined with customers only here.
import { type ComputedTraitKey, computedTraits } from '@lyhord/contract';
import { eventScope, type Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { profilesByKey } from '../rollups/profile-keys.ts';
import { joinedProfiles, lastPlace } from './joined-profiles.ts';
import { lifeCycleStage } from './life-cycle.ts';
import { joinedColumns } from './tally-columns.ts';

/** `lastNpsAt` → `last_nps_at`: the column of a computed trait. */
export const columnOfTrait = (key: string): string =>
  key.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`);

/**
 * A table expression: `profile_key` (UInt64) and a column for each computed trait, null where it is not known. `at` is
 * the moment for which days are counted. Only what is asked of it is computed.
 */
export const profileRows = (viewer: Viewer, slices: readonly bigint[], at: Date): Sql =>
  rowsFrom(joined(viewer, slices), at);

/** The same of one customer, whose identifiers are known; `scope` is the policy for rows that are called `t`. */
export const profileRow = (
  scope: Sql,
  slices: readonly bigint[],
  at: Date,
  identifierKeys: readonly string[],
): Sql => rowsFrom(talliedCustomer(scope, slices, identifierKeys), at);

/** What the tallies say of one customer, as one row at most. */
export const talliedCustomer = (
  scope: Sql,
  slices: readonly bigint[],
  identifierKeys: readonly string[],
): Sql =>
  sql`select ${sql.typed('UInt64', BigInt(identifierKeys[0] ?? 0))} as profile_key, ${sql.raw(joinedColumns)}, ${lastPlace}
    from customer_tallies as t
    where ${scope} and t.slice in ${sql.list(slices, 'UInt64')}
      and t.identifier_key in ${sql.list(identifierKeys.map(BigInt), 'UInt64')}
    group by profile_key`;

const joined = (viewer: Viewer, slices: readonly bigint[]): Sql =>
  joinedProfiles(
    sql`${eventScope(viewer)} and slice in ${sql.list(slices, 'UInt64')}`,
    profilesByKey(viewer),
  );

/** One row per customer with what the tallies say: `profile_key` and the columns of the tallies. */
export const talliedCustomers = (viewer: Viewer, slices: readonly bigint[]): Sql =>
  sql`(${joined(viewer, slices)})`;

/** The computed traits from what is kept of whole customers, for who sees all places; `counting` says which rows count. */
export const keptProfileRows = (viewer: Viewer, counting: Sql, at: Date): Sql =>
  rowsFrom(sql`select * from customer_states where ${eventScope(viewer)} and ${counting}`, at);

const known = (moment: string) => `if(${moment} > toDateTime64(0, 3, 'UTC'), ${moment}, null)`;
/** The newest word about each contract or ticket. */
export const newest = (list: string, order: string) =>
  `arrayFilter((x, n) -> n = 1, arrayReverseSort(x -> ${order}, ${list}),
    arrayEnumerateUniq(arrayMap(x -> x.1, arrayReverseSort(x -> ${order}, ${list}))))`;

function rowsFrom(rows: Sql, at: Date): Sql {
  const now = sql.typed("DateTime64(3, 'UTC')", at);
  const today = sql`toDate(${now})`;
  const nowMs = sql.typed('Int64', at.getTime());
  const daysSince = (moment: string) =>
    sql`if(${sql.raw(moment)} > toDateTime64(0, 3, 'UTC'), greatest(0, dateDiff('day', ${sql.raw(moment)}, ${now})), null)`;
  const plain = (column: string) => sql.raw(column);
  const columns: Record<ComputedTraitKey, Sql> = {
    lifeCycle: lifeCycleStage(today),
    firstSeenAt: plain(known('seen_first')),
    lastActivityAt: plain(known('active_last')),
    daysSinceActivity: daysSince('active_last'),
    orders: plain('orders'),
    firstOrderAt: plain(known('order_first')),
    lastOrderAt: plain(known('order_last')),
    daysSinceOrder: daysSince('order_last'),
    revenue: plain('placed - taken_back'),
    // what comes back takes its share of the margin with it
    margin: plain(`if(margin_orders = 0, null, toInt64(floor(0.5 + margin
      * if(placed > 0, greatest(0, placed - taken_back) / placed, 1))) - return_cost)`),
    orderValue: plain('if(placed_orders = 0, null, toInt64(floor(placed / placed_orders + 0.5)))'),
    purchaseGapDays: plain(
      `if(orders < 2, null, (toUnixTimestamp64Milli(order_last) - toUnixTimestamp64Milli(order_first))
        / 86400000. / (orders - 1))`,
    ),
    returns: plain('returns'),
    latePayments: plain('late_payments'),
    costToServe: plain('served_cost'),
    amountsWithoutRate: plain('without_rate'),
    contractsActive: plain('contracts_active'),
    nextRenewalAt: plain(`if(empty(renewals), null, fromUnixTimestamp64Milli(arrayMin(renewals), 'UTC'))`),
    lastNps: plain(`if(nps_at > toDateTime64(0, 3, 'UTC'), nps, null)`),
    lastNpsAt: plain(known('nps_at')),
    lastCsat: plain(`if(csat_at > toDateTime64(0, 3, 'UTC'), csat, null)`),
    lastCsatAt: plain(known('csat_at')),
    lastSentiment: plain(`nullIf(sentiment, '')`),
    lastSentimentAt: plain(known('sentiment_at')),
    comments: plain('comments'),
    openTickets: plain(`length(arrayFilter(x -> x.3 = 0, ${newest('tickets', '(x.2, x.3)')}))`),
    contacts90Days: sql`arrayCount(day -> day > ${today} - 90 and day <= ${today}, contact_days)`,
    lastPlace: plain(`nullIf(at_place, '')`),
  };
  return sql`(select profile_key, ${sql.join(
    computedTraits.map(({ key }) => sql`${columns[key]} as ${sql.name(columnOfTrait(key))}`),
  )}
    from (select *,
        arrayFilter(x -> x.5 = 0 and (x.4 > 0 or x.3 = 0 or x.3 > ${nowMs}), ${sql.raw(newest('contracts', '(x.2, x.5)'))}) as contracts_held,
        length(contracts_held) as contracts_active,
        arrayFilter(x -> x > ${nowMs}, arrayMap(x -> if(x.4 > 0, x.4, x.3), contracts_held)) as renewals,
        if(empty(contracts), toDate(0), toDate(fromUnixTimestamp64Milli(arrayMin(arrayMap(x -> x.2, contracts)), 'UTC'))) as contract_began
      from (${rows})))`;
}
