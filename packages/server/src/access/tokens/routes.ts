import { accessEndpoints as endpoints } from '@lyhord/contract';
import { type Route, route } from '../../platform/http/endpoints.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AuditStore } from '../audit/audit-store.ts';
import type { Viewer } from '../viewer.ts';
import type { TokenStore } from './token-store.ts';

export function tokenRoutes(
  { announcements }: Pick<Platform, 'announcements'>,
  tokens: TokenStore,
  audit: AuditStore,
): Route<Viewer>[] {
  const me = (viewer: Viewer) => viewer.personId as string;
  return [
    route(endpoints.listTokens, async (_, { viewer }) => ({
      tokens: await tokens.list(viewer.workspaceId, me(viewer)),
    })),
    route(endpoints.createToken, async ({ body }, { viewer }) => {
      const made = await tokens.add(viewer.workspaceId, me(viewer), body.name);
      await audit.add(viewer, 'token.created', `token:${made.id}`, body.name);
      return made;
    }),
    route(endpoints.revokeToken, async ({ params }, { viewer }) => {
      if (!(await tokens.revoke(viewer.workspaceId, me(viewer), params.id))) throw new Problem('not_found');
      announcements.announce('access.changed', { workspaceId: viewer.workspaceId });
      await audit.add(viewer, 'token.revoked', `token:${params.id}`);
    }),
  ];
}
