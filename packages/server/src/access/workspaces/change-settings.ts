// The one way in which settings of a workspace change: refused by name where they make no sense, told to everybody.
import { because, Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Settings } from '../access.ts';
import type { AuditStore } from '../audit/audit-store.ts';
import type { Viewer } from '../viewer.ts';
import { smtpUrlToKeep } from './smtp-url.ts';
import { workspaceStore } from './workspace-store.ts';

export type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/** What is left out stays; resolves with all settings as they stand now. */
export async function changeSettings(
  platform: Platform,
  smtpKey: Buffer,
  audit: AuditStore,
  viewer: Viewer,
  change: SettingsChange,
): Promise<Settings> {
  const settings = await platform.ledger.transaction(async (tx) => {
    const store = workspaceStore(tx, smtpKey);
    const standing = await store.settings(viewer.workspaceId, true);
    if (standing === null) throw new Problem('not_found');
    const wanted = changedSettings(standing, change);
    await store.saveSettings(viewer.workspaceId, wanted, platform.clock.now());
    const detail = Object.keys(change).join(', ');
    await audit.add(viewer, 'workspace.changed', `workspace:${viewer.workspaceId}`, detail, tx);
    return wanted;
  });
  platform.announcements.announce('settings.changed', { workspaceId: viewer.workspaceId });
  return settings;
}

function changedSettings(standing: Settings, change: SettingsChange) {
  const wanted = { ...standing };
  for (const [name, value] of Object.entries(change)) {
    if (value !== undefined) Object.assign(wanted, { [name]: value });
  }
  refuseUnknownTimeZone(wanted.timeZone);
  if (!/^[A-Z]{3}$/.test(wanted.currency)) {
    throw new Problem('invalid_input', because('currency_odd', { given: wanted.currency }));
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
    throw new Problem('invalid_input', because('time_zone_odd', { given: timeZone.slice(0, 60) }));
  }
}
