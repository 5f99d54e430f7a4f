import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { openTestStores, type TestPlatform } from '../../platform/testing/open-test-stores.ts';
import { replayLog } from '../recovery/replay-log.ts';
import { collectWarehouseMigrations } from '../warehouse-migrations.ts';
import { AheadLog } from './ahead-log.ts';
import { filledBlocks, noRows } from './commit-rows.ts';
import { seal } from './commit-store.ts';
import { type Contribution, GroupCommit } from './group-commit.ts';

let platform: TestPlatform;
let folder: string;
beforeAll(async () => {
  platform = await openTestStores({ warehouse: collectWarehouseMigrations, ledger: [] });
});
afterAll(() => platform.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lyhord-ahead-'));
  for (const table of ['traits', 'commits'])
    await platform.warehouse.command(sql`truncate table ${sql.name(table)}`);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const trait = (name: string, commitNo: number, into = noRows()) => {
  into.traits.push({
    workspace_id: 'w',
    commit_no: commitNo,
    source_id: 's',
    happened_at: 0,
    identifier_key: null,
    name,
    value: '',
  });
  return into;
};
const one = (name: string): Contribution => ({
  workspaceId: 'w',
  items: 1,
  early: true,
  write: (commitNo, into) => void trait(name, commitNo, into),
});
const many = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => one(`n${String(from + at).padStart(3, '0')}`));
const names = async () =>
  (
    await platform.warehouse.query<{ name: string }>(
      sql`select name from traits where commit_no in (select commit_no from commits) order by name`,
    )
  ).map(({ name }) => name);

const committing = (warehouse: Warehouse, files: AheadLog) =>
  new GroupCommit({
    warehouse,
    log: platform.log,
    clock: platform.clock,
    files,
    sealed: () => {},
    forget: async () => {},
  });

/** The store, whose inserts wait for `held`, or fail; blocks of rows, or the seal. */
function slow(held: () => Promise<void>, insert: 'insertBlocks' | 'insert' = 'insertBlocks'): Warehouse {
  return new Proxy(platform.warehouse, {
    get(target, property) {
      const value = Reflect.get(target, property) as unknown;
      if (typeof value !== 'function') return value;
      if (property !== insert) return value.bind(target);
      return async (...call: unknown[]) => {
        await held();
        await value.call(target, ...call);
      };
    },
  });
}

it('few requests are answered when their rows can be read', async () => {
  const groups = committing(platform.warehouse, new AheadLog(folder, true));
  await groups.start();
  await groups.add(one('a'));
  expect(await names()).toEqual(['a']);
  await Promise.all([groups.add(one('b')), groups.add(one('c'))]);
  expect(await names()).toEqual(['a', 'b', 'c']);
  await groups.reset();
});

it('under load requests are answered while the tables are busy, and a start brings in what they lack', async () => {
  let go: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  const files = new AheadLog(folder, true);
  const groups = committing(
    slow(() => held),
    files,
  );
  await groups.start();
  // the first finds no load, and waits for the tables
  const first = groups.add(one('first'));
  await Promise.all(many(0, 60).map((each) => groups.add(each)));
  expect(await names()).toEqual([]);
  // what a start after a kill would find and do
  const after = new AheadLog(folder, true);
  const kept = await after.kept();
  expect(kept.reduce((sum, [, rows]) => sum + rows[0]![1].length, 0)).toBe(61);
  go();
  await first;
  await groups.flush();
  expect(await names()).toHaveLength(61);
  await groups.reset();
  await replayLog(platform.warehouse, after, platform.log);
  expect(await names()).toHaveLength(61);
});

it('of the log a start brings in what has no seal, and stops at what was half written', async () => {
  const files = new AheadLog(folder, true);
  const [first, second] = [await files.take(), await files.take()];
  await first.append(7, filledBlocks(trait('sealed', 7)));
  await second.append(8, filledBlocks(trait('b', 8)));
  await second.append(8, filledBlocks(trait('c', 8)));
  await seal(platform.warehouse, 7, filledBlocks(trait('sealed', 7)), platform.clock.now());
  await files.close();
  await appendFile(join(folder, '1.rows'), 'torn');
  await replayLog(platform.warehouse, new AheadLog(folder, true), platform.log);
  expect(await names()).toEqual(['b', 'c']);
  expect(await new AheadLog(folder, true).kept()).toEqual([]);
});

it('what was answered is tried again until the tables take it; what comes meanwhile is refused', async () => {
  let full = true;
  let go: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  const groups = committing(
    slow(async () => {
      await held;
      if (full) throw Object.assign(new Error('No space left on device'), { full: true });
    }),
    new AheadLog(folder, true),
  );
  await groups.start();
  const first = groups.add(one('first'));
  await Promise.all(many(0, 40).map((each) => groups.add(each)));
  go();
  await first;
  await expect(groups.landed()).rejects.toMatchObject({ code: 'storage_full' });
  await expect(groups.add(one('z'))).rejects.toMatchObject({ code: 'storage_full' });
  full = false;
  await expect.poll(() => groups.landed().then(names, () => [])).toHaveLength(41);
  await groups.add(one('y'));
  await groups.landed();
  expect(await names()).toContain('y');
  await groups.reset();
});

it('rows that the tables took before the seal failed are there once after it is tried again', async () => {
  let full = true;
  const noSeal = async () => {
    if (full) throw Object.assign(new Error('No space left on device'), { full: true });
  };
  const groups = committing(slow(noSeal, 'insert'), new AheadLog(folder, true));
  await groups.start();
  await Promise.all(many(0, 40).map((each) => groups.add(each)));
  await expect(groups.landed()).rejects.toMatchObject({ code: 'storage_full' });
  expect(await names()).toEqual([]);
  full = false;
  await expect.poll(() => groups.landed().then(names, () => [])).toHaveLength(40);
  await groups.reset();
});
