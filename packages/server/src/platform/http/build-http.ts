// Promise: every answer carries the same protections, every error is a problem that says what was wrong,
// and what was being answered is finished before the server stops.
import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import formbody from '@fastify/formbody';
import { errors } from '@lyhord/contract';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { protectedHeaders } from './headers.ts';
import { Problem, problemBody } from './problem.ts';
import { refuseForeignOrigins } from './same-origin.ts';
import { isScreenAddress, serveDashboard } from './static-files.ts';

/**
 * A Fastify app with security headers, problems as answers, request ids, limits, compression and timing.
 * `dashboard` is the folder of the built dashboard; without it there are no screens.
 */
export async function buildHttp(config: Config, log: Logger, dashboard?: string): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    bodyLimit: config.bodyLimitBytes,
    requestTimeout: 120_000,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 500 },
    forceCloseConnections: true,
  }) as unknown as FastifyInstance;
  await app.register(compress, {
    global: true,
    threshold: 1_024,
    encodings: ['gzip', 'br'],
    globalDecompression: false,
  });
  await app.register(formbody, { bodyLimit: 64 * 1024 });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.headers(protectedHeaders);
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('server-timing', `total;dur=${reply.elapsedTime.toFixed(1)}`);
  });
  refuseForeignOrigins(app);
  app.setErrorHandler((problem, request, reply) =>
    answerProblem(asProblem(problem as Error, request), request, reply),
  );
  if (dashboard !== undefined) await serveDashboard(app, dashboard);
  app.setNotFoundHandler((request, reply) => {
    if (dashboard !== undefined && isScreenAddress(request)) {
      return reply.header('cache-control', 'no-cache').sendFile('index.html');
    }
    return answerProblem(
      new Problem('not_found', { detail: `There is no ${request.method} ${request.url.slice(0, 200)}.` }),
      request,
      reply,
    );
  });
  return app;
}

function answerProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .code(problem.status)
    .headers(problem.details.headers ?? {})
    .type('application/problem+json')
    .send(problemBody(problem, request.id));
}

/** Errors of Fastify and of the stores in the catalogue's words; anything unknown is logged and stays inside. */
function asProblem(error: Error, request: FastifyRequest): Problem {
  if (error instanceof Problem) {
    if (error.status >= 500)
      request.log.error({ err: error, path: request.routeOptions.url }, 'request failed');
    return error;
  }
  const known = fastifyProblem(error as FastifyError);
  if (known) return known;
  if (isDiskFull(error)) return new Problem('storage_full', {}, { cause: error });
  request.log.error({ err: error, path: request.routeOptions.url }, 'request failed');
  return new Problem('internal', {}, { cause: error });
}

function fastifyProblem(error: FastifyError): Problem | null {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('too_large');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem('unsupported_media', { detail: error.message });
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return new Problem('bad_request', { detail: `The body is not JSON: ${error.message.slice(0, 200)}` });
    default:
      if (error.statusCode === undefined || error.statusCode < 400 || error.statusCode >= 500) return null;
      return new Problem(codeFor(error.statusCode), { detail: error.message.slice(0, 300) });
  }
}

const codeFor = (status: number) => {
  const match = Object.entries(errors).find(([code, [each]]) => each === status && code !== 'invalid_input');
  return (match?.[0] ?? 'bad_request') as keyof typeof errors;
};

function isDiskFull(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if (
      (at as NodeJS.ErrnoException).code === 'ENOSPC' ||
      /No space left on device|NOT_ENOUGH_SPACE|could not extend file/.test(at.message)
    )
      return true;
  }
  return false;
}
