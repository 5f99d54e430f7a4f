import { z } from 'zod';
import { Dimension, weightedDimensions } from './dimension.ts';
import { ModelRun } from './model-run.ts';

/** Metrics of what customers say and feel. */
export const experienceMetricKeys = [
  'nps',
  'csat',
  'csat_top2',
  'ces',
  'stars',
  'expectation',
  'feelings',
  'wanted_feelings',
  'criteria',
  'sentiment',
  'topic_share',
  'signals',
  'response_rate',
] as const;
/** Metrics of what customers and the company do. */
export const operationsMetricKeys = [
  'orders',
  'revenue',
  'margin',
  'referral_revenue',
  'order_value',
  'purchase_frequency',
  'purchase_interval',
  'customer_revenue',
  'customer_margin',
  'lifetime_value',
  'cost_to_serve',
  'retention',
  'repeat_purchases',
  'churn',
  'return_rate',
  'late_payments',
  'late_deliveries',
  'waiting_time',
  'first_response_time',
  'resolution_time',
  'contacts',
  'contacts_per_100_orders',
  'repeat_contacts',
  'conversion',
] as const;
export type OperationsMetricKey = (typeof operationsMetricKeys)[number];
export const metricKeys = [...experienceMetricKeys, ...operationsMetricKeys] as const;
export const MetricKey = z.enum(metricKeys);
export type MetricKey = z.infer<typeof MetricKey>;

/** The metrics that every screen can be about: one question's answers, by place, over time, with what moves them. */
export const commonMetrics = ['nps', 'csat', 'stars'] as const;
export const CommonMetric = z.enum(commonMetrics);
export type CommonMetric = z.infer<typeof CommonMetric>;

/**
 * Fields that a filter may name. `segment`: whom a kept segment holds today; `segment_then`: of what was said, whom its
 * rule held when it was said, by what is known as of then.
 */
export const filterFields = [
  'place',
  'touchpoint',
  'channel',
  'kind',
  'topic',
  'language',
  'campaign',
  'question',
  'score',
  'sentiment',
  'flag',
  'has_text',
  'source',
  'hour',
  'segment',
  'segment_then',
] as const;
const value = z.union([z.string().max(200), z.number(), z.boolean()]);

/** A closed expression tree; nothing but these shapes is ever compiled to SQL. */
export type Filter =
  | { all: Filter[] }
  | { any: Filter[] }
  | { not: Filter }
  | { field: (typeof filterFields)[number]; is: string | number | boolean }
  | { field: (typeof filterFields)[number]; in: (string | number | boolean)[] }
  | { field: (typeof filterFields)[number]; atLeast: number }
  | { field: (typeof filterFields)[number]; atMost: number }
  | { words: string };
export const Filter: z.ZodType<Filter> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Filter).max(50) }),
    z.strictObject({ any: z.array(Filter).max(50) }),
    z.strictObject({ not: Filter }),
    z.strictObject({ field: z.enum(filterFields), is: value }),
    z.strictObject({ field: z.enum(filterFields), in: z.array(value).max(1_000) }),
    z.strictObject({ field: z.enum(filterFields), atLeast: z.number() }),
    z.strictObject({ field: z.enum(filterFields), atMost: z.number() }),
    z.strictObject({ words: z.string().min(1).max(200) }),
  ]),
);

/** A calendar day of the place, `2026-03-31`. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written 2026-03-31')
  .refine(isOfTheCalendar, 'a day of the calendar, such as 2026-03-31');

/** False for 30 February. */
function isOfTheCalendar(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

/** Both days belong to the period. */
export const Period = z.object({ from: Day, to: Day });
export type Period = z.infer<typeof Period>;

/** What every group of an answer is held against: the same question of another period, place or group, or the goal. */
export const Comparison = z.union([
  z.strictObject({ period: Period }),
  z.strictObject({ place: z.string() }),
  z.strictObject({ where: Filter }),
  z.strictObject({ target: z.literal(true) }),
]);
export type Comparison = z.infer<typeof Comparison>;

/**
 * The known share or number of each category of one dimension, to which answers are weighted. A total of a place is that of
 * all below it, except of what has a total of its own; of a trait, such as an age group, the trait is named.
 */
export const KnownTotals = z.object({
  dimension: z.enum(weightedDimensions),
  trait: z.string().min(1).max(64).optional(),
  totals: z.record(z.string().max(200), z.number().positive()),
});
export type KnownTotals = z.infer<typeof KnownTotals>;

/** The one analytical question that every screen, export and feed asks. */
export const Question = z.object({
  metric: MetricKey,
  by: z.array(Dimension).max(3).default([]),
  /** The trait of customers that the dimension `trait` splits by, such as `tier`; one that is personal is refused. */
  trait: z.string().min(1).max(64).optional(),
  period: Period,
  place: z.string().optional(),
  where: Filter.optional(),
  compare: Comparison.optional(),
  /** Answers are weighted until each known total is met (raking). */
  weights: z.array(KnownTotals).max(4).optional(),
  /** `shrink` lends groups with few answers strength from their siblings, and says so; `hide` withholds them. */
  few: z.enum(['hide', 'shrink']).default('hide'),
  limit: z.number().int().min(1).max(10_000).default(1_000),
  /**
   * Only one customer in so many is looked at, and sums are estimated. `preview` lets the server choose: a sample where
   * the question reads millions of rows, all of them elsewhere.
   */
  sample: z.union([z.literal('preview'), z.number().int().min(2).max(1_024)]).optional(),
});
export type Question = z.infer<typeof Question>;
/** A question as it is sent: what has a default may be left out. */
export type QuestionToAsk = z.input<typeof Question>;

/** Rows that a running question has read, of about so many; nulls where nothing runs any more, or nothing tells. */
export const QuestionProgress = z.object({
  rows: z.number().nullable(),
  of: z.number().nullable(),
});
export type QuestionProgress = z.infer<typeof QuestionProgress>;

/** Of opinions with fewer behind them nothing is said. */
export const fewestBehind = 10;

/** A number that is honest about itself: `value` is null where there is nothing or too little to say. */
export const Score = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number().int(),
  tooFew: z.boolean(),
});
export type Score = z.infer<typeof Score>;

/** Second minus first; no ends where no interval can be given. */
export const Difference = z.object({
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  clear: z.boolean(),
});
export type Difference = z.infer<typeof Difference>;

export const AnswerRow = Score.extend({
  keys: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The score pulled towards its siblings' as far as its few answers deserve. */
  shrunken: Score.optional(),
  /** What it was compared with, and how far it lies above that. */
  compared: Score.optional(),
  difference: Difference.nullable().optional(),
});
export type AnswerRow = z.infer<typeof AnswerRow>;
export const metricUnits = [
  'points',
  'mean',
  'share',
  'count',
  'money',
  'seconds',
  'hours',
  'days',
  'per_customer',
  'per_100',
] as const;
export const Answer = z.object({
  metric: MetricKey,
  unit: z.enum(metricUnits),
  method: z.string(),
  definitionVersion: z.number().int(),
  minimumN: z.number().int(),
  freshAt: z.string(),
  /** Where the rows behind the answer are listed. */
  rowsAt: z.string(),
  /** What weighting costs: the variance grows by `designEffect`, as if only `effectiveN` had answered. */
  weighting: z
    .object({ designEffect: z.number(), effectiveN: z.number(), notRepresented: z.array(z.string()) })
    .optional(),
  /** Of the shrunken scores, where they were asked for. */
  run: ModelRun.optional(),
  /** The answer rests on one customer in `oneIn`; left out where everything was counted. */
  sample: z.object({ oneIn: z.number().int() }).optional(),
  /** What kept segments among the keys are called. */
  segments: z.record(z.string(), z.string()).optional(),
  /** What products among the keys are called, where a line of an order says it. */
  products: z.record(z.string(), z.string()).optional(),
  rows: z.array(AnswerRow),
});
export type Answer = z.infer<typeof Answer>;

/** A metric as it is defined; a changed formula has a higher version. */
export const MetricDescription = z.object({
  key: MetricKey,
  version: z.number().int(),
  unit: z.enum(metricUnits),
  direction: z.enum(['higher_is_better', 'lower_is_better', 'neither']),
  method: z.string(),
  minimumN: z.number().int(),
  about: z.enum(['experience', 'operations']),
  /** Whether answers can be weighted to known totals. */
  weighable: z.boolean(),
  dimensions: z.array(Dimension),
});
export type MetricDescription = z.infer<typeof MetricDescription>;

/** One row behind an answer. */
export const BehindRow = z.object({
  at: z.string(),
  placeId: z.string().nullable(),
  kind: z.string(),
  channel: z.string(),
  touchpoint: z.string().nullable(),
  value: z.number().nullable(),
  currency: z.string().nullable(),
  reference: z.string().nullable(),
  signalId: z.string().nullable(),
});
export type BehindRow = z.infer<typeof BehindRow>;

const named = z.string().min(1).max(200).optional();
/** What Explore has in its address, beside place and period. */
export const ExploreQuestion = z.object({
  ask: MetricKey,
  by: Dimension.optional(),
  and: Dimension.optional(),
  /** The trait that `trait` splits by. */
  trait: z.string().min(1).max(64).optional(),
  /** Only these rows are counted. */
  segment: named,
  segment_then: named,
  touchpoint: named,
  channel: named,
  topic: named,
  /** What each group is held against; a place or a segment is named by `against`. */
  compare: z.enum(['before', 'target', 'place', 'segment']).optional(),
  against: named,
  shrink: z.boolean().optional(),
  /** Weighted to the totals that the workspace knows. */
  weigh: z.boolean().optional(),
});
export type ExploreQuestion = z.infer<typeof ExploreQuestion>;

/** A question that a workspace keeps. */
export const SavedQuestion = z.object({
  id: z.string(),
  name: z.string(),
  question: ExploreQuestion,
  createdAt: z.string(),
});
export type SavedQuestion = z.infer<typeof SavedQuestion>;
