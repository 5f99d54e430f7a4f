// Promise: a file of rates or facts is loaded block by block; loading it again changes nothing.
import type { ImportMapping } from '@lyhord/contract';
import type { Clock } from '../../platform/clock.ts';
import { type ReferenceRow, referenceReader } from '../reference/reference-rows.ts';
import type { ReferenceStore } from '../reference/reference-store.ts';
import type { Loaded } from './load-file.ts';
import { RefusedRows } from './refused-rows.ts';
import type { Table } from './rows/table.ts';

/** What became of one row of a file of rates or facts. */
export interface JudgedRow {
  readonly line: number;
  readonly row: ReferenceRow;
  /** Whether the same stands already; null for a row that is wrong. */
  readonly known: boolean | null;
}

/** Reads a table of rates or facts and tells what is new in it, block by block. */
export async function* judgedRows(
  store: ReferenceStore,
  workspaceId: string,
  mapping: ImportMapping,
  table: Table,
  home: string,
): AsyncGenerator<JudgedRow[]> {
  const read = referenceReader(mapping, table.columns, home);
  const rates = new Map(
    mapping.target === 'exchange_rates'
      ? (await store.rates(workspaceId)).map((one) => [`${one.currency}|${one.quote}|${one.day}`, one.rate])
      : [],
  );
  for await (const block of table.blocks) {
    const rows = block.map((row) => ({ line: row.line, row: read(row) }));
    const facts = await knownFacts(store, workspaceId, rows);
    yield rows.map(({ line, row }) => {
      if ('wrong' in row) return { line, row, known: null };
      if ('rate' in row) {
        const { currency, quote, day, rate } = row.rate;
        const key = `${currency}|${quote}|${day}`;
        const known = rates.get(key) === rate;
        rates.set(key, rate);
        return { line, row, known };
      }
      const { key, day, table: name } = row.facts;
      const text = textOf(row.facts.facts);
      const known = facts.get(`${name}|${key}|${day}`) === text;
      facts.set(`${name}|${key}|${day}`, text);
      return { line, row, known };
    });
  }
}

const textOf = (facts: Readonly<Record<string, string>>) =>
  JSON.stringify(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));

async function knownFacts(
  store: ReferenceStore,
  workspaceId: string,
  rows: readonly { row: ReferenceRow }[],
): Promise<Map<string, string>> {
  const byTable = new Map<string, Set<string>>();
  for (const { row } of rows) {
    if (!('facts' in row)) continue;
    const keys = byTable.get(row.facts.table) ?? new Set();
    byTable.set(row.facts.table, keys.add(row.facts.key));
  }
  const known = new Map<string, string>();
  for (const [table, keys] of byTable) {
    for (const one of await store.facts(workspaceId, table, [...keys])) {
      known.set(`${table}|${one.key}|${one.day}`, textOf(one.facts));
    }
  }
  return known;
}

export async function loadReference(
  parts: { readonly reference: ReferenceStore; readonly clock: Clock },
  work: {
    readonly workspaceId: string;
    readonly importId: string;
    readonly mapping: ImportMapping;
    readonly home: string;
  },
  table: Table,
): Promise<Loaded> {
  const { reference, clock } = parts;
  const { workspaceId, importId, mapping, home } = work;
  const counts = { rows: 0, accepted: 0, duplicates: 0, refused: 0 };
  const refused = new RefusedRows();
  for await (const rows of judgedRows(reference, workspaceId, mapping, table, home)) {
    const fresh = rows.filter(({ known }) => known === false).map(({ row }) => row);
    const at = clock.now();
    await reference.addRates(
      workspaceId,
      fresh.flatMap((row) => ('rate' in row ? [row.rate] : [])),
      importId,
      at,
    );
    await reference.addFacts(
      workspaceId,
      fresh.flatMap((row) => ('facts' in row ? [row.facts] : [])),
      importId,
      at,
    );
    for (const { line, row, known } of rows) {
      counts.rows += 1;
      if ('wrong' in row) {
        counts.refused += 1;
        refused.add(line, row.wrong);
      } else if (known) counts.duplicates += 1;
      else counts.accepted += 1;
    }
  }
  return { counts, whole: true, problem: refused.problem(), refusedRows: refused.first };
}
