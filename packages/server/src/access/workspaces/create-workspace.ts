import type { Platform } from '../../platform/platform.ts';
import type { NewWorkspace, Settings } from '../access.ts';
import { peopleStore } from '../people/people-store.ts';
import { hashPassword } from '../sign-in/password.ts';
import { defaultSettings } from './default-settings.ts';
import { workspaceStore } from './workspace-store.ts';

/** A workspace with its first admin; an existing person keeps the password that they have. */
export async function createWorkspace(
  platform: Platform,
  smtpKey: Buffer,
  workspace: NewWorkspace,
): Promise<{ workspaceId: string; personId: string }> {
  const { admin } = workspace;
  const passwordHash = await hashPassword(admin.password);
  const at = platform.clock.now();
  return platform.ledger.transaction(async (tx) => {
    const people = peopleStore(tx);
    const workspaceId = platform.ids.next();
    const settings: Settings = { ...defaultSettings, ...workspace.settings, name: workspace.name };
    await workspaceStore(tx, smtpKey).add(
      { id: workspaceId, name: workspace.name, demo: workspace.demo ?? false },
      platform.ids.token(32),
      settings,
      at,
    );
    const personId =
      (await people.findByEmail(admin.email))?.id ??
      (await people.add(platform.ids, { name: admin.name, email: admin.email, passwordHash }));
    await people.join(
      workspaceId,
      personId,
      { role: 'admin', placeIds: [], team: null, active: true, locale: 'en' },
      at,
    );
    return { workspaceId, personId };
  });
}
