// What a rule may ask of a customer, as columns of the computed traits. Missing is null.
import type { SegmentNumber, SegmentWord } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { columnOfTrait } from '../computed-traits/profile-rows.ts';
import type { Ground } from '../ground.ts';

/** Facts that are counted from a moment among the traits. */
const moments: Readonly<Partial<Record<SegmentNumber, { trait: string; side: 'since' | 'until' }>>> = {
  daysKnown: { trait: 'firstSeenAt', side: 'since' },
  daysSinceNps: { trait: 'lastNpsAt', side: 'since' },
  daysSinceCsat: { trait: 'lastCsatAt', side: 'since' },
  daysToRenewal: { trait: 'nextRenewalAt', side: 'until' },
};

/** A number of a customer, null where it is not known. */
export function numberOf(fact: SegmentNumber, at: Date): Sql {
  const moment = moments[fact];
  if (!moment) return sql`toFloat64(${sql.raw(columnOfTrait(fact))})`;
  const now = sql.typed("DateTime64(3, 'UTC')", at);
  const column = sql.raw(columnOfTrait(moment.trait));
  return moment.side === 'since'
    ? sql`toFloat64(dateDiff('day', ${column}, ${now}))`
    : sql`toFloat64(dateDiff('day', ${now}, ${column}))`;
}

export const wordOf = (fact: SegmentWord): Sql => sql`toString(${sql.raw(columnOfTrait(fact))})`;

/** One row per customer whom the viewer may see, with `profile_key` and the computed traits. */
export const customersTable = (ground: Ground, viewer: Viewer, at: Date): Promise<Sql> =>
  ground.traits.table(viewer, at);
