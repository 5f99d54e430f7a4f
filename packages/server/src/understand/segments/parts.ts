// How customers are parted: by stage, by the fifth of their spend, by how lately and often they buy, or by the rules
// that are kept (where a customer can be in several).
import type { RfmClass, Segment, segmentParts } from '@lyhord/contract';
import { type Sql, sql } from '../../platform/stores/sql.ts';
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
    case 'saved':
      return sql`(select profile_key, arrayJoin(arrayConcat([''], ${sql.join(
        segments.map(({ id, rule }) => sql`if(${compileRule(rule, context)}, [${id}], emptyArrayString())`),
      )})) as part, toFloat64(revenue) as revenue from ${table})`;
  }
}

/** In the order in which they are read. */
export const partKeys: Readonly<Record<Exclude<Part, 'saved'>, readonly string[]>> = {
  lifeCycle: ['new', 'active', 'returned', 'at_risk', 'lapsed', 'prospect'],
  value: ['fifth5', 'fifth4', 'fifth3', 'fifth2', 'fifth1'],
  rfm: ['best', 'loyal', 'growing', 'new', 'waiting', 'slipping', 'asleep', 'lost'] satisfies RfmClass[],
};
