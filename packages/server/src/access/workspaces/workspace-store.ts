// All SQL of workspaces and their settings.
import { WorkspaceSettings } from '@lyhord/contract';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Settings, Workspace } from '../access.ts';
import { seal, unseal } from '../secrets/sealed.ts';
import { defaultSettings } from './default-settings.ts';

export type WorkspaceStore = ReturnType<typeof workspaceStore>;
const Stored = WorkspaceSettings.omit({ name: true });

/** `smtpKey` seals the address of the mail server; without it the address cannot be read. */
export function workspaceStore(ledger: Ledger, smtpKey: Buffer) {
  const settingsRow = (workspaceId: string, lock = false) =>
    ledger.one<{ name: string; settings: unknown; smtp_url_sealed: string | null }>(sql`
      select w.name, s.settings, s.smtp_url_sealed
      from workspaces w join workspace_settings s on s.workspace_id = w.id
      where w.id = ${workspaceId} ${sql.if(lock, sql`for update of s`)}`);

  return {
    list: () => ledger.query<Workspace>(sql`select id, name, demo from workspaces order by created_at, id`),
    find: (id: string) => ledger.one<Workspace>(sql`select id, name, demo from workspaces where id = ${id}`),
    namesOf: (ids: readonly string[]) =>
      ledger.query<{ id: string; name: string }>(
        sql`select id, name from workspaces where id = any(${ids}) order by lower(name), id`,
      ),
    async identifierSecret(id: string): Promise<string | null> {
      const row = await ledger.one<{ identifier_secret: string }>(
        sql`select identifier_secret from workspaces where id = ${id}`,
      );
      return row?.identifier_secret ?? null;
    },
    async add(workspace: Workspace, identifierSecret: string, settings: Settings, at: Date): Promise<void> {
      await ledger.query(sql`insert into workspaces (id, name, demo, identifier_secret, created_at)
        values (${workspace.id}, ${workspace.name}, ${workspace.demo}, ${identifierSecret}, ${at})`);
      const { text, sealed } = split(settings, smtpKey, workspace.id);
      await ledger.query(sql`insert into workspace_settings (workspace_id, settings, smtp_url_sealed, updated_at)
        values (${workspace.id}, ${text}::jsonb, ${sealed}, ${at})`);
    },
    /** Settings with the mail server's whole address (password included); null where there is no such workspace. */
    async settings(workspaceId: string, lock = false): Promise<Settings | null> {
      const row = await settingsRow(workspaceId, lock);
      if (row === null) return null;
      const kept = row.settings as Partial<Settings>;
      const mail = { ...defaultSettings.mail, ...kept.mail };
      const smtpUrl = row.smtp_url_sealed ? unseal(smtpKey, row.smtp_url_sealed, workspaceId) : '';
      const stored = Stored.parse({ ...defaultSettings, ...kept, mail: { ...mail, smtpUrl: smtpUrl ?? '' } });
      return { ...stored, name: row.name };
    },
    async saveSettings(workspaceId: string, settings: Settings, at: Date): Promise<void> {
      const { text, sealed } = split(settings, smtpKey, workspaceId);
      await ledger.query(sql`update workspaces set name = ${settings.name} where id = ${workspaceId}`);
      await ledger.query(sql`update workspace_settings
        set settings = ${text}::jsonb, smtp_url_sealed = ${sealed}, updated_at = ${at}
        where workspace_id = ${workspaceId}`);
    },
  };
}

function split(settings: Settings, smtpKey: Buffer, workspaceId: string) {
  const { name: _, mail, ...rest } = settings;
  const text = JSON.stringify({ ...rest, mail: { ...mail, smtpUrl: '' } });
  return { text, sealed: mail.smtpUrl ? seal(smtpKey, mail.smtpUrl, workspaceId) : null };
}
