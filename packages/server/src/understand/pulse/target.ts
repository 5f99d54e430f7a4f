import type { Ground } from '../ground.ts';

/** The target of the nearest place at or above that has one, else the workspace's. Targets are in points of NPS. */
export async function targetOf(
  ground: Ground,
  workspaceId: string,
  placeId: string | undefined,
  metric: string,
): Promise<number | null> {
  if (metric !== 'nps') return null;
  if (placeId !== undefined) {
    const tree = await ground.placeTree(workspaceId);
    for (const id of tree.above(placeId)) {
      const target = tree.places.get(id)?.target;
      if (target !== null && target !== undefined) return target;
    }
  }
  return (await ground.access.settings(workspaceId)).target;
}
