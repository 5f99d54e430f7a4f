// What had happened to the customers of some rows in the days before each: of their events alone, not of everybody's.
import { type SurroundingFact, surroundingFacts } from '@lyhord/contract';
import { eventScope, type Viewer } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { keysOfSameCustomers, profilesByKey } from '../rollups/profile-keys.ts';
import type { ChosenRow } from './chosen-rows.ts';

export const daysBefore = 14;
export type Facts = Record<SurroundingFact, number | null>;

/** What is known of a customer of whom no event tells. */
export const nothing: Facts = {
  ...(Object.fromEntries(surroundingFacts.map((fact) => [fact, null])) as Facts),
  ...{ contact: 0, returned: 0, reminded: 0, campaign: 0 },
};

/** Facts by the place of the row in `chosen`; rows before which nothing happened are left out. */
export async function factsBefore(
  warehouse: Warehouse,
  viewer: Viewer,
  chosen: readonly ChosenRow[],
  period: { readonly from: string; readonly to: string },
): Promise<Map<number, Facts>> {
  const keys = [...new Set(chosen.map(({ key }) => key))].map(BigInt);
  const own = sql`select identifier_key, profile_key from (${profilesByKey(viewer)}) where profile_key in (
    select profile_key from (${profilesByKey(viewer)}) where identifier_key in ${sql.list(keys, 'UInt64')})`;
  const same = keysOfSameCustomers(
    viewer,
    sql`select arrayJoin(${sql.typed('Array(UInt64)', keys)}) as identifier_key`,
  );
  const profileOf = (table: string) =>
    sql`if(held.profile_key = 0, ${sql.name(table)}.identifier_key, held.profile_key) as profile`;
  const rows = await warehouse.query<Facts & { row: number }>(sql`
    with told as (
      select row, at, ${profileOf('chosen')}
      from (select entry.1 as row, entry.2 as identifier_key, fromUnixTimestamp64Milli(entry.3, 'UTC') as at from (
        select arrayJoin(arrayZip(range(toUInt32(${chosen.length})),
          ${sql.typed(
            'Array(UInt64)',
            chosen.map(({ key }) => BigInt(key)),
          )}, ${sql.typed(
            'Array(Int64)',
            chosen.map(({ at }) => BigInt(at)),
          )})) as entry)) as chosen
      left any join (${own}) as held on held.identifier_key = chosen.identifier_key),
    done as (
      select kind, happened_at, due_at, wait_seconds, amount_minor, currency, ${profileOf('acted')}
      from (select kind, happened_at, due_at, wait_seconds, amount_minor, currency, identifier_key from events
        where ${eventScope(viewer)} and identifier_key in (${same})
          and happened_at >= toDateTime64(${period.from}, 3, 'UTC') - interval ${sql.typed('UInt32', daysBefore + 1)} day
          and happened_at < toDateTime64(${period.to}, 3, 'UTC') + interval 2 day
          and kind in ('order_placed', 'order_delivered', 'order_returned', 'visit', 'ticket_opened',
            'invoice_reminded', 'campaign_contacted')) as acted
      left any join (${own}) as held on held.identifier_key = acted.identifier_key),
    usual as (select currency, median(toFloat64(amount_minor)) as amount from done
      where kind = 'order_placed' and amount_minor is not null group by currency),
    priced as (select done.*, toFloat64(done.amount_minor) / nullIf(usual.amount, 0) as relative from done
      left join usual on usual.currency = done.currency)
    select told.row as row,
      if(countIf(kind = 'order_delivered' and due_at is not null) = 0, null,
        toFloat64(countIf(kind = 'order_delivered' and happened_at > due_at) > 0)) as late_delivery,
      avgOrNullIf((toUnixTimestamp(happened_at) - toUnixTimestamp(due_at)) / 86400.,
        kind = 'order_delivered' and due_at is not null) as delivery_days,
      avgOrNullIf(toFloat64(wait_seconds), kind = 'visit' and wait_seconds is not null) as wait,
      toFloat64(countIf(kind = 'ticket_opened') > 0) as contact,
      toFloat64(countIf(kind = 'order_returned') > 0) as returned,
      avgOrNullIf(relative, kind = 'order_placed' and relative is not null) as price,
      toFloat64(countIf(kind = 'invoice_reminded') > 0) as reminded,
      toFloat64(countIf(kind = 'campaign_contacted') > 0) as campaign
    from told inner join priced on priced.profile = told.profile
    where priced.happened_at <= told.at
      and priced.happened_at >= told.at - interval ${sql.typed('UInt32', daysBefore)} day
    group by row settings use_skip_indexes = 0`);
  return new Map(rows.map(({ row, ...facts }) => [row, facts]));
}
