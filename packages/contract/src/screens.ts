import { z } from 'zod';
import { CaseRow } from './case.ts';
import { Change } from './change.ts';
import { ModelRun } from './model-run.ts';
import { ComputedTraits, KeyCustomer } from './profile.ts';
import { AnswerRow, CommonMetric, MetricKey, metricUnits, Period, Score } from './question.ts';
import { Mention, Redaction } from './text-analysis.ts';

/** One signal as the Feed, a case and a customer's timeline show it. Mentions point into `text`. */
export const SignalCard = z.object({
  id: z.string(),
  kind: z.string(),
  channel: z.string(),
  touchpoint: z.string().nullable(),
  placeId: z.string().nullable(),
  placeName: z.string().nullable(),
  happenedAt: z.string(),
  knownAt: z.string(),
  question: z.string().nullable(),
  score: z.number().nullable(),
  answers: z.array(z.object({ question: z.string(), value: z.number() })),
  title: z.string().nullable(),
  text: z.string().nullable(),
  language: z.string().nullable(),
  sentiment: z.object({ label: z.string(), score: z.number() }).nullable(),
  mentions: z.array(Mention),
  redactions: z.array(Redaction),
  flags: z.array(z.string()),
  customerKey: z.string().nullable(),
  customerName: z.string().nullable(),
  caseId: z.string().nullable(),
  caseState: z.string().nullable(),
});
export type SignalCard = z.infer<typeof SignalCard>;

export const TrendPoint = Score.extend({ day: z.string() });
/** A topic's or touchpoint's part in the metric: exact arithmetic among those who commented, not an effect. */
export const Contribution = z.object({
  key: z.string(),
  label: z.string(),
  points: z.number(),
  low: z.number(),
  high: z.number(),
  n: z.number().int(),
  share: z.number(),
  positiveShare: z.number(),
  trend: z.array(z.number().nullable()),
});
export type Contribution = z.infer<typeof Contribution>;

export const PulseQuery = Period.extend({
  place: z.string().optional(),
  metric: CommonMetric.default('nps'),
});
/** A touchpoint or channel with its score, and its goal where it has one. */
const ScoredPart = z.object({
  key: z.string(),
  label: z.string(),
  score: Score,
  target: z.number().nullable(),
});
export const Pulse = z.object({
  metric: CommonMetric,
  score: Score,
  previous: Score,
  difference: z
    .object({ value: z.number(), low: z.number(), high: z.number(), clear: z.boolean() })
    .nullable(),
  target: z.number().nullable(),
  trend: z.array(TrendPoint),
  step: z.enum(['day', 'week', 'month']),
  marks: z.array(
    z.object({ day: z.string(), label: z.string(), kind: z.enum(['action', 'change', 'holiday']) }),
  ),
  up: z.array(Contribution),
  down: z.array(Contribution),
  commented: z.number().int(),
  touchpoints: z.array(ScoredPart),
  channels: z.array(ScoredPart),
  money: z.array(
    z.object({
      currency: z.string(),
      revenueMinor: z.number(),
      marginMinor: z
        .number()
        .nullable()
        .describe('of the orders whose cost is known; null when there are none'),
      orders: z.number().int(),
      unhappyRevenueMinor: z.number(),
    }),
  ),
  responses: z.object({ asked: z.number().int(), answered: z.number().int(), rate: z.number().nullable() }),
  method: z.string(),
  freshAt: z.string(),
});
export type Pulse = z.infer<typeof Pulse>;

export const PlaceRow = z.object({
  placeId: z.string(),
  name: z.string(),
  kind: z.string(),
  country: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  score: Score,
  shrunken: Score,
  /** Probability, 0–1, of being among the best and the worst quarter of the places here; null where too few answered. */
  topQuarter: z.number().nullable(),
  bottomQuarter: z.number().nullable(),
  group: z.number().int().nullable(),
  /** Of the nearest place at or above it that has one, or the workspace's. */
  target: z.number().nullable(),
  openCases: z.number().int(),
  openChanges: z.number().int(),
  topDown: z.string().nullable(),
  topUp: z.string().nullable(),
});
export const PlacesOverview = z.object({
  metric: z.string(),
  rows: z.array(PlaceRow),
  groups: z.array(z.object({ group: z.number().int(), label: z.string(), places: z.array(z.string()) })),
  distinguishable: z.boolean(),
  method: z.string(),
  /** Of the shrunken scores; null where there is nothing to shrink towards. */
  run: ModelRun.nullable(),
});
export type PlacesOverview = z.infer<typeof PlacesOverview>;

export const TopicRow = z.object({
  key: z.string(),
  label: z.string(),
  parent: z.string().nullable(),
  /** A feeling is one that the workspace wants to give: `positive` felt it, `negative` missed it. */
  kind: z.enum(['topic', 'feeling']),
  volume: z.number().int(),
  share: z.number(),
  /** Null where too few speak of it. */
  positive: z.number().int().nullable(),
  neutral: z.number().int().nullable(),
  negative: z.number().int().nullable(),
  sentiment: Score,
  contribution: Contribution.nullable(),
  trend: z.array(z.number().nullable()),
});
export type TopicRow = z.infer<typeof TopicRow>;
export const TopicPage = z.object({
  topic: TopicRow,
  trend: z.array(
    z.object({
      day: z.string(),
      volume: z.number().int(),
      negative: z.number().int(),
      positive: z.number().int(),
    }),
  ),
  places: z.array(
    z.object({ placeId: z.string(), name: z.string(), volume: z.number().int(), sentiment: Score }),
  ),
  by: z.array(
    z.object({
      dimension: z.enum(['touchpoint', 'channel', 'kind', 'language']),
      rows: z.array(z.object({ key: z.string(), volume: z.number().int(), sentiment: Score })),
    }),
  ),
  quotes: z.array(SignalCard),
  words: z.array(z.object({ word: z.string(), documents: z.number().int(), z: z.number() })),
});

export type TopicPage = z.infer<typeof TopicPage>;

/** Comments of a topic that say the same: one text sent again, or one wish in other words. */
export const AlikeComments = z.object({
  /** Comments compared, the newest. */
  read: z.number().int(),
  /** The largest first. */
  groups: z.array(
    z.object({
      kind: z.enum(['same_text', 'same_wish']),
      comments: z.number().int(),
      example: SignalCard,
      places: z.array(z.object({ placeId: z.string(), name: z.string(), comments: z.number().int() })),
    }),
  ),
});
export type AlikeComments = z.infer<typeof AlikeComments>;

/** One thing to do today. */
export const TodayItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('change'), change: Change }),
  z.object({ kind: z.literal('case'), case: CaseRow, quote: z.string().nullable() }),
]);
export const Today = z.object({
  items: z.array(TodayItem).max(7),
  dueCases: z.array(CaseRow),
  score: Score,
  target: z.number().nullable(),
  weekFrom: z.string(),
  thanks: z.array(SignalCard),
  places: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type Today = z.infer<typeof Today>;

export const CustomerRow = z.object({
  key: z.string(),
  name: z.string().nullable(),
  identifiers: z.array(z.object({ type: z.string(), value: z.string() })),
  lastSeenAt: z.string().nullable(),
  lastScore: z.number().nullable(),
  lastQuestion: z.string().nullable(),
  orders: z.number().int(),
  values: z.array(z.object({ currency: z.string(), amountMinor: z.number() })),
  openCases: z.number().int(),
});
export const TimelineEntry = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('signal'),
    at: z.string(),
    signal: SignalCard,
    /** Traits that are others today, as they were known when this was said. */
    knownThen: z.array(z.object({ name: z.string(), value: z.string() })),
    /** Where the customer stood when this was said: the stage of life, and orders and money so far without what went back. */
    lifeThen: z
      .object({
        stage: z.string(),
        orders: z.number().int(),
        spent: z.array(z.object({ currency: z.string(), amountMinor: z.number() })),
      })
      .nullable(),
  }),
  z.object({
    type: z.literal('event'),
    at: z.string(),
    kind: z.string(),
    name: z.string(),
    placeName: z.string().nullable(),
    reference: z.string().nullable(),
    amountMinor: z.number().nullable(),
    currency: z.string().nullable(),
    lines: z.array(z.object({ name: z.string(), quantity: z.number(), priceMinor: z.number() })),
    late: z.boolean().nullable(),
  }),
]);
export const CustomerPage = CustomerRow.extend({
  computed: ComputedTraits.nullable(),
  keyCustomer: KeyCustomer,
  traits: z.array(z.object({ name: z.string(), value: z.string(), source: z.string(), at: z.string() })),
  consent: z.array(
    z.object({ channel: z.string(), allowed: z.boolean(), reason: z.string(), at: z.string().nullable() }),
  ),
  cases: z.array(CaseRow),
  links: z.array(
    z.object({ a: z.string(), b: z.string(), rule: z.string(), source: z.string(), at: z.string() }),
  ),
  timeline: z.array(TimelineEntry),
  /** True where the reader sees only counts of other places. */
  partial: z.boolean(),
  elsewhere: z.object({ events: z.number().int(), signals: z.number().int() }),
});

export const SupportReport = z.object({
  /** Contacts, contacts per 100 orders, times and repeats, each held against the period before. */
  figures: z.array(AnswerRow.omit({ keys: true }).extend({ metric: MetricKey, unit: z.enum(metricUnits) })),
  step: z.enum(['week', 'month']),
  trend: z.array(z.object({ day: z.string(), n: z.number().int() })),
  channels: z.array(z.object({ key: z.string(), n: z.number().int() })),
  contacts: z.number().int(),
  weeks: z.number(),
  problems: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      tickets: z.number().int(),
      before: z.number().int(),
      share: z.number(),
      /** Null where there are too few. */
      negativeShare: z.number().nullable(),
      perHundredOrders: z.number().nullable(),
      /** Mean hours until solved; null where none is solved, or too few. */
      hours: z.number().nullable(),
      /** Clearly more or less often per order than in the period before. */
      moved: z.enum(['up', 'down']).nullable(),
      /** What a week without this problem spares, if no other takes its place. */
      avoided: z.object({ contactsPerWeek: z.number(), hoursPerWeek: z.number().nullable() }),
    }),
  ),
});
export type SupportReport = z.infer<typeof SupportReport>;
