// Looks for changes some minutes after something was committed, and at least every hour.
import type { Ground } from '../ground.ts';
import { lookForChanges } from './watching/look.ts';

export interface Watcher {
  start(): Promise<void>;
  stop(): Promise<void>;
  look(workspaceId: string): Promise<number>;
}

const job = 'look-for-changes';
/** Changes take days to show; a look costs a second or two of work. */
const restMs = 5 * 60_000;

export function createWatcher(ground: Ground): Watcher {
  const { jobs, announcements, log, clock } = ground.platform;
  let unsubscribe = () => {};
  const waiting = new Set<string>();

  const look = async (workspaceId: string): Promise<number> => {
    const begun = performance.now();
    const told = await lookForChanges(ground, workspaceId);
    log.info({ workspaceId, told, ms: Math.round(performance.now() - begun) }, 'looked for changes');
    return told;
  };
  const lookSoon = async (workspaceId: string) => {
    if (waiting.has(workspaceId)) return;
    waiting.add(workspaceId);
    const startAfter = new Date(clock.now().getTime() + restMs);
    await jobs.send(job, { workspaceId }, { singletonKey: workspaceId, startAfter, retryLimit: 1 });
  };

  return {
    async start() {
      await jobs.work<{ workspaceId?: string }>(job, async ({ workspaceId }) => {
        const all = workspaceId ? [workspaceId] : (await ground.access.workspaces()).map(({ id }) => id);
        for (const id of all) {
          waiting.delete(id);
          await look(id);
        }
      });
      await jobs.schedule(job, '7 * * * *');
      unsubscribe = announcements.subscribe('rollups.rolled', (news: { workspaceId?: string } | null) => {
        if (!news?.workspaceId) return;
        lookSoon(news.workspaceId).catch((error) => log.warn({ err: error }, 'a look could not be planned'));
      });
    },
    async stop() {
      unsubscribe();
    },
    look,
  };
}
