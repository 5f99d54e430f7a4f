// Promise: a write key is found wherever the Segment format puts it, and nowhere else (never in an address).
import type { FastifyRequest } from 'fastify';

/** The write key of a request: Basic user name, Bearer token, `x-api-key`, or `writeKey` in the body; null when there is none. */
export function writeKeyOf(request: FastifyRequest): string | null {
  return basicUser(request) ?? bearerOf(request) ?? keyInHeader(request) ?? keyInBody(request.body);
}

export function bearerOf(request: FastifyRequest): string | null {
  return /^bearer +(\S{1,200}) *$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/** A source says the same with each of its requests. */
const mostUsers = 1_000;
let users = new Map<string, string | null>();

function basicUser({ headers: { authorization } }: FastifyRequest): string | null {
  if (authorization === undefined) return null;
  const known = users.get(authorization);
  if (known !== undefined) return known;
  if (users.size >= mostUsers) users = new Map();
  const user = readBasicUser(authorization);
  users.set(authorization, user);
  return user;
}

function readBasicUser(authorization: string): string | null {
  const encoded = /^basic +([A-Za-z0-9+/=_-]{1,400}) *$/i.exec(authorization)?.[1];
  if (encoded === undefined) return null;
  const [user] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return user || null;
}

function keyInHeader(request: FastifyRequest): string | null {
  const key = request.headers['x-api-key'];
  return typeof key === 'string' && key !== '' && key.length <= 200 ? key : null;
}

function keyInBody(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('writeKey' in body)) return null;
  const { writeKey } = body;
  return typeof writeKey === 'string' && writeKey !== '' && writeKey.length <= 200 ? writeKey : null;
}
