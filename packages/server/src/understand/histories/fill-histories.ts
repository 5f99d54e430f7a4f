// Makes histories: whole customers, from the events of all their identifiers.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { joinedProfiles } from '../computed-traits/joined-profiles.ts';
import type { Progress } from '../computed-traits/tally-statements.ts';
import {
  type Chosen,
  eventsOf,
  held,
  identifiersOf,
  membersOf,
  type Span,
  touched,
  unfavourableOf,
} from './customers-in-turn.ts';
import { afterAllDays, id, inTurn, mine, stateColumns } from './history-slices.ts';
import { allKinds, amountKinds, firstOfDayKinds, followingKind, kindIn, momentKinds } from './kinds-kept.ts';
import { layByDay } from './lay-by-day.ts';

/** Of how many events, tallies, changed customers and unfavourable histories one statement makes histories or states. */
export const atOnce = {
  ...{ events: 2_000_000, tallies: 2_000_000, customers: 150_000, unfavourable: 1_000_000 },
} as const;
const insert = (workspaceId: string, slice: bigint, names: string, from: Sql): Sql => sql`
  insert into customer_histories (workspace_id, slice, part, ${sql.raw(names)})
  select ${workspaceId}, ${id(slice)}, ${from}`;

export async function countEvents(warehouse: Warehouse, workspaceId: string): Promise<number> {
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
  const turns = Math.max(1, Math.ceil(events / atOnce.events));
  for (let turn = 0; turn < turns; turn++) {
    const members = membersOf(workspaceId, turn, turns);
    await fill(warehouse, slice, present, { workspaceId, to, members, some: sql`true` });
    progress('histories of customers', turn + 1, turns);
  }
  await layByDay(warehouse, workspaceId, slice, atOnce.unfavourable);
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
  const events = customers === 0 ? 0 : await countEventsOf(warehouse, workspaceId, covered);
  const turns = Math.ceil(Math.max(customers / atOnce.customers, events / atOnce.events));
  for (let turn = 0; turn < turns; turn++) {
    const some = sql`${covered} ${sql.if(
      turns > 1,
      () => sql`and intHash32(profile_key) % ${sql.typed('UInt32', turns)} = ${sql.typed('UInt32', turn)}`,
    )}`;
    const members = identifiersOf(workspaceId, some);
    const chosen = { workspaceId, to, members, some: sql`profile in (${some})` };
    await fill(warehouse, slice, new Set(allKinds), chosen);
    await fillStates(warehouse, slice, span, members, sql`t.profile_key in (${some})`);
    if (turns > 1) progress('changed customers', turn + 1, turns);
  }
  await layByDay(warehouse, workspaceId, slice, atOnce.unfavourable);
  return customers;
}

async function countEventsOf(warehouse: Warehouse, workspaceId: string, customers: Sql): Promise<number> {
  const [row] = await warehouse.query<{ n: string }>(
    sql`select count() as n from events where ${mine(workspaceId)} and ${kindIn(allKinds)}
      and ${identifiersOf(workspaceId, customers)}`,
    inTurn,
  );
  return Number(row?.n ?? 0);
}

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

async function fill(
  warehouse: Warehouse,
  slice: bigint,
  present: ReadonlySet<string>,
  chosen: Chosen,
): Promise<void> {
  const { workspaceId } = chosen;
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
        from (${eventsOf(chosen, momentKinds)})
        window past as (${order} rows between unbounded preceding and current row),
          future as (${order} rows between current row and unbounded following))
      group by kind, place_id, profile`,
  );
  await write(
    firstOfDayKinds,
    'kind, place_id, profile_key, days, at, followed, followed_later',
    sql`'moments', kind, place_id, profile, groupArray(local_day), groupArray(first),
        groupArray(${followingDay(sql`true`)}), groupArray(${followingDay(sql`day >= local_day`)})
      from (select kind, place_id, profile, local_day, min(moment) as first from (${eventsOf(chosen, firstOfDayKinds)})
        group by kind, place_id, profile, local_day) as seen
      left any join (select profile, groupArray(local_day) as later_days, groupArray(moment) as later
        from (${eventsOf(chosen, [followingKind])}) group by profile) as done using (profile)
      group by kind, place_id, profile`,
  );
  await write(
    amountKinds,
    'kind, place_id, currency, profile_key, days, amounts, margin_days, margins',
    sql`'amounts', kind, place_id, currency, profile, groupArrayIf(local_day, amount_minor is not null),
        groupArrayIf(assumeNotNull(amount_minor), amount_minor is not null),
        groupArrayIf(local_day, amount_minor - cost_minor is not null),
        groupArrayIf(assumeNotNull(amount_minor - cost_minor), amount_minor - cost_minor is not null)
      from (${eventsOf(chosen, amountKinds)}) where currency != '' group by kind, place_id, currency, profile`,
  );
  await warehouse.command(
    insert(
      workspaceId,
      slice,
      'kind, place_id, profile_key, days',
      sql`'unfavourable', question, place_id, profile, groupUniqArray(local_day)
        from (${unfavourableOf(chosen)}) group by question, place_id, profile`,
    ),
    inTurn,
  );
}

/** The first day of those after `first` that meet the condition on `day`; after all days where there is none. */
const followingDay = (only: Sql): Sql => sql`arrayMin(arrayPushBack(
  arrayMap((day, at) -> if(at >= first and ${only}, day, ${afterAllDays}), later_days, later), ${afterAllDays}))`;
