import type { Announcements } from '../../platform/announcements/announcements.ts';
import type { Sealed } from '../commit/group-commit.ts';

/** Tells the other parts what a commit has brought. */
export function announceCommit(
  announcements: Announcements,
  { workspaceId, commitNo, news: { signals, events } }: Sealed,
): void {
  if (signals.count > 0) {
    announcements.announce('signals.committed', {
      workspaceId,
      commitNo,
      count: signals.count,
      signalIds: signals.signalIds,
      placeIds: signals.placeIds,
      days: signals.localDays,
    });
  }
  if (events > 0) announcements.announce('events.committed', { workspaceId, commitNo, count: events });
}
