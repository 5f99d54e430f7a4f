import type { BodyToSend, Endpoint, ParamsOf, QueryToSend, ReplyReceived } from '@lyhord/contract';
import { Problem, problemOf } from './problem.ts';

type Has<E extends Endpoint, K extends 'params' | 'body'> = E[K] extends undefined ? false : true;

/** What a call of this endpoint takes: its own params, query and body, and nothing else. */
export type CallInput<E extends Endpoint> = (E extends { params: object }
  ? { params: ParamsOf<E> }
  : object) &
  (E extends { query: object } ? { query?: QueryToSend<E> } : object) &
  (Has<E, 'body'> extends true ? (E extends { body: object } ? { body: BodyToSend<E> } : object) : object);

/** The address of a call, for links (`href`, `EventSource`, `img`) as well as for `call`. */
export function addressOf<E extends Endpoint>(endpoint: E, input?: CallInput<E>): string {
  const { params, query } = (input ?? {}) as { params?: Record<string, string>; query?: object };
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params?.[name] ?? '')),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null || value === '') continue;
    search.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  const tail = search.toString();
  return tail ? `${path}?${tail}` : path;
}

/** Calls an endpoint of the contract; throws a `Problem` when the answer is not a good one. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input?: CallInput<E>,
  signal?: AbortSignal,
): Promise<ReplyReceived<E>> {
  const body = (input as { body?: unknown } | undefined)?.body;
  return send(addressOf(endpoint, input), {
    method: endpoint.method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    ...(signal ? { signal } : {}),
  }) as Promise<ReplyReceived<E>>;
}

/** One request with the session's cookie; the reply's JSON, or undefined where there is none. */
export async function send(address: string, request: RequestInit): Promise<unknown> {
  let reply: Response;
  try {
    reply = await fetch(address, { credentials: 'same-origin', ...request });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw Problem.offline();
  }
  if (!reply.ok) throw await problemOf(reply);
  const text = await reply.text();
  return text ? JSON.parse(text) : undefined;
}
