import type { Viewer } from '../../access/index.ts';
import type { CaseRecord } from './case-record.ts';
import { type ChangeParts, changeCase } from './change-case.ts';

/** Writes a note that only colleagues see; closed cases take notes, too. */
export const noteCase = (
  parts: ChangeParts,
  viewer: Viewer,
  caseId: string,
  text: string,
): Promise<CaseRecord> =>
  changeCase(parts, viewer, caseId, undefined, () => ({
    entry: { kind: 'note', text },
    action: 'case.noted',
  }));
