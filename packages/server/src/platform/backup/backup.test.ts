import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { startEmbeddedPostgres } from '../postgres/embedded-postgres.ts';
import { type RunningPlatform, startPlatform } from '../start-platform.ts';
import type { EngineClauses } from '../stores/engine-clauses.ts';
import { sql } from '../stores/sql.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';

const signals = (
  engine: EngineClauses,
) => sql`create table if not exists signals (commit_no UInt64, n UInt64, score Nullable(Float64), words Array(String), rows Map(String, UInt64), checksum String)
  engine = ${sql.raw(engine.mergeTree())} order by n settings ${sql.raw(engine.settings)}`;
const rollup = (
  engine: EngineClauses,
) => sql`create table if not exists rollup (place LowCardinality(String), people AggregateFunction(uniq, UInt64), ratings SimpleAggregateFunction(sum, UInt64))
  engine = ${sql.raw(engine.aggregatingMergeTree())} order by place settings ${sql.raw(engine.settings)}`;
const migrations = {
  warehouse: [{ id: 'try-0001', statements: (engine: EngineClauses) => [signals(engine), rollup(engine)] }],
  ledger: [
    {
      id: 'try-0001',
      statements: [
        sql`create table b_places (id text primary key, parent_id text references b_places (id), doc jsonb, raw bytea, at timestamptz, share double precision)`,
        sql`create table a_cases (id bigint generated always as identity primary key, place_id text not null references b_places (id), note text, length int generated always as (length(note)) stored)`,
        sql`insert into b_places (id) values ('made by the migration')`,
        sql`create table checkpoint (commit_no bigint not null)`,
        sql`insert into checkpoint values (0)`,
        sql`create function only_grow() returns trigger language plpgsql as $$ begin raise exception 'append only'; end $$`,
        sql`create trigger cases_only_grow before update or delete or truncate on a_cases execute function only_grow()`,
      ],
    },
  ],
};

describe('a backup', () => {
  let base: string;
  let platform: RunningPlatform;
  const configOf = (name: string) =>
    readConfig({ dataDir: join(base, name), logLevel: 'silent', durable: false }, {});
  const copyOf = async (name: string, change: (manifest: string) => Promise<void>) => {
    const folder = join(base, name);
    await cp(join(base, 'copy'), folder, { recursive: true });
    await change(join(folder, 'manifest.json'));
    return folder;
  };
  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'lyhord-backup-'));
    await chmod(base, 0o711);
    platform = await startPlatform(configOf('data'), migrations);
    await seed(platform);
  });
  afterAll(async () => {
    await platform.stop();
    await rm(base, { recursive: true, force: true });
  });

  it('taken while both stores are written to gives, restored, one moment of each, and the ledger never ahead', async () => {
    const writing = { on: true, acknowledged: 0 };
    const writer = (async () => {
      for (let commit = 1; writing.on; commit++) {
        await platform.warehouse.insert('signals', rowsOf(commit));
        await platform.ledger.transaction(async (tx) => {
          await tx.query(sql`update checkpoint set commit_no = ${commit}`);
          await tx.query(sql`insert into a_cases (place_id, note) values ('store', ${`commit ${commit}`})`);
        });
        writing.acknowledged = commit;
      }
    })();
    while (writing.acknowledged < 5) await new Promise((resolve) => setTimeout(resolve, 10));
    const before = writing.acknowledged;
    const report = await backup(platform, platform.dataDirectory.path, join(base, 'copy'));
    writing.on = false;
    await writer;

    expect(report.tables.map((table) => `${table.store}.${table.name}`)).toEqual([
      'ledger.b_places',
      'ledger.a_cases',
      'ledger.checkpoint',
      'ledger.pgboss.job',
      'ledger.pgboss.schedule',
      'warehouse.rollup',
      'warehouse.signals',
    ]);
    await platform.stop();
    const restored = await restore(join(base, 'copy'), configOf('restored'), migrations);
    expect(restored.rows).toBe(report.rows);

    const second = await startPlatform(configOf('restored'), migrations);
    const checkpoint = Number(
      (await second.ledger.one<{ commit_no: string }>(sql`select commit_no from checkpoint`))?.commit_no,
    );
    const [commits] = await second.warehouse.query<{ last: string; rows: string }>(
      sql`select max(commit_no) as last, count() as rows from signals where commit_no > 0`,
    );
    expect(checkpoint).toBeGreaterThanOrEqual(before);
    expect(Number(commits!.last)).toBeGreaterThanOrEqual(checkpoint);
    expect(Number(commits!.rows)).toBe(Number(commits!.last) * 50);
    expect(
      await second.ledger.one(sql`select count(*)::int as n from a_cases where note like 'commit %'`),
    ).toEqual({ n: checkpoint });
    await sameAsSeeded(second);
    expect(second.secret).toBe(platform.secret);
    await second.stop();
    platform = await startPlatform(configOf('data'), migrations);
  });

  it('is not written over anything, and restored only into an empty folder', async () => {
    await mkdir(join(base, 'full'));
    await writeFile(join(base, 'full', 'mine'), 'x');
    await expect(backup(platform, platform.dataDirectory.path, join(base, 'full'))).rejects.toThrow(
      'is not empty; name a new folder',
    );
    await expect(restore(join(base, 'copy'), configOf('full'), migrations)).rejects.toThrow(
      'is not empty; name a new folder',
    );
    expect(await readFile(join(base, 'full', 'mine'), 'utf8')).toBe('x');
  });

  it('that fails leaves nothing in the way of the next one', async () => {
    const folder = join(base, 'second');
    const broken = { ...platform, warehouse: { ...platform.warehouse, mode: 'cluster' as const } };
    await expect(backup(broken as never, platform.dataDirectory.path, folder)).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
  });

  it('of a newer version, or a half-written one, is refused in words', async () => {
    await expect(restore(join(base, 'full'), configOf('none'), migrations)).rejects.toThrow(
      'holds no finished backup',
    );
    await expect(
      restore(join(base, 'copy'), configOf('none'), { ledger: [], warehouse: [] }),
    ).rejects.toMatchObject({ fault: 'data-newer' });
  });

  it('with a manifest that was damaged is refused in a sentence that quotes it', async () => {
    const folder = await copyOf('damaged', async (file) => writeFile(file, '{"format": 1, "takenAt'));
    await expect(restore(folder, configOf('none'), migrations)).rejects.toThrow(
      `${join(folder, 'manifest.json')} is damaged: it begins with "{\\"format\\": 1, \\"takenAt"`,
    );
    expect(existsSync(join(base, 'none'))).toBe(false);
  });

  it('whose secret or erasures are not what they were is refused by name, and an older one is taken as it is', async () => {
    const without = await copyOf('without-erasures', async () => {});
    const secret = join(without, 'secret');
    const erasures = join(without, 'erasures.jsonl');
    const whole = await readFile(secret, 'utf8');
    const refused = (sentence: string) =>
      expect(restore(without, configOf('none'), migrations)).rejects.toThrow(sentence);
    await writeFile(
      secret,
      whole.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')),
    );
    await refused(`${secret} is damaged (it is not what was backed up)`);
    await rm(secret);
    await refused(`${secret} is missing`);
    await writeFile(secret, whole);
    await writeFile(erasures, '');
    await refused(`${erasures} does not belong to the backup`);
    expect(existsSync(join(base, 'none'))).toBe(false);

    await changed(join(without, 'manifest.json'), (manifest) => {
      delete manifest.files;
    });
    await platform.stop();
    await restore(without, configOf('from-older'), migrations);
    expect(await readFile(join(base, 'from-older', 'secret'), 'utf8')).toBe(whole);
    platform = await startPlatform(configOf('data'), migrations);
  });

  it('with a link in it brings nothing from outside', async () => {
    const folder = await copyOf('linked', async (manifest) => {
      await rm(join(manifest, '..', 'secret'));
      await symlink('/etc/hostname', join(manifest, '..', 'secret'));
    });
    await expect(restore(folder, configOf('none'), migrations)).rejects.toThrow(
      `${join(folder, 'secret')} is not an ordinary file`,
    );
    expect(existsSync(join(base, 'none'))).toBe(false);
  });

  it('is not restored into a database that holds data already, even where the data folder is new', async () => {
    await platform.stop();
    const server = await startEmbeddedPostgres(join(base, 'data'), false);
    const { host, user, password, database } = server.connection;
    const databaseUrl = `postgres://${user}:${password}@localhost/${database}?host=${encodeURIComponent(host)}`;
    await expect(
      restore(join(base, 'copy'), { ...configOf('other'), databaseUrl }, migrations),
    ).rejects.toThrow('The PostgreSQL of DATABASE_URL holds data of Lyhörd already');
    await server.stop();
    platform = await startPlatform(configOf('data'), migrations);
    await sameAsSeeded(platform);
  });

  it('whose manifest lacks a table, or names one that there is not, is not said to be restored', async () => {
    const lacking = await copyOf('lacking', (file) =>
      changed(file, (manifest) => {
        manifest.tables = manifest.tables.filter(({ name }) => name !== 'checkpoint');
      }),
    );
    const strange = await copyOf('strange', (file) =>
      changed(file, (manifest) => {
        manifest.tables[0]!.name = 'pg_catalog.pg_authid';
        manifest.tables.push({ ...manifest.tables[0]!, name: 'b_places' });
      }),
    );
    await platform.stop();
    await expect(restore(lacking, configOf('lacking-data'), migrations)).rejects.toThrow(
      'lacks the table checkpoint',
    );
    await expect(restore(strange, configOf('strange-data'), migrations)).rejects.toThrow(
      'names a table pg_catalog.pg_authid that there is not',
    );
    platform = await startPlatform(configOf('data'), migrations);
  });

  it('with a file that lost its end, a bit or everything names it, and nothing starts on what was restored', async () => {
    const cut = (bytes: Buffer) => bytes.subarray(0, bytes.length - 20);
    const flipped = (bytes: Buffer) =>
      Buffer.from(bytes).fill(bytes.at(bytes.length >> 1)! ^ 4, bytes.length >> 1, (bytes.length >> 1) + 1);
    await platform.stop();
    for (const [name, damage] of [
      ['ledger/b_places.copy.gz', cut],
      ['ledger/a_cases.copy.gz', null],
      ['warehouse/signals.native.gz', flipped],
    ] as const) {
      const file = join(base, 'copy', name);
      const bytes = await readFile(file);
      await (damage === null ? rm(file) : writeFile(file, damage(bytes)));
      const config = configOf('damaged-data');
      await expect(restore(join(base, 'copy'), config, migrations)).rejects.toThrow(`${file} is damaged (`);
      await expect(startPlatform(config, migrations)).rejects.toThrow('holds only a part');
      await rm(config.dataDir, { recursive: true });
      await writeFile(file, bytes);
    }
    platform = await startPlatform(configOf('data'), migrations);
  });

  it('that was changed afterwards is not said to be restored', async () => {
    const manifest = join(base, 'copy', 'manifest.json');
    const text = await readFile(manifest, 'utf8');
    await writeFile(manifest, text.replace(/("name": "rollup"[\s\S]*?"checksum": ")\d/, '$1x'));
    await platform.stop();
    await expect(restore(join(base, 'copy'), configOf('changed'), migrations)).rejects.toThrow(
      'The table rollup is not what it was',
    );
    platform = await startPlatform(configOf('data'), migrations);
  });
});

type Written = { tables: { name: string }[]; files?: object[] };
async function changed(file: string, change: (manifest: Written) => void): Promise<void> {
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Written;
  change(manifest);
  await writeFile(file, JSON.stringify(manifest));
}

const rowsOf = (commit: number) =>
  Array.from({ length: 50 }, (_, n) => ({
    commit_no: commit,
    n,
    score: n % 3 === 0 ? null : n / 7,
    words: ['a', `'${n}`],
    rows: { x: n },
    checksum: 'så här \n',
  }));

async function seed({ warehouse, ledger, jobs }: RunningPlatform): Promise<void> {
  await warehouse.insert('signals', rowsOf(0));
  await warehouse.command(
    sql`insert into rollup select if(number % 2, 'a', 'b'), uniqState(number), sum(number) from numbers(1000) group by 1`,
  );
  const doc = JSON.stringify({ deep: [1, null, 'x'] });
  await ledger.query(
    sql`insert into b_places values ('country', null, ${doc}, '\\x00ff', '2024-02-29 12:00:00.123456+01', 0.1), ('store', 'country', null, null, null, 'NaN')`,
  );
  await ledger.query(sql`insert into a_cases (place_id, note) values ('store', ${'tab\there\nand \\N'})`);
  await jobs.send('letters.send', { letter: 7 }, { startAfter: new Date('2100-01-01') });
  await jobs.schedule('letters.digest', '0 7 * * *');
}

async function sameAsSeeded({ warehouse, ledger }: RunningPlatform): Promise<void> {
  expect(
    await warehouse.query(
      sql`select place, uniqMerge(people) as people, sum(ratings) as ratings from rollup group by place order by place`,
    ),
  ).toEqual([
    { place: 'a', people: '500', ratings: '250000' },
    { place: 'b', people: '500', ratings: '249500' },
  ]);
  expect(
    await ledger.query(
      sql`select id, parent_id, doc, encode(raw, 'hex') as raw, at, share from b_places where parent_id is not null or doc is not null order by id`,
    ),
  ).toEqual([
    {
      id: 'country',
      parent_id: null,
      doc: { deep: [1, null, 'x'] },
      raw: '00ff',
      at: new Date('2024-02-29T11:00:00.123Z'),
      share: 0.1,
    },
    { id: 'store', parent_id: 'country', doc: null, raw: null, at: null, share: Number.NaN },
  ]);
  expect(await ledger.one(sql`select note, length from a_cases order by id limit 1`)).toEqual({
    note: 'tab\there\nand \\N',
    length: 15,
  });
  const next = await ledger.one<{ id: string }>(
    sql`insert into a_cases (place_id) values ('store') returning id`,
  );
  const last = await ledger.one<{ id: string }>(
    sql`select max(id) as id from a_cases where note is not null`,
  );
  expect(Number(next?.id)).toBeGreaterThan(Number(last?.id));
  expect(await ledger.query(sql`select name, data from pgboss.job where name = 'letters.send'`)).toEqual([
    { name: 'letters.send', data: { letter: 7 } },
  ]);
  expect(await ledger.query(sql`select name, cron from pgboss.schedule`)).toEqual([
    { name: 'letters.digest', cron: '0 7 * * *' },
  ]);
}
