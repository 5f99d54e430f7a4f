// Of events that are followed for some days: only those whose days after are over say whether another came.
import { eventScope, type Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';

/** True of a day when so many days after it are over, by the last day of which the viewer may see that anything was done. */
export function daysOver(day: Sql, withinDays: number, viewer: Viewer): Sql {
  const counts = viewer.placeIds === 'all' ? sql`daily_operation_sums` : sql`daily_operations`;
  return sql`${day} + ${sql.typed('UInt16', withinDays)} <= (select max(local_day) from ${counts} final
    where ${eventScope(viewer)} and n > 0 and local_day <= today())`;
}
