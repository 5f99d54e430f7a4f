// The events of one customer in so many, beside their histories: a first answer from some of the customers reads these
// alone. Of a customer who is among them every event is there, whatever identifier it carries.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { identifiersOf, withCustomers } from './customers-in-turn.ts';
import { counting, id, inTurn, mine } from './history-slices.ts';

/** One customer in how many is kept so. */
export const sampledOneIn = 64;

/** What a question may ask of an event; never what identifies it or what was typed. */
export const sampleColumns = {
  commit_no: 'UInt64',
  source_id: 'LowCardinality(String)',
  kind: 'LowCardinality(String)',
  identifier_key: 'UInt64',
  place_id: 'LowCardinality(String)',
  channel: 'LowCardinality(String)',
  touchpoint: 'LowCardinality(String)',
  happened_at: "DateTime64(3, 'UTC')",
  local_day: 'Date',
  local_minute: 'UInt16',
  amount_minor: 'Nullable(Int64)',
  cost_minor: 'Nullable(Int64)',
  currency: 'LowCardinality(String)',
} as const;
const names = Object.keys(sampleColumns);
const columns = sql.raw(names.join(', '));
const told = sql.raw(names.map((name) => `told.${name} as ${name}`).join(', '));

/** Writes the events of those customers of a slice who are in the sample, up to a commit. */
export async function laySample(
  warehouse: Warehouse,
  { workspaceId, slice, to, oneIn }: { workspaceId: string; slice: bigint; to: bigint; oneIn: number },
): Promise<void> {
  const some = sql`select profile_key from customer_states where ${mine(workspaceId)} and slice = ${id(slice)}
    and intHash64(profile_key) % ${id(BigInt(oneIn))} = 0`;
  const chosen = {
    ...{ workspaceId, to, members: identifiersOf(workspaceId, some) },
    some: sql`profile in (${some})`,
  };
  await warehouse.command(
    insert(workspaceId, slice, withCustomers(chosen, told, sql`select ${columns} from events where true`)),
    inTurn,
  );
}

/** Writes what several slices say together into one. */
export const joinSamples = (
  warehouse: Warehouse,
  workspaceId: string,
  from: readonly bigint[],
  into: bigint,
): Promise<void> =>
  warehouse.command(
    insert(
      workspaceId,
      into,
      sql`select ${columns}, profile_key as profile from customer_samples
        where ${mine(workspaceId)} and ${counting(workspaceId, from)}`,
    ),
    inTurn,
  );

const insert = (workspaceId: string, slice: bigint, rows: Sql): Sql => sql`
  insert into customer_samples (workspace_id, slice, profile_key, ${columns})
  select ${workspaceId}, ${id(slice)}, profile, ${columns} from (${rows})`;
