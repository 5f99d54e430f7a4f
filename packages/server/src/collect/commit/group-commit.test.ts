import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { openTestStores, type TestPlatform } from '../../platform/testing/open-test-stores.ts';
import { collectWarehouseMigrations } from '../warehouse-migrations.ts';
import { lineOf } from './commit-rows.ts';
import { type Contribution, GroupCommit } from './group-commit.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestStores({ warehouse: collectWarehouseMigrations, ledger: [] });
});
afterAll(() => platform.close());

const one = (messageKey: number): Contribution => ({
  workspaceId: 'w',
  items: 1,
  write: (commitNo, into) => {
    into.events.push(lineOf({ workspace_id: 'w', commit_no: commitNo, message_key: messageKey }));
    into.traits.push(lineOf({ workspace_id: 'w', commit_no: commitNo, name: 'n' }));
  },
});

/** The store, whose inserts into some table fail as on a full disk. */
function failing(table: () => string): Warehouse {
  return new Proxy(platform.warehouse, {
    get(target, property) {
      const value = Reflect.get(target, property) as unknown;
      if (property !== 'insert') return typeof value === 'function' ? value.bind(target) : value;
      return async (into: string, rows: Record<string, unknown>[]) => {
        if (into === table()) throw Object.assign(new Error('No space left on device'), { full: true });
        await target.insert(into, rows);
      };
    },
  });
}

const keys = async () =>
  (await platform.warehouse.query<{ k: string }>(sql`select message_key as k from events order by k`)).map(
    ({ k }) => k,
  );

it('a commit that fails half way leaves nothing behind and is not acknowledged; the next one holds', async () => {
  let broken = 'traits';
  const groups = new GroupCommit({
    warehouse: failing(() => broken),
    log: platform.log,
    clock: platform.clock,
    sealed: () => {},
    forget: async () => {},
  });
  await groups.start();
  await expect(groups.add(one(1))).rejects.toMatchObject({ code: 'storage_full' });
  expect(await keys()).toEqual([]);
  broken = 'commits';
  await expect(groups.add(one(2))).rejects.toMatchObject({ code: 'storage_full' });
  expect(await keys()).toEqual([]);
  broken = '';
  expect(await Promise.all([groups.add(one(3)), groups.add(one(4))])).toEqual([3, 4]);
  expect(await keys()).toEqual(['3', '4']);
});

it('many contributions share a commit, and each is sealed when it is answered', async () => {
  let sealed = 0;
  const groups = new GroupCommit({
    warehouse: platform.warehouse,
    log: platform.log,
    clock: platform.clock,
    sealed: () => {
      sealed += 1;
    },
    forget: async () => {},
  });
  await groups.start();
  const numbers = await Promise.all(Array.from({ length: 200 }, (_, key) => groups.add(one(100 + key))));
  expect(new Set(numbers).size).toBe(2);
  expect(sealed).toBe(2);
  const [row] = await platform.warehouse.query<{ n: string }>(
    sql`select count() as n from commits where commit_no in ${sql.list([...new Set(numbers)])}`,
  );
  expect(row!.n).toBe('2');
});
