import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestStores, type TestPlatform } from '../../testing/open-test-stores.ts';
import { sql } from '../sql.ts';
import { Block } from './block.ts';
import { withRows } from './packed-block.ts';

const shape = {
  n: 'uint32',
  word: 'word',
  text: 'text',
  words: 'words',
  key: 'key',
  moment: 'moment',
  due: 'moment or null',
  day: 'day',
  flag: 'flag',
  minute: 'uint16',
  share: 'float32',
  value: 'float64',
  score: 'float64 or null',
  amount: 'int64',
  cost: 'int64 or null',
  wait: 'int32 or null',
} as const;

let platform: TestPlatform;
beforeAll(async () => {
  const table = sql`create table things (n UInt32, word LowCardinality(String), text String,
    words Array(LowCardinality(String)), key UInt64, moment DateTime64(3, 'UTC'), due Nullable(DateTime64(3, 'UTC')),
    day Date, flag Bool, minute UInt16, share Float32, value Float64, score Nullable(Float64), amount Int64,
    cost Nullable(Int64), wait Nullable(Int32), left_out String default 'none') engine = MergeTree order by n`;
  const warehouse = [{ id: 'test-0001', statements: () => [table] }];
  platform = await openTestStores({ warehouse, ledger: [] });
});
afterAll(() => platform.close());

async function throughStore(rows: readonly Record<keyof typeof shape, unknown>[]) {
  await platform.warehouse.command(sql`truncate table things`);
  const block = new Block(shape);
  for (const row of rows) block.push(row);
  await platform.warehouse.insertBlock('things', block);
  return platform.warehouse.query<Record<string, unknown>>(sql`select * from things order by n`);
}

const moment = (at: number) => new Date(at).toISOString().replace('T', ' ').slice(0, -1);
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ maxLength: 400 }),
  fc.constant('å'.repeat(97)),
);
const at = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
const whole = fc.integer({ min: -1e13, max: 1e13 });
const half = fc.integer({ min: 0, max: 0xffffffff });

it('what goes in as columns comes out as it was', async () => {
  const row = fc.record({
    word: fc.oneof(fc.constantFrom('', 'web', 'butik'), anyText),
    text: anyText,
    words: fc.array(anyText, { maxLength: 3 }),
    key: fc.record({ high: half, low: half }),
    moment: at,
    due: fc.option(at),
    day: fc.integer({ min: 0, max: 40_000 }),
    flag: fc.boolean(),
    minute: fc.integer({ min: 0, max: 1439 }),
    share: fc.constantFrom(0, -0.5, 0.25),
    value: fc.integer().map((n) => n / 8),
    score: fc.option(fc.integer({ min: 0, max: 10 })),
    amount: whole,
    cost: fc.option(whole),
    wait: fc.option(fc.integer({ min: 0, max: 1e8 })),
  });
  const usedBefore = new Block(shape);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), async (list) => {
      const rows = list.map((one, n) => ({ n, ...one }));
      const expected = rows.map((one) => ({
        ...one,
        key: ((BigInt(one.key.high) << 32n) | BigInt(one.key.low)).toString(),
        moment: moment(one.moment),
        due: one.due === null ? null : moment(one.due),
        day: new Date(one.day * 86_400_000).toISOString().slice(0, 10),
        amount: String(one.amount),
        cost: one.cost === null ? null : String(one.cost),
        left_out: 'none',
      }));
      expect(await throughStore(rows)).toEqual(expected);

      const fresh = new Block(shape);
      usedBefore.clear();
      for (const one of rows) for (const block of [fresh, usedBefore]) block.push(one);
      expect(usedBefore.bytes()).toEqual(fresh.bytes());
      expect(Buffer.concat(usedBefore.pieces())).toEqual(fresh.bytes());
      const packed = fresh.pack(['n']);
      expect(packed.bytes.buffer.byteLength).toBe(packed.bytes.length);
    }),
    { numRuns: 25 },
  );
});

it('a column may hold thousands of different words, and a block is one part', async () => {
  const zero = { words: [], key: null, moment: 0, due: null, day: 0, flag: false, minute: 0, share: 0 };
  const none = { value: 0, score: null, amount: 0, cost: null, wait: null };
  for (const many of [255, 256, 257, 70_000]) {
    const rows = Array.from({ length: many }, (_, n) => ({
      n,
      word: `w${n}`,
      text: `t${n}`,
      ...zero,
      ...none,
    }));
    const stored = await throughStore(rows);
    expect(stored.length).toBe(many);
    expect(stored.every(({ n, word, text }) => word === `w${n}` && text === `t${n}`)).toBe(true);
  }
  const parts = await platform.warehouse.query(
    sql`select count() as n from system.parts where table = 'things' and active and rows = 70000
        and database = currentDatabase()`,
  );
  expect(parts).toEqual([{ n: '1' }]);
});

it('rows from another thread are added without some of them, and with columns that they lack', async () => {
  const { words: _, ...packable } = shape;
  const count = 300;
  const other = new Block(packable);
  const rows = Array.from({ length: count }, (_, n) => ({
    n,
    word: `w${n % 7}`,
    text: n % 3 === 0 ? 'å'.repeat(n) : 'plain',
    key: n,
    moment: n * 1000,
    due: n % 2 === 0 ? n : null,
    day: n,
    flag: n % 2 === 1,
    minute: n,
    share: 0.5,
    value: n,
    score: null,
    amount: -n,
    cost: n % 5 === 0 ? n : null,
    wait: null,
  }));
  for (const row of rows) other.push(row);
  const packed = structuredClone(other.pack(['word']));
  const keep = Uint8Array.from(rows, ({ n }) => (n % 10 === 0 ? 1 : 0));
  const none = withRows(packed, new Uint8Array(count));
  const block = new Block(packable);
  block.append(none, { word: 'never' });
  block.append(withRows(packed, keep), { word: 'kept' });
  block.push({ ...rows[0]!, n: 1_000, word: 'own' });
  block.append(withRows(packed, new Uint8Array(count).fill(1)), { word: 'all' });
  expect(block.length).toBe(30 + 1 + count);
  await platform.warehouse.command(sql`truncate table things`);
  await platform.warehouse.insertBlock('things', block);
  const stored = await platform.warehouse.query<Record<string, unknown>>(
    sql`select n, word, text, amount, cost, due from things order by word, n`,
  );
  const expected = (list: typeof rows, word: string) =>
    list.map(({ n, text, amount, cost, due }) => ({
      n,
      word,
      text,
      amount: String(amount),
      cost: cost === null ? null : String(cost),
      due: due === null ? null : moment(due),
    }));
  const tenth = rows.filter(({ n }) => n % 10 === 0);
  expect(stored).toEqual([
    ...expected(rows, 'all'),
    ...expected(tenth, 'kept'),
    ...expected([{ ...rows[0]!, n: 1_000 }], 'own'),
  ]);
});

it('words are thinned out with their numbers', async () => {
  const other = new Block({ n: 'uint32', word: 'word', text: 'text' });
  for (let n = 0; n < 900; n += 1) other.push({ n, word: `w${n % 400}`, text: '' });
  const block = new Block({ n: 'uint32', word: 'word', text: 'text' });
  block.append(
    withRows(
      other.pack(),
      Uint8Array.from({ length: 900 }, (_, n) => (n % 9 === 0 ? 1 : 0)),
    ),
    {},
  );
  await platform.warehouse.command(sql`truncate table things`);
  await platform.warehouse.insertBlock('things', block);
  const [row] = await platform.warehouse.query(
    sql`select count() as many, countIf(word = concat('w', toString(n % 400)) and n % 9 = 0) as right from things`,
  );
  expect(row).toEqual({ many: '100', right: '100' });
});

it('a block without rows is nothing', async () => {
  await platform.warehouse.insertBlock('things', new Block(shape));
});
