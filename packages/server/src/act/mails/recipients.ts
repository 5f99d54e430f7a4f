// Promise: who hears of what happens at a place: its owner, or the nearest owner above; without one the leads, and
// without leads the admins. Nobody is told of what they may not see.
import type { Member } from '../../access/index.ts';
import { openDaysAt, type PlaceNode, type PlaceTree } from '../places/place-line.ts';
import type { ReaderTime } from './delivery-time.ts';

export interface Ownership {
  readonly owner: Member | null;
  /** The team that takes what has no owner. */
  readonly team: string | null;
}

export interface Staff {
  ownershipOf(placeId: string | null): Ownership;
  recipientsFor(placeId: string | null): readonly Member[];
  /** Zone of the member's first own place, or the workspace's. */
  timeZoneOf(member: Member): string;
  /** Clock and opening days of the member's first own place. */
  timeOf(member: Member): ReaderTime;
  get(personId: string | null): Member | null;
}

export function staffOf(members: readonly Member[], tree: PlaceTree, workspaceZone: string): Staff {
  const active = members.filter((member) => member.active);
  const byId = new Map(members.map((member) => [member.personId, member]));
  const team = mostCommonTeam(active.filter((member) => member.role === 'agent'));
  const ownerAt = (place: PlaceNode): Member | null => {
    const owner = place.ownerId === null ? undefined : byId.get(place.ownerId);
    return owner?.active && owner.role !== 'analyst' ? owner : null;
  };
  const ownerOf = (placeId: string | null) => {
    for (const place of tree.line(placeId)) {
      const owner = ownerAt(place);
      if (owner && sees(owner, tree, placeId)) return owner;
    }
    return null;
  };
  const ofRole = (role: Member['role']) => active.filter((member) => member.role === role);
  const timeZoneOf = (member: Member) => tree.get(member.placeIds[0] ?? null)?.timeZone ?? workspaceZone;
  return {
    ownershipOf(placeId) {
      const owner = ownerOf(placeId);
      return { owner, team: owner === null ? team : null };
    },
    recipientsFor(placeId) {
      const owner = ownerOf(placeId);
      if (owner) return [owner];
      const leads = ofRole('lead');
      return leads.length > 0 ? leads : ofRole('admin');
    },
    timeZoneOf,
    timeOf: (member) => ({
      timeZone: timeZoneOf(member),
      isOpen: openDaysAt(tree, member.placeIds[0] ?? null),
    }),
    get: (personId) => (personId === null ? null : (byId.get(personId) ?? null)),
  };
}

/** True where the place is one of the member's own or below one of them. */
export function sees(member: Member, tree: PlaceTree, placeId: string | null): boolean {
  const bound = member.role === 'manager' || (member.role === 'agent' && member.placeIds.length > 0);
  return !bound || tree.line(placeId).some((place) => member.placeIds.includes(place.id));
}

function mostCommonTeam(members: readonly Member[]): string | null {
  const counts = new Map<string, number>();
  for (const { team } of members) if (team !== null) counts.set(team, (counts.get(team) ?? 0) + 1);
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
  return first?.[0] ?? null;
}
