// Promise: a rule as it held for a customer at the moment of each thing they said, from what is known as of then. What comes
// later changes nothing; a part that is not known as of then is refused by name, never taken as it is today.
import type { Segment, SegmentRule } from '@lyhord/contract';
import { eventScope, signalScope, type Viewer } from '../../access/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { lifeOf, lifeThen } from '../computed-traits/life-then.ts';
import { profilesByKey } from '../rollups/profile-keys.ts';
import { byIdentifier } from './by-identifier.ts';
import type { RuleContext } from './compile-rule.ts';
import { traitHistory } from './trait-history.ts';

/** What the parts of a rule are read from: `identifier_key, part` each. */
interface Reading {
  readonly context: RuleContext;
  /** One row per customer with the tallies that stages of life follow from. */
  readonly lives: Sql;
  readonly tables: Sql[];
  readonly segment: string;
}

/** Signals of whoever the segment's rule held for when the signal was sent: a selection of `signal_id`. */
export function saidWithin({ name, rule }: Segment, context: RuleContext, lives: Sql): Sql {
  const reading: Reading = { context, lives, tables: [], segment: name };
  const condition = holdsThen(rule, reading);
  const joins = reading.tables.map((table, at) => {
    const [alias, column] = [sql.name(`then_${at}`), leafColumn(at)];
    return sql`left any join (select identifier_key, part as ${column} from (${table})) as ${alias}
      on ${alias}.identifier_key = said.identifier_key`;
  });
  return sql`select signal_id from (select signal_id, identifier_key, happened_at, local_day, commit_no from signals
      where ${signalScope(context.viewer)} and identifier_key != 0) as said
    ${sql.join(joins, sql` `)} where ${condition}`;
}

const leafName = (at: number) => `then_part_${at}`;
const leafColumn = (at: number): Sql => sql.name(leafName(at));
const reads = ({ tables }: Reading, table: Sql): number => tables.push(table) - 1;

function holdsThen(rule: SegmentRule, reading: Reading): Sql {
  if ('all' in rule) return sql.and(rule.all.map((one) => holdsThen(one, reading)));
  if ('any' in rule) return sql.or(rule.any.map((one) => holdsThen(one, reading)));
  if ('not' in rule) return sql`not (${holdsThen(rule.not, reading)})`;
  if ('fact' in rule) return factThen(rule, reading);
  if ('trait' in rule) {
    const known = leafColumn(reads(reading, traitHistory(reading.context.viewer, rule.trait)));
    return sql`arrayFirst(one -> one.1 <= happened_at and one.3 <= commit_no, ${known}).4
      in ${sql.list(rule.in, 'String')}`;
  }
  const { viewer } = reading.context;
  const times = 'did' in rule ? eventTimes(viewer, rule.did) : mentionTimes(rule, reading.context);
  const moments = leafColumn(reads(reading, times));
  const within = sql.typed('UInt32', rule.withinDays);
  const least = sql.typed('UInt64', BigInt('did' in rule ? rule.atLeast : 1));
  return sql`arrayCount(one -> one <= happened_at and one > happened_at - toIntervalDay(${within}), ${moments})
    >= ${least}`;
}

type Of<K extends string> = Extract<SegmentRule, Record<K, unknown>>;
const knownFacts = ['lifeCycle', 'orders', 'daysSinceOrder', 'daysKnown'] as const;

function factThen(rule: Of<'fact'>, reading: Reading): Sql {
  if (rule.fact === 'lifeCycle') {
    const life = leafName(reads(reading, byIdentifier(reading.context.viewer, lifeTable(reading))));
    const stage = lifeThen(life);
    if ('in' in rule) return sql`${stage} in ${sql.list(rule.in, 'String')}`;
    return 'known' in rule && rule.known ? sql`${stage} != ''` : sql`${stage} = ''`;
  }
  const number = numberThen(rule.fact, reading);
  if ('atLeast' in rule) return sql`ifNull(${number} >= ${rule.atLeast}, false)`;
  if ('atMost' in rule) return sql`ifNull(${number} <= ${rule.atMost}, false)`;
  return 'known' in rule && rule.known ? sql`${number} is not null` : sql`${number} is null`;
}

function numberThen(fact: Of<'fact'>['fact'], reading: Reading): Sql {
  const { viewer } = reading.context;
  if (fact === 'daysKnown') {
    const first = sql`(select profile_key, seen_first as part from (${reading.lives}))`;
    const seen = leafColumn(reads(reading, byIdentifier(viewer, first)));
    return sql`if(${seen} > toDateTime64(0, 3, 'UTC') and ${seen} <= happened_at,
      toFloat64(dateDiff('day', ${seen}, happened_at)), null)`;
  }
  if (fact !== 'orders' && fact !== 'daysSinceOrder') throw notKnownThen(fact, reading);
  const moments = leafColumn(reads(reading, eventTimes(viewer, 'order_placed')));
  const until = sql`arrayFilter(one -> one <= happened_at, ${moments})`;
  if (fact === 'orders') return sql`toFloat64(length(${until}))`;
  return sql`if(empty(${until}), null, toFloat64(dateDiff('day', arrayMax(${until}), happened_at)))`;
}

const notKnownThen = (fact: string, { segment }: Reading): Problem =>
  new Problem('invalid_input', because('segment_not_then', { segment, fact, known: knownFacts.join(', ') }));

const lifeTable = ({ lives }: Reading): Sql => sql`(select profile_key, ${lifeOf} as part from (${lives}))`;

const eventTimes = (viewer: Viewer, kind: string): Sql =>
  momentsOf(
    viewer,
    sql`select identifier_key, happened_at from events
      where ${eventScope(viewer)} and kind = ${kind} and identifier_key != 0`,
  );

function mentionTimes({ said, feeling }: Of<'said'>, { viewer, reading, topicsBelow }: RuleContext): Sql {
  return momentsOf(
    viewer,
    sql`select identifier_key, happened_at from signals where ${signalScope(viewer)} and identifier_key != 0
      and signal_id in (select signal_id from mentions where ${signalScope(viewer)} and reading = ${reading}
        and aspect in ${sql.list([...topicsBelow(said)], 'String')}
        ${sql.if(feeling !== 'any', () => sql`and label = ${feeling}`)})`,
  );
}

/** `identifier_key, part`: of each identifier of a customer, the moments of all their rows. */
const momentsOf = (viewer: Viewer, rows: Sql): Sql =>
  byIdentifier(
    viewer,
    sql`(select profile as profile_key, part from (
      select if(held.profile_key = 0, done.identifier_key, held.profile_key) as profile,
        groupArray(done.happened_at) as part
      from (${rows}) as done
      left any join (${profilesByKey(viewer)}) as held on held.identifier_key = done.identifier_key
      group by profile))`,
  );
