import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';
import { ErasedKeys } from './erased-keys.ts';

let it: TestCollect;
beforeAll(async () => {
  it = await openCollect();
});
afterAll(() => it.close());

test('who is erased while the list is being read stays on it', async () => {
  const { workspaceId } = await it.workspace();
  const { ledger } = it.platform;
  let meanwhile: Promise<void> | null = null;
  const slow: Pick<Ledger, 'query'> = {
    async query<Row>(statement: Parameters<Ledger['query']>[0]) {
      const rows = await ledger.query<Row>(statement);
      if (meanwhile === null) {
        meanwhile = Promise.resolve();
        await erased.add(workspaceId, ['42'], new Date());
      }
      return rows;
    },
  };
  const erased = new ErasedKeys(slow as Ledger);
  await erased.load();
  expect([...(erased.of(workspaceId) ?? [])]).toEqual(['42']);
});
