// What customers said first in a period, and what they did in as many days before and after: one row per customer
// and sign. Only answers whose days after are over are followed.
import type { Period } from '@lyhord/contract';
import { eventScope, signalScope, type Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { andAt, type PlacesAsked } from '../places/places-asked.ts';
import { profilesByKey } from '../rollups/profile-keys.ts';

export interface FollowedScope {
  readonly viewer: Viewer;
  readonly period: Period;
  readonly places: PlacesAsked | null;
  readonly days: number;
  readonly currency: string;
}
/** Deeds `before` and `after` the answer, each within the days. */
export interface Deeds {
  readonly orders: number;
  readonly spend: number;
  readonly returns: number;
  readonly contacts: number;
}
export interface FollowedRow {
  /** A question, `sentiment`, or `any` for the customer's first answer to whatever it was. */
  readonly sign: string;
  readonly value: number;
  readonly before: Deeds;
  readonly after: Deeds;
  /** Spend in the days before those before. */
  readonly earlierSpend: number;
  /** Bought in another currency, too. */
  readonly mixed: boolean;
}

/** More customers than these say nothing that these do not say. */
const mostCustomers = 4_000;
const asked = ['nps', 'csat', 'stars', 'ces', 'expectation'];
const deeds = ['order_placed', 'order_returned', 'ticket_opened'];

/** The last day of which deeds are known, and the currency in which most is bought; null without any order. */
export async function deedsKnown(
  warehouse: Warehouse,
  viewer: Viewer,
  places: PlacesAsked | null,
): Promise<{ last: string; currency: string } | null> {
  const [row] = await warehouse.query<{ last: string; currency: string; n: string }>(sql`
    select toString(max(day)) as last, argMax(currency, orders) as currency, sum(orders) as n from (
      select currency, max(local_day) as day, count() as orders from events
      where ${eventScope(viewer)} and kind = 'order_placed' and currency != '' and local_day <= today()
        ${andAt(places)}
      group by currency)`);
  return row && Number(row.n) > 0 ? { last: row.last, currency: row.currency } : null;
}

export async function followedRows(warehouse: Warehouse, scope: FollowedScope): Promise<FollowedRow[]> {
  const { viewer, period, places, days, currency } = scope;
  const said = sql`${signalScope(viewer)} and identifier_key != 0
    and local_day between ${period.from} and ${period.to} ${andAt(places)}`;
  const span = sql`toIntervalDay(${sql.typed('UInt32', days)})`;
  const sumOf = (what: Sql, when: Sql) => sql`sumIf(${what}, ${when})`;
  const before = sql`at < told_at and at >= told_at - ${span}`;
  const after = sql`at > told_at and at <= told_at + ${span}`;
  const earlier = sql`at < told_at - ${span} and at >= told_at - ${span} - ${span}`;
  const deedsOf = (when: Sql) =>
    sql.join([
      sql`countIf(kind = 'order_placed' and ${when})`,
      sumOf(sql`amount`, sql`kind = 'order_placed' and currency = ${currency} and ${when}`),
      sql`countIf(kind = 'order_returned' and ${when})`,
      sql`countIf(kind = 'ticket_opened' and ${when})`,
    ]);
  const rows = await warehouse.query<RawRow>(sql`
    with held as (${profilesByKey(viewer)}),
    anchors as (
      select profile, sign, argMin(value, at) as value, min(at) as told_at from (
        select if(held.profile_key = 0, told.identifier_key, held.profile_key) as profile, sign, value, at from (
          select identifier_key, arrayJoin([toString(question), 'any']) as sign, value, happened_at as at from answers
          where ${said} and question in ${sql.list(asked, 'String')}
          union all
          select identifier_key, 'sentiment' as sign, toFloat64(multiIf(sentiment = 'positive', 1,
            sentiment = 'negative', -1, 0)) as value, happened_at as at
          from signals where ${said} and sentiment != '') as told
        left any join held on held.identifier_key = told.identifier_key)
      group by profile, sign order by sign, cityHash64(profile) limit ${sql.typed('UInt32', mostCustomers)} by sign),
    done as (
      select if(held.profile_key = 0, told.identifier_key, held.profile_key) as profile, happened_at as at, kind,
        currency, ifNull(toFloat64(amount_minor), 0.) as amount
      from (select identifier_key, happened_at, kind, currency, amount_minor from events
        where ${eventScope(viewer)} and kind in ${sql.list(deeds, 'String')} and identifier_key != 0
          and happened_at >= toDateTime64(${period.from}, 3, 'UTC') - ${span} - ${span} - interval 1 day
          and happened_at < toDateTime64(${period.to}, 3, 'UTC') + ${span} + interval 2 day) as told
      left any join held on held.identifier_key = told.identifier_key
      where profile in (select profile from anchors))
    select toString(sign) as sign, any(value) as value, [${deedsOf(before)}] as before, [${deedsOf(after)}] as after,
      ${sumOf(sql`amount`, sql`kind = 'order_placed' and currency = ${currency} and ${earlier}`)} as earlier,
      countIf(kind = 'order_placed' and currency != ${currency} and currency != '') > 0 as mixed
    from anchors left join done on done.profile = anchors.profile
    group by anchors.profile, sign order by sign, cityHash64(anchors.profile)`);
  return rows.map((row) => ({
    sign: row.sign,
    value: Number(row.value),
    before: deedsFrom(row.before),
    after: deedsFrom(row.after),
    earlierSpend: Number(row.earlier),
    mixed: Boolean(row.mixed),
  }));
}

interface RawRow {
  sign: string;
  value: number;
  before: number[];
  after: number[];
  earlier: number;
  mixed: number | boolean;
}
const deedsFrom = (list: readonly number[]): Deeds => {
  const [orders = 0, spend = 0, returns = 0, contacts = 0] = list.map(Number);
  return { orders, spend, returns, contacts };
};
