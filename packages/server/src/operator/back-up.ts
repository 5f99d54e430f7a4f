// `lyhord backup` and `lyhord restore`: a running server copies its own stores, since they belong to its process.
import { timingSafeEqual } from 'node:crypto';
import { request } from 'node:http';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { migrations } from '../compose.ts';
import { readConfig } from '../config.ts';
import { type BackupReport, backup } from '../platform/backup/backup.ts';
import { restore } from '../platform/backup/restore.ts';
import { findRunningServer } from '../platform/data-directory/lock.ts';
import { Problem } from '../platform/http/problem.ts';
import { type RunningPlatform, startPlatform } from '../platform/start-platform.ts';
import { StartupError } from '../platform/startup-error.ts';
import { checkErasures, takeErasures } from '../unify/index.ts';

export type { BackupReport };

const path = '/operator/backup';
const settings = (dataDir: string | undefined) => readConfig(dataDir === undefined ? {} : { dataDir });

/** Copies both stores into the new folder, through the running server when there is one. */
export async function backupDataDirectory(folder: string, dataDir?: string): Promise<BackupReport> {
  const config = settings(dataDir);
  const target = resolve(folder);
  const server = await findRunningServer(config.dataDir);
  if (server) return askServer(server, target);
  const platform = await startPlatform({ ...config, logLevel: 'warn' }, migrations);
  try {
    return await backup(platform, platform.dataDirectory.path, target);
  } finally {
    await platform.stop();
  }
}

/**
 * Fills an empty data folder from a backup. `erasures` names the journal of erasures that was kept since; what it holds and
 * the backup does not is erased again by the next start, before anybody is served.
 */
export async function restoreDataDirectory(
  folder: string,
  dataDir?: string,
  erasures?: string,
): Promise<BackupReport> {
  const config = settings(dataDir);
  const journal = erasures === undefined ? config.erasureJournal : resolve(erasures);
  if (journal !== null) await checkErasures(journal);
  return restore(resolve(folder), config, migrations, async () => {
    if (journal !== null) await takeErasures(journal, config.dataDir);
  });
}

/** Lets whoever can read the data directory's lock ask this server for a backup. */
export function mountBackup(
  app: FastifyInstance,
  platform: RunningPlatform,
  landed: () => Promise<void>,
): void {
  app.post(path, { bodyLimit: 8192 }, async (call) => {
    const given = Buffer.from(call.headers.authorization?.replace(/^Bearer /, '') ?? '');
    const wanted = Buffer.from(platform.dataDirectory.server.token);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Problem('forbidden');
    const { folder } = call.body as { folder?: unknown };
    if (typeof folder !== 'string') throw new Problem('bad_request', { detail: 'Name the folder.' });
    try {
      return await backup(platform, platform.dataDirectory.path, folder, landed);
    } catch (error) {
      if (error instanceof StartupError)
        throw new Problem('conflict', { detail: error.message }, { cause: error });
      throw error;
    }
  });
}

/** Waits for as long as the copy takes, which may be longer than `fetch` would. */
function askServer(server: { url: string | null; token: string }, folder: string): Promise<BackupReport> {
  if (server.url === null) {
    throw new StartupError(
      'data-in-use',
      'The server on this data folder is still starting; try again in a moment.',
    );
  }
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' };
    const call = request(new URL(path, server.url!), { method: 'POST', headers }, async (reply) => {
      const answer = JSON.parse(await text(reply)) as BackupReport & { detail?: string; title?: string };
      if (reply.statusCode === 200) resolve(answer);
      else
        reject(
          new StartupError(
            'config-wrong',
            answer.detail ?? answer.title ?? 'The server could not make the backup; see its log.',
          ),
        );
    });
    call.on('error', reject);
    call.end(JSON.stringify({ folder }));
  });
}
