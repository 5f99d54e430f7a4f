// Promise: no letter, no waiting file and no line of a log that belongs to the workspace names the person any more.
import type { PersonTraces } from '../../../access/index.ts';
import { mayBeLetterOf } from '../../../platform/mail/letter-name.ts';
import type { Platform } from '../../../platform/platform.ts';
import {
  fileMayName,
  letterMayName,
  removeFilesNaming,
  removeLinesNaming,
} from '../../../platform/purge/purge-files.ts';
import { sql } from '../../../platform/stores/sql.ts';
import { keptFiles } from './kept-files.ts';

export async function eraseFiles(platform: Platform, person: PersonTraces) {
  const { outbox, uploads, logs } = await keptFiles(platform.config.dataDir);
  const { workspaceId, values } = person;
  // letters of other workspaces, and files that they wait to load, are none of this one's business
  const imports = await platform.ledger.query<{ id: string }>(
    sql`select id from imports where workspace_id = ${workspaceId}`,
  );
  const own = new Set(imports.map(({ id }) => `${id}.upload`));
  return {
    files:
      (await removeFilesNaming(outbox, values, (name) => mayBeLetterOf(name, workspaceId), letterMayName)) +
      (await removeFilesNaming(uploads, values, (name) => own.has(name), fileMayName)),
    logLines: await removeLinesNaming(logs, values),
  };
}
