// Access alone on real stores, with an app that is called in process; for access's own tests.
import type { FastifyInstance, InjectOptions } from 'fastify';
import { collectLedgerMigrations } from '../../collect/ledger-migrations.ts';
import { collectWarehouseMigrations } from '../../collect/warehouse-migrations.ts';
import type { Config } from '../../config.ts';
import { buildHttp } from '../../platform/http/build-http.ts';
import { mountRoutes } from '../../platform/http/endpoints.ts';
import { sql } from '../../platform/stores/sql.ts';
import { openTestStores, type TestPlatform } from '../../platform/testing/open-test-stores.ts';
import { unifyLedgerMigrations } from '../../unify/ledger-migrations.ts';
import { type Access, accessLedgerMigrations, createAccess } from '../index.ts';

export const password = 'correct horse battery';

export interface AccessApp {
  readonly platform: TestPlatform;
  readonly access: Access;
  readonly app: FastifyInstance;
  /** A workspace of its own with one admin, signed in. */
  workspace(): Promise<{ workspaceId: string; adminId: string; email: string; cookie: string }>;
  /** Invites, accepts and signs in. */
  person(
    cookie: string,
    wish: { role: string; placeIds?: string[]; team?: string },
  ): Promise<{ id: string; email: string; cookie: string }>;
  place(workspaceId: string, parentId: string | null): Promise<string>;
  signIn(email: string, with_?: string): Promise<string>;
  call(
    method: InjectOptions['method'],
    url: string,
    cookie?: string,
    payload?: object,
  ): ReturnType<typeof reply>;
  close(): Promise<void>;
}

async function reply(app: FastifyInstance, options: InjectOptions) {
  const answer = await app.inject(options);
  return { status: answer.statusCode, body: answer.body ? answer.json() : null, headers: answer.headers };
}

export async function openAccessApp(config: Partial<Config> = {}): Promise<AccessApp> {
  const platform = await openTestStores(
    {
      warehouse: collectWarehouseMigrations,
      ledger: [...accessLedgerMigrations, ...unifyLedgerMigrations, ...collectLedgerMigrations],
    },
    undefined,
    config,
  );
  const access = createAccess(platform);
  const app = await buildHttp(platform.config, platform.log);
  access.mount(app);
  mountRoutes(app, access.routes, access.authenticate);
  let count = 0;
  const fresh = () => `p${++count}-${platform.ids.token(3).toLowerCase()}@example.org`;

  const call: AccessApp['call'] = (method, url, cookie, payload) =>
    reply(app, {
      method: method ?? 'GET',
      url,
      headers: cookie ? { cookie } : {},
      ...(payload ? { payload } : {}),
    });

  const signIn = async (email: string, secret = password) => {
    const { headers, status } = await call('POST', '/api/auth/sign-in/email', undefined, {
      email,
      password: secret,
    });
    if (status !== 200) throw new Error(`${email} could not sign in: ${status}`);
    return cookiesOf(headers['set-cookie']);
  };

  return {
    ...{ platform, access, app, call, signIn },
    async workspace() {
      const email = fresh();
      const admin = { email, name: 'Ada Admin', password };
      const { workspaceId, personId } = await access.createWorkspace({ name: `Company ${++count}`, admin });
      return { workspaceId, adminId: personId, email, cookie: await signIn(email) };
    },
    async person(cookie, { role, placeIds = [], team }) {
      const email = fresh();
      const invited = await call('POST', '/api/people/invitations', cookie, { email, role, placeIds, team });
      if (invited.status !== 200) throw new Error(JSON.stringify(invited.body));
      const token = invited.body.link.split('/').at(-1);
      const name = `Pia ${role}`;
      await call('POST', `/api/invitations/${token}/accept`, undefined, { name, password });
      const own = await signIn(email);
      const me = await call('GET', '/api/me', own);
      return { id: me.body.personId, email, cookie: own };
    },
    async place(workspaceId, parentId) {
      const id = platform.ids.next();
      await platform.ledger.query(sql`insert into places (id, workspace_id, code, name, kind, parent_id, time_zone)
        values (${id}, ${workspaceId}, ${id}, ${'A place'}, 'store', ${parentId}, 'Europe/Stockholm')`);
      return id;
    },
    async close() {
      await app.close();
      await access.stop();
      await platform.close();
    },
  };
}

export const cookiesOf = (header: string | string[] | undefined): string =>
  [header ?? []]
    .flat()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
