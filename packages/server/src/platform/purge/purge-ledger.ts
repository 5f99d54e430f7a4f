// Promise: what was deleted from the ledger is in no page, index, statistic or log segment of it any more, as far as
// the server lets its user see to that; what it does not is said.
import type { Ledger } from '../stores/ledger.ts';
import { sql } from '../stores/sql.ts';
import { emptyAbandonedFiles } from './abandoned-files.ts';
import { olderTransactionsEnd } from './older-transactions.ts';

export interface PurgedLedger {
  readonly tables: number;
  /** Files that a killed rewrite had left behind. */
  readonly filesEmptied: number;
  /** False where the server belongs to somebody else: its log segments expire by its own rules. */
  readonly logReplaced: boolean;
  readonly statisticsReplaced: boolean;
}

const mostSegments = 80;

/**
 * Writes the tables anew with their indexes and statistics, and puts the log segments so far out of use. Of an embedded
 * ledger it also empties what earlier rewrites left behind when they were killed.
 */
export async function purgeLedger(
  ledger: Ledger,
  tables: readonly string[],
  isEmbedded: boolean,
): Promise<PurgedLedger> {
  await olderTransactionsEnd(ledger);
  await permitted(() => forgetStatistics(ledger, tables));
  for (const table of tables) await ledger.query(sql`vacuum (full, analyze) ${sql.name(table)}`);
  const statisticsReplaced = await permitted(async () => {
    await ledger.query(sql`vacuum (full) pg_catalog.pg_statistic`);
  });
  const filesEmptied = isEmbedded ? await emptyAbandonedFiles(ledger) : 0;
  const logReplaced = await permitted(() => replaceLog(ledger));
  return { tables: tables.length, filesEmptied, logReplaced, statisticsReplaced };
}

/** Of a table without rows the server goes on to keep what it knew of their values: it looks anew only where there are some. */
async function forgetStatistics(ledger: Ledger, tables: readonly string[]): Promise<void> {
  await ledger.query(
    sql`delete from pg_catalog.pg_statistic where starelid = any(${tables}::text[]::regclass[])`,
  );
}

/** Segments that the server has laid ready hold what they held before; they are used up, then all are dropped. */
async function replaceLog(ledger: Ledger): Promise<void> {
  await nextSegment(ledger);
  for (let turn = 0; turn < mostSegments; turn += 1) {
    const ready = await ledger.one<{ n: string }>(sql`select count(*) as n from pg_ls_waldir()
      where name ~ '^[0-9A-F]{24}$' and name > pg_walfile_name(pg_current_wal_insert_lsn())`);
    if (Number(ready?.n ?? 0) === 0) break;
    await nextSegment(ledger);
  }
  await ledger.query(sql`checkpoint`);
  await ledger.query(sql`checkpoint`);
}

/** A segment ends only when something stands in it. */
async function nextSegment(ledger: Ledger): Promise<void> {
  await ledger.query(sql`select pg_current_xact_id()`);
  await ledger.query(sql`select pg_logical_emit_message(false, 'lyhord', 'next')`);
  await ledger.query(sql`select pg_switch_wal()`);
}

async function permitted(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return false;
    throw error;
  }
}
