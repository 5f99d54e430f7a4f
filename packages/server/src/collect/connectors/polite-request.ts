// Promise: a server is asked only for what has changed, waited for when it asks for it, and its answer is told in plain words.
import type { Egress, EgressReply } from '../../platform/egress/egress.ts';
import { FetchProblem, type State } from './fetching.ts';

const largest = 8 * 1024 ** 2;
const longestWaitMs = 24 * 3_600_000;

export interface Asked {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Marks of the last answer, so that an unchanged one need not be sent again. */
  readonly marks?: State;
}

/** The answer; null where nothing has changed since the marks. */
export async function politeRequest(
  egress: Egress,
  { url, headers, marks }: Asked,
): Promise<EgressReply | null> {
  const conditions: Record<string, string> = {};
  if (typeof marks?.etag === 'string') conditions['if-none-match'] = marks.etag;
  if (typeof marks?.lastModified === 'string') conditions['if-modified-since'] = marks.lastModified;
  const reply = await egress.request(url, {
    headers: { 'user-agent': 'Lyhord (customer feedback reader)', ...headers, ...conditions },
    maxBytes: largest,
    timeoutMs: 20_000,
  });
  if (reply.status === 304) return null;
  if (reply.status >= 200 && reply.status < 300) return reply;
  throw problemOf(url, reply);
}

/** Marks to send with the next request for the same address. */
export function marksOf({ headers }: EgressReply): State {
  return {
    ...(headers.etag ? { etag: headers.etag.slice(0, 500) } : {}),
    ...(headers['last-modified'] ? { lastModified: headers['last-modified'].slice(0, 100) } : {}),
  };
}

function problemOf(url: string, { status, headers }: EgressReply): FetchProblem {
  const { host } = new URL(url);
  const wait = waitOf(headers['retry-after']);
  if (status === 401 || status === 403) {
    return new FetchProblem(`${host} does not let us in (${status}); check the key or password.`);
  }
  if (status === 404 || status === 410) {
    return new FetchProblem(`${host} has nothing at this address (${status}); check it.`, null, status);
  }
  if (status >= 300 && status < 400) {
    const to = (headers.location ?? 'another address').slice(0, 200);
    return new FetchProblem(`${host} says that this has moved to ${to}; set that address if it is right.`);
  }
  if (status === 429) return new FetchProblem(`${host} asks us to come less often (429).`, wait);
  return new FetchProblem(`${host} could not answer (${status}); it is tried again later.`, wait, status);
}

function waitOf(header: string | undefined): number | null {
  if (!header) return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, longestWaitMs) : null;
}
