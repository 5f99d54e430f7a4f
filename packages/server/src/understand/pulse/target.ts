import type { Ground } from '../ground.ts';
import type { PlaceTree } from '../places/place-tree.ts';

/** What a score is asked of: a place with all below it, a touchpoint there, or the whole. */
export interface TargetOwner {
  readonly place?: string | undefined;
  readonly touchpoint?: string | undefined;
}
export type Targets = (owner: TargetOwner) => number | null;

/**
 * Goals in points of NPS: a touchpoint's own, else that of the nearest place at or above that has one, else the
 * workspace's. Other metrics have none.
 */
export async function targetsOf(ground: Ground, workspaceId: string, metric: string): Promise<Targets> {
  if (metric !== 'nps') return () => null;
  const [tree, settings] = await Promise.all([
    ground.placeTree(workspaceId),
    ground.access.settings(workspaceId),
  ]);
  const { target, touchpointTargets } = settings;
  return ({ place, touchpoint }) =>
    (touchpoint === undefined ? undefined : touchpointTargets[touchpoint]) ??
    (place === undefined ? undefined : ofPlace(tree, place)) ??
    target;
}

function ofPlace(tree: PlaceTree, place: string): number | undefined {
  for (const id of tree.above(place)) {
    const target = tree.places.get(id)?.target;
    if (target !== null && target !== undefined) return target;
  }
  return undefined;
}
