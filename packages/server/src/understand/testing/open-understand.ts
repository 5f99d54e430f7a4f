// Understand on fresh stores with a workspace of its own and a small place tree, for tests.
import { PlaceInput, type SignalInput } from '@lyhord/contract';
import { type Access, accessLedgerMigrations, createAccess, type Viewer } from '../../access/index.ts';
import {
  type Collect,
  collectLedgerMigrations,
  collectWarehouseMigrations,
  createCollect,
  type Sender,
} from '../../collect/index.ts';
import { openTestStores, type TestPlatform } from '../../platform/testing/open-test-stores.ts';
import { createUnify, type Unify, unifyLedgerMigrations } from '../../unify/index.ts';
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
  readonly unify: Unify;
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
  const unify = createUnify({ platform, access, collect });
  const understand = createUnderstand({ platform, access, collect, unify });
  await collect.start();
  await unify.start();
  await understand.start();
  let number = 0;
  return {
    platform,
    access,
    collect,
    understand,
    unify,
    async workspace() {
      number += 1;
      return makeWorkspace(access, collect, unify, understand, number);
    },
    async close() {
      await understand.stop();
      await collect.stop();
      await platform.close();
    },
  };
}

async function makeWorkspace(
  access: Access,
  collect: Collect,
  unify: Unify,
  understand: Understand,
  number: number,
): Promise<TestWorkspace> {
  const { workspaceId } = await access.createWorkspace({
    name: `Company ${number}`,
    admin: { email: `admin${number}@example.org`, name: 'Admin', password: 'a long password' },
  });
  const ids = await unify.createPlaces(
    workspaceId,
    testPlaces.map((code) => {
      const parentId = parents[code] ?? null;
      return PlaceInput.parse({
        code,
        name: code,
        kind: parentId === null ? 'organisation' : 'store',
        parentId,
      });
    }),
  );
  const place = (code: string) => ids.get(code) ?? code;
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
