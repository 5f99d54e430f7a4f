// `lyhord import`: files go through the running server when there is one, since the stores belong to its process.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { request } from 'node:http';
import { basename, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { ImportMapping } from '@lyhord/contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Workspace } from '../access/index.ts';
import { columnsOf, guessMapping, type ImportState, olistFiguresOf, openTable } from '../collect/index.ts';
import { composeSteps, migrations, type Steps } from '../compose.ts';
import { readConfig } from '../config.ts';
import { findRunningServer } from '../platform/data-directory/lock.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Platform } from '../platform/platform.ts';
import { type RunningPlatform, startPlatform } from '../platform/start-platform.ts';
import { StartupError } from '../platform/startup-error.ts';

const ImportOrder = z.object({
  /** A file, or the folder of the Olist tables. */
  path: z.string().min(1),
  preset: z.enum(['olist']).nullable(),
  mapping: ImportMapping.nullable(),
  /** Name or id of the workspace; a name that is not there yet makes a new one. Null: the first. */
  workspace: z.string().max(120).nullable(),
});
export type ImportOrder = z.infer<typeof ImportOrder>;

export interface ImportDone {
  readonly workspace: string;
  readonly imports: ImportState[];
  /** The mapping that was used, where one was guessed. */
  readonly guessed: ImportMapping | null;
  /** How to sign in, where the data folder was empty. */
  readonly signIn: { readonly email: string; readonly password: string } | null;
  /** The figures by which an import of Olist is checked. */
  readonly figures: Awaited<ReturnType<typeof olistFiguresOf>> | null;
}

const path = '/operator/import';
type Tell = (sentence: string) => void;

/** Loads what `order` names into the data folder, through its running server when there is one. */
export async function importFiles(
  order: ImportOrder,
  dataDir: string | undefined,
  tell: Tell,
): Promise<ImportDone> {
  const config = readConfig(dataDir === undefined ? {} : { dataDir });
  const whole = { ...order, path: resolve(order.path) };
  await stat(whole.path).catch(() => {
    throw new StartupError('config-wrong', `There is no file or folder ${whole.path}.`);
  });
  const server = await findRunningServer(config.dataDir);
  if (server) return askServer(server, whole, tell);
  const platform = await startPlatform({ ...config, logLevel: 'warn' }, migrations);
  try {
    const steps = composeSteps(platform);
    await steps.start();
    try {
      return await carryOut(platform, steps, whole, tell);
    } finally {
      await steps.stop();
    }
  } finally {
    await platform.stop();
  }
}

/** Lets whoever can read the data directory's lock load files into this server. */
export function mountImport(app: FastifyInstance, platform: RunningPlatform, steps: Steps): void {
  app.post(path, { bodyLimit: 64 * 1024 }, async (call) => {
    const given = Buffer.from(call.headers.authorization?.replace(/^Bearer /, '') ?? '');
    const wanted = Buffer.from(platform.dataDirectory.server.token);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Problem('forbidden');
    const order = ImportOrder.safeParse(call.body);
    if (!order.success) throw new Problem('bad_request', { detail: order.error.issues[0]!.message });
    return carryOut(platform, steps, order.data, (sentence) => platform.log.info(sentence));
  });
}

async function carryOut(
  platform: Platform,
  steps: Steps,
  order: ImportOrder,
  tell: Tell,
): Promise<ImportDone> {
  const { workspace, signIn } = await workspaceFor(steps, order);
  const shared = { workspace: workspace.name, signIn };
  if (order.preset === 'olist') {
    const imports = await steps.collect.importOlist({
      workspaceId: workspace.id,
      folder: order.path,
      startedBy: null,
      progress: tell,
    });
    const figures = await olistFiguresOf(platform.warehouse, workspace.id);
    return { ...shared, imports, guessed: null, figures };
  }
  const mapping = order.mapping ?? (await guessFor(order.path));
  const done = await steps.collect.importFile({
    workspaceId: workspace.id,
    fileName: basename(order.path),
    mapping,
    bytes: createReadStream(order.path),
    startedBy: null,
    progress: ({ rows, refused }) => tell(`${rows} rows, ${refused} refused`),
  });
  return { ...shared, imports: [done], guessed: order.mapping ? null : mapping, figures: null };
}

async function guessFor(file: string): Promise<ImportMapping> {
  const { mapping, columns, missing } = guessMapping(await columnsOfFile(file));
  if (missing.length === 0) return mapping;
  if (columns.length === 0) {
    throw new Problem('invalid_input', {
      detail: 'The file is empty; its first line should hold the names of the columns.',
    });
  }
  const needed = missing.map((any) => any.join(' or ')).join('; ');
  const names = columns.map(({ name }) => name).slice(0, 30);
  throw new Problem('invalid_input', {
    detail: `No column of ${names.join(', ')} seems to give ${needed}. Write a mapping file; see lyhord import --help.`,
  });
}

async function columnsOfFile(file: string) {
  const table = await openTable(file);
  return columnsOf(table).finally(() => table.close());
}

async function workspaceFor(
  steps: Steps,
  { workspace: wanted, preset }: ImportOrder,
): Promise<{ workspace: Workspace; signIn: ImportDone['signIn'] }> {
  const all = await steps.access.workspaces();
  const found = wanted ? all.find(({ id, name }) => id === wanted || name === wanted) : all[0];
  if (found) return { workspace: found, signIn: null };
  const name = wanted ?? (preset === 'olist' ? 'Olist' : 'My company');
  const [first] = all;
  const admins = first
    ? (await steps.access.members(first.id)).filter(({ role, active }) => role === 'admin' && active)
    : [];
  const email = admins[0]?.email ?? 'admin@lyhord.local';
  const password = randomBytes(9).toString('base64url');
  const admin = { email, name: admins[0]?.name ?? 'Administrator', password };
  const { workspaceId } = await steps.access.createWorkspace({ name, admin });
  // who is an admin already keeps the password that they have
  return { workspace: { id: workspaceId, name, demo: false }, signIn: first ? null : { email, password } };
}

/** Waits for as long as loading takes, which may be longer than `fetch` would. */
function askServer(
  server: { url: string | null; token: string },
  order: ImportOrder,
  tell: Tell,
): Promise<ImportDone> {
  if (server.url === null) {
    throw new StartupError(
      'data-in-use',
      'The server on this data folder is still starting; try again in a moment.',
    );
  }
  tell(`Loading through the server at ${server.url} …`);
  return new Promise((done, failed) => {
    const headers = { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' };
    const call = request(new URL(path, server.url!), { method: 'POST', headers }, async (reply) => {
      const answer = JSON.parse(await text(reply)) as ImportDone & { detail?: string; title?: string };
      if (reply.statusCode === 200) done(answer);
      else
        failed(
          new StartupError('config-wrong', answer.detail ?? answer.title ?? 'The server could not load it.'),
        );
    });
    call.on('error', failed);
    call.end(JSON.stringify(order));
  });
}
