import { workspaceEndpoints as endpoints } from '@lyhord/contract';
import { type Route, route } from '../../platform/http/endpoints.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Settings } from '../access.ts';
import type { AuditStore } from '../audit/audit-store.ts';
import type { Viewer } from '../viewer.ts';
import { shownSmtpUrl, smtpUrlToKeep } from './smtp-url.ts';
import { type WorkspaceStore, workspaceStore } from './workspace-store.ts';

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
      const settings = await platform.ledger.transaction(async (tx) => {
        const store = workspaceStore(tx, smtpKey);
        const standing = await store.settings(viewer.workspaceId, true);
        if (standing === null) throw new Problem('not_found');
        const wanted = changedSettings(standing, body);
        await store.saveSettings(viewer.workspaceId, wanted, platform.clock.now());
        const detail = Object.keys(body).join(', ');
        await audit.add(viewer, 'workspace.changed', `workspace:${viewer.workspaceId}`, detail, tx);
        return wanted;
      });
      platform.announcements.announce('settings.changed', { workspaceId: viewer.workspaceId });
      return shown(settings, viewer);
    }),
  ];
}

function changedSettings(standing: Settings, change: { [K in keyof Settings]?: Settings[K] | undefined }) {
  const wanted = { ...standing };
  for (const [name, value] of Object.entries(change)) {
    if (value !== undefined) Object.assign(wanted, { [name]: value });
  }
  refuseUnknownTimeZone(wanted.timeZone);
  if (!/^[A-Z]{3}$/.test(wanted.currency)) {
    throw new Problem('invalid_input', {
      detail: `currency ${JSON.stringify(wanted.currency)} should be three capitals of ISO 4217, such as SEK.`,
    });
  }
  const smtpUrl = change.mail
    ? smtpUrlToKeep(change.mail.smtpUrl, standing.mail.smtpUrl)
    : standing.mail.smtpUrl;
  return { ...wanted, mail: { ...wanted.mail, smtpUrl } };
}

function refuseUnknownTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new Problem('invalid_input', {
      detail: `timeZone ${JSON.stringify(timeZone.slice(0, 60))} should be an IANA zone, such as Europe/Stockholm.`,
    });
  }
}

/** The mail server's address is for admins, and even they never see its password again. */
function shown(settings: Settings, viewer: Viewer): Settings {
  const smtpUrl = viewer.role === 'admin' ? shownSmtpUrl(settings.mail.smtpUrl) : '';
  return { ...settings, mail: { ...settings.mail, smtpUrl } };
}
