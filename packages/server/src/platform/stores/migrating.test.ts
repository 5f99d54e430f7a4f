import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundled, type Program } from '../testing/bundled-process.ts';
import { refusedOnCluster } from '../testing/cluster-ddl.ts';
import type { MigratorTask } from '../testing/migrator.ts';
import { openTestStores, type TestPlatform } from '../testing/open-test-stores.ts';
import { sharedServers } from '../testing/shared-servers.ts';
import { migrate } from './migrating.ts';
import type { Migrations } from './migrations.ts';
import { sql } from './sql.ts';

const first: Migrations = {
  ledger: [{ id: 'a-0001', statements: [sql`create table a (id int)`] }],
  warehouse: [
    { id: 'a-0001', statements: () => [sql`create table a (id Int64) engine = MergeTree order by id`] },
  ],
};
const second: Migrations = {
  ledger: [...first.ledger, { id: 'a-0002', statements: [sql`alter table a add column note text`] }],
  warehouse: first.warehouse,
};

describe('migrations', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await openTestStores(first);
  });
  afterAll(() => platform.close());

  it('are applied once each', async () => {
    expect(await migrate(platform.ledger, platform.warehouse, first)).toEqual([]);
    expect(await migrate(platform.ledger, platform.warehouse, second)).toEqual(['a-0002']);
    expect(await migrate(platform.ledger, platform.warehouse, second)).toEqual([]);
  });

  it('refuse stores that a newer version wrote', async () => {
    await expect(migrate(platform.ledger, platform.warehouse, first)).rejects.toMatchObject({
      fault: 'data-newer',
      message: expect.stringContaining('it holds "a-0002"'),
    });
  });

  it('leave the ledger as it was when one fails, and say which', async () => {
    const broken = {
      id: 'a-0003',
      statements: [sql`create table half (id int)`, sql`create table a (id int)`],
    };
    const attempt = migrate(platform.ledger, platform.warehouse, {
      ...second,
      ledger: [...second.ledger, broken],
    });
    await expect(attempt).rejects.toThrow('migration a-0003 failed');
    expect(await platform.ledger.one(sql`select to_regclass('half') as found`)).toEqual({ found: null });
  });

  it('cannot share an id', async () => {
    const twice = { ...first, ledger: [...first.ledger, ...first.ledger] };
    await expect(migrate(platform.ledger, platform.warehouse, twice)).rejects.toThrow(
      'Two migrations are called "a-0001"',
    );
  });

  it('for a cluster are read by the engine, and what would not be replicated is found', async () => {
    const good = (engine: { onCluster: string; mergeTree(): string; settings: string }) => [
      sql`create table if not exists t_shard ${sql.raw(engine.onCluster)} (id Int64) engine = ${sql.raw(engine.mergeTree())} order by id settings ${sql.raw(engine.settings)}`,
    ];
    expect(await refusedOnCluster(platform.warehouse, [{ id: 'good', statements: good }])).toEqual([]);
    const bad = [
      { id: 'alone', statements: () => [sql`create table t (id Int64) engine = MergeTree order by id`] },
      { id: 'broken', statements: () => [sql`create tabel t`] },
    ];
    expect((await refusedOnCluster(platform.warehouse, bad)).map(({ migration }) => migration)).toEqual([
      'alone',
      'broken',
    ]);
  });
});

describe('several processes that start at once', () => {
  let migrator: Program;
  let task: MigratorTask;
  const name = `race_${randomBytes(4).toString('hex')}`;
  beforeAll(async () => {
    migrator = await bundled('migrator');
    const servers = sharedServers()!;
    const ledger = await servers.ledger();
    await administrator(ledger, `create database ${name}`);
    task = {
      ledger: { ...ledger, database: name },
      warehouse: `${await servers.warehouse()}/?database=${name}`,
      seconds: 0.2,
    };
  });
  afterAll(async () => {
    await administrator(task.ledger, `drop database ${name} with (force)`);
    await migrator.remove();
  });

  const administrator = async (ledger: MigratorTask['ledger'], statement: string) => {
    const client = new pg.Client({ ...ledger, database: 'postgres' });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };

  it('apply every migration exactly once, also when the one that works is killed', async () => {
    const killed = migrator.start([JSON.stringify({ ...task, seconds: 30 })]);
    expect(await killed.line()).toBe('begins');
    const others = [1, 2, 3].map(() => migrator.start([JSON.stringify(task)]));
    for (const other of others) expect(await other.line()).toBe('begins');
    killed.child.kill('SIGKILL');
    await ended(task.ledger);
    const applied = await Promise.all(
      others.map(async (other) => JSON.parse(await other.line()) as string[]),
    );
    expect(applied.flat().sort()).toEqual([1, 1, 2, 2, 3, 3].map((n) => `race-000${n}`));
    expect(applied.filter((ids) => ids.length > 0)).toHaveLength(1);
    expect(await Promise.all(others.map((other) => other.ended))).toEqual([0, 0, 0]);
  });

  /** A killed client's backend notices when it next writes; a sleeping one is woken here, as its lock would hold on. */
  const ended = (ledger: MigratorTask['ledger']) =>
    administrator(
      ledger,
      `select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(30)%' and pid <> pg_backend_pid()`,
    );
});
