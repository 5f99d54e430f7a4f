import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '@lyhord/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { checkedInput } from './input.ts';
import { Problem } from './problem.ts';

export interface Call<V> {
  readonly viewer: V;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface Input<E extends Endpoint> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
}

/** Answers an endpoint's calls with its reply; a `raw` endpoint's handler writes the reply itself. */
export type Handler<E extends Endpoint, V> = (input: Input<E>, call: Call<V>) => Promise<ReplyOf<E>>;

export interface Route<V> {
  readonly endpoint: Endpoint;
  // biome-ignore lint/suspicious/noExplicitAny: route() has checked the pair; a list holds many kinds
  readonly handle: Handler<any, V>;
}

/** Joins an endpoint with its handler; the handler's types come from the endpoint's schemas. */
export function route<E extends Endpoint, V>(endpoint: E, handle: Handler<E, V>): Route<V> {
  return { endpoint, handle };
}

/**
 * Decides who calls; throws a Problem (401, 403) when the caller may not. For `source` endpoints the body has been
 * read by then, since some clients put the key there; for the others it has not.
 */
export type Authenticate<V> = (request: FastifyRequest, endpoint: Endpoint) => Promise<V>;

/** Mounts routes: who calls, what came in, the handler, the checked answer; in this order. */
export function mountRoutes<V>(
  app: FastifyInstance,
  routes: Route<V>[],
  authenticate: Authenticate<V>,
): void {
  const viewers = new WeakMap<FastifyRequest, V>();
  const sourcePaths = new Set<string>();
  for (const { endpoint, handle } of routes) {
    const early = endpoint.auth !== 'source';
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      ...(endpoint.bodyLimitBytes === undefined ? {} : { bodyLimit: endpoint.bodyLimitBytes }),
      config: { endpoint },
      // a receipt is too small to gain by it
      ...(early ? {} : { compress: false }),
      onRequest: async (request, reply) => {
        if (early) viewers.set(request, await authenticate(request, endpoint));
        else reply.headers(fromAnySite);
      },
      handler: async (request, reply) => {
        const viewer = early ? (viewers.get(request) as V) : await authenticate(request, endpoint);
        const answer = await handle(checkedInput(endpoint, request), { viewer, request, reply });
        if (endpoint.raw) return reply;
        if (endpoint.reply) return checkedReply(endpoint, answer);
        return answer === undefined ? reply.code(204).send() : answer;
      },
    });
    if (!early) sourcePaths.add(endpoint.path);
  }
  for (const path of sourcePaths) allowFromAnySite(app, path);
}

/** Sources are called from the pages of any shop; what lets them in is the write key, not a cookie. */
const fromAnySite = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

function allowFromAnySite(app: FastifyInstance, path: string): void {
  app.options(path, async (_request, reply) =>
    reply
      .headers({
        ...fromAnySite,
        'access-control-allow-methods': 'POST, GET',
        'access-control-allow-headers':
          'authorization, content-type, content-encoding, x-api-key, anonymousid',
        'access-control-max-age': '86400',
      })
      .code(204)
      .send(),
  );
}

/** Nothing leaves that the contract does not name: other members are left out, wrong ones are our own fault. */
function checkedReply(endpoint: Endpoint, answer: unknown): unknown {
  const parsed = endpoint.reply?.safeParse(answer);
  if (!parsed || parsed.success) return parsed?.data;
  const [issue] = parsed.error.issues;
  const cause = new Error(
    `${endpoint.id} answered with a wrong ${issue?.path.join('.') || 'reply'}: ${issue?.message}`,
  );
  throw new Problem('internal', {}, { cause });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    endpoint?: Endpoint;
  }
}
