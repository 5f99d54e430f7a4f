// The stages of a customer's life, in one place. Limits are days, and follow the customer's own rhythm of buying where
// that is known. See docs/methods/customers.md.
import { lifeCycleLimits as limits } from '@lyhord/contract';
import { type Sql, sql } from '../../platform/stores/sql.ts';

const mean = (first: string, last: string, gaps: string): string =>
  `least(${limits.longestRhythm}., greatest(${limits.shortestRhythm}., (${last} - ${first}) / (${gaps})))`;

/**
 * The stage, of a row with `order_days` (sorted, without repetition), `contracts_active`, `contract_began` (the day of
 * the first, 1970 for none).
 */
export function lifeCycleStage(today: Sql): Sql {
  const days = 'length(order_days)';
  const lastDay = 'order_days[-1]';
  const rhythm = `if(${days} >= ${limits.daysForRhythm}, ${mean('order_days[1]', lastDay, `${days} - 1`)}, ${limits.usualRhythm}.)`;
  // the rhythm before the last order, so that a long silence does not excuse itself
  const before = `if(${days} >= ${limits.daysForRhythm}, ${mean('order_days[1]', 'order_days[-2]', `${days} - 2`)}, ${limits.usualRhythm}.)`;
  const began = sql`least(if(${sql.raw(days)} = 0, ${today}, order_days[1]),
    if(contract_began > toDate(0), contract_began, ${today}))`;
  const silence = sql`(${today} - ${sql.raw(lastDay)})`;
  const fresh = sql`${today} - ${began} <= ${sql.raw(String(limits.newFor))}`;
  return sql`multiIf(
    ${sql.raw(days)} = 0 and contract_began = toDate(0), 'prospect',
    contracts_active > 0 and ${fresh}, 'new',
    contracts_active > 0, 'active',
    ${sql.raw(days)} = 0, 'lapsed',
    ${silence} > ${sql.raw(`${limits.lapsedAfter} * ${rhythm}`)}, 'lapsed',
    ${silence} > ${sql.raw(`${limits.atRiskAfter} * ${rhythm}`)}, 'at_risk',
    ${sql.raw(`${days} >= 2 and ${lastDay} - order_days[-2] > ${limits.lapsedAfter} * ${before}`)}, 'returned',
    ${fresh}, 'new',
    'active')`;
}
