// What later steps ask of rates and enrichment tables.
import type { Clock } from '../../platform/clock.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { type ExchangeRate, RateBook } from './rate-book.ts';
import {
  countingFacts,
  type Enrichment,
  type EnrichmentTable,
  type ReferenceStore,
} from './reference-store.ts';

export interface Conversion {
  readonly to: string;
  readonly currencies: readonly string[];
  /** Days of the amounts, YYYY-MM-DD, inclusive. */
  readonly from: string;
  readonly until: string;
}

export interface Reference {
  /** Converts at the rate of the day; throws `missing_rate` where there is none. Rounds half away from zero. */
  convert(
    workspaceId: string,
    amount: { readonly amountMinor: number; readonly currency: string; readonly day: string },
    to: string,
  ): Promise<number>;
  /**
   * A table for joins with columns currency, day and factor: minor units of `to` for one minor unit of the currency.
   * Throws `missing_rate` where any day of the period lacks a rate.
   */
  conversionTable(workspaceId: string, conversion: Conversion): Promise<Sql>;
  /** Minor units of `to` for one minor unit of each currency on each day of its period; days without a rate are left out. */
  knownRates(
    workspaceId: string,
    to: string,
    wanted: readonly { readonly currency: string; readonly from: string; readonly until: string }[],
  ): Promise<{ currency: string; day: string; factor: number }[]>;
  /** Another text whenever the rates of a workspace have changed. */
  ratesStamp(workspaceId: string): Promise<string>;
  /** Keeps rates; of two for one day the one that was told last counts. */
  addRates(workspaceId: string, rates: readonly ExchangeRate[]): Promise<void>;
  enrichmentTables(workspaceId: string): Promise<EnrichmentTable[]>;
  /** Facts by key; with a day those of the last day up to it (or without a day), else all. */
  enrichmentOf(
    workspaceId: string,
    table: string,
    keys: readonly string[],
    day?: string,
  ): Promise<Enrichment[]>;
  /** A table for joins with columns key, day (1970-01-01: always) and facts, a map of text. */
  enrichmentTable(workspaceId: string, table: string): Sql;
}

const missing = (currency: string, to: string, day: string) =>
  new Problem('missing_rate', because('rate_missing', { from: currency, to, day }));

const ofNoImport = '';

export function createReference(store: ReferenceStore, clock: Clock): Reference {
  const book = async (workspaceId: string) => new RateBook(await store.rates(workspaceId));
  return {
    async convert(workspaceId, { amountMinor, currency, day }, to) {
      const factor = currency === to ? 1 : (await book(workspaceId)).minorRate(currency, to, day);
      if (factor === null) throw missing(currency, to, day);
      const converted = Math.round(Math.abs(amountMinor) * factor);
      return amountMinor < 0 ? -converted : converted;
    },
    async conversionTable(workspaceId, { to, currencies, from, until }) {
      const rates = await book(workspaceId);
      const rows = daysBetween(from, until).flatMap((day) =>
        currencies.map((currency) => {
          const factor = rates.minorRate(currency, to, day);
          if (factor === null) throw missing(currency, to, day);
          return { currency, day, factor };
        }),
      );
      const column = (type: string, values: (string | number)[]) => sql.typed(`Array(${type})`, values);
      return sql`(select row.1 as currency, toDate(row.2) as day, row.3 as factor from (select arrayJoin(arrayZip(
        ${column(
          'String',
          rows.map((row) => row.currency),
        )}, ${column(
          'String',
          rows.map((row) => row.day),
        )}, ${column(
          'Float64',
          rows.map((row) => row.factor),
        )})) as row))`;
    },
    async knownRates(workspaceId, to, wanted) {
      if (wanted.length === 0) return [];
      const rates = await book(workspaceId);
      return wanted.flatMap(({ currency, from, until }) =>
        daysBetween(from, until).flatMap((day) => {
          const factor = rates.minorRate(currency, to, day);
          return factor === null ? [] : [{ currency, day, factor }];
        }),
      );
    },
    ratesStamp: store.ratesStamp,
    addRates: (workspaceId, rates) => store.addRates(workspaceId, rates, ofNoImport, clock.now()),
    enrichmentTables: store.tables,
    async enrichmentOf(workspaceId, table, keys, day) {
      const facts = await store.facts(workspaceId, table, keys);
      if (day === undefined) return facts;
      const last = new Map<string, Enrichment>();
      // they come by day, so that the last one that fits stays
      for (const one of facts) if (one.day <= day) last.set(one.key, one);
      return [...last.values()];
    },
    enrichmentTable: (workspaceId, table) => sql`(${countingFacts(workspaceId, table)})`,
  };
}

function daysBetween(from: string, until: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${until}T00:00:00Z`); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
