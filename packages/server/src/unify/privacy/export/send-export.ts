import type { FastifyReply } from 'fastify';
import type { Access, TableDeclaration, Viewer } from '../../../access/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { copyOf } from './collect-copy.ts';
import { copyPage } from './copy-page.ts';

interface Parts {
  readonly platform: Platform;
  readonly access: Pick<Access, 'listSources' | 'settings'>;
  readonly tables: readonly TableDeclaration[];
}

/** Sends everything that is held about a customer as a file. */
export async function sendExport(
  { platform, access, tables }: Parts,
  { workspaceId }: Pick<Viewer, 'workspaceId'>,
  keys: readonly string[],
  format: 'json' | 'html',
  reply: FastifyReply,
): Promise<void> {
  const sources = new Map((await access.listSources(workspaceId)).map(({ id, name }) => [id, name]));
  const { name: company } = await access.settings(workspaceId);
  const madeAt = platform.clock.now();
  const held = await copyOf(platform, tables, workspaceId, keys, sources);
  const text =
    format === 'html'
      ? copyPage(held, { company, madeAt })
      : JSON.stringify({ company, madeAt: madeAt.toISOString(), held }, null, 2);
  const type = format === 'html' ? 'text/html' : 'application/json';
  reply.header('content-type', `${type}; charset=utf-8`);
  reply.header('content-disposition', `attachment; filename="customer-copy.${format}"`);
  reply.header('cache-control', 'no-store');
  await reply.send(text);
}
