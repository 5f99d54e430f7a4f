// Promise: a request has a log that names it, made when something is logged: nearly no request logs anything, and a
// log of its own costs more than reading a small body.
import type { FastifyBaseLogger } from 'fastify';

/** Stands for `parent.child(bindings)` and makes it with the first line. */
export function requestLog(parent: FastifyBaseLogger, bindings: Record<string, unknown>): FastifyBaseLogger {
  return new RequestLog(parent, bindings) as unknown as FastifyBaseLogger;
}

type Line = [words: object];

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

  private get own(): FastifyBaseLogger {
    this.made ??= this.parent.child(this.bindings);
    return this.made;
  }

  fatal(...words: Line): void {
    this.own.fatal(...words);
  }

  error(...words: Line): void {
    this.own.error(...words);
  }

  warn(...words: Line): void {
    this.own.warn(...words);
  }

  info(...words: Line): void {
    this.own.info(...words);
  }

  debug(...words: Line): void {
    this.own.debug(...words);
  }

  trace(...words: Line): void {
    this.own.trace(...words);
  }

  silent(): void {}

  child(...of: Parameters<FastifyBaseLogger['child']>): FastifyBaseLogger {
    return this.own.child(...of);
  }
}
