// What is known of each answer: other ratings given with it, the feelings it names, and what happened around it.
import type { Period } from '@lyhord/contract';
import { eventScope, signalScope, type Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { andAt, type PlacesAsked } from '../places/places-asked.ts';

export interface DriverScope {
  readonly viewer: Viewer;
  readonly period: Period;
  readonly places: PlacesAsked | null;
  readonly reading: number;
  readonly question: string;
  readonly touchpoint: string | undefined;
}
/** One answer; facts that are not known are null. */
export interface AnswerFacts {
  readonly outcome: number;
  readonly commented: boolean;
  readonly ratings: readonly (readonly [question: string, value: number])[];
  readonly topics: readonly (readonly [aspect: string, feeling: number])[];
  readonly price: number | null;
  readonly delay: number | null;
  readonly wait: number | null;
  readonly solving: number | null;
}

/** More answers than these say nothing that these do not say. */
const mostAnswers = 6_000;

/** A fixed sample of the answers, the same as long as the answers are. */
export async function driverRows(warehouse: Warehouse, scope: DriverScope): Promise<AnswerFacts[]> {
  const { viewer, period, reading, question } = scope;
  const days = sql`${signalScope(viewer)} and local_day between ${period.from} and ${period.to}`;
  const around = sql`${eventScope(viewer)} and happened_at >= toDateTime64(${period.from}, 3, 'UTC') - interval 120 day`;
  return warehouse.query<AnswerFacts>(sql`
    with told as (
      select signal_id, any(value) as outcome from answers
      where ${asked(scope)} group by signal_id order by cityHash64(signal_id) limit ${mostAnswers}),
    about as (
      select signal_id, has_text, reference from signals where ${days} and signal_id in (select signal_id from told)),
    facts as (
      select reference, anyIf(toFloat64(amount_minor), kind = 'order_placed') as amount,
        anyIf(currency, kind = 'order_placed') as currency,
        anyIf(identifier_key, kind = 'order_placed') as buyer, anyIf(place_id, kind = 'order_placed') as bought_at,
        anyIf(local_day, kind = 'order_placed') as bought_on,
        avgIf(toUnixTimestamp(happened_at) - toUnixTimestamp(due_at), kind = 'order_delivered') / 86400 as delay,
        if(countIf(kind = 'ticket_opened') > 0 and countIf(kind = 'ticket_solved') > 0,
          (minIf(toUnixTimestamp(happened_at), kind = 'ticket_solved')
            - minIf(toUnixTimestamp(happened_at), kind = 'ticket_opened')) / 3600, null) as solving
      from events where ${around} and kind in ('order_placed', 'order_delivered', 'ticket_opened', 'ticket_solved')
        and reference != '' and reference in (select reference from about)
      group by reference),
    usual as (select currency, median(amount) as amount from facts where currency != '' group by currency),
    visits as (
      select identifier_key, place_id, local_day, avg(wait_seconds) as wait from events
      where ${around} and kind = 'visit' and wait_seconds is not null and identifier_key != 0
        and identifier_key in (select buyer from facts)
      group by identifier_key, place_id, local_day)
    select told.outcome as outcome, about.has_text as commented, given.ratings as ratings, named.topics as topics,
      if(usual.amount > 0 and facts.amount is not null, facts.amount / usual.amount, null) as price,
      facts.delay as delay, facts.solving as solving, if(visits.identifier_key = 0, null, visits.wait) as wait
    from told
    inner join about on about.signal_id = told.signal_id
    left join (select signal_id, groupArray((toString(question), value)) as ratings from answers
      where ${days} and question != ${question} group by signal_id) as given on given.signal_id = told.signal_id
    left join (select signal_id, groupArray((aspect, feeling)) as topics from (
        select signal_id, toString(aspect) as aspect,
          sign(countIf(label = 'positive') - countIf(label = 'negative')) as feeling
        from mentions where ${days} and reading = ${reading} group by signal_id, aspect)
      group by signal_id) as named on named.signal_id = told.signal_id
    left join facts on facts.reference = about.reference
    left join usual on usual.currency = facts.currency
    left join visits on visits.identifier_key = facts.buyer and visits.place_id = facts.bought_at
      and visits.local_day = facts.bought_on
    order by cityHash64(told.signal_id)`);
}

/** Touchpoints that have answers to the question, with how many. */
export function answeredTouchpoints(
  warehouse: Warehouse,
  scope: DriverScope,
): Promise<{ key: string; n: string }[]> {
  return warehouse.query(sql`select touchpoint as key, count() as n from answers
    where ${asked({ ...scope, touchpoint: undefined })} and touchpoint != '' group by touchpoint order by n desc`);
}

const asked = ({
  viewer,
  period,
  places,
  question,
  touchpoint,
}: DriverScope): Sql => sql`${signalScope(viewer)}
  and question = ${question} and local_day between ${period.from} and ${period.to}
  ${andAt(places)}
  ${sql.if(touchpoint !== undefined, () => sql`and touchpoint = ${touchpoint ?? ''}`)}`;
