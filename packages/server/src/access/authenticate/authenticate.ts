// Promise: who calls is decided here, from cookie, reading token or write key alone, before anything else happens.
import type { Endpoint, Role } from '@lyhord/contract';
import type { FastifyRequest } from 'fastify';
import { because, Problem } from '../../platform/http/problem.ts';
import type { SourceRow } from '../access.ts';
import { publicViewer, type Viewer } from '../viewer.ts';
import { bearerOf, writeKeyOf } from './credential.ts';

export interface Authenticators {
  readonly bySession: (request: FastifyRequest) => Promise<Viewer | null>;
  readonly byToken: (token: string) => Promise<Viewer | null>;
  readonly byWriteKey: (key: string) => Promise<SourceRow | null>;
}

/** Endpoints that only read although they are sent by POST, because their question does not fit an address. */
const readsByPost: ReadonlySet<string> = new Set(['ask']);

export function createAuthenticate(ways: Authenticators) {
  return async (request: FastifyRequest, endpoint: Endpoint): Promise<Viewer> => {
    if (endpoint.auth === 'public') return publicViewer;
    if (endpoint.auth === 'source') return sourceViewer(ways, request);
    return personViewer(ways, request, endpoint);
  };
}

async function sourceViewer(ways: Authenticators, request: FastifyRequest): Promise<Viewer> {
  const key = writeKeyOf(request);
  if (key === null) {
    throw new Problem('bad_key', {
      detail: 'There is no write key: send it as the user name of Basic authorisation, or as "writeKey".',
    });
  }
  const source = await ways.byWriteKey(key);
  if (source === null) throw new Problem('bad_key');
  return {
    ...publicViewer,
    workspaceId: source.workspaceId,
    sourceId: source.id,
    role: 'source',
    placeIds: 'all',
    name: source.name,
  };
}

async function personViewer(ways: Authenticators, request: FastifyRequest, endpoint: Endpoint) {
  const token = bearerOf(request);
  const viewer = token === null ? await sessionViewer(ways, request) : await ways.byToken(token);
  if (viewer === null) throw new Problem('not_signed_in');
  if (token !== null && endpoint.method !== 'GET' && !readsByPost.has(endpoint.id)) {
    throw new Problem('forbidden', { detail: 'A token for reading cannot change anything.' });
  }
  if (endpoint.roles && !endpoint.roles.includes(viewer.role as Role)) {
    throw new Problem('forbidden', because('roles_only', { roles: endpoint.roles.join(', ') }));
  }
  return viewer;
}

function sessionViewer(ways: Authenticators, request: FastifyRequest): Promise<Viewer | null> {
  return request.headers.cookie ? ways.bySession(request) : Promise.resolve(null);
}
