// All warehouse SQL that makes histories: whole customers, from the events of all their identifiers.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { joinedProfiles } from '../computed-traits/joined-profiles.ts';
import { tallyColumns } from '../computed-traits/tally-columns.ts';
import type { Progress } from '../computed-traits/tally-statements.ts';

/** Kinds of which every moment is kept, with the one before and the one after of the same customer. */
export const momentKinds = ['order_placed', 'ticket_opened'] as const;
/** Kinds of which the first moment of each day is kept, with the days on which `followingKind` came after it. */
export const firstOfDayKinds = ['page_viewed'] as const;
export const followingKind = 'order_placed';
/** Kinds of which amounts and margins are kept, by currency. */
export const amountKinds = ['order_placed', 'cost_to_serve'] as const;
const allKinds = [...new Set([...momentKinds, ...firstOfDayKinds, ...amountKinds])];

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

const patient = { timeoutMs: 3_600_000 };
/** One of many statements of long work. */
const inTurn = { ...patient, background: true };
/** Of how many events, tallies and changed customers one statement makes histories or states. */
export const atOnce = { events: 6_000_000, tallies: 2_000_000, customers: 150_000 } as const;
const id = (slice: bigint): Sql => sql.typed('UInt64', slice);
const kindIn = (kinds: readonly string[]): Sql => sql`kind in ${sql.list(kinds, 'String')}`;
const mine = (workspaceId: string): Sql => sql`workspace_id = ${workspaceId}`;

/** The newest version of the map from identifiers to customers. */
export async function newestVersion(warehouse: Warehouse, workspaceId: string): Promise<bigint> {
  const [row] = await warehouse.query<{ version: string }>(
    sql`select toString(max(version)) as version from profile_keys where ${mine(workspaceId)}`,
  );
  return BigInt(row?.version ?? 0);
}

/** Rows of slices, oldest first, that count: of each customer what the newest slice says that covers them. */
export const counting = (workspaceId: string, slices: readonly bigint[]): Sql =>
  sql.or(
    slices.map((slice, index) => {
      const newer = slices.slice(index + 1);
      return sql.and([
        sql`slice = ${id(slice)}`,
        sql.if(
          newer.length > 0,
          () => sql`profile_key not in (select profile_key from customer_histories
            where ${mine(workspaceId)} and part = 'covered' and slice in ${sql.list(newer, 'UInt64')})`,
        ),
      ]);
    }),
  );

const columns = sql.raw(
  'part, kind, place_id, currency, profile_key, days, at, before, before_days, after, amounts, margin_days, margins, followed, followed_later',
);
const insert = (workspaceId: string, slice: bigint, names: string, from: Sql): Sql => sql`
  insert into customer_histories (workspace_id, slice, part, ${sql.raw(names)})
  select ${workspaceId}, ${id(slice)}, ${from}`;

export async function eventsOf(warehouse: Warehouse, workspaceId: string): Promise<number> {
  const [row] = await warehouse.query<{ n: string }>(
    sql`select count() as n from events where ${mine(workspaceId)}`,
  );
  return Number(row?.n ?? 0);
}

export interface Filling {
  readonly warehouse: Warehouse;
  readonly progress: Progress;
  readonly atOnce: { readonly [rows in keyof typeof atOnce]: number };
}

/** Writes the histories of all customers. */
export async function fillAll(
  { warehouse, progress, atOnce }: Filling,
  slice: bigint,
  span: Span,
): Promise<void> {
  const { workspaceId, to, tallies } = span;
  const [known] = await warehouse.query<{ n: string }>(sql`select count() as n from customer_tallies
    where ${mine(workspaceId)} and slice in ${sql.list(tallies, 'UInt64')}`);
  const parts = Math.ceil(Number(known?.n ?? 0) / atOnce.tallies);
  for (let part = 0; part < parts; part++) {
    await fillStates(warehouse, slice, span, membersOf(workspaceId, part, parts), sql`true`);
    progress('states of customers', part + 1, parts);
  }
  const counted = await warehouse.query<{ kind: string; n: string }>(sql`select kind, count() as n from events
    where ${mine(workspaceId)} and identifier_key != 0 and ${kindIn(allKinds)} group by kind`);
  const events = counted.reduce((sum, { n }) => sum + Number(n), 0);
  const present = new Set(counted.map(({ kind }) => kind));
  const turns = Math.ceil(events / atOnce.events);
  for (let turn = 0; turn < turns; turn++) {
    const members = membersOf(workspaceId, turn, turns);
    await fill(warehouse, workspaceId, slice, present, (kinds) =>
      customersOf(workspaceId, to, kinds, members, sql`true`),
    );
    progress('histories of customers', turn + 1, turns);
  }
}

/**
 * The identifiers of a part of the customers. Most identifiers fall into the part of their customer by themselves; only
 * those that do not are looked up.
 */
function membersOf(workspaceId: string, part: number, parts: number): Sql {
  const inPart = (key: Sql) =>
    sql`(intHash32(${key}) % ${sql.typed('UInt32', parts)} = ${sql.typed('UInt32', part)})`;
  if (parts < 2) return sql`true`;
  return sql`((identifier_key in (select identifier_key from profile_keys final where ${mine(workspaceId)}
    and holds = 1 and ${inPart(sql`profile_key`)} != ${inPart(sql`identifier_key`)})) != ${inPart(sql`identifier_key`)})`;
}

/** Writes the histories of customers of whom the span says something new; how many they are. */
export async function fillChanged(
  { warehouse, progress, atOnce }: Filling,
  slice: bigint,
  span: Span,
): Promise<number> {
  const { workspaceId, to } = span;
  await warehouse.command(
    insert(workspaceId, slice, 'profile_key', sql`'covered', key from (${touched(span)})`),
  );
  const covered = sql`select profile_key from customer_histories
    where ${mine(workspaceId)} and slice = ${id(slice)} and part = 'covered'`;
  const [row] = await warehouse.query<{ n: string }>(sql`select count() as n from (${covered})`);
  const customers = Number(row?.n ?? 0);
  const turns = Math.ceil(customers / atOnce.customers);
  for (let turn = 0; turn < turns; turn++) {
    const some = sql`${covered} ${sql.if(
      turns > 1,
      () => sql`and intHash32(profile_key) % ${sql.typed('UInt32', turns)} = ${sql.typed('UInt32', turn)}`,
    )}`;
    const members = sql`identifier_key in (${some}
      union distinct select identifier_key from profile_keys final
        where ${mine(workspaceId)} and holds = 1 and profile_key in (${some}))`;
    await fill(warehouse, workspaceId, slice, new Set(allKinds), (kinds) =>
      customersOf(workspaceId, to, kinds, members, sql`profile in (${some})`),
    );
    await fillStates(warehouse, slice, span, members, sql`t.profile_key in (${some})`);
    if (turns > 1) progress('changed customers', turn + 1, turns);
  }
  return customers;
}

const stateColumns = sql.raw(['profile_key', ...tallyColumns.map(({ name }) => name), 'at_place'].join(', '));
const fillStates = (
  warehouse: Warehouse,
  slice: bigint,
  { workspaceId, tallies }: Span,
  members: Sql,
  only: Sql,
): Promise<void> =>
  warehouse.command(
    sql`insert into customer_states (workspace_id, slice, ${stateColumns})
      select ${workspaceId}, ${id(slice)}, ${stateColumns} from (${joinedProfiles(
        sql`${mine(workspaceId)} and slice in ${sql.list(tallies, 'UInt64')} and ${members}`,
        held(workspaceId, members),
        only,
      )})`,
    inTurn,
  );

/** Customers, of now and of before, of whom an event, a signal, an answer or a link has come. */
function touched({ workspaceId, after, to, afterVersion, toVersion }: Span): Sql {
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

/** Events of the kinds, each with its customer. */
const customersOf = (
  workspaceId: string,
  to: bigint,
  kinds: readonly string[],
  members: Sql,
  some: Sql,
): Sql => sql`
  select kind, place_id, currency, local_day, toUnixTimestamp64Milli(happened_at) as moment, amount_minor, cost_minor,
    if(held.profile_key = 0, told.identifier_key, held.profile_key) as profile
  from (select kind, place_id, currency, local_day, happened_at, amount_minor, cost_minor, identifier_key from events
    where ${mine(workspaceId)} and ${kindIn(kinds)} and commit_no <= ${id(to)} and identifier_key != 0 and ${members}) as told
  left any join (${held(workspaceId, members)}) as held on held.identifier_key = told.identifier_key
  where ${some}`;
const held = (
  workspaceId: string,
  members: Sql,
): Sql => sql`select identifier_key, profile_key from profile_keys final
  where ${mine(workspaceId)} and holds = 1 and ${members}`;

async function fill(
  warehouse: Warehouse,
  workspaceId: string,
  slice: bigint,
  present: ReadonlySet<string>,
  events: (kinds: readonly string[]) => Sql,
): Promise<void> {
  const order = sql`partition by kind, profile order by moment, place_id, local_day`;
  const write = async (kinds: readonly string[], names: string, from: Sql) => {
    if (kinds.some((kind) => present.has(kind)))
      await warehouse.command(insert(workspaceId, slice, names, from), inTurn);
  };
  await write(
    momentKinds,
    'kind, place_id, profile_key, days, at, before, before_days, after',
    sql`'moments', kind, place_id, profile, groupArray(local_day), groupArray(moment), groupArray(last),
        groupArray(last_day), groupArray(next)
      from (select kind, place_id, profile, local_day, moment, lagInFrame(moment, 1, 0) over past as last,
          lagInFrame(local_day, 1, toDate(0)) over past as last_day, leadInFrame(moment, 1, 0) over future as next
        from (${events(momentKinds)})
        window past as (${order} rows between unbounded preceding and current row),
          future as (${order} rows between current row and unbounded following))
      group by kind, place_id, profile`,
  );
  await write(
    firstOfDayKinds,
    'kind, place_id, profile_key, days, at, followed, followed_later',
    sql`'moments', kind, place_id, profile, groupArray(local_day), groupArray(first),
        groupArray(${followingDay(sql`true`)}), groupArray(${followingDay(sql`day >= local_day`)})
      from (select kind, place_id, profile, local_day, min(moment) as first from (${events(firstOfDayKinds)})
        group by kind, place_id, profile, local_day) as seen
      left any join (select profile, groupArray(local_day) as later_days, groupArray(moment) as later
        from (${events([followingKind])}) group by profile) as done using (profile)
      group by kind, place_id, profile`,
  );
  await write(
    amountKinds,
    'kind, place_id, currency, profile_key, days, amounts, margin_days, margins',
    sql`'amounts', kind, place_id, currency, profile, groupArrayIf(local_day, amount_minor is not null),
        groupArrayIf(assumeNotNull(amount_minor), amount_minor is not null),
        groupArrayIf(local_day, amount_minor - cost_minor is not null),
        groupArrayIf(assumeNotNull(amount_minor - cost_minor), amount_minor - cost_minor is not null)
      from (${events(amountKinds)}) where currency != '' group by kind, place_id, currency, profile`,
  );
}

/** The first day of those after `first` that meet the condition on `day`; after all days where there is none. */
const followingDay = (only: Sql): Sql => sql`arrayMin(arrayPushBack(
  arrayMap((day, at) -> if(at >= first and ${only}, day, ${afterAllDays}), later_days, later), ${afterAllDays}))`;
const afterAllDays = sql`toDate('2149-06-06')`;

/** Writes one slice that says what several say together; with the oldest of all, nobody has to be covered any more. */
export async function joinHistories(
  warehouse: Warehouse,
  workspaceId: string,
  from: readonly bigint[],
  into: bigint,
  withOldest: boolean,
): Promise<void> {
  await warehouse.command(
    sql`insert into customer_states (workspace_id, slice, ${stateColumns})
      select ${workspaceId}, ${id(into)}, ${stateColumns} from customer_states
      where ${mine(workspaceId)} and ${counting(workspaceId, from)}`,
    inTurn,
  );
  await warehouse.command(
    sql`insert into customer_histories (workspace_id, slice, ${columns})
      select ${workspaceId}, ${id(into)}, ${columns} from customer_histories
      where ${mine(workspaceId)} and part != 'covered' and ${counting(workspaceId, from)}
      ${sql.if(
        !withOldest,
        () => sql`union all select distinct ${workspaceId}, ${id(into)}, ${columns} from customer_histories
          where ${mine(workspaceId)} and part = 'covered' and slice in ${sql.list(from, 'UInt64')}`,
      )}`,
    inTurn,
  );
}

export async function rowsOfSlice(warehouse: Warehouse, workspaceId: string, slice: bigint): Promise<number> {
  const [row] = await warehouse.query<{ n: string }>(sql`select sum(rows) as n from (
      select count() as rows from customer_histories where ${mine(workspaceId)} and slice = ${id(slice)}
      union all select count() as rows from customer_states where ${mine(workspaceId)} and slice = ${id(slice)})`);
  return Number(row?.n ?? 0);
}

/** Up to ten customers of whom two sets of slices say different things. */
export function differingHistories(
  warehouse: Warehouse,
  workspaceId: string,
  one: readonly bigint[],
  other: readonly bigint[],
): Promise<Record<string, unknown>[]> {
  const said = (slices: readonly bigint[]) => sql`select part, kind, place_id, currency, profile_key,
      cityHash64(
        arraySort(arrayMap(i -> (at[i], days[i], before[i], before_days[i], after[i], amounts[i], followed[i],
          followed_later[i]), arrayEnumerate(days))),
        arraySort(arrayMap(i -> (margin_days[i], margins[i]), arrayEnumerate(margin_days)))) as said
    from customer_histories where ${mine(workspaceId)} and part != 'covered' and ${counting(workspaceId, slices)}
    union all select 'state' as part, '' as kind, '' as place_id, '' as currency, profile_key,
      cityHash64(tuple(${stateColumns})) as said
    from customer_states where ${mine(workspaceId)} and ${counting(workspaceId, slices)}`;
  return warehouse.query(sql`select part as history_of, kind, place_id, currency, toString(profile_key) as profile
    from (${said(one)} union all ${said(other)})
    group by part, kind, place_id, currency, profile_key, said having count() != 2 limit 10`);
}

const tables = ['customer_histories', 'customer_states'] as const;

export async function dropHistories(warehouse: Warehouse, slice: bigint): Promise<void> {
  const { engine } = warehouse;
  for (const table of tables) {
    await warehouse.command(sql`alter table ${sql.name(engine.shard(table))}
      ${sql.raw(engine.onCluster)} drop partition ${sql.raw(slice.toString())}`);
  }
}

/** Every slice of a workspace that stands in the tables, counted or not. */
export async function historySlices(warehouse: Warehouse, workspaceId: string): Promise<bigint[]> {
  const slicesIn = (table: string) => sql`select slice from ${sql.name(table)} where ${mine(workspaceId)}`;
  const rows = await warehouse.query<{ slice: string }>(
    sql`select distinct toString(slice) as slice from (${sql.join(tables.map(slicesIn), sql` union all `)})`,
  );
  return rows.map(({ slice }) => BigInt(slice));
}
