import { accessEndpoints as endpoints } from '@lyhord/contract';
import { type Route, route } from '../../platform/http/endpoints.ts';
import type { Viewer } from '../viewer.ts';
import type { AuditStore } from './audit-store.ts';

export const auditRoutes = (audit: AuditStore): Route<Viewer>[] => [
  route(endpoints.listAudit, async ({ query }, { viewer }) => ({
    entries: await audit.list(viewer.workspaceId, query.before, query.limit),
  })),
];
