// The rows that an operations metric is counted from: one row per unit with `counted` (1 where it counts towards n),
// `hit`, `worth` and its keys. Money never leaves its currency: it is a key of every metric in money.
import type { Dimension } from '@lyhord/contract';
import { eventScope } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { OperationsDefinition, UnitRows } from '../metrics/operations.ts';
import { profilesByKey } from '../rollups/profile-keys.ts';
import { addDays, previousPeriod } from './calendar.ts';
import { isCustomerDimension, joinedParts } from './customer-parts.ts';
import type { QuestionContext } from './question-context.ts';
import { eventsAbout, isLineDimension, isSubject, sentBack } from './subject-parts.ts';

export interface UnitQuestion {
  readonly definition: OperationsDefinition;
  readonly context: QuestionContext;
  readonly by: readonly Dimension[];
  /** `… as k0, … as k1`, of the columns of events. */
  readonly keys: readonly Sql[];
  /** Names of the keys. */
  readonly names: readonly Sql[];
  /** Policy, place and filter, and the days of a period. */
  readonly within: (period: { from: string; to: string }) => Sql;
}

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

/** When the same reference first came to `kind`, from the beginning of the period on. */
const firstOf = ({ context }: UnitQuestion, kind: string): Sql => sql`(
  select reference, min(happened_at) as done_at from events
  where ${eventScope(context.viewer)} and kind = ${kind} and reference != ''
    and happened_at >= toDateTime64(${context.period.from}, 3, 'UTC') - interval 1 day
  group by reference)`;

function pairUnits(question: UnitQuestion, { opened, done }: Of<'pair'>): Sql {
  const { keys, names } = question;
  return sql`(select ${columns(...names, sql`1 as counted`, sql`false as hit`)},
      (toUnixTimestamp64Milli(done_at) - toUnixTimestamp64Milli(opened_at)) / 3600000. as worth
    from (select ${columns(...keys, sql`reference`, sql`happened_at as opened_at`)}
      from ${eventsOf(question, sql`${kindIs(opened)} and reference != '' and ${asked(question)}`)}) as opened
    inner join ${firstOf(question, done)} as done using (reference) where done_at >= opened_at)`;
}

function followedUnits(question: UnitQuestion, { first, later }: Of<'followed'>): Sql {
  const { by, context } = question;
  const hit = by.some(isLineDimension)
    ? sentBack(by, later, context)
    : sql`reference in (select reference from ${firstOf(question, later)})`;
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

/** Events with the customer they belong to; those of nobody known are left out. `by`: with the customer's parts. */
function ofCustomers(
  question: UnitQuestion,
  select: Sql,
  where: Sql,
  by = question.by,
  worth = sql`true`,
): Sql {
  return sql`(select ${select}, if(held.profile_key = 0, told.identifier_key, held.profile_key) as profile
    from ${eventsAbout(by, sql`identifier_key != 0 and ${where}`, worth, question.context)} as told
    ${joinedParts(by, 'told', question.context)}
    left any join (${profilesByKey(question.context.viewer)}) as held on held.identifier_key = told.identifier_key)`;
}

function repeatedUnits(question: UnitQuestion, { kind, withinDays }: Of<'repeated'>): Sql {
  const { keys, names, context } = question;
  const { from, to } = context.period;
  const days = sql.typed('UInt32', withinDays);
  const until = { from, to: addDays(to, withinDays + 1) };
  const told = ofCustomers(
    question,
    columns(...keys, sql`happened_at as at`, sql`local_day between ${from} and ${to} as inside`),
    sql`${kindIs(kind)} and ${question.within(until)}`,
  );
  return sql`(select ${columns(...names, sql`1 as counted`)}, next <= at + toIntervalDay(${days}) as hit, 0. as worth
    from (select *, leadInFrame(at, 1, toDateTime64('2299-01-01', 3, 'UTC')) over (
        partition by ${columns(sql`profile`, ...partNames(question))} order by at rows between current row and unbounded following) as next
      from ${told}) where inside)`;
}

function customerUnits(question: UnitQuestion, { kind, worth }: Of<'customer'>): Sql {
  const { keys, names } = question;
  const known = worth === 'one' ? sql`true` : sql`currency != '' and ${worths[worth]} is not null`;
  return sql`(select ${columns(...names, sql`1 as counted`, sql`false as hit`)}, sum(each) as worth
    from ${ofCustomers(question, columns(...keys, sql`ifNull(${worths[worth]}, 0.) as each`), sql`${kindIs(kind)} and ${asked(question)}`, question.by, known)}
    group by ${columns(sql`profile`, ...names)})`;
}

/** What a customer has brought from the first order until the period's end; those without one in it are left out. */
function lifetimeUnits(question: UnitQuestion, { kind, worth }: Of<'lifetime'>): Sql {
  const { keys, names, context, within } = question;
  const { from, to } = context.period;
  const told = ofCustomers(
    question,
    columns(
      ...keys,
      sql`ifNull(${worths[worth]}, 0.) as each`,
      sql`local_day between ${from} and ${to} as inside`,
    ),
    sql`${kindIs(kind)} and ${within({ from: firstOrderDay, to })}`,
    question.by,
    sql`currency != '' and ${worths[worth]} is not null`,
  );
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
  const { keys, names, context, within } = question;
  const before = previousPeriod(context.period);
  const back = sql`profile in (select profile from ${ofCustomers(
    question,
    sql`1 as one`,
    sql`${kindIs(kind)} and ${within(context.period)}`,
    [],
  )})`;
  return sql`(select distinct ${columns(...names, sql`profile`, sql`1 as counted`)},
      ${hit === 'came_back' ? back : sql`not ${back}`} as hit, 0. as worth
    from ${ofCustomers(question, columns(...keys, sql`1 as one`), sql`${kindIs(kind)} and ${within(before)}`)})`;
}

function convertedUnits(question: UnitQuestion, { from, to }: Of<'converted'>): Sql {
  const { keys, names, context } = question;
  const { period, viewer } = context;
  const done = ofCustomers(
    question,
    sql`happened_at as done_at`,
    sql`${kindIs(to)} and ${eventScope(viewer)} and local_day between ${period.from} and ${period.to}`,
    [],
  );
  return sql`(select ${columns(...names, sql`1 as counted`)}, last_done >= first_seen as hit, 0. as worth
    from (select ${columns(...names, sql`profile`)}, min(at) as first_seen
      from ${ofCustomers(question, columns(...keys, sql`happened_at as at`), sql`${kindIs(from)} and ${asked(question)}`)}
      group by ${columns(sql`profile`, ...names)}) as seen
    left join (select profile, max(done_at) as last_done from ${done} group by profile) as bought using (profile))`;
}

function rateUnits(question: UnitQuestion, { of, per }: Of<'rate'>): Sql {
  const values = [sql`kind = ${per} as counted`, sql`false as hit`, sql`if(kind = ${of}, 1., 0.) as worth`];
  return sql`(select ${columns(...question.keys, ...values)}
    from ${eventsOf(question, sql`${kindIs(of, per)} and ${asked(question)}`)})`;
}
