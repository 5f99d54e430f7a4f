// Promise: server-sent events that notice a gone reader, never pile up for a slow one, and end when the server stops.
import type { FastifyReply } from 'fastify';

/** An open stream of server-sent events to one reader. */
export interface EventStream {
  /** Sends one message as JSON; false when the stream is closed. A reader too far behind is cut off and comes back. */
  send(event: string, payload: unknown): boolean;
  readonly closed: boolean;
  onClose(then: () => void): void;
  close(): void;
}

const heartbeatMs = 15_000;
/** Who is this far behind reconnects and asks again, which costs less than catching up. */
const maxWaitingBytes = 512 * 1024;
const openStreams = new Set<EventStream>();

/** Turns an answer into a stream of server-sent events with heartbeat and back-pressure. */
export function openEventStream(reply: FastifyReply): EventStream {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  const closers: (() => void)[] = [];
  let closed = false;
  const write = (text: string) => {
    if (closed || raw.destroyed) return false;
    if (raw.writableLength > maxWaitingBytes) {
      raw.destroy();
      return false;
    }
    raw.write(text);
    return true;
  };
  const heartbeat = setInterval(() => write(': here\n\n'), heartbeatMs);
  heartbeat.unref();
  const stream: EventStream = {
    get closed() {
      return closed;
    },
    send: (event, payload) => write(`event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`),
    onClose: (then) => {
      if (closed) then();
      else closers.push(then);
    },
    close: () => raw.end(),
  };
  const ended = () => {
    closed = true;
    clearInterval(heartbeat);
    openStreams.delete(stream);
    for (const then of closers.splice(0)) then();
  };
  raw.on('close', ended);
  raw.on('error', () => raw.destroy());
  openStreams.add(stream);
  // a reader who left before the stream was open is not told again
  if (raw.destroyed) ended();
  write('retry: 2000\n\n');
  return stream;
}

/** Ends every open stream of this process, so that a stopping server does not wait for its readers. */
export function endEventStreams(): void {
  for (const stream of [...openStreams]) stream.close();
}
