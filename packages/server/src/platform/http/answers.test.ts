// What callers meet on a listening server: other sites, proxies, slow readers, failing stores and a stopping process.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoint } from '@lyhord/contract';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../../config.ts';
import { WarehouseError } from '../stores/warehouse-error.ts';
import { buildHttp } from './build-http.ts';
import { mountRoutes, type Route, route } from './endpoints.ts';
import { type EventStream, openEventStream } from './event-stream.ts';
import { mountHealth } from './health.ts';

const get = (id: string, path: string) => endpoint({ id, method: 'GET', path, summary: id, auth: 'public' });
const numbers = endpoint({
  ...get('numbers', '/api/numbers'),
  reply: z.object({ list: z.array(z.number()) }),
});
const wrong = endpoint({ ...get('wrong', '/api/wrong'), reply: z.object({ count: z.number() }) });
const news = endpoint({ ...get('news', '/api/news'), raw: true });
const lateNews = endpoint({ ...get('lateNews', '/api/late-news'), raw: true });
const collect = endpoint({
  id: 'collect',
  method: 'POST',
  path: '/v1/things',
  summary: 'Takes',
  auth: 'source',
  body: z.object({ n: z.number() }),
  reply: z.object({ n: z.number() }),
});
const change = endpoint({
  id: 'change',
  method: 'PUT',
  path: '/api/thing',
  summary: 'Changes',
  auth: 'person',
  body: z.object({ n: z.number() }),
});
const failures: Record<string, Error> = {
  full: new WarehouseError(
    'Code: 243. DB::Exception: Cannot reserve 1.00 MiB, not enough space. (NOT_ENOUGH_SPACE)',
    243,
  ),
  long: new WarehouseError('Code: 159. DB::Exception: Timeout exceeded', 159),
  disk: Object.assign(new Error('could not extend file'), { code: '53100' }),
  away: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
  bug: new TypeError('cannot read a secret'),
};
const failing = endpoint({
  id: 'failing',
  method: 'GET',
  path: '/api/fail/:how',
  summary: 'Fails',
  auth: 'public',
  params: z.object({ how: z.string() }),
});

let app: FastifyInstance;
let url: string;
let folder: string;
let streams: EventStream[] = [];
let lateAsked = false;
const stores = { answer: true };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lyhord-answers-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'assets', 'app-1a2b.js'), 'export {};'.repeat(500));
  const config = readConfig({}, {});
  app = await buildHttp(config, pino({ level: 'silent' }), folder);
  const store = { query: async () => (stores.answer ? [] : Promise.reject(new Error('gone'))) };
  mountHealth(app, { config, ledger: store as never, warehouse: store as never });
  const routes: Route<null>[] = [
    route(numbers, async () => ({ list: Array.from({ length: 2000 }, (_, n) => n), more: 'unnamed' })),
    route(wrong, async () => ({ count: 'many' }) as never),
    route(collect, async ({ body }) => body),
    route(change, async () => undefined),
    route(failing, async ({ params }) => Promise.reject(failures[params.how]!)),
    route(news, async (_input, { reply }) => void streams.push(openEventStream(reply))),
    route(lateNews, async (_input, { reply }) => {
      lateAsked = true;
      await new Promise((resolve) => reply.raw.once('close', resolve));
      streams.push(openEventStream(reply));
    }),
  ];
  mountRoutes(app, routes, async () => null);
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

describe('an answer', () => {
  it('holds what the contract names and nothing else', async () => {
    const reply = await fetch(`${url}/api/numbers`);
    expect(Object.keys((await reply.json()) as object)).toEqual(['list']);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('that does not keep to the contract is our own fault', async () => {
    const reply = await fetch(`${url}/api/wrong`);
    expect([reply.status, ((await reply.json()) as { code: string }).code]).toEqual([500, 'internal']);
  });

  it('is packed for those who can unpack it', async () => {
    const packed = await app.inject({ url: '/api/numbers', headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.rawPayload.length).toBeLessThan(6000);
  });

  it.each([
    ['full', 507, 'storage_full'],
    ['long', 503, 'overloaded'],
    ['disk', 507, 'storage_full'],
    ['away', 503, 'overloaded'],
    ['bug', 500, 'internal'],
  ])('to a failure of kind %s is %i', async (how, status, code) => {
    const reply = await fetch(`${url}/api/fail/${how}`);
    const body = await reply.text();
    expect([reply.status, JSON.parse(body).code]).toEqual([status, code]);
    expect(body).not.toContain('secret');
  });
});

describe('files', () => {
  it('with a hash in their name may be kept for ever, the page itself may not', async () => {
    const file = await fetch(`${url}/assets/app-1a2b.js`);
    expect([file.status, file.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    for (const path of ['/', '/cases/7']) {
      const page = await fetch(url + path, { headers: { accept: 'text/html' } });
      expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    }
    expect((await fetch(`${url}/assets/app-old.js`, { headers: { accept: '*/*' } })).status).toBe(404);
    expect((await fetch(`${url}/..%2f..%2fetc%2fpasswd`, { headers: { accept: '*/*' } })).status).not.toBe(
      500,
    );
  });
});

describe('another site', () => {
  const foreign = {
    origin: 'https://shop.example',
    'sec-fetch-site': 'cross-site',
    'content-type': 'application/json',
  };
  it('may send what its visitors do, with a key', async () => {
    const asked = await fetch(`${url}/v1/things`, {
      method: 'OPTIONS',
      headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' },
    });
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
    const sent = await fetch(`${url}/v1/things`, { method: 'POST', headers: foreign, body: '{"n":1}' });
    expect([sent.status, sent.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
  });

  it('may neither change nor read anything of a signed-in person', async () => {
    const changed = await fetch(`${url}/api/thing`, { method: 'PUT', headers: foreign, body: '{"n":1}' });
    expect(changed.status).toBe(403);
    expect(
      (await fetch(`${url}/api/numbers`, { headers: { origin: 'https://shop.example' } })).headers.get(
        'access-control-allow-origin',
      ),
    ).toBeNull();
    const own = await fetch(`${url}/api/thing`, {
      method: 'PUT',
      headers: { ...foreign, origin: url, 'sec-fetch-site': 'same-origin' },
      body: '{"n":1}',
    });
    expect(own.status).toBe(204);
  });
});

describe('operators', () => {
  it('see whether the process lives and whether its stores answer', async () => {
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    stores.answer = false;
    expect([(await fetch(`${url}/healthz`)).status, (await fetch(`${url}/readyz`)).status]).toEqual([
      200, 503,
    ]);
    stores.answer = true;
  });

  it('read metrics on this machine, callers through a proxy do not', async () => {
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('lyhord_http_request_seconds_bucket');
    expect((await fetch(`${url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(
      403,
    );
  });
});

describe('an event stream', () => {
  const opened = () =>
    new Promise<IncomingMessage>((resolve) => {
      request(`${url}/api/news`, resolve).end();
    });
  const lastStream = () => streams[streams.length - 1]!;

  it('brings events until its reader leaves, which is noticed', async () => {
    const reader = await opened();
    expect(reader.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    let heard = '';
    reader.on('data', (chunk) => {
      heard += chunk;
    });
    expect(lastStream().send('signal', { id: 7 })).toBe(true);
    for (let n = 0; n < 6_000 && !heard.includes('id'); n++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(heard).toContain('event: signal\ndata: {"id":7}\n\n');
    const left = new Promise<void>((resolve) => lastStream().onClose(resolve));
    reader.destroy();
    await left;
    expect([lastStream().closed, lastStream().send('signal', {})]).toEqual([true, false]);
  });

  it('does not stay open for a reader who left before it was', async () => {
    const before = streams.length;
    const asked = request(`${url}/api/late-news`).on('error', () => undefined);
    asked.end();
    await expect.poll(() => lateAsked).toBe(true);
    asked.destroy();
    await expect.poll(() => streams.length).toBe(before + 1);
    expect(lastStream().closed).toBe(true);
  });

  it('is cut when its reader is too slow, and takes no more memory', async () => {
    const reader = await opened();
    reader.on('error', () => undefined);
    reader.pause();
    const stream = lastStream();
    let sent = 0;
    while (stream.send('signal', 'x'.repeat(50_000)) && sent < 1000) sent += 1;
    expect(sent).toBeLessThan(1000);
    await new Promise<void>((resolve) => stream.onClose(resolve));
    reader.destroy();
  });

  it('ends when the server stops, after answers under way have been given', async () => {
    const reader = await opened();
    const ended = new Promise((resolve) => reader.resume().on('close', resolve));
    const answers = [1, 2, 3].map(() => fetch(`${url}/api/numbers`));
    await Promise.all(answers);
    const stopping = performance.now();
    await app.close();
    await ended;
    expect(performance.now() - stopping).toBeLessThan(30_000);
    streams = [];
  });
});
