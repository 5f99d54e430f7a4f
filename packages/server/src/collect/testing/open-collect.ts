// Collect on fresh stores with a workspace of its own, for tests.
import type { AskedPurpose } from '@lyhord/contract';
import type { FastifyInstance } from 'fastify';
import { type Access, accessLedgerMigrations, createAccess } from '../../access/index.ts';
import { buildHttp } from '../../platform/http/build-http.ts';
import { mountRoutes } from '../../platform/http/endpoints.ts';
import type { LedgerMigration } from '../../platform/stores/migrations.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { openTestStores, type TestPlatform } from '../../platform/testing/open-test-stores.ts';
import { type Collect, createCollect, type Sender } from '../collect.ts';
import { collectLedgerMigrations } from '../ledger-migrations.ts';
import { collectWarehouseMigrations } from '../warehouse-migrations.ts';

/** The table of places as far as collect reads it; unify owns the whole one. */
export const placesOnly: LedgerMigration = {
  id: 'test-0001-places',
  statements: [
    sql`create table places (id text primary key, workspace_id text not null, code text not null, name text not null,
      kind text not null, parent_id text, time_zone text not null, currency text, country text,
      archived boolean not null default false)`,
  ],
};

export interface TestCollect {
  readonly platform: TestPlatform;
  readonly access: Access;
  readonly collect: Collect;
  readonly app: FastifyInstance;
  /** A fresh workspace with a source and its write key, and a store with the code `lund`. */
  workspace(): Promise<
    Sender & { writeKey: string; placeId: string; admin: { email: string; password: string } }
  >;
  rows<Row>(statement: Sql): Promise<Row[]>;
  close(): Promise<void>;
}

/** `places` are the migrations that make the table of places; tests of unify give its own. */
export async function openCollect(
  places: readonly LedgerMigration[] = [placesOnly],
  config: Parameters<typeof openTestStores>[2] = {},
): Promise<TestCollect> {
  const ledger = [...accessLedgerMigrations, ...collectLedgerMigrations, ...places];
  const platform = await openTestStores({ warehouse: collectWarehouseMigrations, ledger }, undefined, config);
  const access = createAccess(platform);
  const collect = createCollect({ platform, access });
  await collect.start();
  const app = await buildHttp(platform.config, platform.log);
  access.mount(app);
  collect.mount(app);
  mountRoutes(app, collect.routes, access.authenticate);
  await app.ready();
  let number = 0;
  return {
    platform,
    access,
    collect,
    app,
    rows: (statement) => platform.warehouse.query(statement),
    async workspace() {
      number += 1;
      const admin = { email: `admin${number}@example.org`, password: 'a long password' };
      const { workspaceId } = await access.createWorkspace({
        name: `Company ${number}`,
        admin: { ...admin, name: 'Admin' },
      });
      const placeId = `${workspaceId}-lund`;
      await platform.ledger.query(sql`insert into places (id, workspace_id, code, name, kind, time_zone, currency, country)
        values (${placeId}, ${workspaceId}, 'lund', 'Lund', 'store', 'Europe/Stockholm', 'SEK', 'SE')`);
      const { sourceId, writeKey } = await addSource(access, workspaceId);
      return { workspaceId, sourceId, writeKey, placeId, admin };
    },
    async close() {
      await app.close();
      await collect.stop();
      await access.stop();
      await platform.close();
    },
  };
}

export async function addSource(
  access: Access,
  workspaceId: string,
  demands: AskedPurpose | null = null,
): Promise<{ sourceId: string; writeKey: string }> {
  const create = access.routes.find(({ endpoint }) => endpoint.id === 'createSource')!;
  const viewer = { workspaceId, personId: null, sourceId: null, role: 'admin', placeIds: 'all' } as const;
  const call = { viewer: { ...viewer, locale: 'en', name: 'Test' }, request: null, reply: null } as never;
  const made = (await create.handle(
    { params: undefined, query: undefined, body: { name: 'Till', demands } },
    call,
  )) as {
    id: string;
    writeKey: string;
  };
  return { sourceId: made.id, writeKey: made.writeKey };
}
