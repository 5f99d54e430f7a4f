import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that a browser sends from another site with this site's cookies. Calls with a key of their own
 * (collecting, reading tokens, one-click unsubscribe) carry no cookie that matters and pass.
 */
export function refuseForeignOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => done(foreignOrigin(request)));
}

function foreignOrigin(request: FastifyRequest): Problem | undefined {
  if (reading.has(request.method) || !request.url.startsWith('/api/')) return undefined;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return new Problem('foreign_origin');
  const { origin } = request.headers;
  if (origin === undefined || (URL.canParse(origin) && isThisHost(new URL(origin), request.host)))
    return undefined;
  return new Problem('foreign_origin', { detail: `The request comes from ${origin.slice(0, 100)}.` });
}

/** Compares host and port; the port that a protocol implies may be left out. */
function isThisHost(origin: URL, host: string): boolean {
  const own = `${origin.protocol}//${host}`;
  return URL.canParse(own) && new URL(own).host === origin.host;
}
