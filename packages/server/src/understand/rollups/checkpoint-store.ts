// All SQL of the last commit that counts, and of how far rollups have come after it.
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';

export interface Seal {
  readonly commitNo: bigint;
  readonly sealedAt: Date;
}

/** The last commit that counts; null before the first. */
export async function lastSeal(warehouse: Warehouse): Promise<Seal | null> {
  const [row] = await warehouse.query<{ commit_no: string; sealed_at: string }>(
    sql`select commit_no, sealed_at from commits order by commit_no desc limit 1`,
  );
  return row ? { commitNo: BigInt(row.commit_no), sealedAt: utc(row.sealed_at) } : null;
}
const utc = (text: string): Date => new Date(`${text.replace(' ', 'T')}Z`);

/** The commits up to which days, and the map from identifiers to profiles, are made. */
export interface Checkpoint {
  readonly days: bigint;
  readonly profiles: bigint;
}

/** The checkpoint, locked until the transaction ends; null when another process holds it. */
export async function lockCheckpoint(tx: Ledger, workspaceId: string): Promise<Checkpoint | null> {
  await tx.query(sql`insert into rollup_checkpoints (workspace_id, commit_no, sealed_at)
    values (${workspaceId}, 0, to_timestamp(0)) on conflict do nothing`);
  const row = await tx.one<{
    commit_no: string;
    profile_commit_no: string;
  }>(sql`select commit_no, profile_commit_no from rollup_checkpoints
    where workspace_id = ${workspaceId} for update skip locked`);
  return row && { days: BigInt(row.commit_no), profiles: BigInt(row.profile_commit_no) };
}

export const moveCheckpoint = (tx: Ledger, workspaceId: string, seal: Seal): Promise<unknown> =>
  tx.query(sql`update rollup_checkpoints set commit_no = ${seal.commitNo},
      profile_commit_no = ${seal.commitNo}, sealed_at = ${seal.sealedAt}
    where workspace_id = ${workspaceId}`);

/** How far the counts of operations have come, locked until the transaction ends; null when another one holds it. */
export async function lockOperations(tx: Ledger, workspaceId: string): Promise<bigint | null> {
  await tx.query(sql`insert into operation_checkpoints (workspace_id, commit_no)
    values (${workspaceId}, 0) on conflict do nothing`);
  const row = await tx.one<{ commit_no: string }>(sql`select commit_no from operation_checkpoints
    where workspace_id = ${workspaceId} for update skip locked`);
  return row && BigInt(row.commit_no);
}

export const moveOperations = (tx: Ledger, workspaceId: string, commitNo: bigint): Promise<unknown> =>
  tx.query(sql`update operation_checkpoints set commit_no = ${commitNo} where workspace_id = ${workspaceId}`);

/** How far the days of tickets have come; who holds the lock of the operations alone moves it. */
export async function readTickets(ledger: Ledger, workspaceId: string): Promise<bigint> {
  const row = await ledger.one<{ ticket_commit_no: string }>(
    sql`select ticket_commit_no from operation_checkpoints where workspace_id = ${workspaceId}`,
  );
  return BigInt(row?.ticket_commit_no ?? 0);
}

export const moveTickets = (tx: Ledger, workspaceId: string, commitNo: bigint): Promise<unknown> =>
  tx.query(sql`update operation_checkpoints set ticket_commit_no = ${commitNo}
    where workspace_id = ${workspaceId}`);

/** How far the counts of operations have come. */
export async function readOperations(ledger: Ledger, workspaceId: string): Promise<bigint> {
  const row = await ledger.one<{ commit_no: string }>(
    sql`select commit_no from operation_checkpoints where workspace_id = ${workspaceId}`,
  );
  return BigInt(row?.commit_no ?? 0);
}

export async function readCheckpoint(ledger: Ledger, workspaceId: string): Promise<Seal | null> {
  const row = await ledger.one<{ commit_no: string; sealed_at: Date }>(
    sql`select commit_no, sealed_at from rollup_checkpoints where workspace_id = ${workspaceId}`,
  );
  return row ? { commitNo: BigInt(row.commit_no), sealedAt: row.sealed_at } : null;
}

/** Higher than any given before. */
export async function nextVersion(ledger: Ledger): Promise<bigint> {
  const next = await ledger.one<{ version: string }>(sql`select nextval('rollup_versions') as version`);
  return BigInt(next!.version);
}
