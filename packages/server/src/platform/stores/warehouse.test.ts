// What every warehouse promises, on the embedded engine and through the HTTP client.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStores, type StoreMode, type TestPlatform } from '../testing/open-test-stores.ts';
import type { EngineClauses } from './engine-clauses.ts';
import { sql } from './sql.ts';
import type { QueryProgress, Warehouse } from './warehouse.ts';

const table = (engine: EngineClauses) => sql`create table if not exists visits
  (workspace_id LowCardinality(String), id UInt64, at DateTime64(3, 'UTC'), place LowCardinality(String), amount Nullable(Int64), note String default 'none')
  engine = ${sql.raw(engine.mergeTree())} partition by toYYYYMM(at) order by (workspace_id, id) settings ${sql.raw(engine.settings)}`;
const migrations = {
  ledger: [],
  warehouse: [{ id: 'try-0001', statements: (engine: EngineClauses) => [table(engine)] }],
};
const slow = (rows: number) =>
  sql`select sum(sleepEachRow(0.01)) from numbers(${rows}) settings max_block_size = 1, function_sleep_max_microseconds_per_block = 100000000`;
const visit = (id: number, rest: object = {}) => ({
  workspace_id: 'w',
  id,
  at: '2024-05-01T10:00:00.000Z',
  place: 'lund',
  amount: 1,
  ...rest,
});

describe.each<StoreMode>(['embedded', 'remote'])('the %s warehouse', (mode) => {
  let platform: TestPlatform;
  let warehouse: Warehouse;
  beforeAll(async () => {
    platform = await openTestStores(migrations, mode);
    warehouse = platform.warehouse;
  });
  afterAll(() => platform.close());
  const count = async (where = sql`true`) =>
    Number((await warehouse.query<{ n: string }>(sql`select count() as n from visits where ${where}`))[0]!.n);

  it('says how far a question with a name has come', async () => {
    const control = new AbortController();
    const running = warehouse.query(slow(2_000), { name: 'w/walk', signal: control.signal }).catch(() => 0);
    let found: QueryProgress | null = null;
    while (!found?.rows) found = await warehouse.progress('w/walk');
    expect(found.of).toBeGreaterThanOrEqual(found.rows);
    expect(await warehouse.progress('another/walk')).toBeNull();
    control.abort();
    expect(await running).toBe(0);
  });

  // a server of its own has settings of its own
  if (mode === 'embedded')
    it('gives every question all processors, however little memory it has', async () => {
      const [known] = await warehouse.query<{ value: string }>(
        sql`select value from system.settings where name = 'max_threads'`,
      );
      const processors = Number(/\d+/.exec(known!.value)![0]);
      const steps = await warehouse.query<{ explain: string }>(sql`select explain from (
      explain pipeline select number % 7 as one, sum(number) from numbers_mt(100000000) group by one)`);
      const [, streams = '1'] =
        /NumbersRange.* × (\d+)/.exec(steps.map(({ explain }) => explain).join('\n')) ?? [];
      expect(Number(streams)).toBe(processors);
    });

  it('gives back every text, number and list that it is given', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom("'; drop table visits; --", '\\', "\\'", '{p1:String}', '\t\r\n\0', '😀å', '\\N'),
    );
    const given = fc.record({
      text,
      list: fc.array(text, { maxLength: 5 }),
      whole: fc.maxSafeInteger(),
      flag: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(given, async (value) => {
        const list = value.list.length > 0 ? value.list : ['x'];
        const [row] = await warehouse.query(
          sql`select ${value.text} as text, ${list} as list, ${value.whole} as whole, ${value.flag} as flag, ${value.text} in ${sql.list(list)} as member`,
        );
        expect(row).toEqual({
          text: value.text,
          list,
          whole: String(value.whole),
          flag: value.flag,
          member: Number(list.includes(value.text)),
        });
      }),
      { numRuns: 40 },
    );
  });

  it('keeps types: large integers, fractions, moments, nothing', async () => {
    const moment = new Date('2024-02-29T23:59:59.987Z');
    const [row] =
      await warehouse.query(sql`select ${2n ** 64n - 1n} as large, ${0.1} as part, ${moment} as moment, ${null} as nothing,
      ${sql.typed('UInt8', 7)} as small, toTypeName(${5}) as type, 3 in ${sql.list([])} as none, 3 in ${sql.list([1, 3])} as some`);
    expect(row).toEqual({
      large: '18446744073709551615',
      part: 0.1,
      moment: '2024-02-29 23:59:59.987',
      nothing: null,
      small: 7,
      type: 'Int64',
      none: 0,
      some: 1,
    });
  });

  it('takes 64-bit numbers as the text that questions give them back as', async () => {
    const key = String(2n ** 63n + 5n);
    const among = sql.list([key, '7'], 'UInt64');
    const [row] = await warehouse.query(
      sql`select ${sql.typed('UInt64', key)} as key, key in ${among} as member, ${sql.typed('Array(Int64)', ['-1'])} as list`,
    );
    expect(row).toEqual({ key, member: 1, list: ['-1'] });
  });

  it('takes lists of thousands', async () => {
    const ids = Array.from({ length: 20_000 }, (_, n) => `customer-${n}-with-a-long-identifier`);
    const [row] = await warehouse.query(
      sql`select countIf(concat('customer-', toString(number), '-with-a-long-identifier') in ${sql.list(ids)}) as n from numbers(30000)`,
    );
    expect(row).toEqual({ n: '20000' });
  });

  it('inserts all rows or none, and fills what is missing', async () => {
    await warehouse.insert('visits', [
      visit(1, { at: new Date('2024-05-01T10:00:00Z'), amount: null }),
      visit(2, { at: '2024-05-01 10:00:00.5', id: 2n ** 63n }),
    ]);
    expect(
      await warehouse.query(
        sql`select id, at, amount, note from visits where workspace_id = ${'w'} order by id`,
      ),
    ).toEqual([
      { id: '1', at: '2024-05-01 10:00:00.000', amount: null, note: 'none' },
      { id: String(2n ** 63n), at: '2024-05-01 10:00:00.500', amount: '1', note: 'none' },
    ]);
    const rows = Array.from({ length: 5000 }, (_, n) => visit(n, { workspace_id: 'broken' }));
    await expect(
      warehouse.insert('visits', [...rows, visit(1, { workspace_id: 'broken', amount: 'many' })]),
    ).rejects.toMatchObject({ name: 'WarehouseError' });
    expect(await count(sql`workspace_id = ${'broken'}`)).toBe(0);
  });

  it('writes one part per insert and partition', async () => {
    const large = Array.from({ length: 30_000 }, (_, n) =>
      visit(n, { workspace_id: 'parts', at: `20${10 + (n % 3)}-01-01 00:00:00` }),
    );
    await warehouse.insert('visits', large);
    const parts = await warehouse.query(sql`select partition, count() as n from system.parts
      where database = currentDatabase() and table = 'visits' and level = 0 and partition < '202000' group by partition`);
    expect(parts).toEqual(
      expect.arrayContaining(['201001', '201101', '201201'].map((partition) => ({ partition, n: '1' }))),
    );
  });

  it('inserts once what comes twice with the same token', async () => {
    const rows = [visit(1, { workspace_id: 'token' })];
    for (const token of ['a', 'a', 'b']) await warehouse.insert('visits', rows, { token });
    expect(await count(sql`workspace_id = ${'token'}`)).toBe(2);
  });

  it('inserts equal rows as often as they come without one, also after they were deleted', async () => {
    const rows = [visit(1, { workspace_id: 'equal' })];
    for (let n = 0; n < 3; n++) await warehouse.insert('visits', rows);
    expect(await count(sql`workspace_id = ${'equal'}`)).toBe(3);
    await warehouse.command(sql`alter table visits delete where workspace_id = ${'equal'}`);
    expect(await count(sql`workspace_id = ${'equal'}`)).toBe(0);
    await warehouse.insert('visits', rows);
    const copy = sql`insert into visits (workspace_id, id, at) select 'copied', 1, toDateTime64('2024-05-01 00:00:00', 3)`;
    for (let n = 0; n < 3; n++) await warehouse.command(copy);
    expect([
      await count(sql`workspace_id = ${'equal'}`),
      await count(sql`workspace_id = ${'copied'}`),
    ]).toEqual([1, 3]);
  });

  it('answers with the number of what went wrong', async () => {
    await expect(warehouse.query(sql`select * from nowhere`)).rejects.toMatchObject({
      name: 'WarehouseError',
      code: 60,
    });
    await expect(warehouse.query(sql`select from where`)).rejects.toMatchObject({ code: 62 });
  });

  it('stops a question that takes too long, too much memory, or whose asker has gone', async () => {
    await expect(warehouse.query(slow(500), { timeoutMs: 200 })).rejects.toMatchObject({ overLimit: true });
    const hungry = sql`select number, groupArray(toString(number)) from numbers(3000000) group by number
      settings max_bytes_before_external_group_by = 0, max_bytes_ratio_before_external_group_by = 0`;
    await expect(warehouse.query(hungry, { maxMemoryBytes: 30_000_000 })).rejects.toMatchObject({
      overLimit: true,
    });
    const asker = new AbortController();
    setTimeout(() => asker.abort(), 200);
    await expect(warehouse.query(slow(2000), { signal: asker.signal })).rejects.toMatchObject({
      cancelled: true,
    });
  });

  it('groups and sorts more than its memory holds by way of the disk', async () => {
    const grouped = sql`select count() as n, sum(held) as held from (select intHash32(number) % 300000 as key,
      length(groupArray(number)) as held from numbers(2000000) group by key)`;
    const sorted = sql`select count() as n from (select number, toString(number) as text from numbers(2000000)
      order by intHash32(number), text limit 1900000)`;
    const small = { maxMemoryBytes: 100_000_000 };
    expect(await warehouse.query(grouped, small)).toEqual([{ n: expect.any(String), held: '2000000' }]);
    expect(await warehouse.query(sorted, small)).toEqual([{ n: '1900000' }]);
  });

  it('answers small questions while a large one runs, and keeps every value with its own question', async () => {
    const large = warehouse.query(slow(60));
    const small = Array.from({ length: 24 }, async (_, n) => {
      const [row] = await warehouse.query<{ n: string; of: string }>(
        sql`select ${n} as n, ${`question ${n}`} as of`,
      );
      expect(row).toEqual({ n: String(n), of: `question ${n}` });
    });
    const inserts = Array.from({ length: 4 }, (_, n) =>
      warehouse.insert('visits', [visit(n, { workspace_id: 'beside' })]),
    );
    await Promise.all([...small, ...inserts]);
    const state = await Promise.race([large.then(() => 'ended'), Promise.resolve('still running')]);
    expect(state).toBe('still running');
    await large;
    expect(await count(sql`workspace_id = ${'beside'}`)).toBe(4);
  });

  // a server has as many connections as are asked for
  if (mode === 'embedded')
    it('answers questions while long work runs, however much', async () => {
      const control = new AbortController();
      const limits = { background: true, signal: control.signal };
      const work = Array.from({ length: 4 }, () =>
        warehouse.command(sql`insert into visits (id) ${slow(60_000)}`, limits).then(
          () => 'done',
          () => 'stopped',
        ),
      );
      expect(await count(sql`workspace_id = ${'nobody'}`)).toBe(0);
      control.abort();
      expect(await Promise.all(work)).not.toContain('done');
    });

  it('streams lines with one header, and whole files', async () => {
    const read = async (format: string) => {
      const chunks: Buffer[] = [];
      for await (const chunk of await warehouse.stream(
        sql`select number as n, toString(number) as text from numbers(200000)`,
        format,
      ))
        chunks.push(chunk);
      return Buffer.concat(chunks);
    };
    const lines = (await read('CSVWithNames')).toString().trimEnd().split('\n');
    expect(lines).toHaveLength(200_001);
    expect(lines[0]).toBe('"n","text"');
    expect(lines.filter((line) => line === '"n","text"')).toHaveLength(1);
    const parquet = await read('Parquet');
    expect([parquet.subarray(0, 4).toString(), parquet.subarray(-4).toString()]).toEqual(['PAR1', 'PAR1']);
  });

  it('a stream that is left early does not keep anybody waiting', async () => {
    for (let n = 0; n < 5; n++) {
      for await (const _ of await warehouse.stream(sql`select number from numbers(300000)`, 'TabSeparated'))
        break;
    }
    expect(await count(sql`workspace_id = ${'nobody'}`)).toBe(0);
  });

  it('holds writes back while it is paused, and only then', async () => {
    const order: string[] = [];
    const pause = warehouse.writesPaused(async (command) => {
      order.push('paused');
      await command(sql`select 1`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      order.push('goes on');
    });
    const insert = warehouse
      .insert('visits', [visit(1, { workspace_id: 'pause' })])
      .then(() => order.push('inserted'));
    await warehouse.query(sql`select 1`);
    await Promise.all([pause, insert]);
    expect(order).toEqual(['paused', 'goes on', 'inserted']);
  });
});
