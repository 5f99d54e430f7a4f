import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoint } from '@lyhord/contract';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../../config.ts';
import { buildHttp } from './build-http.ts';
import { mountRoutes, route } from './endpoints.ts';
import { openApiDocument } from './open-api.ts';
import { Problem } from './problem.ts';

const greet = endpoint({
  id: 'greet',
  method: 'POST',
  path: '/api/greet/:name',
  summary: 'Greets',
  auth: 'public',
  params: z.object({ name: z.string() }),
  body: z.object({ times: z.number().int().max(3) }),
  reply: z.object({ text: z.string() }),
});
const fail = endpoint({ id: 'fail', method: 'GET', path: '/api/fail', summary: 'Fails', auth: 'public' });
let app: FastifyInstance;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lyhord-http-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>screens</title>');
  app = await buildHttp(readConfig({}, {}), pino({ level: 'silent' }), folder);
  mountRoutes(
    app,
    [
      route(greet, async ({ params, body }) => ({ text: `${params.name} `.repeat(body.times).trim() })),
      route(fail, async () => {
        throw new Error('a secret detail');
      }),
    ],
    async (request) => {
      if (request.headers['x-nobody']) throw new Problem('not_signed_in');
      return null;
    },
  );
});
afterAll(() => app.close());

const post = (payload: unknown, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/api/greet/Ada', payload: payload as object, headers });

test('a good call gets its answer with the protections on it', async () => {
  const reply = await post({ times: 2 });
  expect(reply.json()).toEqual({ text: 'Ada Ada' });
  expect(reply.headers['content-security-policy']).toContain("script-src 'self'");
  expect(reply.headers['x-content-type-options']).toBe('nosniff');
  expect(reply.headers['server-timing']).toMatch(/total;dur=/);
});

test('a wrong field is named, quoted and told what would be right', async () => {
  const reply = await post({ times: 'often' });
  expect(reply.statusCode).toBe(400);
  expect(reply.headers['content-type']).toContain('application/problem+json');
  expect(reply.json()).toMatchObject({
    code: 'invalid_input',
    fields: [{ path: 'body.times', received: '"often"', expected: 'a number' }],
  });
});

test('a body that is not JSON, too large or of a foreign kind gets a problem that fits', async () => {
  const send = (payload: string, type: string) =>
    app.inject({ method: 'POST', url: '/api/greet/Ada', payload, headers: { 'content-type': type } });
  expect((await send('{', 'application/json')).statusCode).toBe(400);
  expect((await send(JSON.stringify({ x: 'y'.repeat(9 << 20) }), 'application/json')).statusCode).toBe(413);
  expect((await send('x', 'text/strange')).statusCode).toBe(415);
});

test('text that no store can write down is told with its field, however deep it stands', async () => {
  const reply = await app.inject({ method: 'POST', url: '/api/greet/A%00da', payload: { times: 1 } });
  expect(reply.statusCode).toBe(400);
  expect(reply.json().fields).toEqual([
    {
      ...{ path: 'params.name', received: '"A\\u0000da"' },
      expected: 'text without U+0000 and without half characters',
      wanted: [{ key: 'writable' }],
    },
  ]);
});

test('what breaks inside says nothing of the inside', async () => {
  const reply = await app.inject('/api/fail');
  expect(reply.statusCode).toBe(500);
  expect(reply.body).not.toContain('secret');
});

test('a change sent by another site is refused', async () => {
  expect((await post({ times: 1 }, { origin: 'https://elsewhere.example' })).statusCode).toBe(403);
  expect((await post({ times: 1 }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  expect((await post({ times: 1 }, { origin: 'http://localhost:80' })).statusCode).toBe(200);
});

test('who may not call is told so before the input is read', async () => {
  expect((await post({ times: 'often' }, { 'x-nobody': '1' })).statusCode).toBe(401);
});

test('an address of a screen gets the dashboard, an unknown endpoint a problem', async () => {
  expect((await app.inject({ url: '/cases/17', headers: { accept: 'text/html' } })).body).toContain(
    'screens',
  );
  expect((await app.inject({ url: '/api/nothing', headers: { accept: 'text/html' } })).statusCode).toBe(404);
});

test('the OpenAPI document describes an endpoint from its schemas', () => {
  const document = openApiDocument([greet], '1.0.0') as {
    paths: Record<string, { post: { parameters: unknown[]; requestBody: unknown } }>;
  };
  expect(document.paths['/api/greet/{name}']!.post.parameters).toEqual([
    { name: 'name', in: 'path', required: true, schema: { type: 'string' } },
  ]);
  expect(document.paths['/api/greet/{name}']!.post.requestBody).toBeDefined();
});

test('where it listens is left to the sentence for people', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line) => void lines.push(line) });
  const listening = await buildHttp(readConfig({}, {}), log);
  await listening.listen({ port: 0, host: '127.0.0.1' });
  await listening.close();
  expect(lines).toEqual([]);
});
