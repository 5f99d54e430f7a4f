// Promise: a day counts for the parents that a place had on that day; where nothing was moved, a plain list is asked for.
import { type Sql, sql } from '../../platform/stores/sql.ts';

/** Places that belonged for some days only: from `from` on, until the day before `before`; null is without end. */
export interface Spell {
  readonly ids: readonly string[];
  readonly from: string | null;
  readonly before: string | null;
}
export interface PlacesAsked {
  /** All that belong, on whatever day. */
  readonly ids: readonly string[];
  /** Those that belong on all days asked about. */
  readonly throughout: readonly string[];
  readonly spells: readonly Spell[];
}

/** These places, whatever the day. */
export const always = (ids: readonly string[]): PlacesAsked => ({ ids, throughout: ids, spells: [] });

/** The same, with those places left out that are not wanted. */
export function onlyThose({ ids, throughout, spells }: PlacesAsked, wanted: readonly string[]): PlacesAsked {
  const kept = new Set(wanted);
  const only = (all: readonly string[]) => all.filter((id) => kept.has(id));
  return {
    ids: only(ids),
    throughout: only(throughout),
    spells: spells
      .map((spell) => ({ ...spell, ids: only(spell.ids) }))
      .filter((spell) => spell.ids.length > 0),
  };
}

/** True where the place belonged on that day. */
export const belongedOn = ({ throughout, spells }: PlacesAsked, id: string, day: string): boolean =>
  throughout.includes(id) ||
  spells.some(
    ({ ids, from, before }) =>
      ids.includes(id) && (from === null || day >= from) && (before === null || day < before),
  );

/** A condition on the rows of any table with `place_id` and `local_day`. */
export function standingAt({ throughout, spells }: PlacesAsked): Sql {
  const whole = oneOf(throughout);
  if (spells.length === 0) return whole;
  const pieces = spells.map(({ ids, from, before }) =>
    sql.and([
      oneOf(ids),
      sql.if(from !== null, () => sql`local_day >= ${from!}`),
      sql.if(before !== null, () => sql`local_day < ${before!}`),
    ]),
  );
  return sql.or(throughout.length === 0 ? pieces : [whole, ...pieces]);
}
const oneOf = (ids: readonly string[]): Sql => sql`place_id in ${sql.list(ids, 'String')}`;

/** `and` that condition; nothing where all places are asked for. */
export const andAt = (places: PlacesAsked | null): Sql =>
  sql.if(places, () => sql`and ${standingAt(places!)}`);
