// Understand on fresh stores with a workspace of its own and a small place tree, for tests.
import type { Place, SignalInput } from '@lyhord/contract';
import { type Access, accessLedgerMigrations, createAccess, type Viewer } from '../../access/index.ts';
import {
  type Collect,
  collectLedgerMigrations,
  collectWarehouseMigrations,
  createCollect,
  type Sender,
} from '../../collect/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import { openTestStores, type TestPlatform } from '../../platform/testing/open-test-stores.ts';
import { unifyLedgerMigrations } from '../../unify/index.ts';
import { createUnderstand } from '../create-understand.ts';
import { understandLedgerMigrations, understandWarehouseMigrations } from '../migrations.ts';
import type { Understand } from '../understand.ts';

/** Place ids and codes: `chain` with `north` (`lund`, `malmo`) and `south` (`arhus`, `odense`), and `eshop`. */
export const testPlaces = ['chain', 'north', 'south', 'lund', 'malmo', 'arhus', 'odense', 'eshop'] as const;
const parents: Readonly<Record<string, string | null>> = {
  chain: null,
  north: 'chain',
  south: 'chain',
  lund: 'north',
  malmo: 'north',
  arhus: 'south',
  odense: 'south',
  eshop: 'chain',
};

export interface TestWorkspace extends Sender {
  /** Id of the place with this code. */
  place(code: string): string;
  viewer(over?: Partial<Viewer>): Viewer;
  record(signals: readonly SignalInput[]): Promise<void>;
}
export interface TestUnderstand {
  readonly platform: TestPlatform;
  readonly access: Access;
  readonly collect: Collect;
  readonly understand: Understand;
  workspace(): Promise<TestWorkspace>;
  close(): Promise<void>;
}

export async function openUnderstand(): Promise<TestUnderstand> {
  const platform = await openTestStores({
    warehouse: [...collectWarehouseMigrations, ...understandWarehouseMigrations],
    ledger: [
      ...accessLedgerMigrations,
      ...collectLedgerMigrations,
      ...unifyLedgerMigrations,
      ...understandLedgerMigrations,
    ],
  });
  const access = createAccess(platform);
  const collect = createCollect({ platform, access });
  const unify = {
    listPlaces: ({ workspaceId }: Viewer) => placesOf(platform, workspaceId),
    customersOf: async () => new Map(),
  };
  const understand = createUnderstand({ platform, access, collect, unify });
  await collect.start();
  await understand.start();
  let number = 0;
  return {
    platform,
    access,
    collect,
    understand,
    async workspace() {
      number += 1;
      return makeWorkspace(platform, access, collect, understand, number);
    },
    async close() {
      await understand.stop();
      await collect.stop();
      await platform.close();
    },
  };
}

async function placesOf(platform: TestPlatform, workspaceId: string): Promise<Place[]> {
  return platform.ledger.query<Place>(sql`select id, code, name, kind, parent_id as "parentId",
      time_zone as "timeZone", currency, country, latitude, longitude, hours, owner_id as "ownerId", archived, target
    from places where workspace_id = ${workspaceId} order by created_at`);
}

async function makeWorkspace(
  platform: TestPlatform,
  access: Access,
  collect: Collect,
  understand: Understand,
  number: number,
): Promise<TestWorkspace> {
  const { workspaceId } = await access.createWorkspace({
    name: `Company ${number}`,
    admin: { email: `admin${number}@example.org`, name: 'Admin', password: 'a long password' },
  });
  const place = (code: string) => `${workspaceId}-${code}`;
  for (const code of testPlaces) {
    const parent = parents[code] ?? null;
    await platform.ledger.query(sql`insert into places (id, workspace_id, code, name, kind, parent_id, time_zone)
      values (${place(code)}, ${workspaceId}, ${code}, ${code}, ${parent === null ? 'organisation' : 'store'},
        ${parent === null ? null : place(parent)}, 'Europe/Stockholm')`);
  }
  platform.announcements.announce('places.changed', { workspaceId });
  const { id: sourceId } = await access.ownSource(workspaceId, 'import');
  return {
    workspaceId,
    sourceId,
    place,
    viewer: (over = {}) => ({
      ...{
        workspaceId,
        personId: null,
        sourceId: null,
        role: 'admin',
        placeIds: 'all',
        locale: 'en',
        name: 'Test',
      },
      ...over,
    }),
    async record(signals) {
      const verdicts = await collect.recordSignals({ workspaceId, sourceId }, signals);
      const refused = verdicts.find((verdict) => verdict.outcome !== 'accepted');
      if (refused) throw new Error(`Refused: ${JSON.stringify(refused)}`);
      await understand.settled(workspaceId);
    },
  };
}
