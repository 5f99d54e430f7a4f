// Whose events one statement reads: those of a part of the customers, or of whom something new is known.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { unfavourable } from '../questions/count-columns.ts';
import { id, mine } from './history-slices.ts';
import { kindIn, questionsKept } from './kinds-kept.ts';

export interface Span {
  readonly workspaceId: string;
  /** Events of later commits than this, and changes of customers after this version, make a customer new … */
  readonly after: bigint;
  readonly afterVersion: bigint;
  /** … up to this commit, which is sealed, and this version. */
  readonly to: bigint;
  readonly toVersion: bigint;
  /** The slices of tallies that count, which go up to the same commit. */
  readonly tallies: readonly bigint[];
}

/**
 * The identifiers of a part of the customers. Most identifiers fall into the part of their customer by themselves; only
 * those that do not are looked up.
 */
export function membersOf(workspaceId: string, part: number, parts: number): Sql {
  const inPart = (key: Sql) =>
    sql`(intHash32(${key}) % ${sql.typed('UInt32', parts)} = ${sql.typed('UInt32', part)})`;
  if (parts < 2) return sql`true`;
  return sql`((identifier_key in (select identifier_key from profile_keys final where ${mine(workspaceId)}
    and holds = 1 and ${inPart(sql`profile_key`)} != ${inPart(sql`identifier_key`)})) != ${inPart(sql`identifier_key`)})`;
}

/** Customers, of now and of before, of whom an event, a signal, an answer or a link has come. */
export function touched({ workspaceId, after, to, afterVersion, toVersion }: Span): Sql {
  const arrived = sql`${mine(workspaceId)} and commit_no > ${id(after)} and commit_no <= ${id(to)}
    and identifier_key != 0`;
  const keys = sql`select identifier_key from events where ${arrived}
    union distinct select identifier_key from signals where ${arrived}
    union distinct select identifier_key from answers where ${arrived}
    union distinct select identifier_key from profile_keys
      where ${mine(workspaceId)} and version > ${id(afterVersion)} and version <= ${id(toVersion)}`;
  return sql`select identifier_key as key from (${keys})
    union distinct select profile_key as key from profile_keys
      where ${mine(workspaceId)} and identifier_key in (${keys})`;
}

/** Whose rows are read: identifiers that meet a condition, and of these the customers that meet another. */
export interface Chosen {
  readonly workspaceId: string;
  readonly to: bigint;
  readonly members: Sql;
  /** On `profile`. */
  readonly some: Sql;
}

/** Events of the kinds, each with its customer. */
export const eventsOf = (chosen: Chosen, kinds: readonly string[]): Sql =>
  withCustomers(
    chosen,
    sql`kind, place_id, currency, local_day, toUnixTimestamp64Milli(happened_at) as moment, amount_minor, cost_minor`,
    sql`select kind, place_id, currency, local_day, happened_at, amount_minor, cost_minor, identifier_key from events
      where ${kindIn(kinds)}`,
  );

/** Unfavourable answers to the questions that are kept, each with its customer. */
export const unfavourableOf = (chosen: Chosen): Sql =>
  withCustomers(
    chosen,
    sql`question, place_id, local_day`,
    sql`select question, place_id, local_day, identifier_key from answers
      where question in ${sql.list(questionsKept, 'String')} and ${unfavourable(sql`question`, sql`value`)}`,
  );

/** Rows of `told`, those that the choice reads, each with its customer as `profile`. */
export const withCustomers = (
  { workspaceId, to, members, some }: Chosen,
  columns: Sql,
  rows: Sql,
): Sql => sql`
  select ${columns}, if(held.profile_key = 0, told.identifier_key, held.profile_key) as profile
  from (${rows} and ${mine(workspaceId)} and commit_no <= ${id(to)} and identifier_key != 0 and ${members}) as told
  left any join (${held(workspaceId, members)}) as held on held.identifier_key = told.identifier_key
  where ${some}`;
export const held = (
  workspaceId: string,
  members: Sql,
): Sql => sql`select identifier_key, profile_key from profile_keys final
  where ${mine(workspaceId)} and holds = 1 and ${members}`;

/** The identifiers of customers, each of whom is one, too. */
export const identifiersOf = (workspaceId: string, customers: Sql): Sql => sql`identifier_key in (${customers}
  union distinct select identifier_key from profile_keys final
    where ${mine(workspaceId)} and holds = 1 and profile_key in (${customers}))`;
