import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const yearSeconds = 31_536_000;

/** Serves the dashboard's files from `folder`. Files under assets/ carry a hash in their name and may be kept for ever. */
export async function serveDashboard(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`The dashboard is not built: ${folder} has no index.html. Run "npm run build".`);
  }
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const kept = path.startsWith(join(folder, 'assets'));
      reply.setHeader('cache-control', kept ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
    },
  });
}

const ownAddresses = /^\/(api|v1|s|u|assets|metrics|healthz|readyz)(\/|\?|$)/;

/** True for the address of a screen: it gets index.html, so that a link shows a colleague the same thing. */
export function isScreenAddress(request: FastifyRequest): boolean {
  const wantsPage = request.method === 'GET' && /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*');
  return wantsPage && !ownAddresses.test(request.url);
}
