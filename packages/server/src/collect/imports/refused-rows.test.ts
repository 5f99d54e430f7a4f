import { ImportMapping } from '@lyhord/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';

let test: TestCollect;
beforeAll(async () => {
  test = await openCollect();
});
afterAll(() => test.close());

async function refusedOf(mapping: object, text: string) {
  const { workspaceId } = await test.workspace();
  async function* bytes() {
    yield Buffer.from(text);
  }
  const file = { workspaceId, fileName: 'a.csv', bytes: bytes(), startedBy: null };
  const { refused, refusedRows, problem } = await test.collect.importFile({
    ...file,
    mapping: ImportMapping.parse(mapping),
  });
  return { refused, rows: refusedRows.map(({ detail: _english, ...row }) => row), problem };
}

it('rows of a file of places say by key and column what was wrong with them', async () => {
  const columns = { code: 'Kod', name: 'Namn', timeZone: 'Zon', latitude: 'Lat', placeKind: 'Typ' };
  const text = 'Kod,Namn,Zon,Lat,Typ\na,A,Mars,,\nb,,,,\nc,C,,north,\nd,D,,,boat\ne,E,,,store\n';
  const found = await refusedOf({ target: 'places', columns }, text);
  expect(found.refused).toBe(4);
  expect(found.rows).toMatchObject([
    { line: 2, field: 'Zon', wrong: { received: '"Mars"', expected: [{ key: 'time_zone' }] } },
    { line: 3, field: 'Namn', reason: 'missing', wrong: { received: 'missing' } },
    { line: 4, field: 'Lat', wrong: { received: '"north"', expected: [{ key: 'number_like' }] } },
    { line: 5, field: 'Typ', wrong: { received: '"boat"', expected: [{ key: 'one_of' }] } },
  ]);
  expect(found.problem).toContain('Line 2: Zon is "Mars", but should be a time zone such as');
});

it('rows of files of facts and rates do, too, and broken ones', async () => {
  const facts = { target: 'enrichment', columns: { key: 'zip', day: 'd' }, constants: { table: 'weather' } };
  expect((await refusedOf(facts, 'zip,d,rain\n,2026-03-01,1\n2,soon,1\n3,2026-03-01,1,2\n')).rows).toEqual([
    {
      ...{ line: 2, field: 'zip', reason: 'invalid' },
      wrong: { received: 'missing', expected: [{ key: 'filled_text' }] },
    },
    {
      ...{ line: 3, field: 'd', reason: 'invalid' },
      wrong: { received: '"soon"', expected: [expect.objectContaining({ key: expect.any(String) })] },
    },
    { line: 4, field: '', reason: 'broken_row' },
  ]);
  const rates = { target: 'exchange_rates', columns: { currency: 'c', to: 't', day: 'd', rate: 'r' } };
  const text = 'c,t,d,r\nEUR,SEK,2026-03-01,-1\nEUR,SEK,2026-03-01,much\nEUR,SEK,,11\nE,SEK,2026-03-01,11\n';
  const keys = (await refusedOf(rates, text)).rows.map(({ field, wrong }) => [
    field,
    wrong!.expected[0]!.key,
  ]);
  expect(keys).toEqual([
    ['r', 'more_than'],
    ['r', 'number_like'],
    ['d', 'date'],
    ['c', 'currency'],
  ]);
});
