import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectLedgerMigrations, collectWarehouseMigrations } from '../collect/index.ts';
import { buildHttp } from '../platform/http/build-http.ts';
import { mountRoutes } from '../platform/http/endpoints.ts';
import { sql } from '../platform/stores/sql.ts';
import { openTestStores, type TestPlatform } from '../platform/testing/open-test-stores.ts';
import { unifyLedgerMigrations } from '../unify/index.ts';
import { type Access, accessLedgerMigrations, createAccess } from './index.ts';

let platform: TestPlatform;
let access: Access;
let app: FastifyInstance;
const password = 'correct horse battery';

beforeAll(async () => {
  platform = await openTestStores({
    warehouse: collectWarehouseMigrations,
    ledger: [...accessLedgerMigrations, ...unifyLedgerMigrations, ...collectLedgerMigrations],
  });
  access = createAccess(platform);
  app = await buildHttp(platform.config, platform.log);
  access.mount(app);
  mountRoutes(app, access.routes, access.authenticate);
});
afterAll(async () => {
  await app.close();
  await access.stop();
  await platform.close();
});

test('one signs in and is known', async () => {
  const made = await access.createWorkspace({
    name: 'Solvik',
    admin: { email: 'Admin@solvik.example', name: 'Ada', password },
  });
  const reply = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: { email: 'admin@solvik.example', password },
  });
  console.log(reply.statusCode, reply.body, reply.headers['set-cookie']);
  const cookie = [reply.headers['set-cookie']]
    .flat()
    .map((c) => String(c).split(';')[0])
    .join('; ');
  const me = await app.inject({ url: '/api/me', headers: { cookie } });
  console.log(me.statusCode, me.body);
});
