import type { Announcements } from '../../platform/announcements/announcements.ts';
import type { Row } from '../commit/commit-rows.ts';
import type { Sealed } from '../commit/group-commit.ts';

const mostIds = 100;

/** Tells the other parts what a commit has brought. Lists that grow long are left empty: readers go by checkpoint. */
export function announceCommit(
  announcements: Announcements,
  { workspaceId, commitNo, rows }: Pick<Sealed, 'workspaceId' | 'commitNo' | 'rows'>,
): void {
  if (rows.signals.length > 0) {
    announcements.announce('signals.committed', {
      workspaceId,
      commitNo,
      count: rows.signals.length,
      signalIds: short(distinct(rows.signals, 'signal_id')),
      placeIds: short(distinct(rows.signals, 'place_id')),
      days: short(distinct(rows.signals, 'local_day')),
    });
  }
  if (rows.events.length > 0) {
    announcements.announce('events.committed', { workspaceId, commitNo, count: rows.events.length });
  }
}

const short = (list: string[]) => (list.length > mostIds ? [] : list);

function distinct(rows: readonly Row[], column: string): string[] {
  return [...new Set(rows.map((row) => row[column] as string))].filter((value) => value !== '');
}
