import type { Viewer } from '../../access/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import type { CaseRecord } from './case-record.ts';
import { type ChangeParts, changeCase } from './change-case.ts';

/** Opens a closed case again, for the owner that it had. */
export function reopenCase(
  parts: ChangeParts,
  viewer: Viewer,
  caseId: string,
  wish: { note: string; version?: number | undefined },
): Promise<CaseRecord> {
  return changeCase(parts, viewer, caseId, wish.version, (standing) => {
    if (standing.state !== 'closed') {
      throw new Problem('conflict', because('case_open', { number: standing.number }));
    }
    return {
      change: { state: standing.ownerId === null ? 'open' : 'taken', outcome: null, closedAt: null },
      entry: { kind: 'reopened', text: wish.note },
      event: { kind: 'case_opened', name: 'Case opened again', properties: { again: true } },
      action: 'case.reopened',
    };
  });
}
