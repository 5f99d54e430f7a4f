import type { z } from 'zod';
import type { Role } from './role.ts';

/**
 * One HTTP endpoint, described once: routes, checks, OpenAPI and the typed client are made from it.
 *
 * - `auth: 'public'` anybody; `'source'` a write key; `'person'` a signed-in person or a reading token.
 * - `roles` lists who may call it; left out, every role may.
 * - `raw` means that the handler writes the reply itself (HTML, CSV, events).
 */
export interface Endpoint {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly auth: 'public' | 'source' | 'person';
  readonly roles?: readonly Role[];
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly reply?: z.ZodType;
  readonly raw?: boolean;
  readonly bodyLimitBytes?: number;
}

type Out<S> = S extends z.ZodType ? z.output<S> : undefined;
type In<S> = S extends z.ZodType ? z.input<S> : undefined;
export type ParamsOf<E extends Endpoint> = Out<E['params']>;
export type QueryOf<E extends Endpoint> = Out<E['query']>;
export type BodyOf<E extends Endpoint> = Out<E['body']>;
/** An endpoint without a reply answers 204; its handler may simply return. */
// biome-ignore lint/suspicious/noConfusingVoidType: this is the type of what a handler returns
export type ReplyOf<E extends Endpoint> = E['reply'] extends z.ZodType ? z.input<E['reply']> : void;
/** What a client sends and gets back. */
export type QueryToSend<E extends Endpoint> = In<E['query']>;
export type BodyToSend<E extends Endpoint> = In<E['body']>;
export type ReplyReceived<E extends Endpoint> = E['reply'] extends z.ZodType
  ? z.output<E['reply']>
  : undefined;

/** Keeps the literal types of an endpoint's description. */
export function endpoint<const E extends Endpoint>(description: E): E {
  return description;
}
