import { ImportMapping } from '@lyhord/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sql, sql } from '../../../platform/stores/sql.ts';
import { openCollect, type TestCollect } from '../../testing/open-collect.ts';

let test: TestCollect;
beforeAll(async () => {
  test = await openCollect();
});
afterAll(() => test.close());

const mapping = ImportMapping.parse({
  target: 'events',
  columns: {
    ...{ messageId: 'id', happenedAt: 'at', event: 'event', place: 'place', userId: 'user', email: 'mail' },
    ...{ name: 'name', amount: 'amount', currency: 'currency', reference: 'order' },
  },
  dateFormat: 'iso',
});
const header = 'id,at,event,place,user,mail,name,amount,currency,order\n';
const names = ['Order Completed', 'Order Refunded', 'identify', 'Something Else'];
const row = (n: number, amount = n) =>
  `r${n},2026-03-${10 + (n % 20)} 08:${10 + (n % 50)},${names[n % 4]},${n % 3 ? 'lund' : ''},u${n % 900},${n % 5 ? `U${n % 900}@Example.org` : 'no address'},${n % 7 ? '' : `Name ${n}`},${amount},SEK,o-${n >> 1}\n`;
const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => row(from + at)).join('');

async function load(workspaceId: string, text: string) {
  async function* bytes() {
    yield Buffer.from(header + text);
  }
  const file = { workspaceId, fileName: 'orders.csv', mapping, bytes: bytes(), startedBy: null };
  const { accepted, duplicates, refused } = await test.collect.importFile(file);
  return { accepted, duplicates, refused };
}

/** What stands in the tables, without what every workspace has its own keys for, and without lines. */
async function tables(workspaceId: string) {
  const of = (text: Sql) => test.rows<Record<string, unknown>>(text);
  const mine = sql`workspace_id = ${workspaceId}`;
  return {
    events:
      await of(sql`select kind, name, place_code, happened_at, local_day, reference, amount_minor, currency,
        properties, i.type as type, i.value as value, count() as n
      from events left join identifiers as i on i.workspace_id = events.workspace_id
        and i.identifier_key = events.identifier_key where events.workspace_id = ${workspaceId} group by all order by all`),
    identifiers: await of(sql`select type, value from identifiers where ${mine} order by all`),
    traits: await of(sql`select name, value, happened_at from traits where ${mine} order by all`),
    // each file notes what it shows for itself
    links: await of(sql`select distinct a.value as a, b.value as b, least(a.value, b.value) as first, rule
      from identity_links as l
      join identifiers as a on a.workspace_id = l.workspace_id and a.identifier_key = l.key_a
      join identifiers as b on b.workspace_id = l.workspace_id and b.identifier_key = l.key_b
      where l.workspace_id = ${workspaceId} order by first, rule`).then((found) =>
      found.map(({ a, b, rule }) => [[a, b].sort(), rule]),
    ),
    refusals: (await of(sql`select field, reason, detail from refusals where ${mine} order by all`)).map(
      ({ detail, ...one }) => ({ ...one, detail: String(detail).replace(/Line \d+/, 'Line') }),
    ),
  };
}

const wrong = `x1,2026-02-31 08:00,Order Completed,lund,u1,,,1,SEK,\nx2,2026-03-01,Order Completed,lund,u2,,,many,SEK,\n`;
const good = rows(0, 3_800);

it('a file read in a thread leaves the rows that small files leave, which are judged row by row', async () => {
  const [large, small] = [await test.workspace(), await test.workspace()];
  const whole = good + wrong + row(3) + rows(3_800, 4_000);
  expect(Buffer.byteLength(whole)).toBeGreaterThan(256 * 1024);
  const once = await load(large.workspaceId, whole);
  expect(once).toEqual({ accepted: 4_000, duplicates: 1, refused: 2 });
  for (const part of [
    rows(0, 1_500),
    rows(1_500, 3_000),
    rows(3_000, 3_800) + wrong,
    row(3) + rows(3_800, 4_000),
  ])
    await load(small.workspaceId, part);
  expect(await tables(large.workspaceId)).toEqual(await tables(small.workspaceId));
  expect(await load(large.workspaceId, whole)).toEqual({ accepted: 0, duplicates: 4_001, refused: 2 });
});

it('rows under an id that is taken are told apart, and name nobody', async () => {
  const [large, small] = [await test.workspace(), await test.workspace()];
  const other = row(10, 777).replace('u10', 'somebody else');
  const whole = good + other + rows(3_800, 4_000);
  await load(large.workspaceId, row(11, 5));
  expect(await load(large.workspaceId, whole)).toEqual({ accepted: 3_999, duplicates: 0, refused: 2 });
  for (const part of [row(11, 5), rows(0, 2_000), rows(2_000, 3_800), other + rows(3_800, 4_000)])
    await load(small.workspaceId, part);
  const found = await tables(large.workspaceId);
  expect(found).toEqual(await tables(small.workspaceId));
  expect(JSON.stringify(found.identifiers)).not.toContain('somebody');
});

it('of a customer who was erased nothing comes back', async () => {
  const { workspaceId } = await test.workspace();
  const key = await test.collect.keyOf(workspaceId, { type: 'user_id', value: 'u7' });
  await test.collect.refuseErased(workspaceId, [key!.text], []);
  const ofThem = Array.from({ length: 4_000 }, (_, n) => n).filter((n) => n % 900 === 7).length;
  expect(await load(workspaceId, rows(0, 4_000))).toEqual({
    ...{ accepted: 4_000 - ofThem, duplicates: 0, refused: ofThem },
  });
  const { identifiers } = await tables(workspaceId);
  expect(identifiers.filter(({ value }) => value === 'u7')).toEqual([]);
});
