// The stages of a customer's life, in one place. Limits are days, and follow the customer's own rhythm of buying where
// that is known. See docs/methods/customers.md.
import { lifeCycleLimits as limits } from '@lyhord/contract';
import { type Sql, sql } from '../../platform/stores/sql.ts';

const mean = (first: string, last: string, gaps: string): string =>
  `least(${limits.longestRhythm}., greatest(${limits.shortestRhythm}., (${last} - ${first}) / (${gaps})))`;

/** What a stage follows from, as expressions. */
export interface LifeColumns {
  /** The days with an order, sorted, without repetition. */
  readonly orderDays: string;
  /** Contracts that run. */
  readonly active: string;
  /** The day of the first contract, 1970 for none. */
  readonly began: string;
}
const ofRow: LifeColumns = {
  orderDays: 'order_days',
  active: 'contracts_active',
  began: 'contract_began',
};

/** The stage on a day, of a row with `order_days`, `contracts_active` and `contract_began`, or of other expressions. */
export function lifeCycleStage(today: Sql, { orderDays, active, began: first }: LifeColumns = ofRow): Sql {
  const days = `length(${orderDays})`;
  const lastDay = `${orderDays}[-1]`;
  const rhythm = `if(${days} >= ${limits.daysForRhythm}, ${mean(`${orderDays}[1]`, lastDay, `${days} - 1`)}, ${limits.usualRhythm}.)`;
  // the rhythm before the last order, so that a long silence does not excuse itself
  const before = `if(${days} >= ${limits.daysForRhythm}, ${mean(`${orderDays}[1]`, `${orderDays}[-2]`, `${days} - 2`)}, ${limits.usualRhythm}.)`;
  const contracted = sql.raw(first);
  const running = sql.raw(active);
  const began = sql`least(if(${sql.raw(days)} = 0, ${today}, ${sql.raw(orderDays)}[1]),
    if(${contracted} > toDate(0), ${contracted}, ${today}))`;
  const silence = sql`(${today} - ${sql.raw(lastDay)})`;
  const fresh = sql`${today} - ${began} <= ${sql.raw(String(limits.newFor))}`;
  return sql`multiIf(
    ${sql.raw(days)} = 0 and ${contracted} = toDate(0), 'prospect',
    ${running} > 0 and ${fresh}, 'new',
    ${running} > 0, 'active',
    ${sql.raw(days)} = 0, 'lapsed',
    ${silence} > ${sql.raw(`${limits.lapsedAfter} * ${rhythm}`)}, 'lapsed',
    ${silence} > ${sql.raw(`${limits.atRiskAfter} * ${rhythm}`)}, 'at_risk',
    ${sql.raw(`${days} >= 2 and ${lastDay} - ${orderDays}[-2] > ${limits.lapsedAfter} * ${before}`)}, 'returned',
    ${fresh}, 'new',
    'active')`;
}
