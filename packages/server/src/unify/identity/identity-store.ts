// All SQL of the ledger of identity: identifiers and links, read back in the order in which they were committed.
import { type IdentityRules, identifierTypes } from '@lyhord/contract';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { linkRules } from './identity-rules.ts';

const whole = { timeoutMs: 600_000 };

/** Every workspace that has an identifier. */
export async function identifiedWorkspaces(warehouse: Warehouse): Promise<string[]> {
  const rows = await warehouse.query<{ workspace_id: string }>(
    sql`select distinct workspace_id from identifiers`,
  );
  return rows.map((row) => row.workspace_id);
}

/** The last commit that is sealed. */
export async function lastSealedCommit(warehouse: Warehouse): Promise<number> {
  const [row] = await warehouse.query<{ last: string }>(sql`select max(commit_no) as last from commits`);
  return Number(row?.last ?? 0);
}

/** Rows of the ledger of identity after one commit and up to another. */
export interface CommitRange {
  readonly after: number;
  readonly upTo: number;
}

const within = ({ after, upTo }: CommitRange): Sql => sql`commit_no > ${after} and commit_no <= ${upTo}`;

/** Workspaces that have got an identifier or a link in some commits. */
export async function workspacesWithin(warehouse: Warehouse, range: CommitRange): Promise<string[]> {
  const rows = await warehouse.query<{ workspace_id: string }>(
    sql`select distinct workspace_id from identifiers where ${within(range)}
      union distinct select distinct workspace_id from identity_links where ${within(range)}`,
  );
  return rows.map((row) => row.workspace_id);
}

/** Calls `heard` with the two halves of each identifier's key, the code of its type, and whether it is blocked. */
export async function eachIdentifier(
  warehouse: Warehouse,
  workspaceId: string,
  range: CommitRange,
  rules: IdentityRules,
  heard: (high: number, low: number, type: number, blocked: boolean) => void,
): Promise<void> {
  const codes = codeOf('type', identifierTypes);
  const blocked = sql`toUInt8(value in ${sql.list(rules.blockedValues, 'String')} or (type = 'email'
    and substring(value, 1, position(value, '@') - 1) in ${sql.list(rules.roleMailboxes, 'String')}))`;
  const statement = sql`select identifier_key, ${codes} as code, ${blocked} as is_blocked from identifiers
    where workspace_id = ${workspaceId} and ${within(range)} order by commit_no, identifier_key`;
  await eachRecord(warehouse, statement, 10, (bytes, at) => {
    heard(bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at), bytes[at + 8]!, bytes[at + 9] === 1);
  });
}

export interface StoredLink {
  readonly a: readonly [high: number, low: number];
  readonly b: readonly [high: number, low: number];
  readonly rule: number;
  readonly at: number;
}

export async function eachLink(
  warehouse: Warehouse,
  workspaceId: string,
  range: CommitRange,
  heard: (link: StoredLink) => void,
): Promise<void> {
  const statement = sql`select key_a, key_b, toUnixTimestamp64Milli(linked_at) as at, ${codeOf('rule', linkRules)} as code
    from identity_links where workspace_id = ${workspaceId} and ${within(range)} order by linked_at, link_id`;
  await eachRecord(warehouse, statement, 25, (bytes, at) => {
    const half = (offset: number) => bytes.readUInt32LE(at + offset);
    const when = Number(bytes.readBigInt64LE(at + 16));
    heard({ a: [half(4), half(0)], b: [half(12), half(8)], rule: bytes[at + 24]!, at: when });
  });
}

function codeOf(column: string, words: readonly string[]): Sql {
  return sql`toUInt8(indexOf(${[...words]}, ${sql.name(column)}) - 1)`;
}

/** Reads fixed-width RowBinary records. */
async function eachRecord(
  warehouse: Warehouse,
  statement: Sql,
  width: number,
  heard: (bytes: Buffer, at: number) => void,
): Promise<void> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of await warehouse.stream(statement, 'RowBinary', whole)) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const end = bytes.length - (bytes.length % width);
    for (let at = 0; at < end; at += width) heard(bytes, at);
    rest = bytes.subarray(end);
  }
}

export interface IdentifierRow {
  readonly identifier_key: string;
  readonly type: string;
  readonly value: string;
  readonly namespace: string;
}

export function identifiersByKey(
  warehouse: Warehouse,
  workspaceId: string,
  keys: readonly string[],
): Promise<IdentifierRow[]> {
  return warehouse.query<IdentifierRow>(sql`select identifier_key, type, value, namespace from identifiers
    where workspace_id = ${workspaceId} and identifier_key in ${sql.list(keys, 'UInt64')}`);
}

export interface LinkRow {
  readonly key_a: string;
  readonly key_b: string;
  readonly rule: string;
  readonly source_id: string;
  readonly linked_at: string;
  readonly evidence: string;
  readonly by: string;
}

/** The links that name one of the keys, oldest first. */
export function linksOf(
  warehouse: Warehouse,
  workspaceId: string,
  keys: readonly string[],
): Promise<LinkRow[]> {
  const among = sql.list(keys, 'UInt64');
  return warehouse.query<LinkRow>(sql`select key_a, key_b, rule, source_id, linked_at, evidence, by
    from identity_links
    where workspace_id = ${workspaceId} and (key_a in ${among} or key_b in ${among})
    order by linked_at, link_id limit 1 by link_id limit 500`);
}
