// The segments that a question's filters name, each as its members' identifiers: one definition for screens and questions.
import type { Filter, Question } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Ground } from '../ground.ts';
import { profilesByKey } from '../rollups/profile-keys.ts';
import { compileRule } from './compile-rule.ts';
import { customersTable } from './customer-facts.ts';
import { saidWithin } from './rule-then.ts';
import { findSegment } from './segment-store.ts';
import { ruleContext } from './segments.ts';

type Field = 'segment' | 'segment_then';

/** Ids that a filter names in a field. */
function idsIn(filter: Filter, field: Field): string[] {
  if ('all' in filter) return filter.all.flatMap((one) => idsIn(one, field));
  if ('any' in filter) return filter.any.flatMap((one) => idsIn(one, field));
  if ('not' in filter) return idsIn(filter.not, field);
  if ('words' in filter || filter.field !== field) return [];
  const values = 'in' in filter ? filter.in : 'is' in filter ? [filter.is] : [];
  return values.map(String);
}

/** Of each segment that a question names. */
export interface NamedSegments {
  /** The identifiers of its customers of today. */
  readonly segments: ReadonlyMap<string, Sql>;
  /** What was said by whoever it held for at the time; a selection of `signal_id`. */
  readonly segmentsThen: ReadonlyMap<string, Sql>;
}

/** For a question's context; empty where no segment is named. Unknown ones are left out. */
export async function segmentsNamed(
  ground: Ground,
  viewer: Viewer,
  { where, compare }: Pick<Question, 'where' | 'compare'>,
): Promise<NamedSegments> {
  const filters = [...(where ? [where] : []), ...(compare && 'where' in compare ? [compare.where] : [])];
  const named = async (field: Field) => {
    const ids = [...new Set(filters.flatMap((one) => idsIn(one, field)))];
    const { ledger } = ground.platform;
    const found = await Promise.all(ids.map((id) => findSegment(ledger, viewer.workspaceId, id)));
    return found.filter((one) => one !== null);
  };
  const [now, then] = await Promise.all([named('segment'), named('segment_then')]);
  if (now.length + then.length === 0) return { segments: new Map(), segmentsThen: new Map() };
  const context = await ruleContext(ground, viewer);
  const table = now.length > 0 ? await customersTable(ground, viewer, context.at) : sql``;
  const lives = then.length > 0 ? await ground.traits.lives(viewer) : sql``;
  return {
    segments: new Map(
      now.map(({ id, rule }) => [id, identifiersOf(viewer, table, compileRule(rule, context))]),
    ),
    segmentsThen: new Map(then.map((one) => [one.id, saidWithin(one, context, lives)])),
  };
}

/** Every identifier of the customers in `table` for whom the condition holds. */
const identifiersOf = (viewer: Viewer, table: Sql, condition: Sql): Sql => sql`
  select arrayJoin(arrayPushBack(held.keys, members.profile_key))
  from (select profile_key from ${table} where ${condition}) as members
  left any join (select profile_key, groupArray(identifier_key) as keys from (${profilesByKey(viewer)})
    group by profile_key) as held on held.profile_key = members.profile_key`;
