import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Platform } from '../platform.ts';
import { sql } from '../stores/sql.ts';
import { DurationCounts } from './duration-counts.ts';
import { Problem } from './problem.ts';

/** `/healthz`: the process lives. `/readyz`: both stores answer. `/metrics`: for Prometheus, from this machine or with the token. */
export function mountHealth(
  app: FastifyInstance,
  { config, ledger, warehouse }: Pick<Platform, 'config' | 'ledger' | 'warehouse'>,
): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new DurationCounts(
    {
      name: 'lyhord_http_request_seconds',
      help: 'Time to answer, by endpoint and status',
      buckets: [0.005, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 3, 10],
    },
    registry,
  );
  app.addHook('onResponse', (request, reply, done) => {
    const endpoint = request.routeOptions.config.endpoint?.id ?? 'other';
    const { statusCode } = reply;
    durations.add(`${endpoint} ${statusCode}`, reply.elapsedTime / 1000, () => ({
      ...{ endpoint, status: String(statusCode) },
    }));
    done();
  });
  app.get('/healthz', async () => ({ alive: true }));
  app.get('/readyz', async () => {
    await Promise.all([
      ledger.query(sql`select 1`),
      warehouse.query(sql`select 1`, { timeoutMs: 10_000 }),
    ]).catch((error) => {
      throw new Problem(
        'overloaded',
        { detail: 'A store does not answer.', headers: { 'retry-after': '5' } },
        { cause: error },
      );
    });
    return { ready: true };
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, config.metricsToken))
      throw new Problem('forbidden', {
        detail: '/metrics is read from this machine, or with LYHORD_METRICS_TOKEN.',
      });
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

function mayRead(request: FastifyRequest, token: string | null): boolean {
  if (token === null) return isFromThisMachine(request);
  const given = Buffer.from(request.headers.authorization?.replace(/^Bearer /, '') ?? '');
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** A reverse proxy on this machine makes every caller look local; what it forwarded is not. */
function isFromThisMachine(request: FastifyRequest): boolean {
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded;
  return forwarded === undefined && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip);
}
