import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStores, type TestPlatform } from '../testing/open-test-stores.ts';
import type { AboutKeys, FourTexts } from './ledger.ts';
import { openLedger } from './postgres-ledger.ts';
import { sql } from './sql.ts';

describe('the ledger', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    const notes = sql`create table notes (id text primary key, n bigint, doc jsonb, tags text[], at timestamptz)`;
    platform = await openTestStores({ ledger: [{ id: 'try-0001', statements: [notes] }], warehouse: [] });
  });
  afterAll(() => platform.close());
  const ids = async () =>
    (await platform.ledger.query<{ id: string }>(sql`select id from notes order by id`)).map(({ id }) => id);
  const add = (id: string) => sql`insert into notes (id) values (${id})`;

  it('gives back what it is given, whatever it looks like', async () => {
    const odd = `'; drop table notes; -- $1 \\ 😀`;
    const at = new Date('2024-02-29T12:00:00.123Z');
    await platform.ledger.query(
      sql`insert into notes values (${odd}, ${2n ** 62n}, ${JSON.stringify({ a: [odd] })}, ${[odd, 'b']}, ${at})`,
    );
    expect(
      await platform.ledger.one(
        sql`select * from notes where id = ${odd} and id = any(${[odd, 'x']}) and id in ${sql.list([odd])}`,
      ),
    ).toEqual({
      id: odd,
      n: String(2n ** 62n),
      doc: { a: [odd] },
      tags: [odd, 'b'],
      at,
    });
    expect(await platform.ledger.one(sql`select 1 from notes where id in ${sql.list([])}`)).toBeNull();
    await platform.ledger.query(sql`delete from notes`);
  });

  it('keeps a transaction that ends well, and nothing of one that fails', async () => {
    await platform.ledger.transaction(async (tx) => {
      await tx.query(add('kept'));
      expect(await ids()).toEqual([]);
    });
    const failing = platform.ledger.transaction(async (tx) => {
      await tx.query(add('lost'));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await ids()).toEqual(['kept']);
  });

  it('takes back only the inner part when a nested transaction fails', async () => {
    await platform.ledger.transaction(async (tx) => {
      await tx.query(add('outer'));
      await tx.transaction(async (inner) => void (await inner.query(add('inner'))));
      await expect(tx.transaction((inner) => inner.query(add('outer')))).rejects.toMatchObject({
        code: '23505',
      });
      await tx.query(add('after'));
    });
    expect(await ids()).toEqual(['after', 'inner', 'kept', 'outer']);
  });

  it('uses a connection again after its transaction failed', async () => {
    for (let n = 0; n < 30; n++)
      await platform.ledger.transaction((tx) => tx.query(sql`select 1 / 0`)).catch(() => undefined);
    expect(await platform.ledger.one(sql`select 1 as one`)).toEqual({ one: 1 });
  });

  it('answers questions of one moment each with its own rows, in and out of a transaction', async () => {
    const said: AboutKeys = (workspaceId, words) => sql`select word, null::text, ${workspaceId}::text, n::text
      from unnest(${words}::text[]) as word, generate_series(1, length(word)) as n`;
    const rowsOf = (home: string, word: string) =>
      [...word].map((_, at) => [word, null, home, String(at + 1)]);
    const byNumber = (rows: readonly FourTexts[]) => rows.toSorted((a, b) => Number(a[3]) - Number(b[3]));
    const words = ['a', 'bb', '', 'a', 'cccc', 'd', 'ee', 'f', 'ggg', 'h'];
    const asked = words.flatMap((word) => ['one home', 'another'].map((home) => ({ home, word })));
    for (let time = 0; time < 3; time += 1) {
      const answers = await Promise.all(
        asked.map(({ home, word }) => platform.ledger.together(said, home, [word])),
      );
      expect(answers.map(byNumber)).toEqual(asked.map(({ home, word }) => rowsOf(home, word)));
    }
    expect(await platform.ledger.together(said, 'one home', ['bb', 'a', 'bb'])).toHaveLength(3);
    expect(await platform.ledger.together(said, 'one home', [])).toEqual([]);
    await platform.ledger.transaction(async (tx) => {
      await tx.query(add('inside'));
      const own: AboutKeys = (_, ids) =>
        sql`select id, null::text, null::text, null::text from notes where id = any(${ids})`;
      expect(await tx.together(own, '', ['inside'])).toHaveLength(1);
      expect(await platform.ledger.together(own, '', ['inside'])).toEqual([]);
    });
    const bad: AboutKeys = () => sql`select (1 / 0)::text, null::text, null::text, null::text`;
    await expect(platform.ledger.together(bad, '', ['a'])).rejects.toThrow('division by zero');
    expect(await platform.ledger.together(said, 'home', ['a'])).toEqual(rowsOf('home', 'a'));
    await platform.ledger.query(sql`delete from notes`);
  });

  it('plans a shared question once, by key however small the table was when it did', async () => {
    const { ledger } = platform;
    const asked: AboutKeys = (_, some) =>
      sql`select id, doc::text, null::text, null::text from notes where id = any(${some})`;
    for (let n = 1; n <= 20; n += 1) expect(await ledger.together(asked, '', [`n${n}`])).toEqual([]);
    const plans: AboutKeys = () => sql`select 'plans', generic_plans::text, custom_plans::text,
      current_setting('enable_seqscan') from pg_prepared_statements where statement like '%doc::text%from notes%'
      and name <> '' order by generic_plans desc`;
    expect((await ledger.together(plans, '', ['plans']))[0]).toEqual(['plans', '20', '0', 'off']);
  });

  it('that cannot be reached is told in one sentence', async () => {
    await expect(openLedger('postgres://lyhord:wrong@127.0.0.1:1/lyhord')).rejects.toMatchObject({
      fault: 'ledger-unreachable',
      message: expect.stringContaining('check address, user and password'),
    });
  });
});
