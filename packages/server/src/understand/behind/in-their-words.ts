// Why, in their words: topics that these customers name more often than others, with what they say.
import type { Filter, InTheirWords, Question } from '@lyhord/contract';
import { benjaminiHochberg, shareDifference } from '@lyhord/stats';
import { signalScope } from '../../access/index.ts';
import { sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import { previousPeriod } from '../questions/calendar.ts';
import type { QuestionContext } from '../questions/question-context.ts';
import { clearestOfTopics } from '../topics/telling-quotes.ts';
import type { TopicNames } from '../topics/topic-names.ts';
import { type Against, rowSet, signalsOf } from './row-set.ts';

/** With fewer comments on either side nothing is said of topics. */
export const fewestComments = 20;
const fewestNaming = 5;
const mostTopics = 6;
const quotesEach = 2;
const quoteCandidates = 60;

interface Named {
  readonly aspect: string;
  readonly these: number;
  readonly others: number;
}

export async function inTheirWords(
  warehouse: Warehouse,
  question: Question,
  context: QuestionContext,
  names: TopicNames,
): Promise<
  Omit<InTheirWords, 'topics'> & { topics: (InTheirWords['topics'][number] & { ids: string[] })[] }
> {
  const first = await counted(warehouse, question, context, 'rest');
  const against: Against = first.others >= fewestComments ? 'rest' : 'before';
  const { these, others, named } =
    against === 'rest' ? first : await counted(warehouse, question, context, 'before');
  const head = { against, n: these, nOther: others };
  const needs = Math.max(0, fewestComments - these, fewestComments - others);
  if (needs > 0) return { ...head, needs, topics: [] };
  // A topic by which the rows were chosen is named by all of them, which says nothing.
  const chosenBy = question.where ? topicsIn(question.where) : [];
  const sameThing = (key: string) =>
    chosenBy.some((topic) => context.topicsBelow(topic).includes(key) || names.above(topic).includes(key));
  const looked = named.filter((one) => one.these + one.others >= fewestNaming && !sameThing(one.aspect));
  const found = looked.map((one) => shareDifference(one.others, others, one.these, these));
  const adjusted = benjaminiHochberg(found.map(({ p }) => p));
  const over = looked
    .map(({ aspect, ...one }, at) => ({ key: aspect, ...one, ...found[at]!, clear: adjusted[at]! <= 0.05 }))
    .filter(({ difference, low, these: n }) => difference > 0 && low > 0 && n >= fewestNaming)
    .sort(
      (a, b) => Number(b.clear) - Number(a.clear) || b.difference - a.difference || (a.key < b.key ? -1 : 1),
    );
  // Of a topic and those below it only the strongest is named, since they speak of the same comments.
  const chosen: typeof over = [];
  for (const one of over) {
    const family = (other: string) =>
      names.above(one.key).includes(other) || names.above(other).includes(one.key);
    if (chosen.length < mostTopics && !chosen.some(({ key }) => family(key))) chosen.push(one);
  }
  const quotes = await quotesOn(
    warehouse,
    question,
    context,
    against,
    chosen.map(({ key }) => key),
  );
  const topics = chosen.map((one) => ({
    ...{ key: one.key, label: names.label(one.key, context.viewer.locale) },
    ...{ share: one.these / these, shareOther: one.others / others },
    ...{ difference: one.difference, low: one.low, high: one.high, clear: one.clear, quotes: [] },
    ids: quotes.get(one.key) ?? [],
  }));
  return { ...head, needs: 0, topics };
}

function topicsIn(filter: Filter): string[] {
  if ('all' in filter) return filter.all.flatMap(topicsIn);
  if ('any' in filter) return filter.any.flatMap(topicsIn);
  if ('not' in filter || 'words' in filter || filter.field !== 'topic') return [];
  return ('in' in filter ? filter.in : 'is' in filter ? [filter.is] : []).map(String);
}

/** Comments on both sides, and how many of them name each topic. */
async function counted(
  warehouse: Warehouse,
  question: Question,
  context: QuestionContext,
  against: Against,
): Promise<{ these: number; others: number; named: Named[] }> {
  const set = rowSet(question, context, against);
  const these = signalsOf(set, 'these', context, against);
  const others = signalsOf(set, 'others', context, against);
  const from = against === 'before' ? previousPeriod(context.period).from : context.period.from;
  // '' stands for all comments of a side, whatever they name
  const rows = await warehouse.query<{ aspect: string; side: string; n: string }>(sql`
    select arrayJoin(['', aspect]) as aspect, side, uniqExact(signal_id) as n from (
      select told.signal_id as signal_id, told.side as side, toString(named.aspect) as aspect
      from (select signal_id, if(${these}, 'these', 'others') as side from signals
        where has_text and (${these} or ${others})) as told
      left join (select signal_id, aspect from mentions
        where ${signalScope(context.viewer)} and reading = ${context.reading}
          and local_day between ${from} and ${context.period.to}) as named using (signal_id))
    group by aspect, side`);
  const at = (aspect: string, side: string) =>
    Number(rows.find((row) => row.aspect === aspect && row.side === side)?.n ?? 0);
  const aspects = [...new Set(rows.map(({ aspect }) => aspect))].filter((aspect) => aspect !== '').sort();
  return {
    ...{ these: at('', 'these'), others: at('', 'others') },
    named: aspects.map((aspect) => ({ aspect, these: at(aspect, 'these'), others: at(aspect, 'others') })),
  };
}

async function quotesOn(
  warehouse: Warehouse,
  question: Question,
  context: QuestionContext,
  against: Against,
  topics: readonly string[],
): Promise<Map<string, string[]>> {
  const { viewer, period, reading } = context;
  if (topics.length === 0) return new Map();
  const these = signalsOf(rowSet(question, context, against), 'these', context, against);
  const which = sql`aspect in ${sql.list([...topics], 'String')}
    and signal_id in (select signal_id from signals where has_text and ${these})`;
  return clearestOfTopics(warehouse, { viewer, period, reading }, which, quotesEach, quoteCandidates);
}
