// Promise: the units of a metric of customers, read from their histories where these can tell: by place or as a whole, of
// whatever places, days and reader. The same numbers as from the events one by one; null where only the events can say it.
import type { Question } from '@lyhord/contract';
import { eventScope } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { amountKinds, firstOfDayKinds, followingKind, momentKinds } from '../histories/kinds-kept.ts';
import type { OperationsDefinition } from '../metrics/operations.ts';
import { andAt } from '../places/places-asked.ts';
import { previousPeriod } from './calendar.ts';
import { dayUnits } from './day-units.ts';
import { type Days, type HistoryQuestion, inside, type Of, placesOf } from './history-question.ts';
import type { QuestionContext } from './question-context.ts';

/** Whether histories tell it: no split but by place, no filter, whole customers. */
export function isServedByHistories(
  { by, where, place }: Question,
  { rows }: OperationsDefinition,
  context: QuestionContext,
): boolean {
  if (!context.histories || where !== undefined || by.some((one) => one !== 'place')) return false;
  if (placesOf(place, context)?.spells.length) return false;
  // the event before and the one after are those at any place
  const everywhere = place === undefined && context.viewer.placeIds === 'all';
  switch (rows.unit) {
    case 'customer':
      return rows.worth === 'one' ? isOneOf(momentKinds, rows.kind) : isOneOf(amountKinds, rows.kind);
    case 'lifetime':
      return isOneOf(amountKinds, rows.kind);
    case 'returning':
      return isOneOf(momentKinds, rows.kind);
    case 'gap':
    case 'repeated':
      return everywhere && isOneOf(momentKinds, rows.kind);
    case 'converted':
      return isOneOf(firstOfDayKinds, rows.from) && isOneOf(momentKinds, rows.to);
    default:
      return false;
  }
}
const isOneOf = (kinds: readonly string[], kind: string): boolean => kinds.includes(kind);

/** A table expression with the columns of `names`, `counted`, `hit` and `worth`; null where histories do not tell it. */
export function historyUnits(asked: HistoryQuestion): Sql | null {
  const { question, definition, context } = asked;
  if (!isServedByHistories(question, definition, context)) return null;
  return dayUnits(asked) ?? wholeUnits(asked);
}

function wholeUnits(asked: HistoryQuestion): Sql | null {
  const { rows } = asked.definition;
  switch (rows.unit) {
    case 'customer':
      return customers(asked, rows);
    case 'lifetime':
      return lifetimes(asked, rows);
    case 'returning':
      return returning(asked, rows);
    case 'converted':
      return converted(asked, rows);
    default:
      return null;
  }
}

/** Histories of a kind; at the places of the question, or at all that the reader sees. */
function histories(
  { question, context }: HistoryQuestion,
  part: 'moments' | 'amounts',
  kind: string,
  anywhere = false,
): Sql {
  const places = anywhere ? null : placesOf(question.place, context);
  return sql`customer_histories where ${eventScope(context.viewer)} and part = ${part} and kind = ${kind}
    and ${context.histories!} ${andAt(places)}`;
}
const anyInside = (days: Sql, period: Days): Sql => sql`arrayExists(d -> ${inside(sql`d`, period)}, ${days})`;
const list = (...all: readonly Sql[]): Sql => sql.join(all);

/** Of customers, one row for each and the keys; where places are not among these, those of a customer are added up. */
function oneEach({ question, names }: HistoryQuestion, rows: Sql, sums: Sql): Sql {
  if (question.by.includes('place')) return sql`(select * from ${rows})`;
  return sql`(select ${list(...names, sql`profile_key`)}, ${sums} from ${rows}
    group by ${list(sql`profile_key`, ...names)})`;
}

function customers(asked: HistoryQuestion, { kind, worth }: Of<'customer'>): Sql {
  const { keys, names, context } = asked;
  const [days, amounts] = worth === 'margin' ? [sql`margin_days`, sql`margins`] : [sql`days`, sql`amounts`];
  const each =
    worth === 'one'
      ? sql`arrayCount(d -> ${inside(sql`d`, context.period)}, days)`
      : sql`arraySum((d, a) -> if(${inside(sql`d`, context.period)}, a, 0), ${days}, ${amounts})`;
  const told = sql`(select ${list(...keys, sql`profile_key`)}, toFloat64(${each}) as each
    from ${histories(asked, worth === 'one' ? 'moments' : 'amounts', kind)} and ${anyInside(days, context.period)})`;
  return sql`(select ${list(...names, sql`1 as counted`, sql`false as hit`, sql`each as worth`)}
    from ${oneEach(asked, told, sql`sum(each) as each`)})`;
}

function lifetimes(asked: HistoryQuestion, { kind }: Of<'lifetime'>): Sql {
  const { keys, names, context, question } = asked;
  const { period } = context;
  const seen = anyInside(sql`margin_days`, period);
  // without places an order elsewhere counts, too, of who was seen at one of them
  const only = question.by.includes('place') ? sql`and ${seen}` : sql.empty;
  const told = sql`(select ${list(...keys, sql`profile_key`)}, ${seen} as seen,
      toFloat64(arraySum((d, a) -> if(d <= ${sql.typed('Date', period.to)}, a, 0), margin_days, margins)) as each
    from ${histories(asked, 'amounts', kind)} ${only})`;
  return sql`(select ${list(...names, sql`1 as counted`, sql`false as hit`, sql`each as worth`)}
    from ${oneEach(asked, told, sql`sum(each) as each, max(seen) as seen`)} where seen)`;
}

function returning(asked: HistoryQuestion, { kind, hit }: Of<'returning'>): Sql {
  const { keys, names, context, question } = asked;
  const seenIn = (period: Days) =>
    sql`${histories(asked, 'moments', kind)} and ${anyInside(sql`days`, period)}`;
  const back = sql`profile_key in (select profile_key from ${seenIn(context.period)})`;
  const rows = question.by.includes('place') ? sql`select` : sql`select distinct`;
  return sql`(select ${list(...names, sql`1 as counted`)}, ${hit === 'came_back' ? back : sql`not ${back}`} as hit, 0. as worth
    from (${rows} ${list(...keys, sql`profile_key`)} from ${seenIn(previousPeriod(context.period))}))`;
}

/**
 * Who looked and then ordered, both in the period. Of a place in another time zone an order may be of an earlier day than
 * the look before it: the first order of all, and the first that is not, tell it together.
 */
function convertedAnywhere(asked: HistoryQuestion, { from }: Of<'converted'>): Sql {
  const { keys, names, context } = asked;
  const { period } = context;
  const then = sql`(${inside(sql`f`, period)} or l <= ${sql.typed('Date', period.to)})`;
  const told = sql`(select ${list(...keys, sql`profile_key`)},
      arrayExists((d, f, l) -> ${inside(sql`d`, period)} and ${then}, days, followed, followed_later) as bought
    from ${histories(asked, 'moments', from)} and ${anyInside(sql`days`, period)})`;
  return sql`(select ${list(...names, sql`1 as counted`, sql`bought as hit`, sql`0. as worth`)}
    from ${oneEach(asked, told, sql`max(bought) as bought`)})`;
}

function converted(asked: HistoryQuestion, { from, to }: Of<'converted'>): Sql {
  const { keys, names, context } = asked;
  if (context.viewer.placeIds === 'all' && to === followingKind)
    return convertedAnywhere(asked, { unit: 'converted', from, to });
  const moments = sql`arrayFilter((a, d) -> ${inside(sql`d`, context.period)}, at, days)`;
  const came = sql`(select ${list(...keys, sql`profile_key`)}, arrayMin(${moments}) as seen
    from ${histories(asked, 'moments', from)} and ${anyInside(sql`days`, context.period)})`;
  const done = sql`(select profile_key, max(arrayMax(${moments})) as done
    from ${histories(asked, 'moments', to, true)} and ${anyInside(sql`days`, context.period)} group by profile_key)`;
  return sql`(select ${list(...names, sql`1 as counted`)}, done >= seen as hit, 0. as worth
    from ${oneEach(asked, came, sql`min(seen) as seen`)} as visited
    left any join ${done} as bought on bought.profile_key = visited.profile_key)`;
}
