import type { Viewer } from '../../access/index.ts';
import type { CaseRecord } from './case-record.ts';
import { type ChangeParts, changeCase, refuseClosed } from './change-case.ts';

const hourMs = 3_600_000;

/** Closes a case with what came of it; how long it took and whether it was in time goes into the event. */
export function closeCase(
  parts: ChangeParts,
  viewer: Viewer,
  caseId: string,
  wish: { outcome: NonNullable<CaseRecord['outcome']>; note: string; version?: number | undefined },
): Promise<CaseRecord> {
  return changeCase(parts, viewer, caseId, wish.version, (standing) => {
    refuseClosed(standing);
    const closedAt = parts.platform.clock.now();
    return {
      change: { state: 'closed', outcome: wish.outcome, closedAt },
      entry: { kind: 'closed', text: wish.note, detail: wish.outcome },
      event: {
        kind: 'case_closed',
        name: 'Case closed',
        properties: {
          outcome: wish.outcome,
          cause: standing.cause,
          severity: standing.severity,
          hours: Math.round(((closedAt.getTime() - standing.openedAt.getTime()) / hourMs) * 10) / 10,
          in_time: closedAt <= standing.dueAt,
        },
      },
      action: 'case.closed',
      auditDetail: wish.outcome,
    };
  });
}
