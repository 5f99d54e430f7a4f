import { endpoint } from '@lyhord/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mountRoutes, route } from '../../platform/http/endpoints.ts';
import { sql } from '../../platform/stores/sql.ts';
import { type AccessApp, openAccessApp } from '../testing/access-app.ts';
import type { Viewer } from '../viewer.ts';

let it: AccessApp;
const collecting = endpoint({
  id: 'try',
  method: 'POST',
  path: '/v1/try',
  summary: 'Says who it takes the caller for',
  auth: 'source',
});

beforeAll(async () => {
  it = await openAccessApp();
  const say = route<typeof collecting, Viewer>(collecting, async (_, { viewer, reply }) => {
    await reply.send({ workspaceId: viewer.workspaceId, sourceId: viewer.sourceId, role: viewer.role });
  });
  mountRoutes(it.app, [{ ...say, endpoint: { ...collecting, raw: true } }], it.access.authenticate);
});
afterAll(() => it.close());

const withKey = (key: string) => ({
  basic: { headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` }, payload: {} },
  bearer: { headers: { authorization: `Bearer ${key}` }, payload: {} },
  body: { headers: {}, payload: { writeKey: key } },
});
const send = (options: object) => it.app.inject({ method: 'POST', url: '/v1/try', ...options });

test('a write key works wherever the Segment format puts it, and names source and workspace', async () => {
  const { cookie, workspaceId } = await it.workspace();
  const { id, writeKey } = (await it.call('POST', '/api/sources', cookie, { name: 'Shop' })).body;
  for (const options of Object.values(withKey(writeKey))) {
    expect((await send(options)).json()).toEqual({ workspaceId, sourceId: id, role: 'source' });
  }
});

test('an unknown, a missing and a revoked key are refused, the last at once', async () => {
  const { cookie } = await it.workspace();
  const { id, writeKey } = (await it.call('POST', '/api/sources', cookie, { name: 'Shop' })).body;
  expect((await send(withKey(writeKey).basic)).statusCode).toBe(200);
  await it.call('DELETE', `/api/sources/${id}`, cookie);
  expect((await send(withKey(writeKey).basic)).statusCode).toBe(401);
  expect((await send(withKey('lyw_unknown').basic)).statusCode).toBe(401);
  expect((await send({ payload: {} })).statusCode).toBe(401);
  expect((await it.app.inject({ method: 'POST', url: `/v1/try?writeKey=${writeKey}` })).statusCode).toBe(401);
});

test('keys and tokens are shown once and stored as hashes', async () => {
  const { cookie } = await it.workspace();
  const { writeKey } = (await it.call('POST', '/api/sources', cookie, { name: 'Shop' })).body;
  const { token } = (await it.call('POST', '/api/tokens', cookie, { name: 'Reports' })).body;
  const listed = [await it.call('GET', '/api/sources', cookie), await it.call('GET', '/api/tokens', cookie)];
  const kept = await it.platform.ledger.query(sql`select to_jsonb(sources) as row from sources
    union all select to_jsonb(tokens) from tokens union all select to_jsonb(audit_entries) from audit_entries`);
  const text = JSON.stringify([listed, kept]);
  expect(text).not.toContain(writeKey);
  expect(text).not.toContain(token);
  expect(listed[0]?.body.sources[0].keyEnding).toBe(writeKey.slice(-4));
});

test('a token reads what its person may read, and changes nothing', async () => {
  const { cookie } = await it.workspace();
  const agent = await it.person(cookie, { role: 'agent' });
  const { id, token } = (await it.call('POST', '/api/tokens', agent.cookie, { name: 'Reports' })).body;
  const bearer = (method: 'GET' | 'POST', url: string, payload?: object) =>
    it.app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${token}` },
      ...(payload ? { payload } : {}),
    });
  expect((await bearer('GET', '/api/me')).statusCode).toBe(200);
  expect((await bearer('GET', '/api/audit')).statusCode).toBe(403);
  expect((await bearer('POST', '/api/tokens', { name: 'more' })).statusCode).toBe(403);
  expect((await send({ headers: { authorization: `Bearer ${token}` }, payload: {} })).statusCode).toBe(401);
  expect((await it.call('GET', '/api/tokens', agent.cookie)).body.tokens[0].lastUsedAt).not.toBeNull();
  await it.call('DELETE', `/api/tokens/${id}`, cookie);
  expect((await bearer('GET', '/api/me')).statusCode).toBe(200);
  await it.call('DELETE', `/api/tokens/${id}`, agent.cookie);
  expect((await bearer('GET', '/api/me')).statusCode).toBe(401);
});

test('each workspace has its own system source, however often it is asked for', async () => {
  const { workspaceId } = await it.workspace();
  const asked = await Promise.all([1, 2, 3].map(() => it.access.ownSource(workspaceId, 'system')));
  expect(new Set(asked.map((source) => source.id)).size).toBe(1);
});
