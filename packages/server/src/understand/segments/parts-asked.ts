// What a question's dimensions that part customers need: each identifier with what its customer belongs to.
import { type CustomerDimension, customerDimensions, type Question, type Segment } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { lifeOf } from '../computed-traits/life-then.ts';
import type { Ground } from '../ground.ts';
import { byIdentifier } from './by-identifier.ts';
import { compileRule, type RuleContext } from './compile-rule.ts';
import { customersTable } from './customer-facts.ts';
import { type Part, partedCustomers } from './parts.ts';
import { listSegments } from './segment-store.ts';
import { ruleContext } from './segments.ts';
import { traitHistory } from './trait-history.ts';

export interface AskedParts {
  /** `identifier_key, part` of each dimension. */
  readonly parts: ReadonlyMap<CustomerDimension, Sql>;
  /** Names of the kept segments by id, where these are asked for. */
  readonly names: Readonly<Record<string, string>> | null;
}
const partOf: Readonly<
  Record<Exclude<CustomerDimension, 'segment' | 'trait' | 'life_cycle_then'>, Exclude<Part, 'saved'>>
> = {
  life_cycle: 'lifeCycle',
  spend: 'value',
  buying: 'rfm',
};

export async function partsAsked(
  ground: Ground,
  viewer: Viewer,
  { by, trait }: Question,
): Promise<AskedParts> {
  const asked = customerDimensions.filter((one) => by.includes(one));
  if (asked.length === 0) return { parts: new Map(), names: null };
  const context = await ruleContext(ground, viewer);
  const table = await customersTable(ground, viewer, context.at);
  const kept = asked.includes('segment')
    ? await listSegments(ground.platform.ledger, viewer.workspaceId)
    : null;
  const lives = asked.includes('life_cycle_then') ? await ground.traits.lives(viewer) : null;
  const parted = (one: CustomerDimension): Sql => {
    if (one === 'trait') return traitHistory(viewer, trait);
    if (one === 'life_cycle_then')
      return byIdentifier(viewer, sql`(select profile_key, ${lifeOf} as part from ${lives!})`);
    if (one === 'segment') return byIdentifier(viewer, keptSegments(table, kept ?? [], context), named);
    return byIdentifier(viewer, partedCustomers(partOf[one], table, [], context), named);
  };
  return {
    parts: new Map(asked.map((one) => [one, parted(one)])),
    names: kept && Object.fromEntries(kept.map(({ id, name }) => [id, name])),
  };
}

const named = sql`toString(parted.part)`;

/** One row per customer and kept segment, or one with '' for whom none holds. */
const keptSegments = (table: Sql, kept: readonly Segment[], context: RuleContext): Sql =>
  kept.length === 0
    ? sql`(select profile_key, '' as part from ${table})`
    : sql`(select profile_key, arrayJoin(if(empty(held_by), [''], held_by)) as part
        from (select profile_key, arrayConcat(${sql.join(
          kept.map(({ id, rule }) => sql`if(${compileRule(rule, context)}, [${id}], emptyArrayString())`),
        )}) as held_by from ${table}))`;
