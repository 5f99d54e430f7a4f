// Events with the customer they belong to, one by one or added up; those of nobody known are left out.
import type { Dimension } from '@lyhord/contract';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import { profilesByKey } from '../rollups/profile-keys.ts';
import { isCustomerDimension, joinedParts } from './customer-parts.ts';
import type { QuestionContext } from './question-context.ts';
import { sampledCustomers } from './sample-condition.ts';
import { eventsAbout, isSubject } from './subject-parts.ts';
import type { UnitQuestion } from './unit-question.ts';

const owner = sql`if(held.profile_key = 0, told.identifier_key, held.profile_key) as profile`;
const held = ({ context }: UnitQuestion): Sql =>
  sql`left any join (${profilesByKey(context.viewer)} and ${sampledCustomers(context, sql`profile_key`)}) as held
    on held.identifier_key = told.identifier_key`;

/** Events of customers: of a sample those that are kept apart, where these tell all that is asked. */
function eventsOf(by: readonly Dimension[], { sample, samples }: QuestionContext): Sql {
  const apart = samples && sample !== undefined && sample % samples.oneIn === 0 && !by.some(isSubject);
  return apart ? sql`(select * from customer_samples where ${samples.rows})` : sql`events`;
}

/** Columns of events, of what they are about and of the customer's parts, and `profile`. */
export function ofCustomers(question: UnitQuestion, select: Sql, where: Sql): Sql {
  const { by, context } = question;
  return sql`(select ${select}, ${owner}
    from ${eventsAbout(by, sql`identifier_key != 0 and ${where}`, sql`true`, context, eventsOf(by, context))} as told
    ${joinedParts(by, 'told', context)} ${held(question)})`;
}

/**
 * The keys of the question, aggregates by name, and `profile`; a customer may have several rows of one group. Each
 * identifier's events are added up before its customer is looked up, so that fewer rows have to be. `keyed`: false for
 * customers without the question's keys.
 */
export function sumsOfCustomers(
  question: UnitQuestion,
  asked: {
    readonly where: Sql;
    readonly sums?: Readonly<Record<string, Sql>>;
    readonly worth?: Sql;
    readonly keyed?: boolean;
  },
): Sql {
  const { by, keys, names, context } = question;
  const { where, sums = {}, worth = sql`true`, keyed = true } = asked;
  const isPart = (index: number) => by[index] !== undefined && isCustomerDimension(by[index]);
  const own = (all: readonly Sql[]) => (keyed ? all.filter((_, index) => !isPart(index)) : []);
  const parts = keyed ? keys.filter((_, index) => isPart(index)) : [];
  const summed = Object.entries(sums).map(([name, of]) => sql`${of} as ${sql.name(name)}`);
  return sql`(select ${sql.join([...own(names), ...parts, ...Object.keys(sums).map(sql.name), owner])}
    from (select ${sql.join([sql`identifier_key`, ...own(keys), ...summed])}
      from ${eventsAbout(keyed ? by : [], sql`identifier_key != 0 and ${where}`, worth, context, eventsOf(by, context))}
      group by ${sql.join([sql`identifier_key`, ...own(names)])}) as told
    ${joinedParts(keyed ? by : [], 'told', context)} ${held(question)})`;
}
