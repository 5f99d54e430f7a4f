// Histories of one set of slices beside those of another.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { counting, mine, stateColumns } from './history-slices.ts';
import { sampleColumns } from './lay-samples.ts';
import { momentColumns, unhappyColumns } from './moment-columns.ts';

/** Up to ten customers of whom two sets of slices say different things; so many customers at a time. */
export async function differingHistories(
  warehouse: Warehouse,
  workspaceId: string,
  one: readonly bigint[],
  other: readonly bigint[],
  customersAtOnce: number,
): Promise<Record<string, unknown>[]> {
  const [row] = await warehouse.query<{ n: string }>(sql`select count() as n from customer_states
    where ${mine(workspaceId)} and slice in ${sql.list([...one, ...other], 'UInt64')}`);
  const turns = Math.max(1, Math.ceil(Number(row?.n ?? 0) / customersAtOnce));
  const found: Record<string, unknown>[] = [];
  for (let turn = 0; turn < turns && found.length < 10; turn++) {
    const some = sql`${mine(workspaceId)}
      and intHash32(profile_key) % ${sql.typed('UInt32', turns)} = ${sql.typed('UInt32', turn)}`;
    const said = (slices: readonly bigint[]) => saidOf(some, counting(workspaceId, slices));
    found.push(
      ...(await warehouse.query<Record<string, unknown>>(
        sql`select part as history_of, kind, place_id, currency, toString(profile_key) as profile
          from (${said(one)} union all ${said(other)})
          group by part, kind, place_id, currency, profile_key, said having count() != 2 limit 10`,
        patient,
      )),
    );
  }
  return found.slice(0, 10);
}
const patient = { timeoutMs: 3_600_000, background: true };

/** Together as a text: a hash of columns alone is nothing where one of them is. */
const sampled = sql.raw(
  Object.keys(sampleColumns)
    .map((name) => `s.${name}`)
    .join(', '),
);

/** A row for each history and state, and one for all that is laid out by day of a customer, with a number for what it says. */
const saidOf = (some: Sql, counted: Sql): Sql => sql`
  select part, kind, place_id, currency, profile_key,
    cityHash64(
      arraySort(arrayMap(i -> (at[i], days[i], before[i], before_days[i], after[i], amounts[i], followed[i],
        followed_later[i]), arrayEnumerate(days))),
      arraySort(arrayMap(i -> (margin_days[i], margins[i]), arrayEnumerate(margin_days)))) as said
  from customer_histories where ${some} and part != 'covered' and ${counted}
  union all select 'state' as part, '' as kind, '' as place_id, '' as currency, profile_key,
    cityHash64(tuple(${stateColumns})) as said
  from customer_states where ${some} and ${counted}
  union all select 'by day' as part, '' as kind, '' as place_id, '' as currency, profile_key,
    sum(cityHash64(part, kind, place_id, currency, ${sql.raw([...Object.keys(momentColumns), ...unhappyColumns].join(', '))})) as said
  from (select * from customer_moments where ${some} and ${counted}) group by profile_key
  union all select 'events' as part, '' as kind, '' as place_id, '' as currency, profile_key,
    sum(cityHash64(toString(tuple(${sampled})))) as said
  from (select * from customer_samples where ${some} and ${counted}) as s group by profile_key`;
