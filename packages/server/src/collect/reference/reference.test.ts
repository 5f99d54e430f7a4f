import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/stores/sql.ts';
import { openCollect, type TestCollect } from '../testing/open-collect.ts';
import { RateBook } from './rate-book.ts';

let test: TestCollect;
beforeAll(async () => {
  test = await openCollect();
});
afterAll(() => test.close());

async function* bytesOf(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}
const load = (workspaceId: string, text: string, mapping: object) =>
  test.collect.importFile({
    workspaceId,
    fileName: 'a.csv',
    mapping: { constants: {}, dateFormat: 'iso', decimalComma: false, columns: {}, ...mapping } as never,
    bytes: bytesOf(text),
    startedBy: null,
  });
const rates = { target: 'exchange_rates', columns: { currency: 'from', to: 'to', day: 'day', rate: 'rate' } };
const ratesFile =
  'day,from,to,rate\n2026-03-27,EUR,SEK,11.50\n2026-03-30,EUR,SEK,11.60\n2026-03-30,EUR,JPY,160\n2026-03-30,XX,SEK,1\n';

describe('exchange rates', () => {
  it('convert at the day of the amount, also back, through a third currency and between minor units', async () => {
    const { workspaceId } = await test.workspace();
    expect(await load(workspaceId, ratesFile, rates)).toMatchObject({
      accepted: 3,
      refused: 1,
      problem: expect.stringContaining('Line 5: from is "XX"'),
    });
    const convert = (amountMinor: number, currency: string, day: string, to: string) =>
      test.collect.reference.convert(workspaceId, { amountMinor, currency, day }, to);
    expect(await convert(10_000, 'EUR', '2026-03-29', 'SEK')).toBe(115_000);
    expect(await convert(10_000, 'EUR', '2026-03-31', 'SEK')).toBe(116_000);
    expect(await convert(-116_000, 'SEK', '2026-03-30', 'EUR')).toBe(-10_000);
    expect(await convert(1_000, 'SEK', '2026-03-30', 'JPY')).toBe(138);
    await expect(convert(1, 'EUR', '2026-03-26', 'SEK')).rejects.toThrow('from EUR to SEK for 2026-03-26');
    await expect(convert(1, 'EUR', '2026-05-26', 'SEK')).rejects.toThrow('no exchange rate');
    const table = await test.collect.reference.conversionTable(workspaceId, {
      to: 'SEK',
      currencies: ['EUR', 'SEK'],
      from: '2026-03-29',
      until: '2026-03-30',
    });
    expect(
      await test.rows(
        sql`select currency, toString(day) as day, factor from ${table} as t order by currency, day`,
      ),
    ).toEqual([
      { currency: 'EUR', day: '2026-03-29', factor: 11.5 },
      { currency: 'EUR', day: '2026-03-30', factor: 11.6 },
      { currency: 'SEK', day: '2026-03-29', factor: 1 },
      { currency: 'SEK', day: '2026-03-30', factor: 1 },
    ]);
  });
  it('loaded again change nothing; a corrected one counts', async () => {
    const { workspaceId } = await test.workspace();
    await load(workspaceId, ratesFile, rates);
    expect(await load(workspaceId, ratesFile, rates)).toMatchObject({ accepted: 0, duplicates: 3 });
    expect(await load(workspaceId, ratesFile.replace('11.60', '11.70'), rates)).toMatchObject({
      accepted: 1,
      duplicates: 2,
    });
    expect(
      await test.collect.reference.convert(
        workspaceId,
        { amountMinor: 100, currency: 'EUR', day: '2026-03-30' },
        'SEK',
      ),
    ).toBe(1_170);
  });
  it('told twice for a day in one file count as they were told last', async () => {
    const { workspaceId } = await test.workspace();
    const days = Array.from({ length: 30 }, (_, day) => `2026-03-${String(day + 1).padStart(2, '0')}`);
    const told = (rate: number) => days.map((day) => `${day},EUR,SEK,${rate}`);
    await load(workspaceId, ['day,from,to,rate', ...told(11), ...told(12), ...told(13)].join('\n'), rates);
    const kept = await Promise.all(
      days.map((day) =>
        test.collect.reference.convert(workspaceId, { amountMinor: 100, currency: 'EUR', day }, 'SEK'),
      ),
    );
    expect(kept).toEqual(days.map(() => 1_300));
  });
  it('told both ways for a day each count as they were told, in whatever order they stand', () => {
    const there = { currency: 'EUR', quote: 'SEK', day: '2026-03-01', rate: 11 };
    const back = { currency: 'SEK', quote: 'EUR', day: '2026-03-01', rate: 0.08 };
    for (const book of [new RateBook([there, back]), new RateBook([back, there])]) {
      expect(book.rate('EUR', 'SEK', '2026-03-02')).toBe(11);
      expect(book.rate('SEK', 'EUR', '2026-03-02')).toBe(0.08);
    }
  });
  it('do not reach over more than ten days', () => {
    const book = new RateBook([{ currency: 'EUR', quote: 'SEK', day: '2026-03-01', rate: 11 }]);
    expect(book.rate('EUR', 'SEK', '2026-03-11')).toBe(11);
    expect(book.rate('EUR', 'SEK', '2026-03-12')).toBeNull();
  });
});

it('facts by key and day are loaded, looked up and joined', async () => {
  const { workspaceId } = await test.workspace();
  const weather = 'datum;plats;temperatur;regn\n2026-03-30;lund;4,5;ja\n2026-03-31;lund;7,0;nej\n';
  const mapping = {
    target: 'enrichment',
    columns: { key: 'plats', day: 'datum' },
    constants: { table: 'Weather' },
  };
  expect(await load(workspaceId, weather, mapping)).toMatchObject({
    accepted: 2,
    state: 'done',
    mayUndo: true,
  });
  expect(await load(workspaceId, weather, mapping)).toMatchObject({ accepted: 0, duplicates: 2 });
  const postcodes = 'postnummer,region\n22100,Skåne\n';
  await load(workspaceId, postcodes, {
    target: 'enrichment',
    columns: { key: 'postnummer' },
    constants: { table: 'postcode' },
  });
  const { reference } = test.collect;
  expect(await reference.enrichmentTables(workspaceId)).toEqual([
    { name: 'postcode', keys: 1, rows: 1, facts: ['region'], from: null, to: null },
    {
      name: 'weather',
      keys: 1,
      rows: 2,
      facts: ['regn', 'temperatur'],
      from: '2026-03-30',
      to: '2026-03-31',
    },
  ]);
  expect(await reference.enrichmentOf(workspaceId, 'weather', ['lund'], '2026-04-02')).toMatchObject([
    { day: '2026-03-31', facts: { regn: 'nej' } },
  ]);
  expect(await reference.enrichmentOf(workspaceId, 'postcode', ['22100'], '2020-01-01')).toMatchObject([
    { facts: { region: 'Skåne' } },
  ]);
  const joined =
    await test.rows(sql`select facts['temperatur'] as degrees from ${reference.enrichmentTable(workspaceId, 'weather')} as w
    where key = 'lund' and day = toDate('2026-03-30')`);
  expect(joined).toEqual([{ degrees: '4,5' }]);
});
