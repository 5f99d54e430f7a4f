// Promise: links that another process has written are seen here within moments: at once when it says so, and at the
// latest with the next look at the commits.
import type { Collect } from '../../collect/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Identities } from './identities.ts';
import { rulesChanged } from './identity-settings.ts';

const committed = 'identity.committed';
const remade = 'identity.remade';
const lookEveryMs = 30_000;

export function followIdentity(
  { announcements, ids, log }: Pick<Platform, 'announcements' | 'ids' | 'log'>,
  identities: Identities,
  collect: Pick<Collect, 'onIdentity'>,
) {
  const self = ids.next();
  const stops: (() => void)[] = [];
  const look = () =>
    identities
      .catchUp()
      .catch((error) => log.error({ err: error }, 'unify: links of other processes were not read'));
  collect.onIdentity((workspaceId, commitNo, news) => {
    identities.note(workspaceId, commitNo, news);
    if (news.identifiers.length + news.links.length > 0) announcements.announce(committed, { by: self });
  });
  return {
    /** Works out a workspace's profiles anew, after rows were taken out of the tables; other processes do so, too. */
    async remake(workspaceId: string): Promise<void> {
      await identities.reload(workspaceId);
      announcements.announce(remade, { by: self, workspaceId });
    },
    async start(): Promise<void> {
      stops.push(
        announcements.subscribe(committed, (message: { by: string } | null) => {
          if (message?.by !== self) void look();
        }),
        announcements.subscribe(remade, (message: { by: string; workspaceId: string } | null) => {
          if (message?.by === self) return;
          const making = message ? identities.reload(message.workspaceId) : identities.reloadAll();
          making.catch((error) => log.error({ err: error }, 'unify: profiles were not made again'));
        }),
        announcements.subscribe(rulesChanged, (message: { workspaceId: string } | null) => {
          const reloading = message ? identities.reload(message.workspaceId) : identities.reloadChanged();
          reloading.catch((error) => log.error({ err: error }, 'unify: changed rules were not read'));
        }),
      );
      const timer = setInterval(() => void look(), lookEveryMs);
      timer.unref();
      stops.push(() => clearInterval(timer));
    },
    async stop(): Promise<void> {
      for (const stop of stops.splice(0)) stop();
    },
  };
}
