import type { EventKind } from '@lyhord/contract';
import type { UnitRows } from './operations.ts';

/** Kinds of events of which a metric of operations is made. */
export function kindsOf(rows: UnitRows): readonly EventKind[] {
  switch (rows.unit) {
    case 'event':
      return rows.kinds;
    case 'pair':
      return [rows.opened, rows.done];
    case 'followed':
      return [rows.first, rows.later];
    case 'converted':
      return [rows.from, rows.to];
    case 'rate':
      return [rows.of, rows.per];
    default:
      return [rows.kind];
  }
}
