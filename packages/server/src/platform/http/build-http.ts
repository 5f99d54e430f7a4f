// Promise: every answer carries the same protections, every error is a problem that says what was wrong,
// and what was being answered is finished before the server stops.
import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { endEventStreams } from './event-stream.ts';
import { answerFailures } from './failures.ts';
import { protectedHeaders } from './headers.ts';
import { Problem } from './problem.ts';
import { requestLog } from './request-log.ts';
import { refuseForeignOrigins } from './same-origin.ts';
import { isScreenAddress, serveDashboard } from './static-files.ts';

const closingMs = 10_000;

/**
 * A Fastify app with security headers, problems as answers, request ids, limits, compression and timing.
 * `dashboard` is the folder of the built dashboard; without it there are no screens.
 */
export async function buildHttp(config: Config, log: Logger, dashboard?: string): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: ownLines(log),
    childLoggerFactory: requestLog,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    bodyLimit: config.bodyLimitBytes,
    requestTimeout: 120_000,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 500 },
    forceCloseConnections: 'idle',
  }) as unknown as FastifyInstance;
  await app.register(compress, {
    global: true,
    threshold: 1_024,
    encodings: ['gzip', 'br'],
    globalDecompression: false,
  });
  await app.register(formbody, { bodyLimit: 64 * 1024 });
  const everywhere = config.publicUrl?.startsWith('https:')
    ? { ...protectedHeaders, 'strict-transport-security': 'max-age=31536000' }
    : protectedHeaders;
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    reply.headers(everywhere);
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (!reply.hasHeader('cache-control') && !reply.raw.hasHeader('cache-control')) {
      reply.header('cache-control', 'no-store');
    }
    reply.header('server-timing', `total;dur=${reply.elapsedTime.toFixed(1)}`);
    done();
  });
  refuseForeignOrigins(app);
  answerFailures(app);
  endInTime(app);
  if (dashboard !== undefined) await serveDashboard(app, dashboard);
  app.setNotFoundHandler((request, reply) => {
    if (dashboard !== undefined && isScreenAddress(request)) {
      return reply.header('cache-control', 'no-cache').sendFile('index.html');
    }
    throw new Problem('not_found', { detail: `There is no ${request.method} ${request.url.slice(0, 200)}.` });
  });
  return app;
}

/** What the framework says at `info` (where it listens) is said to people in words. */
const ownLines = (log: Logger): Logger => (log.level === 'info' ? log.child({}, { level: 'warn' }) : log);

/**
 * Open streams end, requests under way are answered, and what still hangs after a while is cut off. A connection
 * whose answer is just leaving becomes idle only after the server has looked for idle ones, so it looks again.
 */
function endInTime(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    endEventStreams();
    const cutOff = setTimeout(() => app.server.closeAllConnections(), closingMs);
    const idle = setInterval(() => app.server.closeIdleConnections(), 50);
    app.server.once('close', () => {
      clearTimeout(cutOff);
      clearInterval(idle);
    });
  });
}
