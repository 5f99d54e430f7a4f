// Promise: a request has a log that names it, made when something is logged: nearly no request logs anything, and a
// log of its own costs more than reading a small body.
import type { FastifyBaseLogger } from 'fastify';

/** Stands for `parent.child(bindings)` and makes it with the first line. */
export function requestLog(parent: FastifyBaseLogger, bindings: Record<string, unknown>): FastifyBaseLogger {
  let made: FastifyBaseLogger | null = null;
  const own = (): FastifyBaseLogger => {
    made ??= parent.child(bindings);
    return made;
  };
  const line = (level: Level) => ((...words: [object]) => own()[level](...words)) as FastifyBaseLogger[Level];
  return {
    level: parent.level,
    fatal: line('fatal'),
    error: line('error'),
    warn: line('warn'),
    info: line('info'),
    debug: line('debug'),
    trace: line('trace'),
    silent: () => {},
    child: (...of: Parameters<FastifyBaseLogger['child']>) => own().child(...of),
  } as FastifyBaseLogger;
}

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
