import type { Viewer } from '../../access/index.ts';
import type { CaseRecord } from './case-record.ts';
import { type ChangeParts, changeCase } from './change-case.ts';

/** Sets what the problem came from; may be put right later, also on a closed case. */
export function setCause(
  parts: ChangeParts,
  viewer: Viewer,
  caseId: string,
  wish: { cause: NonNullable<CaseRecord['cause']>; version?: number | undefined },
): Promise<CaseRecord> {
  return changeCase(parts, viewer, caseId, wish.version, (standing) =>
    standing.cause === wish.cause
      ? null
      : {
          change: { cause: wish.cause },
          entry: { kind: 'cause', text: '', detail: wish.cause },
          action: 'case.cause_set',
          auditDetail: wish.cause,
        },
  );
}
