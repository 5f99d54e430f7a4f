import type { FastifyReply } from 'fastify';

/** An open stream of server-sent events to one reader. */
export interface EventStream {
  /** Sends one message as JSON; false when the reader is too slow and the message was left out. */
  send(event: string, payload: unknown): boolean;
  readonly closed: boolean;
  onClose(then: () => void): void;
  close(): void;
}

const heartbeatMs = 20_000;
/** A reader who is this far behind asks again for everything when it reconnects, so single messages may go. */
const maxWaitingBytes = 256 * 1024;

/** Turns an answer into a stream of server-sent events with heartbeat and back-pressure. */
export function openEventStream(reply: FastifyReply): EventStream {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  });
  raw.write('retry: 2000\n\n');
  let closed = false;
  const closers: (() => void)[] = [];
  const heartbeat = setInterval(() => raw.write(': here\n\n'), heartbeatMs);
  heartbeat.unref();
  raw.on('close', () => {
    closed = true;
    clearInterval(heartbeat);
    for (const then of closers) then();
  });
  raw.on('error', () => raw.destroy());
  return {
    get closed() {
      return closed;
    },
    send(event, payload) {
      if (closed || raw.writableLength > maxWaitingBytes) return false;
      raw.write(`event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`);
      return true;
    },
    onClose: (then) => void closers.push(then),
    close: () => raw.end(),
  };
}
