// The trees that a workspace has had, how far the newest has come, and the way back to any of them.
import type { TopicVersions } from '@lyhord/contract';
import { shippedTopics } from '@lyhord/text/topics';
import type { Viewer } from '../../access/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Ground } from '../ground.ts';
import { listReadings, partsOfReading } from '../readings/reading-store.ts';

const most = 20;

export async function readVersions(ground: Ground, viewer: Viewer): Promise<TopicVersions> {
  const { ledger, warehouse } = ground.platform;
  const readings = await listReadings(ledger, viewer.workspaceId, most);
  const preparing = readings.find(({ state }) => state === 'preparing');
  const [texts] = preparing
    ? await warehouse.query<{ n: string }>(
        sql`select count() as n from signals where workspace_id = ${viewer.workspaceId} and has_text`,
      )
    : [];
  const current = readings.some(({ state }) => state === 'current') ? null : 0;
  return {
    preparing: preparing ? { read: preparing.read, of: Number(texts?.n ?? 0) } : null,
    versions: [
      ...readings
        .filter(({ state }) => state !== 'abandoned')
        .map(({ reading, state, topics, taught, by, at }) => ({
          ...{ version: reading, topics, taught, by, at: at.toISOString() },
          state: state as 'preparing' | 'current' | 'replaced',
        })),
      {
        ...{ version: 0, topics: shippedTopics.topics.length, taught: false, by: null, at: null },
        state: current === 0 ? ('current' as const) : ('replaced' as const),
      },
    ],
  };
}

/** Reads history again with the tree of a former version; it becomes a version of its own. */
export async function restoreVersion(ground: Ground, viewer: Viewer, version: number): Promise<number> {
  const { ledger } = ground.platform;
  const parts =
    version === 0
      ? { tree: shippedTopics, model: null }
      : await partsOfReading(ledger, viewer.workspaceId, version);
  if (!parts) throw new Problem('not_found', { detail: `There is no version ${version} of the topics.` });
  const texts = await ground.readings.change(viewer.workspaceId, parts.tree, viewer.personId, parts.model);
  await ground.access.audit(viewer, 'topic tree restored', 'topic-tree', `version ${version}`);
  return texts;
}
