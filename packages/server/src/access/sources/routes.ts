import { accessEndpoints as endpoints } from '@lyhord/contract';
import { type Route, route } from '../../platform/http/endpoints.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AuditStore } from '../audit/audit-store.ts';
import type { Viewer } from '../viewer.ts';
import type { SourceStore } from './source-store.ts';

export function sourceRoutes(platform: Platform, sources: SourceStore, audit: AuditStore): Route<Viewer>[] {
  const changed = (workspaceId: string) =>
    platform.announcements.announce('sources.changed', { workspaceId });
  return [
    route(endpoints.listSources, async (_, { viewer }) => ({
      sources: await sources.listWithArrivals(viewer.workspaceId),
    })),
    route(endpoints.createSource, async ({ body }, { viewer }) => {
      const { id, key } = await sources.add(viewer.workspaceId, body.name, body.demands);
      await audit.add(viewer, 'source.created', `source:${id}`, body.name);
      changed(viewer.workspaceId);
      return { id, writeKey: key.key };
    }),
    route(endpoints.changeSource, async ({ params, body }, { viewer }) => {
      if (!(await sources.demand(viewer.workspaceId, params.id, body.demands)))
        throw new Problem('not_found');
      await audit.add(
        viewer,
        'source.changed',
        `source:${params.id}`,
        `demands: ${body.demands ?? 'nothing'}`,
      );
      changed(viewer.workspaceId);
    }),
    route(endpoints.revokeSource, async ({ params }, { viewer }) => {
      if ((await sources.revoke(viewer.workspaceId, params.id)) === null) throw new Problem('not_found');
      await audit.add(viewer, 'source.revoked', `source:${params.id}`);
      changed(viewer.workspaceId);
    }),
  ];
}
