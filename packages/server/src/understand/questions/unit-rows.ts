// The rows that an operations metric is counted from: one row per unit with `counted` (1 where it counts towards n),
// `hit`, `worth` and its keys. Money never leaves its currency: it is a key of every metric in money.
import { eventScope } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { UnitRows } from '../metrics/operations.ts';
import { addDays, previousPeriod } from './calendar.ts';
import { isCustomerDimension, joinedParts } from './customer-parts.ts';
import { ofCustomers, sumsOfCustomers } from './customer-rows.ts';
import { daysOver } from './days-over.ts';
import { happenedAround } from './row-conditions.ts';
import { sampled } from './sample-condition.ts';
import { eventsAbout, isLineDimension, isSubject, sentBack } from './subject-parts.ts';
import type { UnitQuestion } from './unit-question.ts';

/** A table expression with the columns of `names`, `counted`, `hit` and `worth`. */
export function unitRows(question: UnitQuestion): Sql {
  const { rows } = question.definition;
  switch (rows.unit) {
    case 'event':
      return eventUnits(question, rows);
    case 'pair':
      return pairUnits(question, rows);
    case 'followed':
      return followedUnits(question, rows);
    case 'repeated':
      return repeatedUnits(question, rows);
    case 'customer':
      return customerUnits(question, rows);
    case 'lifetime':
      return lifetimeUnits(question, rows);
    case 'gap':
      return gapUnits(question, rows);
    case 'returning':
      return returningUnits(question, rows);
    case 'converted':
      return convertedUnits(question, rows);
    case 'rate':
      return rateUnits(question, rows);
  }
}

type Of<U extends UnitRows['unit']> = Extract<UnitRows, { unit: U }>;
const kindIs = (...kinds: readonly string[]): Sql => sql`kind in ${sql.list(kinds, 'String')}`;
const asked = ({ within, context }: UnitQuestion): Sql => within(context.period);
const columns = (...all: readonly Sql[]): Sql => sql.join(all);

const worths: Readonly<Record<'one' | 'amount' | 'margin', Sql>> = {
  one: sql`1.`,
  amount: sql`toFloat64(amount_minor)`,
  margin: sql`toFloat64(amount_minor - cost_minor)`,
};

function eventUnits(question: UnitQuestion, { kinds, worth }: Of<'event'>): Sql {
  const { keys } = question;
  const from = (hit: Sql, value: Sql, only: Sql) => sql`(
    select ${columns(...keys, sql`1 as counted`, sql`${hit} as hit`, sql`ifNull(${value}, 0.) as worth`)}
    from ${eventsOf(question, sql`${kindIs(...kinds)} and ${asked(question)}`, only)})`;
  const never = sql`false`;
  switch (worth) {
    case 'late':
      return from(sql`ifNull(happened_at > due_at, false)`, sql`0.`, sql`due_at is not null`);
    case 'waited':
      return from(never, sql`toFloat64(wait_seconds)`, sql`wait_seconds is not null`);
    case 'referred':
      return from(
        never,
        worths.amount,
        sql`JSONExtractString(properties, 'referredBy') != '' and amount_minor is not null`,
      );
    case 'one':
      return from(never, worths.one, sql`true`);
    default:
      return from(never, worths[worth], sql`currency != '' and ${worths[worth]} is not null`);
  }
}

/** All that came to `kind` of each reference, from the beginning of the period on. */
const momentsOf = (question: UnitQuestion, kind: string): Sql => sql`(
  select reference, groupArray(happened_at) as all_done from ${since(question, kind)} group by reference)`;
const since = ({ context }: UnitQuestion, kind: string): Sql => sql`events
  where ${eventScope(context.viewer)} and kind = ${kind} and reference != ''
    and happened_at >= toDateTime64(${context.period.from}, 3, 'UTC') - interval 1 day`;

function pairUnits(question: UnitQuestion, { opened, done }: Of<'pair'>): Sql {
  const { keys, names } = question;
  return sql`(select ${columns(...names, sql`1 as counted`, sql`false as hit`)},
      (toUnixTimestamp64Milli(done_at) - toUnixTimestamp64Milli(opened_at)) / 3600000. as worth
    from (select ${columns(...names, sql`opened_at`)}, arrayMin(arrayFilter(one -> one >= opened_at, all_done)) as done_at
      from (select ${columns(...keys, sql`reference`, sql`happened_at as opened_at`)}
        from ${eventsOf(question, sql`${kindIs(opened)} and reference != '' and ${asked(question)}`)}) as opened
      inner join ${momentsOf(question, done)} as done using (reference)) where done_at >= opened_at)`;
}

function followedUnits(question: UnitQuestion, { first, later }: Of<'followed'>): Sql {
  const { by, context } = question;
  const hit = by.some(isLineDimension)
    ? sentBack(by, later, context)
    : sql`cityHash64(reference) in (select cityHash64(reference) from ${since(question, later)})`;
  return sql`(select ${columns(...question.keys, sql`1 as counted`)}, reference != '' and ${hit} as hit, 0. as worth
    from ${eventsOf(question, sql`${kindIs(first)} and ${asked(question)}`)})`;
}

/** Events, each with the parts of its customer and the subjects that the question asks for. */
function eventsOf({ by, context }: UnitQuestion, where: Sql, worth = sql`true`): Sql {
  if (!by.some((one) => isCustomerDimension(one) || isSubject(one)))
    return sql`events where ${where} and ${worth}`;
  return sql`${eventsAbout(by, where, worth, context)} as told ${joinedParts(by, 'told', context)}`;
}

/** What successive events are told apart by, beside the customer: who is in two parts, or buys two products, is followed in each. */
const partNames = ({ by, names }: UnitQuestion): readonly Sql[] =>
  names.filter((_, index) => {
    const one = by[index];
    return one !== undefined && (isCustomerDimension(one) || isSubject(one));
  });

function repeatedUnits(question: UnitQuestion, { kind, withinDays }: Of<'repeated'>): Sql {
  const { keys, names, context } = question;
  const { from, to } = context.period;
  const days = sql.typed('UInt32', withinDays);
  const until = { from, to: addDays(to, withinDays + 1) };
  const over = daysOver(sql`local_day`, withinDays, context.viewer);
  const told = ofCustomers(
    question,
    columns(...keys, sql`happened_at as at`, sql`local_day between ${from} and ${to} and ${over} as inside`),
    sql`${kindIs(kind)} and ${question.within(until)}`,
  );
  return sql`(select ${columns(...names, sql`1 as counted`)}, next <= at + toIntervalDay(${days}) as hit, 0. as worth
    from (select *, leadInFrame(at, 1, toDateTime64('2299-01-01', 3, 'UTC')) over (
        partition by ${columns(sql`profile`, ...partNames(question))} order by at rows between current row and unbounded following) as next
      from ${told}) where inside)`;
}

function customerUnits(question: UnitQuestion, { kind, worth }: Of<'customer'>): Sql {
  const { names } = question;
  const known = worth === 'one' ? sql`true` : sql`currency != '' and ${worths[worth]} is not null`;
  const told = sumsOfCustomers(question, {
    sums: { each: sql`sum(ifNull(${worths[worth]}, 0.))` },
    where: sql`${kindIs(kind)} and ${asked(question)}`,
    worth: known,
  });
  return sql`(select ${columns(...names, sql`1 as counted`, sql`false as hit`)}, sum(each) as worth
    from ${told} group by ${columns(sql`profile`, ...names)})`;
}

/** What a customer has brought from the first order until the period's end; those without one in it are left out. */
function lifetimeUnits(question: UnitQuestion, { kind, worth }: Of<'lifetime'>): Sql {
  const { names, context, within } = question;
  const { from, to } = context.period;
  const told = sumsOfCustomers(question, {
    sums: {
      each: sql`sum(ifNull(${worths[worth]}, 0.))`,
      inside: sql`max(local_day between ${from} and ${to})`,
    },
    where: sql`${kindIs(kind)} and ${within({ from: firstOrderDay, to })}`,
    worth: sql`currency != '' and ${worths[worth]} is not null`,
  });
  return sql`(select ${columns(...names, sql`1 as counted`, sql`false as hit`)}, sum(each) as worth
    from ${told} group by ${columns(sql`profile`, ...names)} having max(inside))`;
}
/** Before any order that can be known. */
const firstOrderDay = '1990-01-01';

function gapUnits(question: UnitQuestion, { kind }: Of<'gap'>): Sql {
  const { keys, names } = question;
  return sql`(select ${columns(...names, sql`1 as counted`, sql`false as hit`)},
      (toUnixTimestamp64Milli(at) - toUnixTimestamp64Milli(before)) / 86400000. as worth
    from (select ${columns(...names, sql`at`)},
        lagInFrame(at, 1, toDateTime64('1970-01-01', 3, 'UTC')) over (
          partition by ${columns(sql`profile`, ...partNames(question))} order by at rows between unbounded preceding and current row) as before
      from ${ofCustomers(question, columns(...keys, sql`happened_at as at`), sql`${kindIs(kind)} and ${asked(question)}`)})
    where before > toDateTime64('1970-01-01', 3, 'UTC'))`;
}

function returningUnits(question: UnitQuestion, { kind, hit }: Of<'returning'>): Sql {
  const { names, context, within } = question;
  const seenIn = (period: typeof context.period) => sql`${kindIs(kind)} and ${within(period)}`;
  const customers = sumsOfCustomers(question, { where: seenIn(context.period), keyed: false });
  const back = sql`profile in (select profile from ${customers})`;
  return sql`(select distinct ${columns(...names, sql`profile`, sql`1 as counted`)},
      ${hit === 'came_back' ? back : sql`not ${back}`} as hit, 0. as worth
    from ${sumsOfCustomers(question, { where: seenIn(previousPeriod(context.period)) })})`;
}

function convertedUnits(question: UnitQuestion, { from, to }: Of<'converted'>): Sql {
  const { names, context } = question;
  const { period, viewer } = context;
  const came = sumsOfCustomers(question, {
    sums: { at: sql`min(happened_at)` },
    where: sql`${kindIs(from)} and ${asked(question)}`,
  });
  const done = sumsOfCustomers(question, {
    sums: { done_at: sql`max(happened_at)` },
    where: sql`${kindIs(to)} and ${eventScope(viewer)} and local_day between ${period.from} and ${period.to}
      and ${happenedAround(period.from, period.to)} and ${sampled('events', context, true)}`,
    keyed: false,
  });
  return sql`(select ${columns(...names, sql`1 as counted`)}, last_done >= first_seen as hit, 0. as worth
    from (select ${columns(...names, sql`profile`)}, min(at) as first_seen from ${came}
      group by ${columns(sql`profile`, ...names)}) as seen
    left any join (select profile, max(done_at) as last_done from ${done} group by profile) as bought using (profile))`;
}

function rateUnits(question: UnitQuestion, { of, per }: Of<'rate'>): Sql {
  const values = [sql`kind = ${per} as counted`, sql`false as hit`, sql`if(kind = ${of}, 1., 0.) as worth`];
  return sql`(select ${columns(...question.keys, ...values)}
    from ${eventsOf(question, sql`${kindIs(of, per)} and ${asked(question)}`)})`;
}
