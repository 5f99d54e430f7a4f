// The statements that make whole days of `daily_operations` from events. As with scores, a key that has no events any
// more is written with zeros.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { answerBeforeRequest } from '../questions/count-columns.ts';
import { daysBefore, onDays, type Slice, sealed } from './rollup-statements.ts';

const keys = sql`workspace_id, local_day, kind, place_id, touchpoint, channel, currency`;
/** Counts of `daily_operations`, in the order of its columns. */
export const operationCounts =
  'n answered amounts amount amount_squares margins margin margin_squares referrals referred referred_squares dues late waits waited waited_squares';
const names = operationCounts.split(' ');
const columns = sql.raw(names.join(', '));
const sums = sql.raw(names.map((name) => `sum(${name}) as ${name}`).join(', '));
const zeros = sql.raw(names.map(() => '0').join(', '));

/**
 * Requests are answered when a survey's answer names them as its conversation; the product's own surveys report
 * answers as events of their own, which count when somebody had been asked.
 */
export const freshOperations = (slice: Slice, kinds: readonly string[] | null = null): Sql => sql`
  select ${slice.workspaceId} as workspace_id, local_day, kind, place_id, touchpoint, channel, currency, count() as n,
    countIf(hit) as answered, count(worth) as amounts, sum(ifNull(worth, 0.)) as amount,
    sum(ifNull(worth * worth, 0.)) as amount_squares, count(gain) as margins, sum(ifNull(gain, 0.)) as margin,
    sum(ifNull(gain * gain, 0.)) as margin_squares, countIf(came) as referrals,
    sumIf(ifNull(worth, 0.), came) as referred, sumIf(ifNull(worth * worth, 0.), came) as referred_squares,
    count(due_at) as dues, countIf(ifNull(happened_at > due_at, false)) as late, count(wait) as waits,
    sum(ifNull(wait, 0.)) as waited, sum(ifNull(wait * wait, 0.)) as waited_squares
  from (
    select local_day, kind, place_id, touchpoint, channel, currency, happened_at, due_at,
      toFloat64(amount_minor) as worth, toFloat64(amount_minor - cost_minor) as gain, toFloat64(wait_seconds) as wait,
      kind = 'order_placed' and amount_minor is not null and JSONExtractString(properties, 'referredBy') != '' as came,
      multiIf(kind = 'survey_sent', told.last >= local_day - ${answerBeforeRequest},
        kind = 'survey_answered',
          not JSONHas(properties, 'invited') or JSONExtractBool(properties, 'invited'), false) as hit
    from (select * from events where ${sealed(slice)} ${around(slice)}
      ${sql.if(kinds, () => sql`and kind in ${sql.list(kinds ?? [], 'String')}`)}) as counted
    left any join (select conversation, max(local_day) as last from signals where ${conversations(slice)}
      group by conversation) as told on told.conversation = counted.reference)
  group by local_day, kind, place_id, touchpoint, channel, currency`;

/** Bounds the part of the table that is read; a day of any place lies within a day of the same day in UTC. */
const around = (slice: Slice): Sql =>
  sql.if(slice.days, () => {
    const sorted = [...(slice.days ?? [])].sort();
    return sql`and happened_at >= toDateTime64(${sorted[0] ?? '1970-01-01'}, 3, 'UTC') - interval 1 day
      and happened_at < toDateTime64(${sorted.at(-1) ?? '1970-01-01'}, 3, 'UTC') + interval 2 day`;
  });
const conversations = (slice: Slice): Sql =>
  sql`${sealed({ ...slice, days: null })} and kind = 'survey' and conversation != ''
    ${sql.if(slice.days, () => sql`and local_day >= ${daysBefore(slice.days ?? [], answerBeforeRequest)}`)}`;

const sumKeys = sql`workspace_id, local_day, kind, currency`;
/** Counts over all places, touchpoints and channels, as the daily counts have them. */
export const freshOperationSums = (where: Sql): Sql => sql`select ${sumKeys}, ${sums}
  from daily_operations final where ${where} group by ${sumKeys}`;
export const rollOperationSums = (slice: Slice, version: bigint): Sql => sql`insert into daily_operation_sums
    (${sumKeys}, ${columns}, version)
  select ${sumKeys}, ${sums}, ${sql.typed('UInt64', version)} from (
    select ${sumKeys}, ${columns} from (${freshOperationSums(onDays(slice))})
    union all
    select ${sumKeys}, ${zeros} from daily_operation_sums where ${onDays(slice)})
  group by ${sumKeys}`;
/** Once, when the table is made. */
export const sumsOfAllOperations =
  (): Sql => sql`insert into daily_operation_sums (${sumKeys}, ${columns}, version)
  select ${sumKeys}, ${sums}, 0 from daily_operations final group by ${sumKeys}`;

export const rollOperations = (slice: Slice, version: bigint): Sql => sql`insert into daily_operations
    (${keys}, ${columns}, version)
  select ${keys}, ${sums}, ${sql.typed('UInt64', version)}
  from (
    select ${keys}, ${columns} from (${freshOperations(slice)})
    union all
    select ${keys}, ${zeros} from daily_operations where ${onDays(slice)})
  group by ${keys}`;
