// The questions that the screens ask, each by its id, and some of them as one would write them by hand.
import { type MetricKey, operationsMetricKeys, type Period, type QuestionToAsk } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Understand } from '../../understand/index.ts';

export interface Asking {
  readonly understand: Understand;
  readonly viewer: Viewer;
  readonly region: string;
}
export interface NamedQuestion {
  readonly id: string;
  /** Days of the period. */
  readonly days: number;
  readonly ask: (asking: Asking, period: Period) => Promise<unknown>;
  /** The same numbers from the same tables, written by hand. */
  readonly byHand?: (workspaceId: string, period: Period) => Sql;
}

const metric = 'nps' as const;
const asked =
  (over: Omit<QuestionToAsk, 'period'>) =>
  ({ understand, viewer }: Asking, period: Period) =>
    understand.ask(viewer, { ...over, period });
const within = (workspaceId: string, { from, to }: Period): Sql =>
  sql`workspace_id = ${workspaceId} and local_day between ${from} and ${to}`;

const screens: readonly NamedQuestion[] = [
  {
    id: 'pulse, 30 days',
    days: 30,
    ask: ({ understand, viewer }, period) => understand.pulse(viewer, { ...period, metric }),
  },
  {
    id: 'pulse, 90 days',
    days: 90,
    ask: ({ understand, viewer }, period) => understand.pulse(viewer, { ...period, metric }),
  },
  {
    id: 'pulse, a year',
    days: 365,
    ask: ({ understand, viewer }, period) => understand.pulse(viewer, { ...period, metric }),
  },
  {
    id: 'pulse of a region, 90 days',
    days: 90,
    ask: ({ understand, viewer, region }, period) =>
      understand.pulse(viewer, { ...period, metric, place: region }),
  },
  {
    id: 'places, 90 days',
    days: 90,
    ask: ({ understand, viewer }, period) => understand.places(viewer, { ...period, metric }),
  },
  {
    id: 'places, a year',
    days: 365,
    ask: ({ understand, viewer }, period) => understand.places(viewer, { ...period, metric }),
  },
  {
    id: 'topics, 90 days',
    days: 90,
    ask: ({ understand, viewer }, period) => understand.topics(viewer, { ...period, metric }),
  },
  {
    id: 'support, 90 days',
    days: 90,
    ask: ({ understand, viewer }, period) => understand.support(viewer, period),
  },
  {
    id: 'feed, newest 50',
    days: 90,
    ask: ({ understand, viewer }, { from, to }) => understand.feed(viewer, { from, to, limit: 50 }),
  },
];

const counted = (extra: Sql): Sql => sql`select ${extra}`;
const questions: readonly NamedQuestion[] = [
  {
    id: 'ask nps by place and month',
    days: 90,
    ask: asked({ metric: 'nps', by: ['place', 'month'] }),
    byHand: (workspaceId, period) =>
      counted(sql`place_id, toStartOfMonth(local_day) as month, sum(n) as n,
      sum(promoters) as p, sum(passives) as q, sum(detractors) as d, sum(total) as t, sum(total_squares) as s
      from daily_scores final where question = 'nps' and ${within(workspaceId, period)} group by place_id, month
      order by month, n desc`),
  },
  {
    id: 'ask nps by language',
    days: 90,
    ask: asked({ metric: 'nps', by: ['language'] }),
    byHand: (workspaceId, period) =>
      counted(sql`language, count() as n, countIf(value >= 9) as p,
      countIf(value <= 6) as d, sum(value) as t, sum(value * value) as s
      from (select signal_id, value from answers where question = 'nps' and ${within(workspaceId, period)}) as a
      inner join (select signal_id, language from signals where ${within(workspaceId, period)}) as b using (signal_id)
      group by language`),
  },
  {
    id: 'ask sentiment by channel',
    days: 90,
    ask: asked({ metric: 'sentiment', by: ['channel'] }),
    byHand: (workspaceId, period) =>
      counted(sql`channel, count() as n, countIf(sentiment = 'positive') as p,
      countIf(sentiment = 'negative') as d from signals where sentiment != '' and ${within(workspaceId, period)}
      group by channel`),
  },
  { id: 'ask topic_share by topic', days: 90, ask: asked({ metric: 'topic_share', by: ['topic'] }) },
  { id: 'ask response_rate by place', days: 90, ask: asked({ metric: 'response_rate', by: ['place'] }) },
  ...operationsMetricKeys.map(
    (key): NamedQuestion => ({
      id: `ask ${key} by place`,
      days: 90,
      ask: asked({ metric: key, by: ['place'] }),
      ...operationsByHand(key),
    }),
  ),
];

function operationsByHand(key: MetricKey): Pick<NamedQuestion, 'byHand'> {
  switch (key) {
    case 'revenue':
      return {
        byHand: (workspaceId, period) =>
          counted(sql`place_id, currency, sum(amounts) as n, sum(amount) as t,
          sum(amount_squares) as s from daily_operations final where kind = 'order_placed'
          and ${within(workspaceId, period)} group by place_id, currency`),
      };
    case 'purchase_frequency':
      return {
        byHand: (workspaceId, period) =>
          counted(sql`place_id, count() as n, sum(c) as t, sum(c * c) as s from (
            select place_id, count() as c from events
            left any join (select identifier_key, profile_key from profile_keys final where holds = 1
              and workspace_id = ${workspaceId}) as held using (identifier_key)
            where kind = 'order_placed' and identifier_key != 0 and ${within(workspaceId, period)}
              and happened_at >= toDateTime64(${period.from}, 3, 'UTC') - interval 1 day
              and happened_at < toDateTime64(${period.to}, 3, 'UTC') + interval 2 day
            group by place_id, if(profile_key = 0, identifier_key, profile_key)) group by place_id`),
      };
    default:
      return {};
  }
}

/** What somebody might ask in Explore that no daily count answers, of all the history. */
export const freeQuestions: readonly {
  readonly id: string;
  readonly question: Omit<QuestionToAsk, 'period'>;
}[] = [
  { id: 'conversion by channel', question: { metric: 'conversion', by: ['channel'] } },
  { id: 'lifetime value by place', question: { metric: 'lifetime_value', by: ['place'] } },
  { id: 'repeat purchases by hour', question: { metric: 'repeat_purchases', by: ['hour'] } },
  { id: 'sentiment by language and month', question: { metric: 'sentiment', by: ['language', 'month'] } },
];
/** Days of such a question. */
export const freeDays = 500;

/** Named questions, screens first. */
export const namedQuestions: readonly NamedQuestion[] = [...screens, ...questions];
