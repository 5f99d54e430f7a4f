// Unify on fresh stores, above collect, for tests.
import { openCollect, type TestCollect } from '../../collect/testing/open-collect.ts';
import { createUnify, type Unify, unifyLedgerMigrations } from '../index.ts';

export interface TestUnify extends TestCollect {
  readonly unify: Unify;
}

export async function openUnify(): Promise<TestUnify> {
  const test = await openCollect(unifyLedgerMigrations);
  const unify = createUnify(test);
  await unify.start();
  return {
    ...test,
    unify,
    async close() {
      await unify.stop();
      await test.close();
    },
  };
}
