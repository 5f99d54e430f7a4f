import type { Access } from '../../access/index.ts';
import type { Workspaces } from '../recording/workspaces.ts';
import type { PreparingPlan } from './prepared-events.ts';

type PlanOf = (sender: Pick<PreparingPlan, 'workspaceId' | 'sourceId'>) => Promise<PreparingPlan>;

/** What a thread must know to prepare events for a source; of each source the same object until that changes. */
export function plansOf(
  access: Pick<Access, 'identifierSecret'>,
  workspaces: Pick<Workspaces, 'of'>,
): PlanOf {
  const last = new Map<string, PreparingPlan>();
  return async ({ workspaceId, sourceId }) => {
    const { placeOf, timeZone, currency } = await workspaces.of(workspaceId);
    const places = placeOf.all;
    const name = `${workspaceId}|${sourceId}`;
    const standing = last.get(name);
    if (standing?.places === places && standing.timeZone === timeZone && standing.currency === currency)
      return standing;
    const identifierSecret = await access.identifierSecret(workspaceId);
    const plan = { workspaceId, sourceId, identifierSecret, timeZone, currency, places };
    last.set(name, plan);
    return plan;
  };
}
