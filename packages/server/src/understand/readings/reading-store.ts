// All SQL of the readings of texts in the ledger. Reading 0 is the one with the topic tree that ships ready.
import type { TopicTree } from '@lyhord/contract';
import { shippedTopics } from '@lyhord/text/topics';
import type { Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';

export interface Reading {
  readonly reading: number;
  readonly tree: TopicTree;
  /** Id of the workspace's own model that it reads with. */
  readonly model: string | null;
  /** Everything up to this signal of this commit has been read. */
  readonly readTo: { readonly commitNo: bigint; readonly signalId: string };
  /** The commit that the stretch in progress ends at; kept so that a repeated stretch has the same pieces. */
  readonly goal: bigint;
}
interface ReadingRow {
  reading: number;
  tree: TopicTree;
  model_id: string | null;
  read_to_commit: string;
  read_to_signal: string;
  read_goal: string;
}
const shipped: Reading = {
  reading: 0,
  tree: shippedTopics,
  model: null,
  readTo: { commitNo: 0n, signalId: '' },
  goal: 0n,
};

const made = (row: ReadingRow): Reading => ({
  reading: row.reading,
  tree: row.tree,
  model: row.model_id,
  readTo: { commitNo: BigInt(row.read_to_commit), signalId: row.read_to_signal },
  goal: BigInt(row.read_goal),
});
const columns = sql`reading, tree, model_id, read_to_commit, read_to_signal, read_goal`;

export async function currentReading(ledger: Ledger, workspaceId: string): Promise<Reading> {
  const row = await ledger.one<ReadingRow>(sql`select ${columns} from topic_readings
    where workspace_id = ${workspaceId} and state = 'current'`);
  return row ? made(row) : shipped;
}

export async function preparingReading(ledger: Ledger, workspaceId: string): Promise<Reading | null> {
  const row = await ledger.one<ReadingRow>(sql`select ${columns} from topic_readings
    where workspace_id = ${workspaceId} and state = 'preparing'`);
  return row ? made(row) : null;
}

/** Begins a reading with another tree or model; one that was still being prepared is given up. */
export async function beginReading(
  ledger: Ledger,
  workspaceId: string,
  { tree, model }: Pick<Reading, 'tree' | 'model'>,
  by: string | null,
  now: Date,
): Promise<number> {
  return ledger.transaction(async (tx) => {
    await tx.query(sql`update topic_readings set state = 'abandoned'
      where workspace_id = ${workspaceId} and state = 'preparing'`);
    const row = await tx.one<{ reading: number }>(sql`insert into topic_readings
        (workspace_id, reading, tree, model_id, state, created_by, created_at)
      select ${workspaceId}, coalesce(max(reading), 0) + 1, ${JSON.stringify(tree)}::jsonb, ${model}, 'preparing', ${by},
        ${now}
      from topic_readings where workspace_id = ${workspaceId} returning reading`);
    return row!.reading;
  });
}

/** False where the reading was given up meanwhile. */
export async function markRead(
  ledger: Ledger,
  workspaceId: string,
  reading: number,
  readTo: Reading['readTo'],
  count: number,
): Promise<boolean> {
  const row = await ledger.one<{ state: string }>(sql`update topic_readings
    set read_to_commit = ${readTo.commitNo}, read_to_signal = ${readTo.signalId}, read_count = read_count + ${count}
    where workspace_id = ${workspaceId} and reading = ${reading} returning state`);
  return row !== null && row.state !== 'abandoned';
}

export const setGoal = (
  ledger: Ledger,
  workspaceId: string,
  reading: number,
  goal: bigint,
): Promise<unknown> =>
  ledger.query(sql`update topic_readings set read_goal = ${goal}
    where workspace_id = ${workspaceId} and reading = ${reading}`);

export async function makeCurrent(
  tx: Ledger,
  workspaceId: string,
  reading: number,
  now: Date,
): Promise<void> {
  await tx.query(sql`update topic_readings set state = 'replaced'
    where workspace_id = ${workspaceId} and state = 'current'`);
  await tx.query(sql`update topic_readings set state = 'current', current_at = ${now}
    where workspace_id = ${workspaceId} and reading = ${reading} and state = 'preparing'`);
}

export interface ReadingLine {
  readonly reading: number;
  readonly state: 'preparing' | 'current' | 'replaced' | 'abandoned';
  readonly topics: number;
  /** Whether it reads with a model of the workspace's own. */
  readonly taught: boolean;
  /** Texts read so far. */
  readonly read: number;
  /** Name of the person who made it. */
  readonly by: string | null;
  readonly at: Date;
}
/** Newest first. */
export async function listReadings(
  ledger: Ledger,
  workspaceId: string,
  most: number,
): Promise<ReadingLine[]> {
  const rows = await ledger.query<Omit<ReadingLine, 'read'> & { read: string }>(sql`select reading, state,
      jsonb_array_length(tree -> 'topics') as topics, model_id is not null as taught, read_count as read, created_by as by, created_at as at
    from topic_readings where workspace_id = ${workspaceId} order by reading desc limit ${most}`);
  return rows.map((row) => ({ ...row, read: Number(row.read) }));
}

export async function partsOfReading(
  ledger: Ledger,
  workspaceId: string,
  reading: number,
): Promise<Pick<Reading, 'tree' | 'model'> | null> {
  const row = await ledger.one<{
    tree: TopicTree;
    model_id: string | null;
  }>(sql`select tree, model_id from topic_readings
    where workspace_id = ${workspaceId} and reading = ${reading}`);
  return row ? { tree: row.tree, model: row.model_id } : null;
}
