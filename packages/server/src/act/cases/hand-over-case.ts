import type { Viewer } from '../../access/index.ts';
import type { CaseRecord } from './case-record.ts';
import { type ChangeParts, changeCase, refuseClosed } from './change-case.ts';

/** Hands a case to another team: it has no owner until somebody there takes it. */
export function handOverCase(
  parts: ChangeParts,
  viewer: Viewer,
  caseId: string,
  wish: { team: string; note: string; version?: number | undefined },
): Promise<CaseRecord> {
  return changeCase(parts, viewer, caseId, wish.version, (standing) => {
    refuseClosed(standing);
    return {
      change: { team: wish.team, ownerId: null, state: standing.state === 'waiting' ? 'waiting' : 'open' },
      entry: { kind: 'handed_over', text: wish.note, detail: wish.team },
      event: { kind: 'case_assigned', name: 'Case handed over', properties: { team: wish.team } },
      action: 'case.handed_over',
      auditDetail: wish.team,
    };
  });
}
