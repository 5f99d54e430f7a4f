// Promise: a rewrite of a table that a kill cut short leaves no row behind. PostgreSQL never takes away the file that it
// was writing to then, and no table claims it; such files are emptied. They are not removed: the server may still
// want to force them to disk, and stops when one is missing.
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ledger } from '../stores/ledger.ts';
import { sql } from '../stores/sql.ts';
import { olderTransactionsEnd } from './older-transactions.ts';

/** `16423`, its parts `16423.1`, and its maps `16423_fsm`; files of temporary tables have other names. */
const relationFile = /^(\d+)(?:_(?:fsm|vm|init))?(?:\.\d+)?$/;

/** Empties what no table claims of an embedded ledger's own database; says how many files that were. */
export async function emptyAbandonedFiles(ledger: Ledger): Promise<number> {
  const folder = await folderOf(ledger);
  const before = await unclaimedFiles(ledger, folder);
  if (before.length === 0) return 0;
  // the file of a rewrite that is going on is unclaimed, too, until its transaction ends
  await olderTransactionsEnd(ledger);
  const still = new Set(await unclaimedFiles(ledger, folder));
  const abandoned = before.filter((name) => still.has(name));
  for (const name of abandoned) await empty(join(folder, name));
  return abandoned.length;
}

async function folderOf(ledger: Ledger): Promise<string> {
  const row = await ledger.one<{ cluster: string; database: string }>(sql`
    select current_setting('data_directory') as cluster, oid::text as database from pg_database
    where datname = current_database()`);
  return join(row!.cluster, 'base', row!.database);
}

/** Files are listed first: what is made afterwards is none of them. */
async function unclaimedFiles(ledger: Ledger, folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => relationFile.test(name));
  const rows = await ledger.query<{ number: string }>(
    sql`select pg_relation_filenode(oid)::text as number from pg_class where pg_relation_filenode(oid) is not null`,
  );
  const claimed = new Set(rows.map(({ number }) => number));
  const unclaimed: string[] = [];
  for (const name of names) {
    if (claimed.has(relationFile.exec(name)![1]!)) continue;
    const size = await stat(join(folder, name)).then(
      (found) => found.size,
      () => 0,
    );
    if (size > 0) unclaimed.push(name);
  }
  return unclaimed;
}

async function empty(path: string): Promise<void> {
  const file = await open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (file === null) return;
  try {
    await file.truncate(0);
    await file.sync();
  } finally {
    await file.close();
  }
}
