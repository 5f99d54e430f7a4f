// The units of metrics of customers from what histories say by day: only the days that are asked for are read. The same
// numbers as from the histories; null where only these can say it.
import { eventScope } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { followingKind } from '../histories/kinds-kept.ts';
import { andAt } from '../places/places-asked.ts';
import { previousPeriod } from './calendar.ts';
import { daysOver } from './days-over.ts';
import { type Days, type HistoryQuestion, inside, type Of, placesOf } from './history-question.ts';

type Part = 'moments' | 'margins';

export function dayUnits(asked: HistoryQuestion): Sql | null {
  const { rows } = asked.definition;
  const { viewer } = asked.context;
  const byPlace = asked.question.by.includes('place');
  switch (rows.unit) {
    case 'gap':
      return gaps(asked, rows);
    case 'repeated':
      return repeated(asked, rows);
    case 'returning':
      return byPlace ? returning(asked, rows) : null;
    case 'lifetime':
      return byPlace ? lifetimes(asked, rows) : null;
    case 'converted':
      return byPlace && viewer.placeIds === 'all' && rows.to === followingKind
        ? converted(asked, rows)
        : null;
    default:
      return null;
  }
}

/** What is said of those days; at the places of the question, or at all that the reader sees. */
function moments({ question, context }: HistoryQuestion, part: Part, kind: string, days: Days): Sql {
  return sql`customer_moments where ${eventScope(context.viewer)} and part = ${part} and kind = ${kind}
    and ${inside(sql`local_day`, days)} and ${context.histories!} ${andAt(placesOf(question.place, context))}`;
}
const list = (...all: readonly Sql[]): Sql => sql.join(all);

function gaps(asked: HistoryQuestion, { kind }: Of<'gap'>): Sql {
  const { keys, context } = asked;
  const { period } = context;
  return sql`(select ${list(...keys, sql`1 as counted`, sql`false as hit`, sql`since_ms / 86400000. as worth`)}
    from ${moments(asked, 'moments', kind, period)} and since_ms >= 0 and ${inside(sql`day_before`, period)})`;
}

function repeated(asked: HistoryQuestion, { kind, withinDays }: Of<'repeated'>): Sql {
  const { keys, context } = asked;
  const within = sql.typed('Int64', BigInt(withinDays) * 86_400_000n);
  return sql`(select ${list(...keys, sql`1 as counted`)}, until_ms between 0 and ${within} as hit, 0. as worth
    from ${moments(asked, 'moments', kind, context.period)} and ${daysOver(sql`local_day`, withinDays, context.viewer)})`;
}

/** Customers of a place in the period before, each by the first time in it. */
function returning(asked: HistoryQuestion, { kind, hit }: Of<'returning'>): Sql {
  const { keys, context } = asked;
  const before = previousPeriod(context.period);
  const back = sql`profile_key in (select profile_key from ${moments(asked, 'moments', kind, context.period)})`;
  return sql`(select ${list(...keys, sql`1 as counted`)}, ${hit === 'came_back' ? back : sql`not ${back}`} as hit, 0. as worth
    from ${moments(asked, 'moments', kind, before)} and here_before < ${sql.typed('Date', before.from)})`;
}

/** Customers of a place, each by the last order in the period: it knows what all have brought until then. */
function lifetimes(asked: HistoryQuestion, { kind }: Of<'lifetime'>): Sql {
  const { keys, context } = asked;
  const { period } = context;
  return sql`(select ${list(...keys, sql`1 as counted`, sql`false as hit`, sql`toFloat64(so_far) as worth`)}
    from ${moments(asked, 'margins', kind, period)} and here_after > ${sql.typed('Date', period.to)})`;
}

/** Customers of a place, each by the first look in the period: none after it was followed by more. */
function converted(asked: HistoryQuestion, { from }: Of<'converted'>): Sql {
  const { keys, context } = asked;
  const { period } = context;
  const bought = sql`(${inside(sql`followed`, period)} or followed_later <= ${sql.typed('Date', period.to)})`;
  return sql`(select ${list(...keys, sql`1 as counted`, sql`${bought} as hit`, sql`0. as worth`)}
    from ${moments(asked, 'moments', from, period)} and here_before < ${sql.typed('Date', period.from)})`;
}
