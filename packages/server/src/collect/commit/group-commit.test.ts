import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import type { BlockOfTable, Warehouse } from '../../platform/stores/warehouse.ts';
import { openTestStores, type TestPlatform } from '../../platform/testing/open-test-stores.ts';
import { collectWarehouseMigrations } from '../warehouse-migrations.ts';
import { type Contribution, GroupCommit } from './group-commit.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestStores({ warehouse: collectWarehouseMigrations, ledger: [] });
});
afterAll(() => platform.close());

const words = { kind: '', name: '', place_id: '', place_code: '', channel: '', touchpoint: '', currency: '' };
const texts = { event_id: null, reference: '', properties: '' };
const numbers = { content_hash: 0, identifier_key: 0, known_at: 0, local_day: 0, local_minute: 0 };
const absent = { amount_minor: null, cost_minor: null, due_at: null, wait_seconds: null };
const event = { ...words, ...texts, ...numbers, ...absent };

const one = (messageKey: number): Contribution => ({
  workspaceId: 'w',
  items: 1,
  write: (commitNo, into) => {
    const base = { workspace_id: 'w', commit_no: commitNo, source_id: 's', happened_at: 0 };
    into.events.push({ ...event, ...base, message_key: messageKey });
    into.traits.push({ ...base, identifier_key: null, name: 'n', value: '' });
  },
});

/** The store, whose inserts into some table fail as on a full disk. */
function failing(table: () => string): Warehouse {
  return new Proxy(platform.warehouse, {
    get(target, property) {
      const value = Reflect.get(target, property) as unknown;
      if (typeof value !== 'function') return value;
      if (property !== 'insert' && property !== 'insertBlocks') return value.bind(target);
      return async (into: string | readonly BlockOfTable[], ...rest: unknown[]) => {
        const tables = typeof into === 'string' ? [into] : into.map((one) => one.table);
        const before = tables.indexOf(table());
        if (before < 0) return value.call(target, into, ...rest);
        if (typeof into !== 'string') await value.call(target, into.slice(0, before));
        throw Object.assign(new Error('No space left on device'), { full: true });
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

const large = (messageKey: number, written: number[]): Contribution => {
  const { write, ...rest } = one(messageKey);
  return {
    ...{ ...rest, items: 2_000 },
    write: (commitNo, into, news) => {
      written.push(commitNo);
      write(commitNo, into, news);
    },
  };
};

it.each([
  ['holds', 'are committed as they were written down', [2], ['201', '202']],
  ['fails', 'are written down anew', [2, 2], ['202']],
] as const)('rows that wait while a commit that %s is on its way %s', async (end, _, expected, kept) => {
  for (const table of ['events', 'traits', 'commits'])
    await platform.warehouse.command(sql`truncate table ${sql.name(table)}`);
  let go: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  let [fails, forgot] = [end === 'fails', 0];
  const warehouse = failing(() => (fails ? 'traits' : ''));
  const slow = new Proxy(warehouse, {
    get(target, property) {
      const value = Reflect.get(target, property) as (...call: unknown[]) => unknown;
      if (property !== 'insertBlocks') return value;
      return async (...call: unknown[]) => {
        await held;
        await value.apply(target, call);
      };
    },
  });
  const groups = new GroupCommit({
    ...{ warehouse: slow, log: platform.log, clock: platform.clock, sealed: () => {} },
    async forget() {
      fails = false;
      forgot += 1;
    },
  });
  await groups.start();
  const first = groups.add(large(201, [])).catch(() => 'failed');
  const written: number[] = [];
  const second = groups.add(large(202, written));
  await expect.poll(() => written).toEqual([2]);
  go();
  expect(await first).toBe(end === 'fails' ? 'failed' : 1);
  expect(await second).toBe(2);
  expect({ written, forgot }).toEqual({ written: expected, forgot: end === 'fails' ? 1 : 0 });
  expect(await keys()).toEqual(kept);
});
