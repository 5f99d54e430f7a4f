import type { Access } from '../../access/index.ts';
import type { Platform } from '../../platform/platform.ts';

const keptMs = 30_000;

/** Names of sources by id, read again when sources change and once in a while. */
export function createSourceNames(
  { announcements, clock }: Pick<Platform, 'announcements' | 'clock'>,
  access: Pick<Access, 'listSources'>,
) {
  const kept = new Map<string, { until: number; names: Promise<ReadonlyMap<string, string>> }>();
  const stop = announcements.subscribe('sources.changed', () => kept.clear());
  const read = async (workspaceId: string) =>
    new Map((await access.listSources(workspaceId)).map(({ id, name }) => [id, name]));
  return {
    stop,
    of(workspaceId: string): Promise<ReadonlyMap<string, string>> {
      const now = clock.now().getTime();
      const standing = kept.get(workspaceId);
      if (standing && standing.until > now) return standing.names;
      const names = read(workspaceId);
      kept.set(workspaceId, { until: now + keptMs, names });
      names.catch(() => kept.delete(workspaceId));
      return names;
    },
  };
}
