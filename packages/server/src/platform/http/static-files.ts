import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Problem, problemBody } from './problem.ts';

const yearSeconds = 31_536_000;

/**
 * Serves the dashboard's files from `folder`; any other GET of a page gets index.html, so that addresses of screens
 * can be shared. Files under assets/ carry a hash in their name and may be kept for ever.
 */
export async function serveDashboard(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`The dashboard is not built: ${folder} has no index.html. Run "npm run build".`);
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const kept = path.includes(join(folder, 'assets'));
      reply.setHeader('cache-control', kept ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*');
    if (wantsPage && !/^\/(api|v1|s|u|assets|metrics|healthz|readyz)(\/|$)/.test(request.url))
      return reply.header('cache-control', 'no-cache').sendFile('index.html');
    const problem = new Problem('not_found', {
      detail: `There is no ${request.method} ${request.url.slice(0, 200)}.`,
    });
    return reply.code(404).type('application/problem+json').send(problemBody(problem, request.id));
  });
}
