// Promise: what a trait was known to be at any moment, so that an answer can stand beside what was known when it was given.
import { type Viewer, workspaceScope } from '../../access/index.ts';
import { isPersonalField } from '../../collect/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { profilesByKey } from '../rollups/profile-keys.ts';

/**
 * `identifier_key, part`: of each identifier of a customer, all values of the trait as `happened_at, tie, commit_no, value`,
 * newest first; of two at the same moment the one of the smaller identifier, as on the customer's page.
 */
export function traitHistory(viewer: Viewer, trait: string | undefined): Sql {
  const name = checkedTrait(trait);
  const held = profilesByKey(viewer);
  return sql`select arrayJoin(arrayDistinct(arrayPushBack(held.keys, told.profile))) as identifier_key, told.part as part
    from (select if(held.profile_key = 0, said.identifier_key, held.profile_key) as profile,
        arrayReverseSort(groupArray((said.happened_at, bitNot(said.identifier_key), said.commit_no, said.value))) as part
      from (select identifier_key, happened_at, commit_no, value from traits
        where ${workspaceScope(viewer)} and name = ${name}) as said
      left any join (${held}) as held on held.identifier_key = said.identifier_key
      group by profile) as told
    left any join (select profile_key, groupArray(identifier_key) as keys from (${held}) group by profile_key) as held
      on held.profile_key = told.profile`;
}

function checkedTrait(trait: string | undefined): string {
  if (trait === undefined) {
    throw new Problem('invalid_input', {
      detail: 'A question by trait names the trait, such as "trait": "tier".',
    });
  }
  if (trait.split('.').some(isPersonalField)) {
    throw new Problem('invalid_input', {
      detail: `"${trait}" tells who a customer is, so answers are not split by it; a tier or a plan could be asked for.`,
    });
  }
  return trait;
}
