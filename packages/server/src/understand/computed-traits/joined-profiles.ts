// Tallies of identifiers and places, joined to one row for each customer.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { joinedColumns, tallyColumns } from './tally-columns.ts';

const tallyNames = sql.raw(tallyColumns.map(({ name }) => `tallies.${name} as ${name}`).join(', '));

/** The last place at which something was done, of rows that are called `t`. */
export const lastPlace = sql.raw(
  `argMaxIf(toString(t.place_id), (t.active_last, toString(t.place_id)), t.place_id != '' and t.active_last > toDateTime64(0, 3, 'UTC')) as at_place`,
);

/**
 * `profile_key`, the columns of tallies and `at_place` of customers, from the rows of `customer_tallies` that `tallies`
 * selects; `held` are the identifiers that do not stand alone, `only` a condition on the customer.
 */
export const joinedProfiles = (tallies: Sql, held: Sql, only: Sql = sql`true`): Sql => sql`
  select t.profile_key as profile_key, ${sql.raw(joinedColumns)}, ${lastPlace}
  from (select if(held.profile_key = 0, tallies.identifier_key, held.profile_key) as profile_key,
      tallies.place_id as place_id, ${tallyNames}
    from (select * from customer_tallies where ${tallies}) as tallies
    left any join (${held}) as held on held.identifier_key = tallies.identifier_key) as t
  where ${only} group by t.profile_key`;
