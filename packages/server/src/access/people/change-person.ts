import type { Role } from '@lyhord/contract';
import { because, Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import { auditStore } from '../audit/audit-store.ts';
import type { Viewer } from '../viewer.ts';
import { checkedPlaces } from './checked-places.ts';
import { type Membership, peopleStore } from './people-store.ts';

export interface PersonChange {
  readonly role?: Role | undefined;
  readonly placeIds?: readonly string[] | undefined;
  readonly team?: string | null | undefined;
  readonly active?: boolean | undefined;
}

/** Changes what a person may do here. Ends their sessions when they may do nothing any more; keeps the last admin. */
export async function changePerson(
  platform: Platform,
  viewer: Viewer,
  personId: string,
  change: PersonChange,
): Promise<Membership> {
  const { workspaceId } = viewer;
  const changed = await platform.ledger.transaction(async (tx) => {
    const people = peopleStore(tx);
    const standing = await people.find(workspaceId, personId);
    if (standing === null) throw new Problem('not_found');
    const role = change.role ?? standing.role;
    const wanted = {
      role,
      placeIds: await checkedPlaces(tx, workspaceId, role, change.placeIds ?? standing.placeIds),
      team: change.team === undefined ? standing.team : change.team,
      active: change.active ?? standing.active,
    };
    const staysAdmin = wanted.active && wanted.role === 'admin';
    if (standing.role === 'admin' && standing.active && !staysAdmin)
      await keepAnAdmin(tx, workspaceId, personId);
    await people.change(workspaceId, personId, wanted);
    if (!wanted.active) await people.endSessions(workspaceId, personId);
    const detail = `${wanted.role}${wanted.active ? '' : ', not active'}`;
    const audit = auditStore(platform.ledger, platform.clock, platform.ids);
    await audit.add(viewer, 'person.changed', `person:${personId}`, detail, tx);
    return (await people.find(workspaceId, personId)) as Membership;
  });
  platform.announcements.announce('access.changed', { workspaceId, personId });
  return changed;
}

async function keepAnAdmin(
  tx: Parameters<typeof peopleStore>[0],
  workspaceId: string,
  personId: string,
): Promise<void> {
  if ((await peopleStore(tx).otherAdmins(workspaceId, personId)) > 0) return;
  throw new Problem('conflict', because('last_admin'));
}
