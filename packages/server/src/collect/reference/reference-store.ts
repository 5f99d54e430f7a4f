// All SQL of exchange rates and enrichment tables.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { ExchangeRate } from './rate-book.ts';

/** Facts about a key, such as a postcode, on a day or (`''`) always. */
export interface Enrichment {
  readonly table: string;
  readonly key: string;
  readonly day: string;
  readonly facts: Readonly<Record<string, string>>;
}

export interface EnrichmentTable {
  readonly name: string;
  readonly keys: number;
  readonly rows: number;
  readonly facts: string[];
  readonly from: string | null;
  readonly to: string | null;
}

const always = '1970-01-01';
const written = (at: Date) => at.toISOString().replace('T', ' ').replace('Z', '');

/** The rows of a reference table that count: of each key the one written last. */
const counting = (table: 'exchange_rates' | 'enrichments', keys: string, values: string, where: Sql): Sql =>
  sql`select ${sql.raw(keys)}, ${sql.raw(
    values
      .split(', ')
      .map((name) => `argMax(t.${name}, t.written_at) as ${name}`)
      .join(', '),
  )} from ${sql.name(table)} as t where ${where} group by ${sql.raw(keys)}`;

export const countingRates = (workspaceId: string): Sql =>
  counting('exchange_rates', 'currency, quote, day', 'rate', sql`workspace_id = ${workspaceId}`);

/** Columns key, day (1970-01-01: always) and facts, for joins. */
export const countingFacts = (workspaceId: string, table: string): Sql =>
  counting('enrichments', 'key, day', 'facts', sql`workspace_id = ${workspaceId} and table_name = ${table}`);

/** Of several for one key the one that was told last: in one insert the time of writing cannot tell them apart. */
const lastOfEach = <Told>(told: readonly Told[], keyOf: (one: Told) => readonly string[]): Told[] => [
  ...new Map(told.map((one) => [JSON.stringify(keyOf(one)), one])).values(),
];

export function referenceStore(warehouse: Warehouse) {
  return {
    async rates(workspaceId: string): Promise<ExchangeRate[]> {
      return warehouse.query<ExchangeRate>(sql`select currency, quote, toString(day) as day, rate
        from (${countingRates(workspaceId)})`);
    },
    async ratesStamp(workspaceId: string): Promise<string> {
      const [row] = await warehouse.query<{ stamp: string }>(sql`select
          concat(toString(count()), ' ', toString(max(written_at))) as stamp
        from exchange_rates where workspace_id = ${workspaceId}`);
      return row?.stamp ?? '';
    },
    async addRates(
      workspaceId: string,
      rates: readonly ExchangeRate[],
      importId: string,
      at: Date,
    ): Promise<void> {
      const shared = { workspace_id: workspaceId, import_id: importId, written_at: written(at) };
      if (rates.length > 0)
        await warehouse.insert(
          'exchange_rates',
          lastOfEach(rates, ({ currency, quote, day }) => [currency, quote, day]).map((rate) => ({
            ...{ ...shared, ...rate },
          })),
        );
    },

    async facts(workspaceId: string, table: string, keys: readonly string[]): Promise<Enrichment[]> {
      const rows = await warehouse.query<{ key: string; day: string; facts: Record<string, string> }>(
        sql`select key, toString(day) as day, facts from (${countingFacts(workspaceId, table)})
          where key in ${sql.list(keys, 'String')} order by key, day`,
      );
      return rows.map((row) => ({ table, ...row, day: row.day === always ? '' : row.day }));
    },
    async addFacts(
      workspaceId: string,
      rows: readonly Enrichment[],
      importId: string,
      at: Date,
    ): Promise<void> {
      const shared = { workspace_id: workspaceId, import_id: importId, written_at: written(at) };
      if (rows.length > 0)
        await warehouse.insert(
          'enrichments',
          lastOfEach(rows, ({ table, key, day }) => [table, key, day]).map(({ table, key, day, facts }) => ({
            ...shared,
            table_name: table,
            key,
            day: day || always,
            facts,
          })),
        );
    },
    async tables(workspaceId: string): Promise<EnrichmentTable[]> {
      const rows = await warehouse.query<{
        name: string;
        keys: string;
        rows: string;
        facts: string[];
        first: string;
        last: string;
      }>(sql`select table_name as name, uniqExact(key) as keys, uniqExact(key, day) as rows,
          arraySort(groupUniqArrayArray(mapKeys(facts))) as facts,
          toString(minIf(day, day > '1970-01-01')) as first, toString(max(day)) as last
        from enrichments where workspace_id = ${workspaceId} group by table_name order by table_name`);
      const dated = (day: string) => (day === always ? null : day);
      return rows.map(({ first, last, ...row }) => ({
        ...row,
        keys: Number(row.keys),
        rows: Number(row.rows),
        from: dated(first),
        to: dated(last),
      }));
    },

    /** Takes out what one import brought; what it replaced counts again. */
    async removeImport(workspaceId: string, importId: string): Promise<void> {
      const { engine } = warehouse;
      for (const table of ['exchange_rates', 'enrichments']) {
        await warehouse.command(sql`alter table ${sql.name(engine.shard(table))} ${sql.raw(engine.onCluster)}
          delete where workspace_id = ${workspaceId} and import_id = ${importId} settings mutations_sync = 2`);
      }
    },
  };
}
export type ReferenceStore = ReturnType<typeof referenceStore>;
