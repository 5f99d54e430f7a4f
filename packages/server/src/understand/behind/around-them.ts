// What happened around them: facts of operations in the days before each row, these rows against the others, at equal
// place and week. Association only: who waits longer may differ in more than the wait.
import { type AroundThem, type Question, type SurroundingFact, surroundingFacts } from '@lyhord/contract';
import { adjustedDifference, benjaminiHochberg } from '@lyhord/stats';
import { eventScope } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { previousPeriod } from '../questions/calendar.ts';
import type { QuestionContext } from '../questions/question-context.ts';
import { profilesByKey } from '../rollups/profile-keys.ts';
import { type Against, rowSet } from './row-set.ts';

/** With fewer customers on either side nothing is said of a fact. */
export const fewestRows = 20;
const daysBefore = 14;
/** Rows of each side; more say nothing that these do not say. */
const mostRows = 3_000;
const mostPlaces = 10;

type Facts = Record<SurroundingFact, number | null>;
interface Row extends Facts {
  readonly mine: 0 | 1;
  readonly place: string;
  readonly week: string;
}

/** Facts that are made of the very events that a number counts, and so say nothing about it. */
const madeOf: Readonly<Record<SurroundingFact, string>> = {
  late_delivery: 'order_delivered',
  delivery_days: 'order_delivered',
  wait: 'visit',
  contact: 'ticket_opened',
  returned: 'order_returned',
  price: 'order_placed',
  reminded: 'invoice_reminded',
  campaign: 'campaign_contacted',
};

export async function aroundThem(
  warehouse: Warehouse,
  question: Question,
  context: QuestionContext,
): Promise<AroundThem> {
  let against: Against = 'rest';
  let rows = await rowsAround(warehouse, question, context, against);
  const others = () => rows.filter(({ mine }) => mine === 0).length;
  if (others() < fewestRows) {
    against = 'before';
    rows = await rowsAround(warehouse, question, context, against);
  }
  const n = rows.length - others();
  const head = { against, n, nOther: others(), days: daysBefore };
  const needs = Math.max(0, fewestRows - n, fewestRows - others());
  if (needs > 0) return { ...head, needs, facts: [], unknown: [] };
  const { kinds } = rowSet(question, context, against);
  const looked = surroundingFacts.filter((fact) => !kinds.includes(madeOf[fact]));
  const compared = looked.map((fact) => ({ fact, found: compare(rows, fact, against) }));
  const known = compared.flatMap(({ fact, found }) => (found ? [{ fact, found }] : []));
  const adjusted = benjaminiHochberg(known.map(({ found }) => found.p));
  const facts = known.map(({ fact, found }, at) => ({
    ...{ fact, mean: found.means[1], meanOther: found.means[0], difference: found.difference },
    ...{ low: found.low, high: found.high, clear: adjusted[at]! <= 0.05, n: found.n[1], nOther: found.n[0] },
  }));
  const strength = (one: (typeof facts)[number]) => Math.abs(one.difference) / (one.high - one.low);
  return {
    ...head,
    needs: 0,
    facts: facts.sort((a, b) => Number(b.clear) - Number(a.clear) || strength(b) - strength(a)),
    unknown: compared.flatMap(({ fact, found }) => (found ? [] : [fact])),
  };
}

/** Both sides at equal week and, where both have rows at the same places, at equal place. */
function compare(rows: readonly Row[], fact: SurroundingFact, against: Against) {
  const kept = rows.filter((row) => row[fact] !== null);
  const mine = kept.map((row) => row.mine);
  const n = mine.filter((side) => side === 1).length;
  if (Math.min(n, kept.length - n) < fewestRows) return null;
  const outcome = kept.map((row) => row[fact]!);
  const dummies = (of: (row: Row) => string, most: number) => {
    const counts = new Map<string, number>();
    for (const row of kept) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1);
    const largest = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(1, most + 1);
    return largest.map(([key]) => kept.map((row) => Number(of(row) === key)));
  };
  const places = dummies(({ place }) => place, mostPlaces);
  const weeks = against === 'rest' ? dummies(({ week }) => week, mostPlaces) : [];
  for (const covariates of [[...weeks, ...places], weeks, []]) {
    const found = adjustedDifference(mine, outcome, covariates);
    if (found) return found;
  }
  return null;
}

/** The rows of both sides, each with what had happened to its customer in the days before it. */
function rowsAround(
  warehouse: Warehouse,
  question: Question,
  context: QuestionContext,
  against: Against,
): Promise<Row[]> {
  const { viewer, period } = context;
  const set = rowSet(question, context, against);
  const from = against === 'before' ? previousPeriod(period).from : period.from;
  const id = set.table === 'signals' ? sql`signal_id` : sql`event_id`;
  const side = (which: 'these' | 'others') => sql`
    select ${id} as row_id, ${which === 'these' ? sql`1` : sql`0`} as mine, identifier_key, place_id, local_day,
      happened_at as at
    from ${set.table === 'signals' ? sql`signals` : sql`events`}
    where identifier_key != 0 and ${set[which]} order by cityHash64(row_id), row_id limit ${mostRows}`;
  const key = (table: string) =>
    sql`if(held.profile_key = 0, ${sql.name(table)}.identifier_key, held.profile_key) as profile`;
  return warehouse.query<Row>(sql`
    with told as (
      select row_id, mine, place_id, local_day, at, ${key('chosen')}
      from ((${side('these')}) union all (${side('others')})) as chosen
      left any join (${profilesByKey(viewer)}) as held on held.identifier_key = chosen.identifier_key),
    done as (
      select kind, happened_at, due_at, wait_seconds, amount_minor, currency, ${key('acted')}
      from (select kind, happened_at, due_at, wait_seconds, amount_minor, currency, identifier_key from events
        where ${eventScope(viewer)} and identifier_key != 0
          and happened_at >= toDateTime64(${from}, 3, 'UTC') - interval ${sql.typed('UInt32', daysBefore + 1)} day
          and happened_at < toDateTime64(${period.to}, 3, 'UTC') + interval 2 day
          and kind in ('order_placed', 'order_delivered', 'order_returned', 'visit', 'ticket_opened',
            'invoice_reminded', 'campaign_contacted')) as acted
      left any join (${profilesByKey(viewer)}) as held on held.identifier_key = acted.identifier_key
      where profile in (select profile from told)),
    usual as (select currency, median(toFloat64(amount_minor)) as amount from done
      where kind = 'order_placed' and amount_minor is not null group by currency),
    priced as (select done.*, toFloat64(done.amount_minor) / nullIf(usual.amount, 0) as relative from done
      left join usual on usual.currency = done.currency),
    matched as (select told.row_id as row_id, told.mine as mine, priced.kind as kind,
        priced.happened_at as happened_at, priced.due_at as due_at, priced.wait_seconds as wait_seconds,
        priced.relative as relative
      from told inner join priced on priced.profile = told.profile
      where priced.happened_at <= told.at
        and priced.happened_at >= told.at - interval ${sql.typed('UInt32', daysBefore)} day),
    facts as (select row_id, mine,
        if(countIf(kind = 'order_delivered' and due_at is not null) = 0, null,
          toFloat64(countIf(kind = 'order_delivered' and happened_at > due_at) > 0)) as late,
        avgOrNullIf((toUnixTimestamp(happened_at) - toUnixTimestamp(due_at)) / 86400.,
          kind = 'order_delivered' and due_at is not null) as delay,
        avgOrNullIf(toFloat64(wait_seconds), kind = 'visit' and wait_seconds is not null) as wait,
        toFloat64(countIf(kind = 'ticket_opened') > 0) as contact,
        toFloat64(countIf(kind = 'order_returned') > 0) as returned,
        avgOrNullIf(relative, kind = 'order_placed' and relative is not null) as price,
        toFloat64(countIf(kind = 'invoice_reminded') > 0) as reminded,
        toFloat64(countIf(kind = 'campaign_contacted') > 0) as campaign
      from matched group by row_id, mine)
    select told.mine as mine, toString(told.place_id) as place, toString(toMonday(told.local_day)) as week,
      facts.late as late_delivery, facts.delay as delivery_days, facts.wait as wait,
      ifNull(facts.contact, 0.) as contact, ifNull(facts.returned, 0.) as returned, facts.price as price,
      ifNull(facts.reminded, 0.) as reminded, ifNull(facts.campaign, 0.) as campaign
    from told left join facts on facts.row_id = told.row_id and facts.mine = told.mine`);
}
