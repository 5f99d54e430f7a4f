// A web server of this test alone, which answers as the test says and keeps what it was asked.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, reply: ServerResponse, url: URL) => void;
export interface Site {
  readonly origin: string;
  /** What was asked, newest last. */
  readonly asked: { path: string; headers: IncomingMessage['headers'] }[];
  answers: Record<string, Answer>;
  close(): void;
}

export async function openSite(): Promise<Site> {
  const made: Site = { origin: '', asked: [], answers: {}, close: () => server.close() };
  const server = createServer((request, reply) => {
    const url = new URL(request.url!, made.origin);
    made.asked.push({ path: url.pathname + url.search, headers: request.headers });
    const answer = made.answers[url.pathname];
    if (answer) answer(request, reply, url);
    else reply.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(made, { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

export const json =
  (body: unknown, headers: Record<string, string> = {}): Answer =>
  (_, reply) =>
    reply.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
