// Whatever fails below HTTP becomes a problem: known failures with their own code, the rest logged and `internal`.
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import { WarehouseError } from '../stores/warehouse-error.ts';
import { because, Problem, problemBody } from './problem.ts';

/** Sets the error handler of an app. */
export function answerFailures(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemFrom(error, request);
    if (problem.status >= 500) {
      request.log.error(
        { err: problem.cause ?? error, route: request.routeOptions.url, requestId: request.id },
        'a request failed',
      );
    }
    return reply
      .code(problem.status)
      .headers(problem.details.headers ?? {})
      .type('application/problem+json')
      .send(problemBody(problem, request.id));
  });
}

/** The problem that tells a failure. */
export function problemFrom(error: unknown, request?: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ZodError) return new Problem('internal', {}, { cause: error });
  if (error instanceof WarehouseError) return fromWarehouse(error);
  const { code = '', statusCode } = error as Partial<FastifyError>;
  return (
    fromFastify(code, statusCode, error as Error, request) ??
    fromSystem(code, error) ??
    fromCause(error, request) ??
    new Problem('internal', {}, { cause: error })
  );
}

function fromWarehouse(error: WarehouseError): Problem {
  if (error.full) return new Problem('storage_full', {}, { cause: error });
  if (error.overLimit) {
    return new Problem('overloaded', because('question_too_heavy'), { cause: error });
  }
  return new Problem('internal', {}, { cause: error });
}

function fromFastify(
  code: string,
  status: number | undefined,
  error: Error,
  request?: FastifyRequest,
): Problem | null {
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE': {
      const limit = request?.routeOptions.bodyLimit;
      const limitText = limit ? `; at most ${Math.floor(limit / 1024)} kB are allowed` : '';
      return new Problem('too_large', { detail: `The request's body is too large${limitText}.` });
    }
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem('unsupported_media', {
        detail: `"${String(request?.headers['content-type']).slice(0, 80)}" cannot be read here; send application/json.`,
      });
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new Problem('bad_request', { detail: 'The body is empty; send JSON.' });
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return new Problem('bad_request', { detail: 'The body is not valid JSON.' });
  }
  if (code.startsWith('Z_')) {
    return new Problem('bad_request', {
      detail: `The body could not be unpacked (${error.message}); send it packed as its content-encoding says, or plain.`,
    });
  }
  if (error instanceof SyntaxError)
    return new Problem('bad_request', {
      detail: `The body is not valid JSON: ${error.message.slice(0, 120)}.`,
    });
  if (status === undefined || status < 400 || status >= 500) return null;
  const own =
    status === 404
      ? 'not_found'
      : status === 413
        ? 'too_large'
        : status === 415
          ? 'unsupported_media'
          : status === 429
            ? 'too_many'
            : 'bad_request';
  return new Problem(own, { detail: error.message.slice(0, 200) });
}

const busy = new Set([
  '53300',
  '57P02',
  '57P03',
  '57P01',
  '08006',
  '08001',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What a library has wrapped in an error of its own. */
function fromCause(error: unknown, request?: FastifyRequest): Problem | null {
  const { cause } = (error ?? {}) as { cause?: unknown };
  if (!(cause instanceof Error)) return null;
  const problem = problemFrom(cause, request);
  return problem.status === 503 || problem.status === 507 ? problem : null;
}

/** Of the ledger, while its server is started anew; no code stands in these. */
function isBrokenConnection(error: unknown): boolean {
  const { message = '', syscall, code } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  if (code === 'ENOENT') return syscall === 'connect';
  return /^Connection terminated|^Client has encountered a connection error|^timeout exceeded when trying to connect/.test(
    message,
  );
}

/** File system and PostgreSQL. */
function fromSystem(code: string, error: unknown): Problem | null {
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100')
    return new Problem('storage_full', {}, { cause: error });
  if (busy.has(code) || isBrokenConnection(error)) return new Problem('overloaded', {}, { cause: error });
  return null;
}
