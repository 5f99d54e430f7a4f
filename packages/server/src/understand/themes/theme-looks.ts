// Looks for themes every night, and when somebody asks.
import type { Ground } from '../ground.ts';
import { lookForThemes } from './look-for-themes.ts';

const job = 'look-for-themes';

export interface ThemeLooks {
  start(): Promise<void>;
  /** Soon, in the background. */
  ask(workspaceId: string): Promise<void>;
  look(workspaceId: string): Promise<number>;
}

export function createThemeLooks(ground: Ground): ThemeLooks {
  const { jobs, log, announcements } = ground.platform;
  const look = async (workspaceId: string): Promise<number> => {
    const begun = performance.now();
    const themes = await lookForThemes(ground, workspaceId);
    announcements.announce('themes.found', { workspaceId });
    log.info({ workspaceId, themes, ms: Math.round(performance.now() - begun) }, 'looked for themes');
    return themes;
  };
  return {
    look,
    async start() {
      await jobs.work<{ workspaceId?: string }>(job, async ({ workspaceId }) => {
        const all = workspaceId ? [workspaceId] : (await ground.access.workspaces()).map(({ id }) => id);
        for (const id of all) await look(id);
      });
      await jobs.schedule(job, '23 2 * * *');
    },
    ask: (workspaceId) => jobs.send(job, { workspaceId }, { singletonKey: workspaceId, retryLimit: 1 }),
  };
}
