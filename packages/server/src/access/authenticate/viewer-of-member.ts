import type { Ledger } from '../../platform/stores/ledger.ts';
import type { Membership } from '../people/people-store.ts';
import type { Viewer } from '../viewer.ts';
import { ownPlaces } from './own-places.ts';

/** Roles that may be bound to places; the others always see the whole workspace. */
const boundToPlaces = new Set<Viewer['role']>(['manager', 'agent']);

/** A manager without a place sees none; an agent without one works for all. */
export async function viewerOfMember(ledger: Ledger, member: Membership): Promise<Viewer> {
  const unbound =
    !boundToPlaces.has(member.role) || (member.role === 'agent' && member.placeIds.length === 0);
  return {
    workspaceId: member.workspaceId,
    personId: member.personId,
    sourceId: null,
    role: member.role,
    placeIds: unbound ? 'all' : await ownPlaces(ledger, member.workspaceId, member.placeIds),
    locale: member.locale,
    name: member.name,
  };
}
