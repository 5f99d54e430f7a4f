// The workspace of the benches: a history that a folder holds already, or a new one.
import { systemViewer } from '../../access/index.ts';
import type { RunningServer } from '../../main.ts';
import { fillHistory, type HistorySize } from './fill-history.ts';

export interface Made {
  readonly step: 'filled' | 'counted';
  readonly seconds: number;
}

/** Milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const email = 'bench@example.org';
/** Its ids, after filling the folder and making all rollups where it was empty. */
export async function* historyIn(
  { access, unify, understand, platform: { warehouse } }: RunningServer,
  size: HistorySize,
): AsyncGenerator<Made, { workspaceId: string; region: string }> {
  const known = (await access.workspaces()).find(({ name }) => name === benchName);
  if (known) {
    const places = await unify.listPlaces(systemViewer(known.id));
    return { workspaceId: known.id, region: places.find(({ kind }) => kind === 'region')!.id };
  }
  const admin = { email, name: benchName, password: 'a long password' };
  const { workspaceId } = await access.createWorkspace({ name: benchName, admin });
  const { id: sourceId } = await access.ownSource(workspaceId, 'import');
  let region = '';
  const filling = await timed(async () => {
    region = (await fillHistory({ warehouse, unify }, workspaceId, sourceId, size)).region;
  });
  yield { step: 'filled', seconds: filling / 1000 };
  yield { step: 'counted', seconds: (await timed(() => understand.rebuildRollups(workspaceId))) / 1000 };
  return { workspaceId, region };
}
const benchName = 'Bench';
