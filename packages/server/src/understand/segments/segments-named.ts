// The segments that a question's filters name, each as its members' identifiers: one definition for screens and questions.
import type { Filter, Question } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Ground } from '../ground.ts';
import { profilesByKey } from '../rollups/profile-keys.ts';
import { compileRule } from './compile-rule.ts';
import { customersTable } from './customer-facts.ts';
import { findSegment } from './segment-store.ts';
import { ruleContext } from './segments.ts';

/** Ids that a filter names. */
function idsIn(filter: Filter): string[] {
  if ('all' in filter) return filter.all.flatMap(idsIn);
  if ('any' in filter) return filter.any.flatMap(idsIn);
  if ('not' in filter) return idsIn(filter.not);
  if ('words' in filter || filter.field !== 'segment') return [];
  const values = 'in' in filter ? filter.in : 'is' in filter ? [filter.is] : [];
  return values.map(String);
}

/** For a question's context; empty where no segment is named. Unknown ones are left out. */
export async function segmentsNamed(
  ground: Ground,
  viewer: Viewer,
  { where, compare }: Pick<Question, 'where' | 'compare'>,
): Promise<ReadonlyMap<string, Sql>> {
  const compared = compare && 'where' in compare ? idsIn(compare.where) : [];
  const ids = [...new Set([...(where ? idsIn(where) : []), ...compared])];
  if (ids.length === 0) return new Map();
  const context = await ruleContext(ground, viewer);
  const table = await customersTable(ground, viewer, context.at);
  const found = await Promise.all(
    ids.map((id) => findSegment(ground.platform.ledger, viewer.workspaceId, id)),
  );
  return new Map(
    found.flatMap((segment) =>
      segment
        ? [[segment.id, identifiersOf(viewer, table, compileRule(segment.rule, context))] as const]
        : [],
    ),
  );
}

/** Every identifier of the customers in `table` for whom the condition holds. */
const identifiersOf = (viewer: Viewer, table: Sql, condition: Sql): Sql => sql`
  select arrayJoin(arrayPushBack(held.keys, members.profile_key))
  from (select profile_key from ${table} where ${condition}) as members
  left any join (select profile_key, groupArray(identifier_key) as keys from (${profilesByKey(viewer)})
    group by profile_key) as held on held.profile_key = members.profile_key`;
