// The rows of a question: answers, signals, mentions, feelings and requests, as one table expression each.
import type { Dimension, Question } from '@lyhord/contract';
import { signalScope } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import { kindsCounted, requestRows, type ServingTable } from './count-columns.ts';
import { isCustomerDimension, joinedParts } from './customer-parts.ts';
import type { QuestionContext } from './question-context.ts';
import { whenAndHow } from './question-dimensions.ts';
import { conditionsOn, happenedAround, ofQuestion } from './row-conditions.ts';
import { isSubject, signalSubjects } from './subject-parts.ts';

/** `table where …` or a join of several, of a table that is not made per unit. */
export function source(
  table: ServingTable,
  question: Question,
  definition: MetricDefinition,
  context: QuestionContext,
): Sql {
  switch (table) {
    case 'daily_scores':
      return sql`daily_scores final where ${conditionsOn('answers', question, context)} and ${ofQuestion(definition)}`;
    case 'daily_score_sums':
      return sql`daily_score_sums final where ${conditionsOn('answers', question, context)} and ${ofQuestion(definition)}`;
    case 'daily_operations':
      return sql`daily_operations final where ${conditionsOn('daily_operations', question, context)}
        and kind in ${sql.list(kindsCounted(definition), 'String')}`;
    case 'daily_tickets':
      return sql`daily_tickets final where ${conditionsOn('daily_operations', question, context)}`;
    case 'answers':
      return answersSource(question, definition, context);
    case 'signals':
      if (definition.base === 'feelings') return feelingsSource(question, context);
      return rowsWithParts(
        sql`signals where ${conditionsOn('signals', question, context)}
        ${sql.if(definition.key === 'sentiment', sql`and sentiment != ''`)}`,
        question,
        context,
      );
    case 'mentions':
      return mentionsSource(question, context);
    default:
      return requestRows(context.viewer, context.period.from, conditionsOn('events', question, context));
  }
}

/** `table where …`, each row with the parts of its customer and the subjects that the question asks for. */
function rowsWithParts(rows: Sql, { by }: Question, context: QuestionContext): Sql {
  if (!by.some((one) => isCustomerDimension(one) || isSubject(one))) return rows;
  return sql`(select * from ${rows}) as told ${joinedParts(by, 'told', context)} ${signalSubjects(by, 'told', context)}`;
}

interface TopicShares {
  readonly question: Question;
  readonly context: QuestionContext;
  readonly keys: readonly Sql[];
  readonly names: readonly Sql[];
}

/** Signals that name a topic (`hits` of them), with how many signals of their group have text at all. */
export function topicShareSource(of: TopicShares): Sql {
  return toldByMentions(of.question, of.context) ? countedMentions(of) : namedTexts(of);
}

/** What mentions repeat of their signals. */
const mentionDimensions: ReadonlySet<Dimension> = new Set([
  ...(['topic', 'place', 'kind', 'language', ...whenAndHow] as const),
]);
const toldByMentions = ({ by, where }: Question, { sample }: QuestionContext): boolean =>
  where === undefined && sample === undefined && by.every((one) => mentionDimensions.has(one));

/** One row per group and topic, from the mentions alone. */
function countedMentions({ question, context, keys, names }: TopicShares): Sql {
  const topic = question.by.indexOf('topic');
  const others = keys.filter((_, index) => index !== topic);
  const group = sql.join([sql`one`, ...names.filter((_, index) => index !== topic)]);
  const within = conditionsOn('signals', question, context);
  return sql`(select ${sql.join([...names, sql`said`, sql`hits`])}
    from (select ${sql.join([sql`1 as one`, ...keys, sql`uniqExact(cityHash64(signal_id)) as hits`])} from mentions
      where ${within} and reading = ${context.reading} group by ${sql.join([group, names[topic]!])}) as grouped
    inner join (select ${sql.join([sql`1 as one`, ...others, sql`count() as said`])} from signals
      where ${within} and has_text group by ${group}) as all_told using (${group}))`;
}

/** One row per signal and topic that it names. */
function namedTexts({ question, context, keys, names }: TopicShares): Sql {
  const topic = question.by.indexOf('topic');
  const rest = names.filter((_, index) => index !== topic);
  const texts = rowsWithParts(
    sql`signals where ${conditionsOn('signals', question, context)} and has_text`,
    question,
    context,
  );
  const others = keys.filter((_, index) => index !== topic);
  const { from, to } = context.period;
  const group = sql.join([sql`one`, ...rest]);
  return sql`(select ${sql.join([...names, sql`said`, sql`1 as hits`])}
    from (select * from (select ${sql.join([sql`1 as one`, ...others, sql`signal_id`])} from ${texts}) as told
      inner join (select ${sql.join([sql`1 as one`, ...others, sql`count() as said`])} from ${texts} group by ${group}) as all_told
      using (${group})) as grouped
    inner join (select distinct signal_id, aspect as ${names[topic]!} from mentions
      where ${signalScope(context.viewer)} and reading = ${context.reading} and local_day between ${from} and ${to}
    ) as named using (signal_id))`;
}

/** Answers as they arrived, joined with what only their signal or its mentions know. */
function answersSource(question: Question, definition: MetricDefinition, context: QuestionContext): Sql {
  const answers = sql`(select * from answers where ${conditionsOn('answers', question, context)}
    and ${ofQuestion(definition)}) as answered`;
  const { from, to } = context.period;
  const within = sql`${signalScope(context.viewer)} and local_day between ${from} and ${to}`;
  return sql`${answers}
    ${sql.if(
      question.by.includes('language'),
      // only a text has a language
      () => sql`left any join (select cityHash64(signal_id) as signal, language from signals where ${within}
        and language != '' and ${happenedAround(from, to)}) as spoken on spoken.signal = cityHash64(answered.signal_id)`,
    )}
    ${sql.if(
      question.by.includes('topic'),
      () => sql`inner join (select distinct signal_id, aspect from mentions where ${within}
        and reading = ${context.reading}) as named using (signal_id)`,
    )}
    ${joinedParts(question.by, 'answered', context)} ${signalSubjects(question.by, 'answered', context)}`;
}

/** One row per comment, with whether any feeling that the workspace wants to give was felt; none where it wants none. */
function feelingsSource(question: Question, context: QuestionContext): Sql {
  const { from, to } = context.period;
  const wanted = context.feelings ?? [];
  return sql`(select *, signal_id in (select signal_id from mentions where ${signalScope(context.viewer)}
      and reading = ${context.reading} and local_day between ${from} and ${to} and label = 'positive'
      and aspect in ${sql.list(wanted, 'String')}) as felt
    from signals where ${conditionsOn('signals', question, context)} and has_text
      ${sql.if(wanted.length === 0, sql`and false`)}) as commented`;
}

/** One row per signal and aspect: favourable where most of its mentions are. */
function mentionsSource(question: Question, context: QuestionContext): Sql {
  const { from, to } = context.period;
  return sql`(select * from signals where ${conditionsOn('signals', question, context)}) as said
    inner join (select signal_id, aspect,
        sign(countIf(label = 'positive') - countIf(label = 'negative')) as feeling
      from mentions where ${signalScope(context.viewer)} and reading = ${context.reading}
        and local_day between ${from} and ${to} group by signal_id, aspect) as named using (signal_id)
    ${joinedParts(question.by, 'said', context)} ${signalSubjects(question.by, 'said', context)}`;
}
