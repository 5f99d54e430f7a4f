import type { Member, Viewer } from '../../access/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import { sees } from '../mails/recipients.ts';
import type { PlaceTrees } from '../places/place-line.ts';
import type { CaseRecord } from './case-record.ts';
import { type ChangeParts, changeCase, refuseClosed } from './change-case.ts';

/** Takes a case, gives it to somebody who may see it, or puts it back into the queue (`ownerId` null). */
export async function assignCase(
  parts: ChangeParts & { readonly trees: PlaceTrees },
  viewer: Viewer,
  caseId: string,
  wish: { ownerId: string | null; version?: number | undefined },
): Promise<CaseRecord> {
  const tree = await parts.trees.of(viewer.workspaceId);
  const owner = wish.ownerId === null ? null : await parts.access.member(viewer.workspaceId, wish.ownerId);
  if (wish.ownerId !== null && (!owner?.active || owner.role === 'analyst')) throw noOwner(wish.ownerId);
  return changeCase(parts, viewer, caseId, wish.version, (standing) => {
    refuseClosed(standing);
    if (owner && !sees(owner, tree, standing.placeId)) throw elsewhere(owner);
    if (standing.ownerId === wish.ownerId && (owner === null || standing.state !== 'open')) return null;
    const state = standing.state === 'waiting' ? 'waiting' : owner ? 'taken' : 'open';
    return {
      change: { ownerId: wish.ownerId, state },
      entry: { kind: 'assigned', text: owner?.name ?? '' },
      event: {
        kind: 'case_assigned',
        name: 'Case assigned',
        properties: { taken: wish.ownerId === viewer.personId },
      },
      action: 'case.assigned',
      auditDetail: owner?.name ?? 'back into the queue',
    };
  });
}

const noOwner = (id: string) =>
  new Problem('invalid_input', because('case_owner_unfit', { given: id.slice(0, 60) }));
const elsewhere = (owner: Member) =>
  new Problem('invalid_input', because('case_owner_elsewhere', { name: owner.name }));
