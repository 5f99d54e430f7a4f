// Promise: the stage of a customer's life on the day of any row, from the orders and contracts up to then. What comes later
// changes nothing; what is learned later about the time before does, since it was so.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { lifeCycleStage } from './life-cycle.ts';
import { newest } from './profile-rows.ts';

/** What `lifeThen` reads: `(order_days, contracts, 1)` of a row of tallies; the 1 tells it from a customer without any. */
export const lifeOf: Sql = sql`(order_days, contracts, toUInt8(1))`;

/**
 * The stage at the moment `happened_at` and on the day `local_day` of a row, out of the column `life` made by `lifeOf`; ''
 * where there is none.
 */
export function lifeThen(life: string): Sql {
  const now = 'toUnixTimestamp64Milli(happened_at)';
  const said = `arrayFilter(c -> c.2 <= ${now}, ${life}.2)`;
  const held = `arrayFilter(x -> x.5 = 0 and (x.4 > 0 or x.3 = 0 or x.3 > ${now}), ${newest(said, '(x.2, x.5)')})`;
  const stage = lifeCycleStage(sql`local_day`, {
    orderDays: `arrayFilter(d -> d <= local_day, ${life}.1)`,
    active: `length(${held})`,
    began: `if(empty(${said}), toDate(0),
      toDate(fromUnixTimestamp64Milli(arrayMin(arrayMap(c -> c.2, ${said})), 'UTC')))`,
  });
  return sql`if(${sql.raw(life)}.3 = 0, '', ${stage})`;
}
