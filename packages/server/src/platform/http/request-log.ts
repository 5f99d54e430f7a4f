// Promise: a request has a log that names it, made when something is logged: nearly no request logs anything, and a
// log of its own costs more than reading a small body.
import type { FastifyBaseLogger } from 'fastify';

/** Stands for `parent.child(bindings)` and makes it with the first line. */
export function requestLog(parent: FastifyBaseLogger, bindings: Record<string, unknown>): FastifyBaseLogger {
  return new RequestLog(parent, bindings) as unknown as FastifyBaseLogger;
}

class RequestLog {
  private readonly parent: FastifyBaseLogger;
  private readonly bindings: Record<string, unknown>;
  private made: FastifyBaseLogger | null = null;

  constructor(parent: FastifyBaseLogger, bindings: Record<string, unknown>) {
    this.parent = parent;
    this.bindings = bindings;
  }

  get level(): string {
    return this.parent.level;
  }

  get own(): FastifyBaseLogger {
    this.made ??= this.parent.child(this.bindings);
    return this.made;
  }

  silent(): void {}

  child(...of: Parameters<FastifyBaseLogger['child']>): FastifyBaseLogger {
    return this.own.child(...of);
  }
}

// once for all requests, not as functions of each
for (const level of ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const)
  Object.defineProperty(RequestLog.prototype, level, {
    value(this: RequestLog, ...words: [object]) {
      this.own[level](...words);
    },
  });
