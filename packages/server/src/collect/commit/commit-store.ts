// All SQL of group commits: the seal, what stands without one, and the numbers.
import { randomUUID } from 'node:crypto';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { committedTables } from '../warehouse-migrations.ts';
import type { TableRows } from './ahead-log.ts';

/**
 * Tokens belong to this run: a number whose unsealed rows were taken out is used again after a restart, and the
 * warehouse silently leaves out a block whose token it remembers, even when its rows are gone.
 */
const run = randomUUID();

/** Writes every block of a commit; each table's rows are one block. */
export async function writeBlocks(warehouse: Warehouse, commitNo: number, rows: TableRows): Promise<void> {
  await warehouse.insertBlocks(
    rows.map(([table, block]) => ({ table, block, options: { token: `${table}-${commitNo}-${run}` } })),
  );
}

/** Seals a commit: from here on it counts. */
export async function seal(warehouse: Warehouse, commitNo: number, rows: TableRows, at: Date): Promise<void> {
  const counts = rows.map(([table, block]) => [table, block.length]);
  const row = { workspace_id: '', commit_no: commitNo, sealed_at: at, rows: Object.fromEntries(counts) };
  await warehouse.insert('commits', [row], { token: `seal-${commitNo}-${run}` });
}

export async function isSealed(warehouse: Warehouse, commitNo: number): Promise<boolean> {
  const rows = await warehouse.query(sql`select 1 from commits where commit_no = ${commitNo} limit 1`);
  return rows.length > 0;
}

/** The highest commit number in use, sealed or not; 0 when there is none. */
export async function lastCommitNo(warehouse: Warehouse): Promise<number> {
  const numbers = [...committedTables, 'commits'].map(
    (table) => sql`select max(commit_no) as last from ${sql.name(table)}`,
  );
  const [row] = await warehouse.query<{ last: string }>(
    sql`select max(last) as last from (${sql.join(numbers, sql` union all `)})`,
  );
  return Number(row?.last ?? 0);
}

/** Takes out what was written for commits that were never sealed, hence never acknowledged. Says from which tables. */
export async function removeUnsealed(warehouse: Warehouse): Promise<{ table: string; commits: number[] }[]> {
  const removed: { table: string; commits: number[] }[] = [];
  for (const table of committedTables) {
    const rows = await warehouse.query<{ commit_no: string }>(
      sql`select distinct commit_no from ${sql.name(table)}
          where commit_no not in (select commit_no from commits)`,
      { timeoutMs: 600_000 },
    );
    if (rows.length === 0) continue;
    const commits = rows.map((row) => Number(row.commit_no));
    await removeCommits(warehouse, table, commits);
    removed.push({ table, commits });
  }
  return removed;
}

/** Takes all rows of one commit out again, after it failed half way. */
export async function removeCommit(warehouse: Warehouse, commitNo: number): Promise<void> {
  for (const table of committedTables) await removeCommits(warehouse, table, [commitNo]);
}

async function removeCommits(warehouse: Warehouse, table: string, commits: readonly number[]): Promise<void> {
  const { engine } = warehouse;
  const numbers: Sql = sql.list(commits, 'UInt64');
  await warehouse.command(
    sql`alter table ${sql.name(engine.shard(table))} ${sql.raw(engine.onCluster)}
        delete where commit_no in ${numbers} settings mutations_sync = 2`,
  );
}
