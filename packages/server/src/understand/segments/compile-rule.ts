// Promise: a rule becomes SQL only through the shapes written here, with every value bound. What is not known satisfies
// no comparison, so that `not` is always the exact complement.
import type { SegmentRule } from '@lyhord/contract';
import { eventScope, signalScope, type Viewer } from '../../access/index.ts';
import { because, Problem } from '../../platform/http/problem.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { profilesByKey } from '../rollups/profile-keys.ts';
import { numberOf, wordOf } from './customer-facts.ts';

export interface RuleContext {
  readonly viewer: Viewer;
  /** The moment for which days are counted. */
  readonly at: Date;
  readonly reading: number;
  readonly topicsBelow: (key: string) => readonly string[];
  readonly placesBelow: (id: string) => readonly string[];
  /** Identifiers of the one customer of whom the rule is asked; of everybody when left out. */
  readonly only?: readonly string[];
}

const mostParts = 60;
const deepest = 8;

/** Refuses rules that nobody could read. */
export function checkRule(rule: SegmentRule): SegmentRule {
  let parts = 0;
  const walk = (one: SegmentRule, depth: number): void => {
    parts += 1;
    if (depth > deepest)
      throw new Problem('invalid_input', { detail: `The rule is nested more than ${deepest} deep.` });
    if ('all' in one) for (const part of one.all) walk(part, depth + 1);
    else if ('any' in one) for (const part of one.any) walk(part, depth + 1);
    else if ('not' in one) walk(one.not, depth + 1);
  };
  walk(rule, 1);
  if (parts > mostParts) {
    throw new Problem('invalid_input', because('rule_too_large', { given: parts, most: mostParts }));
  }
  return rule;
}

/** The rule as a condition on rows with `profile_key` and the computed traits. */
export function compileRule(rule: SegmentRule, context: RuleContext): Sql {
  if ('all' in rule) return sql.and(rule.all.map((one) => compileRule(one, context)));
  if ('any' in rule) return sql.or(rule.any.map((one) => compileRule(one, context)));
  if ('not' in rule) return sql`not (${compileRule(rule.not, context)})`;
  if ('fact' in rule) return factCondition(rule, context);
  if ('trait' in rule) return ofCustomers(traitKeys(rule, context), context);
  if ('did' in rule) return doneCondition(rule, context);
  return ofCustomers(saidKeys(rule, context), context);
}

type Of<K extends string> = Extract<SegmentRule, Record<K, unknown>>;

function factCondition(rule: Of<'fact'>, { at, placesBelow }: RuleContext): Sql {
  if ('in' in rule) {
    const values =
      rule.fact === 'lastPlace' ? [...new Set(rule.in.flatMap((id) => placesBelow(id)))] : rule.in;
    return sql`ifNull(${wordOf(rule.fact)} in ${sql.list(values, 'String')}, false)`;
  }
  if ('known' in rule) {
    const column = isWord(rule.fact) ? wordOf(rule.fact) : numberOf(rule.fact, at);
    return rule.known ? sql`${column} is not null` : sql`${column} is null`;
  }
  const column = numberOf(rule.fact, at);
  return 'atLeast' in rule
    ? sql`ifNull(${column} >= ${rule.atLeast}, false)`
    : sql`ifNull(${column} <= ${rule.atMost}, false)`;
}
const isWord = (fact: string): fact is 'lifeCycle' | 'lastSentiment' | 'lastPlace' =>
  fact === 'lifeCycle' || fact === 'lastSentiment' || fact === 'lastPlace';

/** Rows of the one customer, where the rule is asked of one. */
const mine = ({ only }: RuleContext): Sql =>
  sql.if(only, () => sql`and identifier_key in ${sql.list((only ?? []).map(BigInt), 'UInt64')}`);

/** Customers to whom one of the identifiers belongs. */
function ofCustomers(keys: Sql, { viewer, only }: RuleContext): Sql {
  if (only) return sql`(select count() > 0 from (${keys}))`;
  return sql`profile_key in (select if(held.profile_key = 0, told.identifier_key, held.profile_key)
    from (${keys}) as told
    left any join (${profilesByKey(viewer)}) as held on held.identifier_key = told.identifier_key)`;
}

/** The newest value that each identifier was given. */
function traitKeys({ trait, in: values }: Of<'trait'>, context: RuleContext): Sql {
  return sql`select identifier_key from traits
    where workspace_id = ${context.viewer.workspaceId} and name = ${trait} ${mine(context)}
    group by identifier_key having argMax(value, happened_at) in ${sql.list(values, 'String')}`;
}

const recent = (days: number, at: Date): Sql => {
  const now = sql.typed("DateTime64(3, 'UTC')", at);
  return sql`happened_at > ${now} - toIntervalDay(${sql.typed('UInt32', days)}) and happened_at <= ${now}`;
};

function doneCondition({ did, atLeast, withinDays }: Of<'did'>, context: RuleContext): Sql {
  const { viewer, at, only } = context;
  const times = sql.typed('UInt64', BigInt(atLeast));
  if (only) {
    return sql`(select count() >= ${times} from events
      where ${eventScope(viewer)} and kind = ${did} ${mine(context)} and ${recent(withinDays, at)})`;
  }
  return sql`profile_key in (select if(held.profile_key = 0, told.identifier_key, held.profile_key) as profile
    from (select identifier_key, count() as times from events
      where ${eventScope(viewer)} and kind = ${did} and identifier_key != 0 and ${recent(withinDays, at)}
      group by identifier_key) as told
    left any join (${profilesByKey(viewer)}) as held on held.identifier_key = told.identifier_key
    group by profile having sum(times) >= ${times})`;
}

function saidKeys({ said, feeling, withinDays }: Of<'said'>, context: RuleContext): Sql {
  const { viewer, at, reading, topicsBelow } = context;
  return sql`select distinct identifier_key from signals where ${signalScope(viewer)} and identifier_key != 0
    ${mine(context)} and ${recent(withinDays, at)} and signal_id in (select signal_id from mentions
      where ${signalScope(viewer)} and reading = ${reading} and ${recent(withinDays, at)}
        and aspect in ${sql.list([...topicsBelow(said)], 'String')}
        ${sql.if(feeling !== 'any', () => sql`and label = ${feeling}`)})`;
}
