import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '@lyhord/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { checkedInput } from './input.ts';

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

/** Decides who calls; throws a Problem (401, 403) when the caller may not. */
export type Authenticate<V> = (request: FastifyRequest, endpoint: Endpoint) => Promise<V>;

/** Mounts routes: who calls, what came in, the handler, the answer; in this order. */
export function mountRoutes<V>(
  app: FastifyInstance,
  routes: Route<V>[],
  authenticate: Authenticate<V>,
): void {
  for (const { endpoint, handle } of routes) {
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      ...(endpoint.bodyLimitBytes === undefined ? {} : { bodyLimit: endpoint.bodyLimitBytes }),
      config: { endpoint },
      handler: async (request, reply) => {
        const viewer = await authenticate(request, endpoint);
        const answer = await handle(checkedInput(endpoint, request), { viewer, request, reply });
        if (endpoint.raw) return reply;
        return answer === undefined ? reply.code(204).send() : answer;
      },
    });
  }
}

declare module 'fastify' {
  interface FastifyContextConfig {
    endpoint?: Endpoint;
  }
}
