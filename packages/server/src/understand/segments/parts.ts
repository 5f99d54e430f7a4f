// How customers are parted: by stage, by the fifth of their spend, by how lately and often they buy, by how long they have
// been customers, by what they buy most, or by the rules that are kept (where a customer can be in several).
import type { RfmClass, Segment, segmentParts } from '@lyhord/contract';
import { eventScope, type Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { columnOfTrait } from '../computed-traits/profile-rows.ts';
import { profilesByKey } from '../rollups/profile-keys.ts';
import { compileRule, type RuleContext } from './compile-rule.ts';
import { rfmClassOf, rfmFifths } from './rfm.ts';

export type Part = (typeof segmentParts)[number];

/** `profile_key, part, revenue`: one row per customer and part. */
export function partedCustomers(
  part: Part,
  table: Sql,
  segments: readonly Segment[],
  context: RuleContext,
): Sql {
  switch (part) {
    case 'lifeCycle':
      return sql`(select profile_key, toString(life_cycle) as part, toFloat64(revenue) as revenue from ${table})`;
    case 'value':
      return sql`(select profile_key, concat('fifth', toString(fifth)) as part, toFloat64(revenue) as revenue
        from (select profile_key, revenue,
            1 + intDiv(5 * (rank() over (order by revenue) - 1), count() over ()) as fifth
          from ${table} where orders > 0))`;
    case 'rfm':
      return sql`(select profile_key, ${rfmClassOf} as part, revenue from ${rfmFifths(table)})`;
    case 'tenure':
      return sql`(select profile_key, multiIf(${sql.join(
        tenures.map(([key, days]) => sql`days < ${days}, ${key}`),
      )}, ${longest}) as part, toFloat64(revenue) as revenue
        from (select profile_key, revenue, dateDiff('day', multiIf(${begun} is null, signed, signed is null, ${begun}, least(${begun}, signed)),
            ${sql.typed("DateTime64(3, 'UTC')", context.at)}) as days
          from ${table} as known left any join (${contractsBegun(context.viewer)}) as contract
            on contract.owner = known.profile_key where ${begun} is not null or signed is not null))`;
    case 'category':
      return sql`(select profile_key, category as part, toFloat64(revenue) as revenue from ${table} as known
        inner join (${categoriesBought(context.viewer)}) as bought on bought.owner = known.profile_key)`;
    case 'saved':
      return sql`(select profile_key, arrayJoin(arrayConcat([''], ${sql.join(
        segments.map(({ id, rule }) => sql`if(${compileRule(rule, context)}, [${id}], emptyArrayString())`),
      )})) as part, toFloat64(revenue) as revenue from ${table})`;
  }
}

/** Days below which a customer is in the class. */
const tenures = [
  ['under90', 90],
  ['under365', 365],
  ['under1095', 1_095],
] as const;
const longest = 'over1095';
const begun = sql.raw(columnOfTrait('firstOrderAt'));
const ownerOf = sql`if(held.profile_key = 0, told.identifier_key, held.profile_key) as owner`;

/** `owner, signed`: when the customer's first contract began. */
const contractsBegun = (viewer: Viewer): Sql => sql`
  select ${ownerOf}, toNullable(min(happened_at)) as signed
  from (select identifier_key, happened_at from events where ${eventScope(viewer)}
    and kind = 'contract_started' and identifier_key != 0) as told
  left any join (${profilesByKey(viewer)}) as held on held.identifier_key = told.identifier_key group by owner`;

/** `owner, category`: what stood on most lines of the customer's orders. */
const categoriesBought = (viewer: Viewer): Sql => sql`
  select owner, argMax(category, (times, category)) as category from (
    select ${ownerOf}, category, count() as times
    from (select identifier_key, toString(category) as category from order_lines where ${eventScope(viewer)}
      and kind = 'order_placed' and category != '' and identifier_key != 0) as told
    left any join (${profilesByKey(viewer)}) as held on held.identifier_key = told.identifier_key
    group by owner, category)
  group by owner`;

/** In the order in which they are read. */
export const partKeys: Readonly<Record<Exclude<Part, 'saved' | 'category'>, readonly string[]>> = {
  lifeCycle: ['new', 'active', 'returned', 'at_risk', 'lapsed', 'prospect'],
  value: ['fifth5', 'fifth4', 'fifth3', 'fifth2', 'fifth1'],
  rfm: ['best', 'loyal', 'growing', 'new', 'waiting', 'slipping', 'asleep', 'lost'] satisfies RfmClass[],
  tenure: [...tenures.map(([key]) => key), longest],
};
