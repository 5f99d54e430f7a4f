import type { Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { profilesByKey } from '../rollups/profile-keys.ts';

/** `identifier_key, part` of every identifier of each customer in `parted`, a table expression of `profile_key, part`. */
export const byIdentifier = (viewer: Viewer, parted: Sql, part = sql`parted.part`): Sql => sql`
  select arrayJoin(arrayDistinct(arrayPushBack(held.keys, parted.profile_key))) as identifier_key,
    ${part} as part
  from ${parted} as parted
  left any join (select profile_key, groupArray(identifier_key) as keys from (${profilesByKey(viewer)})
    group by profile_key) as held on held.profile_key = parted.profile_key`;
