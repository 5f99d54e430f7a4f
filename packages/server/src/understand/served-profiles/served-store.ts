// All ledger SQL of served profiles.
import type { AboutKeys, Ledger } from '../../platform/stores/ledger.ts';
import { sql } from '../../platform/stores/sql.ts';
import { identifierKeyOf, servedKey } from './served-key.ts';
import type { ServedRow } from './served-statements.ts';

export interface ServedCheckpoint {
  readonly commitNo: bigint;
  readonly freshAt: Date;
  /** Which making of the tallies the rows come from. */
  readonly made: bigint;
  readonly built: boolean;
  readonly nextKey: string;
}
interface CheckpointRow {
  commit_no: string;
  fresh_at: Date;
  made: string;
  built: boolean;
  next_key: string;
}
const smallest = servedKey('0');
const checkpointOf = (row: CheckpointRow): ServedCheckpoint => ({
  commitNo: BigInt(row.commit_no),
  freshAt: row.fresh_at,
  made: BigInt(row.made),
  built: row.built,
  nextKey: row.next_key,
});

/** Begins to serve a workspace; nothing where it is served already. */
export const beginServing = (ledger: Ledger, workspaceId: string): Promise<unknown> =>
  ledger.query(sql`insert into served_checkpoints (workspace_id, commit_no, fresh_at, made, built, next_key)
    values (${workspaceId}, 0, to_timestamp(0), -1, false, ${smallest}) on conflict do nothing`);

export async function readServed(ledger: Ledger, workspaceId: string): Promise<ServedCheckpoint | null> {
  const row = await ledger.one<CheckpointRow>(
    sql`select commit_no, fresh_at, made, built, next_key from served_checkpoints where workspace_id = ${workspaceId}`,
  );
  return row && checkpointOf(row);
}

/** The checkpoint, locked until the transaction ends; null where another process holds it or nobody has asked yet. */
export async function lockServed(tx: Ledger, workspaceId: string): Promise<ServedCheckpoint | null> {
  const row = await tx.one<CheckpointRow>(
    sql`select commit_no, fresh_at, made, built, next_key from served_checkpoints where workspace_id = ${workspaceId}
      for update skip locked`,
  );
  return row && checkpointOf(row);
}

export const moveServed = (tx: Ledger, workspaceId: string, to: ServedCheckpoint): Promise<unknown> =>
  tx.query(sql`update served_checkpoints set commit_no = ${to.commitNo.toString()}, fresh_at = ${to.freshAt},
    made = ${to.made.toString()}, built = ${to.built}, next_key = ${to.nextKey} where workspace_id = ${workspaceId}`);

/** Where the making begins. */
export const fromStart = smallest;

/** Puts rows in the place of those that were there of some identifiers, which may have none any more. */
export async function replaceKeys(
  tx: Ledger,
  workspaceId: string,
  keys: readonly string[],
  rows: readonly ServedRow[],
): Promise<void> {
  const found = new Set(rows.map(({ key }) => key));
  const gone = keys.filter((key) => !found.has(key)).map(servedKey);
  if (gone.length > 0)
    await tx.query(
      sql`delete from served_identifiers where workspace_id = ${workspaceId} and key = any(${gone}::bigint[])`,
    );
  await writeRows(tx, workspaceId, rows);
}

/** The same of all identifiers between two. */
export async function replaceRange(
  tx: Ledger,
  workspaceId: string,
  [first, last]: readonly [string, string],
  rows: readonly ServedRow[],
): Promise<void> {
  await tx.query(sql`delete from served_identifiers where workspace_id = ${workspaceId}
    and key between ${first}::bigint and ${last}::bigint`);
  await writeRows(tx, workspaceId, rows);
}

const texts = (rows: readonly ServedRow[], name: 'identity' | 'traits' | 'tallies') =>
  rows.map((row) => row[name] || null);

async function writeRows(tx: Ledger, workspaceId: string, rows: readonly ServedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const keys = rows.map(({ key }) => servedKey(key));
  await tx.query(sql`insert into served_identifiers (workspace_id, key, identity, traits, tallies)
    select ${workspaceId}, row.key, row.identity, row.traits, row.tallies
    from unnest(${keys}::bigint[], ${texts(rows, 'identity')}::text[], ${texts(rows, 'traits')}::text[],
      ${texts(rows, 'tallies')}::text[]) as row (key, identity, traits, tallies)
    on conflict (workspace_id, key) do update set identity = excluded.identity, traits = excluded.traits,
      tallies = excluded.tallies`);
}

export interface StoredRow {
  readonly identity: string | null;
  readonly traits: string | null;
  readonly tallies: string | null;
}

const rowsOf: AboutKeys = (workspaceId, keys) => sql`select key::text, identity, traits, tallies
  from served_identifiers where workspace_id = ${workspaceId} and key = any(${keys}::bigint[])`;

/** Rows by identifier key. */
export async function rowsOfKeys(
  ledger: Ledger,
  workspaceId: string,
  keys: readonly string[],
): Promise<Map<string, StoredRow>> {
  const rows = await ledger.together(rowsOf, workspaceId, keys.map(servedKey));
  return new Map(
    rows.map(([key, identity, traits, tallies]) => [identifierKeyOf(key!), { identity, traits, tallies }]),
  );
}
