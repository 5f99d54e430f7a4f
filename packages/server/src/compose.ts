// The one place where the steps of the journey are joined, in their order.
import {
  type Access,
  accessLedgerMigrations,
  accessTables,
  createAccess,
  type TableDeclaration,
  type Viewer,
} from './access/index.ts';
import { type Act, actLedgerMigrations, actTables, createAct } from './act/index.ts';
import {
  type Collect,
  collectLedgerMigrations,
  collectTables,
  collectWarehouseMigrations,
  createCollect,
} from './collect/index.ts';
import type { Route } from './platform/http/endpoints.ts';
import type { Platform } from './platform/platform.ts';
import type { Migrations } from './platform/stores/migrations.ts';
import { createShare, type Share } from './share/index.ts';
import {
  createUnderstand,
  type Understand,
  understandLedgerMigrations,
  understandTables,
  understandWarehouseMigrations,
} from './understand/index.ts';
import {
  createUnify,
  platformTables,
  type Unify,
  unifyLedgerMigrations,
  unifyTables,
  unifyWarehouseMigrations,
} from './unify/index.ts';

/** Tables of every step, in the order of the journey. */
export const migrations: Migrations = {
  warehouse: [...collectWarehouseMigrations, ...unifyWarehouseMigrations, ...understandWarehouseMigrations],
  ledger: [
    ...accessLedgerMigrations,
    ...collectLedgerMigrations,
    ...unifyLedgerMigrations,
    ...understandLedgerMigrations,
    ...actLedgerMigrations,
  ],
};

/** Every table of both stores, last step first: what is found through a customer's signals goes before these. */
export const declaredTables: readonly TableDeclaration[] = [
  ...platformTables,
  ...actTables,
  ...understandTables,
  ...unifyTables,
  ...collectTables,
  ...accessTables,
];

export interface Steps {
  readonly access: Access;
  readonly collect: Collect;
  readonly unify: Unify;
  readonly understand: Understand;
  readonly act: Act;
  readonly share: Share;
  readonly routes: Route<Viewer>[];
  start(): Promise<void>;
  /** Last step first, so that nothing is asked of a step that has stopped. */
  stop(): Promise<void>;
}

/** Joins the steps on a platform; nothing runs before `start`. */
export function composeSteps(platform: Platform): Steps {
  const access = createAccess(platform);
  const collect = createCollect({ platform, access });
  const unify = createUnify({ platform, access, collect });
  const understand = createUnderstand({ platform, access, collect, unify });
  const act = createAct({ platform, access, collect, unify, understand });
  const share = createShare({ platform, access, unify, understand, act });
  unify.privacy.know({ tables: declaredTables, recount: understand.recountDays });
  const inOrder = [access, collect, unify, understand, act, share];
  return {
    access,
    collect,
    unify,
    understand,
    act,
    share,
    routes: inOrder.flatMap((step) => step.routes),
    async start() {
      for (const step of inOrder) {
        // what a restored backup brought back goes before anybody is served or written to
        if (step === act) await unify.privacy.eraseAgain();
        await step.start();
      }
      await collect.resume();
    },
    async stop() {
      for (const step of inOrder.reverse()) await step.stop();
    },
  };
}
