import { z } from 'zod';

export const metricKeys = [
  'nps',
  'csat',
  'csat_top2',
  'ces',
  'stars',
  'sentiment',
  'signals',
  'response_rate',
] as const;
export const MetricKey = z.enum(metricKeys);
export type MetricKey = z.infer<typeof MetricKey>;

export const dimensions = [
  'place',
  'day',
  'week',
  'month',
  'hour',
  'touchpoint',
  'stage',
  'channel',
  'kind',
  'topic',
  'language',
  'campaign',
] as const;
export const Dimension = z.enum(dimensions);
export type Dimension = z.infer<typeof Dimension>;

/** Fields that a filter may name. */
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
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written 2026-03-31');
/** Both days belong to the period. */
export const Period = z.object({ from: Day, to: Day });
export type Period = z.infer<typeof Period>;

/** The one analytical question that every screen, export and feed asks. */
export const Question = z.object({
  metric: MetricKey,
  by: z.array(Dimension).max(3).default([]),
  period: Period,
  place: z.string().optional(),
  where: Filter.optional(),
  limit: z.number().int().min(1).max(10_000).default(1_000),
});
export type Question = z.infer<typeof Question>;

/** A number that is honest about itself: `value` is null where there is nothing or too little to say. */
export const Score = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number().int(),
  tooFew: z.boolean(),
});
export type Score = z.infer<typeof Score>;

export const AnswerRow = Score.extend({ keys: z.record(z.string(), z.union([z.string(), z.number()])) });
export const Answer = z.object({
  metric: MetricKey,
  unit: z.enum(['points', 'mean', 'share', 'count']),
  method: z.string(),
  definitionVersion: z.number().int(),
  minimumN: z.number().int(),
  freshAt: z.string(),
  rows: z.array(AnswerRow),
});
export type Answer = z.infer<typeof Answer>;
