import { workspaceEndpoints as endpoints } from '@lyhord/contract';
import { type Route, route } from '../../platform/http/endpoints.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Settings } from '../access.ts';
import type { AuditStore } from '../audit/audit-store.ts';
import type { Viewer } from '../viewer.ts';
import { changeSettings } from './change-settings.ts';
import { shownSmtpUrl } from './smtp-url.ts';
import type { WorkspaceStore } from './workspace-store.ts';

export function workspaceRoutes(
  platform: Platform,
  smtpKey: Buffer,
  workspaces: WorkspaceStore,
  audit: AuditStore,
): Route<Viewer>[] {
  return [
    route(endpoints.readWorkspace, async (_, { viewer }) => {
      const settings = await workspaces.settings(viewer.workspaceId);
      if (settings === null) throw new Problem('not_found');
      return shown(settings, viewer);
    }),
    route(endpoints.changeWorkspace, async ({ body }, { viewer }) => {
      const settings = await changeSettings(platform, smtpKey, audit, viewer, body);
      return shown(settings, viewer);
    }),
  ];
}

/** The mail server's address is for admins, and even they never see its password again. */
function shown(settings: Settings, viewer: Viewer): Settings {
  const smtpUrl = viewer.role === 'admin' ? shownSmtpUrl(settings.mail.smtpUrl) : '';
  return { ...settings, mail: { ...settings.mail, smtpUrl } };
}
