// The whole journey on real stores, listening, with readers named by a header; for share's own tests.
import { PlaceInput, type SignalInput } from '@lyhord/contract';
import { accessLedgerMigrations, createAccess, type Viewer } from '../../access/index.ts';
import { actLedgerMigrations, createAct } from '../../act/index.ts';
import { collectLedgerMigrations, collectWarehouseMigrations, createCollect } from '../../collect/index.ts';
import { buildHttp } from '../../platform/http/build-http.ts';
import { mountRoutes } from '../../platform/http/endpoints.ts';
import { Problem } from '../../platform/http/problem.ts';
import { openTestStores, type TestPlatform } from '../../platform/testing/open-test-stores.ts';
import {
  createUnderstand,
  type Understand,
  understandLedgerMigrations,
  understandWarehouseMigrations,
} from '../../understand/index.ts';
import { createUnify, unifyLedgerMigrations } from '../../unify/index.ts';
import { createShare } from '../create-share.ts';

export interface TestShare {
  readonly platform: TestPlatform;
  readonly understand: Understand;
  readonly workspaceId: string;
  readonly url: string;
  place(code: string): string;
  record(signals: readonly SignalInput[]): Promise<void>;
  /** Asks as the admin, or as the manager of some places. */
  ask(path: string, as?: string): Promise<Response>;
  close(): Promise<void>;
}

export async function openShare(): Promise<TestShare> {
  const platform = await openTestStores({
    warehouse: [...collectWarehouseMigrations, ...understandWarehouseMigrations],
    ledger: [
      ...accessLedgerMigrations,
      ...collectLedgerMigrations,
      ...unifyLedgerMigrations,
      ...understandLedgerMigrations,
      ...actLedgerMigrations,
    ],
  });
  const access = createAccess(platform);
  const collect = createCollect({ platform, access });
  const unify = createUnify({ platform, access, collect });
  const understand = createUnderstand({ platform, access, collect, unify });
  const act = createAct({ platform, access, collect, unify, understand });
  const share = createShare({ platform, access, unify, understand, act });
  const steps = [access, collect, unify, understand, act, share];
  for (const step of steps) await step.start();
  const { workspaceId, personId } = await access.createWorkspace({
    name: 'Company',
    admin: { email: 'admin@example.org', name: '=Anna', password: 'a long password' },
  });
  const inputs = ['lund', 'malmo', 'arhus'].map((code) =>
    PlaceInput.parse({ code, name: code, kind: 'store', parentId: null }),
  );
  const ids = await unify.createPlaces(workspaceId, inputs);
  const viewer = (as: string): Viewer => ({
    ...{ workspaceId, personId, sourceId: null, locale: 'en', name: 'Anna' },
    ...(as === 'admin'
      ? { role: 'admin', placeIds: 'all' }
      : { role: 'manager', placeIds: as.split('+').map((code) => ids.get(code)!) }),
  });
  const app = await buildHttp(platform.config, platform.log);
  mountRoutes(app, share.routes, async (request) => {
    const as = request.headers['x-as'];
    if (typeof as !== 'string') throw new Problem('not_signed_in');
    return viewer(as);
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const { id: sourceId } = await access.ownSource(workspaceId, 'import');
  return {
    ...{ platform, understand, workspaceId, url },
    place: (code) => ids.get(code)!,
    async record(signals) {
      await collect.recordSignals({ workspaceId, sourceId }, signals);
      await understand.settled(workspaceId);
    },
    ask: (path, as = 'admin') => fetch(`${url}${path}`, { headers: { 'x-as': as } }),
    async close() {
      await app.close();
      for (const step of steps.reverse()) await step.stop();
      await platform.close();
    },
  };
}
